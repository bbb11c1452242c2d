#pragma once
// Counts verdicts: per rule id (all its versions together) by subjects and by cases.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/evaluate/rule_column.hpp"
#include "engine/result/summary.hpp"

namespace kaoping::engine {

/// The subjects of one rule in one case, as a slice of its column.
struct SubjectRange {
    std::size_t begin = 0, end = 0;
};

/// Rules grouped by full id: versions of one rule count as one.
class RuleTallies {
public:
    explicit RuleTallies(const dsl::Program& program);

    /// Counts one case. `ranges[r]` is the slice of `columns[r]` (columns by rule number).
    void add_case(std::span<const RuleColumn> columns, std::span<const SubjectRange> ranges);
    /// Moves the counts into a summary and starts anew.
    void move_to(Summary& summary);

private:
    struct Group {
        std::string full_id;
        std::vector<int> versions;
        RuleTally tally;
    };
    void add_single(Group& group, const RuleColumn& column, SubjectRange range);
    void add_versions(Group& group, std::span<const RuleColumn> columns, std::span<const SubjectRange> ranges);
    void count(Group& group, Verdict verdict, Verdict& worst);

    const dsl::Program& program_;
    std::vector<Group> groups_;
    VerdictCounts subjects_{};
    std::uint64_t by_severity_[3] = {0, 0, 0};
    std::map<std::vector<std::int32_t>, Verdict> by_subject_;  ///< worst over the versions, of one case
};

}  // namespace kaoping::engine
