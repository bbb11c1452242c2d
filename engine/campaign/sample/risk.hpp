#pragma once
// Risk factors of units from the findings of earlier campaigns.

#include <vector>

#include "engine/campaign/sample/allocation.hpp"
#include "engine/campaign/campaign.hpp"

namespace kaoping::campaign {

constexpr std::int64_t least_factor = 500, most_factor = 2000;  ///< thousandths

/// A unit that lost `lost` points over `cases` evaluated cases, all units `all_lost` over `all_cases`: its mean loss over that
/// of all, in thousandths, rounded half to even, from 500 to 2000. 1000 where nobody lost anything or the unit had no case.
[[nodiscard]] std::int64_t risk_factor(std::int64_t lost, std::int64_t cases, std::int64_t all_lost, std::int64_t all_cases);

/// Sets the factors from the finished runs of all campaigns whose period ended before this one's begins; points lost: the low
/// ends of what findings were charged. Throws RegisterError if there is no such run. Inside a transaction.
void set_risk_factors(SQLite::Database& database, const Campaign& campaign, std::vector<Stratum>& strata);

}  // namespace kaoping::campaign
