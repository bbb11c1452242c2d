#pragma once
// Findings as JSON Lines, format "kaoping.findings/1": one object per line, keys always in the same order.
//
//     of a rule   case kind rule version subject verdict possible severity deduct message basis at shown responsible due
//                 overdue missing reason remedy fingerprint
//     data, input case kind code message at fingerprint
//
// kind: rule, data (something is wrong with the data of a case), input (a case could not be read). deduct, an object of
// exact decimals low and high, is what the subject cost after cap and absorbs. at: file, line, column (from 1; null: not
// known) and JSON pointer. What does not apply is null, or an empty list.

#include <string>
#include <string_view>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/report/json_line.hpp"
#include "engine/result/finding.hpp"
#include "engine/result/kept_list.hpp"

namespace kaoping::engine {

/// Formats findings of one program. One object per thread.
class FindingsJson {
public:
    explicit FindingsJson(const dsl::Program& program);

    /// Appends one line with its line end.
    void append(std::string& out, const Finding& finding);
    /// Lines of all of them. Valid until the next call of any function.
    [[nodiscard]] std::string_view lines(const KeptList<Finding>& findings);

private:
    /// What all findings of a rule have in common, as it stands in their lines.
    struct RuleParts {
        std::string until_subject, until_amount, until_place;
    };
    void put(const Finding& finding);
    void put_rule(const Finding& finding);

    std::vector<RuleParts> rules_;
    json::LineBuffer line_;
};

}  // namespace kaoping::engine
