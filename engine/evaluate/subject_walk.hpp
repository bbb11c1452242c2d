#pragma once
// From verdict columns to the lines of a rule: the subjects of every case, in order.

#include <cstdint>
#include <map>

#include "engine/evaluate/evaluation.hpp"
#include "engine/evaluate/rule_column.hpp"

namespace kaoping::engine {

/// The list that is unknown, of a line that stands for its elements.
struct UnknownList {
    std::int32_t of_case = 0;
    std::int32_t level = -1;  ///< of the rule's for-each
    std::int32_t outer = -1;  ///< row in the space of that list
};

/// Fills `out`; `unknown` gets the lines, by subject number, that stand for an unknown list. Both are emptied first.
void list_subjects(const Evaluation& run, const PlanRule& rule, RuleColumn& out, std::map<std::size_t, UnknownList>& unknown);

}  // namespace kaoping::engine
