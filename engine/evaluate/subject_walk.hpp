#pragma once
// From verdict columns to the lines of a rule: the subjects of every case, in order, and what the rule says of each.

#include <cstdint>
#include <map>
#include <vector>

#include "engine/evaluate/evaluation.hpp"
#include "engine/evaluate/rule_column.hpp"

namespace kaoping::engine {

/// The list that is unknown, of a line that stands for its elements.
struct UnknownList {
    std::int32_t of_case = 0;
    std::int32_t level = -1;  ///< of the rule's for-each
    std::int32_t outer = -1;  ///< row in the space of that list
};

/// The subjects of a batch for one sequence of for-each lists: rules that have the same lists share them.
///
/// A line for an unknown list has −1 for the binders that could not be bound.
struct SubjectList {
    std::vector<std::int32_t> case_begin;         ///< size cases + 1
    std::vector<std::int32_t> item_rows;          ///< a row per level and subject
    std::vector<std::int32_t> at;                 ///< row of the space of the last level (without levels: of the case); −1: a list is unknown
    std::map<std::size_t, UnknownList> unknown;   ///< by subject number: the lines that stand for an unknown list
    bool every_row = false;                       ///< subject i is row i, and all rows are there
};

/// Lists the subjects of the batch in order; `out` is emptied first.
void list_subjects(const Evaluation& run, const std::vector<SubjectLevel>& levels, SubjectList& out);

/// Fills the rule's verdicts on its subjects, and where all else of them is read. `subjects` must outlive the use of `out`.
void decide_subjects(const Evaluation& run, const PlanRule& rule, const SubjectList& subjects, RuleColumn& out);

}  // namespace kaoping::engine
