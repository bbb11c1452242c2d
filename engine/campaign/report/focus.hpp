#pragma once
// What to train and whom to visit first.
//
// Both are ranked by urgency: the points lost per 100 evaluated cases, plus what these have grown since the campaign before, if
// they have grown. So what costs most comes first, and of equals what gets worse. Without an earlier campaign only losses count.

#include <optional>
#include <string>
#include <vector>

#include "engine/campaign/report/report_data.hpp"

namespace kaoping::campaign {

struct Urgency {
    double now = 0;                 ///< points lost (the low ends) per 100 cases
    std::optional<double> before;   ///< in the campaign before
    [[nodiscard]] double value() const { return now + (before && now > *before ? now - *before : 0); }
};

struct TrainingNeed {
    RuleKey rule;
    const RuleLosses* losses = nullptr;
    Urgency urgency;
};
/// Most urgent first; only rules that cost something or have defects.
[[nodiscard]] std::vector<TrainingNeed> training_needs(const CampaignReport& report);

struct Visit {
    const UnitReport* unit = nullptr;
    Urgency urgency;
    std::vector<RuleKey> rules;  ///< what costs the unit most, at most three
};
/// Most urgent first; only units that lost something.
[[nodiscard]] std::vector<Visit> visits_needed(const CampaignReport& report);

}  // namespace kaoping::campaign
