#pragma once
// Two campaigns side by side: units by their scores, rules by the share of cases in which a defect stands.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"
#include "engine/campaign/compare/difference.hpp"

namespace kaoping::campaign {

/// One unit or rule in both campaigns.
struct Compared {
    std::string name;
    std::optional<Measured> first, second;   ///< points of a unit; share of all cases from 0 to 1. nullopt: not there
    std::int64_t first_drawn = 0, second_drawn = 0;  ///< of a rule: drawn cases with a defect
    std::optional<Difference> apart;         ///< where both are there
};
struct Comparison {
    double confidence = 0.95;
    std::vector<Compared> units;  ///< by name
    std::vector<Compared> rules;  ///< by id; those with a defect in either
};

/// Both are evaluated; scores and findings as they stand. Of rules only definite defects count, not what missing facts leave
/// open. The margin of a share is that of the stratified estimate; where fewer than 5 drawn cases have the defect, or have it
/// not, at least the exact binomial one. Throws RegisterError if one is not evaluated, or both are the same campaign.
[[nodiscard]] Comparison compare_campaigns(Register& file, const Campaign& first, const Campaign& second, double confidence);

/// Tables for the terminal: of rules those that differ, and how many do not.
[[nodiscard]] std::string comparison_text(const Comparison& comparison, const std::string& first, const std::string& second);
/// what name first_low first_high first_margin second_low … difference_low difference_high difference_margin shown
[[nodiscard]] std::string comparison_csv(const Comparison& comparison);

}  // namespace kaoping::campaign
