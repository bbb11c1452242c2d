#pragma once
// Charges and scores from both evaluators' verdicts, and from every possible world.

#include <optional>
#include <vector>

#include "engine/evaluate/rule_column.hpp"
#include "tests/property/loaded_pack.hpp"

namespace kaoping::test {

struct Mismatch;

/// The first case whose charges or score differ, or whose interval does not hold what a possible world scores.
[[nodiscard]] std::optional<Mismatch> compare_scores(LoadedPack& pack, const std::vector<engine::RuleColumn>& columns);

}  // namespace kaoping::test
