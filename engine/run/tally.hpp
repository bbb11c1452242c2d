#pragma once
// Counts verdicts: per rule id (all its versions together) by subjects and by cases.

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "dsl/typed/program.hpp"
#include "engine/evaluate/rule_column.hpp"
#include "engine/result/summary.hpp"

namespace kaoping::engine {

/// Rules grouped by full id: versions of one rule count as one.
class RuleTallies {
public:
    explicit RuleTallies(const dsl::Program& program);

    /// Counts one rule in all cases of a batch: how many subjects have each verdict, and the verdicts seen in each case. A rule
    /// that has other versions is left to add_versions.
    void add(int rule, const VerdictCounts& subjects, std::span<const VerdictSet> seen);
    /// Counts the rules that have several versions; `columns` by rule number.
    void add_versions(std::span<const RuleColumn> columns, std::size_t cases);
    /// Moves the counts into a summary and starts anew.
    void move_to(Summary& summary);

private:
    struct Group {
        boost::container::small_vector<int, 2> versions;
        bool same_records = true;  ///< their binders range over the same records
        RuleTally tally;
    };
    void add_same(Group& group, std::span<const RuleColumn> columns, std::size_t cases);
    void add_unlike(Group& group, std::span<const RuleColumn> columns, std::size_t of_case);
    bool add_alike(Group& group, std::span<const RuleColumn> columns, std::size_t of_case);

    const dsl::Program& program_;
    std::vector<Group> groups_;
    std::vector<std::size_t> group_of_;  ///< by rule
    std::map<std::vector<std::int32_t>, Verdict> by_subject_;  ///< worst over the versions, of one case
    std::vector<std::uint8_t> worst_;                          ///< by subject of a batch: badness of the worst verdict over the versions
};

}  // namespace kaoping::engine
