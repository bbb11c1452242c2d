#pragma once
// What people decided about a finding, as sentences: reviews, the unit's objection, the decision on it, waivers.

#include <string>
#include <vector>

#include "engine/campaign/report/finding_rows.hpp"
#include "engine/report/html/texts.hpp"

namespace kaoping::campaign {

/// Oldest first, waivers last. `texts` must have been made with campaign_labels().
[[nodiscard]] std::vector<std::string> decisions_about(SQLite::Database& database, const std::string& campaign, const FindingRow& finding, const engine::html::Texts& texts);

}  // namespace kaoping::campaign
