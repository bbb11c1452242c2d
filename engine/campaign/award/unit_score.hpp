#pragma once
// The score of a unit in a campaign: estimate of its cases + bonus (up to the cap) + indicators, not below the scheme's floor.
//
// The estimate is rounded once, half to even, to millionths; all behind it is exact. A bonus may lift a score above the start.
// The sampling margin stays beside the score: bonus and indicators do not change it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/campaign/award/award.hpp"
#include "engine/campaign/result/unit_results.hpp"

namespace kaoping::campaign {

struct UnitScore {
    UnitResult result;                     ///< with the sampling margins
    std::optional<engine::Interval> mean;  ///< the estimate, millionths; nullopt: no case has a score
    std::vector<Bonus> granted;
    std::int64_t bonus = 0;                ///< what counts of it
    struct Moved {
        IndicatorValue value;
        std::int64_t effect = 0;           ///< on the score
    };
    std::vector<Moved> moved;
    std::int64_t indicators = 0;           ///< sum of the effects
    std::optional<engine::Interval> score;
    std::string grade_low, grade_high;     ///< of the ends of this score; equal where a veto decides; empty: none
};

/// By unit. `campaign` is evaluated.
[[nodiscard]] std::vector<UnitScore> unit_scores(Register& file, const Campaign& campaign, const engine::Scheme& scheme, double confidence);

}  // namespace kaoping::campaign
