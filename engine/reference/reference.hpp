#pragma once
// The reference evaluator: walks the typed pack for one case, slowly and obviously. It is the oracle for the plan and makes
// `explain`. It shares types and legal time with the plan, no kernels.

#include <cstdint>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/evaluate/rule_column.hpp"
#include "engine/result/finding.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

struct ReferenceSubject {
    std::vector<std::int32_t> rows;   ///< item rows of the for-each binders, −1 for those behind an unknown list
    std::string pointer;              ///< "/measures/0+/documents/2"; "" for the case
    Decision decision;
    std::vector<Fact> missing;        ///< settled
    bool list_unknown = false;
    bool in_force = true;
    bool amount_known = true;
    std::int64_t low = 0, high = 0;
    int exception = -1;
    bool due_known = false;
    std::int64_t due = 0;             ///< encoded
    bool done_present = false;
    std::int64_t done = 0;
    SubjectText text;
};

/// Which subjects get texts: most are in order, and nobody reads what a rule would say of them.
enum class TextsOf : std::uint8_t { all, not_in_order };

/// All subjects of one rule in one case of the batch, in the order of RuleColumn; texts in `language` ("" or one of the
/// catalogue).
[[nodiscard]] std::vector<ReferenceSubject> evaluate_rule(const dsl::Program& program, const TimeContext& time, std::int64_t now,
                                                          const CaseBatch& batch, int case_row, int rule, const std::string& language = {},
                                                          TextsOf texts_of = TextsOf::all);

}  // namespace kaoping::engine
