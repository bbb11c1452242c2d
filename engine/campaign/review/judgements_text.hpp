#pragma once
// What people decided in a campaign, for the terminal.

#include <optional>
#include <string>

#include "engine/campaign/campaign.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::campaign {

/// "88–89.5", "0 (veto in force)", "no score".
[[nodiscard]] std::string score_text(const std::optional<engine::Interval>& score, const std::string& veto);

/// Reviews; objections with their limits, outcome, and scores before and after; waivers with their ground, authority and what they
/// cover. Empty if there are none of all.
[[nodiscard]] std::string judgements_text(Register& file, const Campaign& campaign);

}  // namespace kaoping::campaign
