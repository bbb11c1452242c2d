#pragma once
// What the evaluation of a batch says of one rule: a line per subject, as columns.

#include <cstdint>
#include <vector>

#include "engine/result/verdict.hpp"

namespace kaoping::engine {

/// A rule's subjects in the order of cases and, inside a case, of the subjects' rows. Vectors are parallel over subjects,
/// except `rows`, which holds `arity` item rows per subject (table rows of the for-each binders; none for a case subject).
/// A line for an unknown for-each list has `list_unknown` set and −1 for the binders that could not be bound.
struct RuleColumn {
    int rule = -1;
    int arity = 0;
    std::vector<std::int32_t> case_of;
    std::vector<std::int32_t> rows;
    std::vector<Verdict> verdict;
    std::vector<VerdictSet> possible;
    std::vector<bool> list_unknown;
    std::vector<bool> in_force;             ///< false: not applicable because of its date (versions, see Summary)
    std::vector<std::int64_t> low, high;    ///< amounts of the deduction, millionths; meaning only where `amount_known`
    std::vector<bool> amount_known;
    std::vector<std::int16_t> exception;    ///< first true exception, −1: none
    std::vector<std::int64_t> due;          ///< dsl::DeadlineValue encoded; meaning only where `due_known`
    std::vector<bool> due_known;
    std::vector<std::int64_t> done;         ///< instant (µs) or day of the done act, where `done_present`
    std::vector<bool> done_present;
    bool done_is_date = false;

    [[nodiscard]] std::size_t subjects() const { return verdict.size(); }
};

}  // namespace kaoping::engine
