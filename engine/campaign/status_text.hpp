#pragma once
// Where the campaigns of a register stand, for the terminal.

#include <string>

#include "engine/campaign/campaign.hpp"

namespace kaoping::campaign {

/// All campaigns, the latest first: id, period, state, sample, title.
[[nodiscard]] std::string register_status(Register& file);
/// One campaign: title, period, rules, runs that were not finished, and what was decided when by whom.
[[nodiscard]] std::string campaign_status(Register& file, const Campaign& campaign);

}  // namespace kaoping::campaign
