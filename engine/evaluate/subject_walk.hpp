#pragma once
// From verdict columns to the lines of a rule: the subjects of every case, in order.

#include <cstdint>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/evaluate/rule_column.hpp"

namespace kaoping::engine {

/// Where a line was read: the row of the rule's space, or the list that is unknown.
struct SubjectPlace {
    std::int32_t row = -1;    ///< −1: a list is unknown
    std::int32_t level = -1;  ///< of the unknown list
    std::int32_t outer = -1;  ///< row in the space of that list
};

/// Fills `out` and the parallel `places` (both are emptied first).
void list_subjects(const Evaluation& run, const PlanRule& rule, RuleColumn& out, std::vector<SubjectPlace>& places);

}  // namespace kaoping::engine
