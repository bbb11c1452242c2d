#pragma once
// Sets of verdicts by subject, united by case.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/result/verdict.hpp"

namespace kaoping::engine {

/// Which subjects of a list belong to which case: made once for all rules that have the list.
class CaseUnions {
public:
    /// `case_begin` as in RuleColumn.
    void prepare(std::span<const std::int32_t> case_begin);
    /// The union of the sets of each case's subjects; none of a case without subjects. `out`: by case. Returns the union of all.
    VerdictSet unite(std::span<const VerdictSet> sets, std::span<VerdictSet> out);

private:
    std::span<const std::int32_t> case_begin_;
    std::vector<VerdictSet> with_subjects_;           ///< by case: all bits of those that have subjects
    std::vector<std::vector<VerdictSet>> same_case_;  ///< by doubling distance 1, 2, 4 …: all bits where the subject so far before is of the same case
    std::vector<VerdictSet> now_, next_;
};

}  // namespace kaoping::engine
