#pragma once
// The end of a campaign: its results as they stand are kept for good, and nothing that would change them is decided any more.
//
// Rectification and publication go on after it.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/campaign/award/unit_score.hpp"

namespace kaoping::campaign {

/// Closes the campaign with the results of all units; they are returned. Throws RegisterError while objections are not decided
/// or vetoes neither confirmed nor refused (with how many), if it is closed already, or if another program wrote meanwhile.
std::vector<UnitScore> close_campaign(Register& file, const Campaign& campaign, const engine::Scheme& scheme, double confidence, const Who& who);

/// A unit in a closed campaign.
struct ClosedUnit {
    std::string unit;
    std::int64_t cases = 0, drawn = 0, scored = 0, defects = 0, vetoes = 0;
    std::optional<engine::Interval> mean, score;  ///< estimate; with bonus and indicators
    std::optional<double> margin_low, margin_high;  ///< points; nullopt: not known
    std::int64_t bonus = 0, indicators = 0;
    std::string grade_low, grade_high;
};
struct ClosedCampaign {
    std::string id, kind, period_from, period_until, at;  ///< at: when it was closed
    double confidence = 0.95;
    std::vector<ClosedUnit> units;  ///< by unit
};
/// Throws RegisterError if it is not closed.
[[nodiscard]] ClosedCampaign closed_campaign(Register& file, const Campaign& campaign);
/// Ids of the closed campaigns whose period ends in this year, in the order of their periods.
[[nodiscard]] std::vector<std::string> closed_in_year(Register& file, int year);

}  // namespace kaoping::campaign
