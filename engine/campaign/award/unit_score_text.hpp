#pragma once
// Scores of units for people: how each came about, step by step; and CSV.

#include <string>
#include <vector>

#include "engine/campaign/award/unit_score.hpp"

namespace kaoping::campaign {

/// A table, and below it the derivation of each unit whose score is more than its estimate.
[[nodiscard]] std::string unit_score_text(const std::vector<UnitScore>& units, const engine::Scheme& scheme);
/// unit mean_low mean_high margin_low margin_high bonus indicators score_low score_high vetoes grade_low grade_high, exact
/// decimals, with a byte order mark.
[[nodiscard]] std::string unit_score_csv(const std::vector<UnitScore>& units);

}  // namespace kaoping::campaign
