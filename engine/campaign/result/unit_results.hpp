#pragma once
// The result of each unit in the last finished run of a campaign, from the scores that stand after all decisions of people.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"
#include "engine/campaign/result/estimate.hpp"

namespace kaoping::campaign {

/// Two kinds of doubt, never merged. The *score interval* low … high: facts are missing, ranges undecided. The *sampling
/// margin* of each of its ends: not all cases were drawn. In points.
struct UnitResult {
    std::string unit;
    std::int64_t cases = 0, drawn = 0, scored = 0;
    std::int64_t defects = 0;             ///< in the drawn cases, those of people included
    std::int64_t vetoes_unconfirmed = 0;  ///< drawn cases with a veto that waits for a person
    std::int64_t vetoes_in_force = 0;     ///< drawn cases with a veto that takes effect
    std::optional<Estimate> low, high;    ///< nullopt: no case has a score
    /// Grades by the scheme of the two ends; with a veto in force the scheme's grade for that. Empty: the scheme has none.
    std::string grade_low, grade_high;
    /// Fewer scored cases than an interval can rest on.
    [[nodiscard]] bool small() const { return scored < small_sample && drawn < cases; }
};

/// Throws RegisterError if no run of the campaign has been finished.
void require_evaluated(const Campaign& campaign);

/// By unit (as bytes). `campaign` is evaluated. Throws RegisterError if it is not.
[[nodiscard]] std::vector<UnitResult> unit_results(Register& file, const Campaign& campaign, double confidence);

}  // namespace kaoping::campaign
