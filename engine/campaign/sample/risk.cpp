// Risk factors: see risk.hpp.

#include "engine/campaign/sample/risk.hpp"

#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"
#include "engine/score/decimal.hpp"

namespace kaoping::campaign {

namespace {

struct Loss {
    std::int64_t points = 0, cases = 0;  ///< points in millionths
};

std::map<std::string, Loss> earlier_losses(SQLite::Database& database, const std::string& before) {
    std::map<std::string, Loss> out;
    SQLite::Statement rows = query(database,
                                   "select unit, count(*) from standing_case join campaign on campaign.id = campaign where period_until < ? group by unit", before);
    while (rows.executeStep()) out[rows.getColumn(0)].cases = rows.getColumn(1).getInt64();
    SQLite::Statement lost = query(database,
                                   "select unit, sum(deduct_low) from standing_finding join campaign on campaign.id = campaign where period_until < ? "
                                   "group by unit",
                                   before);
    while (lost.executeStep()) out[lost.getColumn(0)].points = lost.getColumn(1).getInt64();
    return out;
}

}  // namespace

std::int64_t risk_factor(std::int64_t lost, std::int64_t cases, std::int64_t all_lost, std::int64_t all_cases) {
    if (cases == 0 || all_lost == 0) return 1000;
    const engine::Int128 factor = engine::divide_half_even(static_cast<engine::Int128>(lost) * all_cases * 1000, static_cast<engine::Int128>(all_lost) * cases);
    return static_cast<std::int64_t>(std::clamp<engine::Int128>(factor, least_factor, most_factor));
}

void set_risk_factors(SQLite::Database& database, const Campaign& campaign, std::vector<Stratum>& strata) {
    const std::map<std::string, Loss> losses = earlier_losses(database, campaign.period_from);
    if (losses.empty())
        throw RegisterError(fmt::format("the register has no finished evaluation of a period before {}, from which risk could be weighed; draw proportionally",
                                        campaign.period_from));
    Loss all;
    for (const auto& [unit, loss] : losses) {
        all.points += loss.points;
        all.cases += loss.cases;
    }
    for (Stratum& stratum : strata) {
        const auto found = losses.find(stratum.unit);
        const Loss loss = found == losses.end() ? Loss{} : found->second;
        stratum.factor = risk_factor(loss.points, loss.cases, all.points, all.cases);
    }
}

}  // namespace kaoping::campaign
