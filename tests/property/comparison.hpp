#pragma once
// Both evaluators on one pack: the first subject, or the first score, on which they differ.

#include <optional>
#include <string>

#include "engine/evaluate/kernels.hpp"
#include "tests/property/loaded_pack.hpp"

namespace kaoping::test {

struct Mismatch {
    int rule = -1;     ///< −1: a score
    int case_row = -1;
    std::string text;  ///< what differs, with both values
};

/// Subjects with verdicts, facts, amounts and texts, rule by rule; then deductions and scores, case by case.
[[nodiscard]] std::optional<Mismatch> compare_evaluators(LoadedPack& pack, const engine::KernelSet& kernels);

/// One subject as text, every member that is compared on a line of its own.
[[nodiscard]] std::string describe(const engine::ReferenceSubject& subject);

}  // namespace kaoping::test
