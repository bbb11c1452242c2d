// Bonus and indicators: see award.hpp.

#include "engine/campaign/award/award.hpp"

#include <fmt/format.h>

#include "engine/campaign/follow/notice.hpp"
#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

void require_basis(const std::string& basis) {
    if (basis.find_first_not_of(" \t") == std::string::npos) throw RegisterError("no basis is given; say in --basis what this rests on: a document, a count, a decision");
}

std::string indicator_names(const engine::Scheme& scheme) {
    std::vector<std::string> names;
    for (const engine::Indicator& one : scheme.indicators) names.push_back(one.name);
    return names.empty() ? "it has none: a scheme names them under `indicators`" : fmt::format("it has {}", fmt::join(names, ", "));
}

}  // namespace

std::int64_t grant_bonus(Register& file, const Campaign& campaign, const engine::Scheme& scheme, const Bonus& bonus, const Who& who) {
    require_basis(bonus.basis);
    if (scheme.bonus_cap == 0) throw RegisterError(fmt::format("scheme {} grants no bonus; it would say so by `bonus: {{cap: N}}`", scheme.id));
    std::int64_t event = 0;
    file.write([&](SQLite::Database& database) {
        require_unit(database, campaign, bonus.unit);
        event = add_event(database, "bonus_granted", who);
        execute(database, "insert into bonus values (?, ?, ?, ?, ?)", event, campaign.id, bonus.unit, bonus.points, bonus.basis);
    });
    return event;
}

void withdraw_bonus(Register& file, const Campaign& campaign, std::int64_t bonus, const Who& who) {
    file.write([&](SQLite::Database& database) {
        if (number_of(database, "select count(*) from standing_bonus where event = ? and campaign = ?", bonus, campaign.id) == 0)
            throw RegisterError(fmt::format("campaign {} has no bonus {} that stands; `kaoping campaign score {}` shows those that do", campaign.id, bonus, campaign.id));
        execute(database, "insert into bonus_end values (?, ?)", add_event(database, "bonus_withdrawn", who), bonus);
    });
}

void enter_indicator(Register& file, const Campaign& campaign, const engine::Scheme& scheme, const IndicatorValue& value, const Who& who) {
    require_basis(value.basis);
    if (scheme.indicator(value.indicator) == nullptr)
        throw RegisterError(fmt::format("scheme {} has no indicator {}; {}", scheme.id, value.indicator, indicator_names(scheme)));
    file.write([&](SQLite::Database& database) {
        require_unit(database, campaign, value.unit);
        execute(database, "insert into indicator_value values (?, ?, ?, ?, ?, ?)", add_event(database, "indicator_entered", who), campaign.id, value.unit,
                value.indicator, value.value, value.basis);
    });
}

std::vector<Bonus> standing_bonus(Register& file, const Campaign& campaign) {
    std::vector<Bonus> out;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement row = query(database, "select unit, points, basis, event from standing_bonus where campaign = ? order by unit, event", campaign.id);
        while (row.executeStep()) out.push_back({row.getColumn(0), row.getColumn(1).getInt64(), row.getColumn(2), row.getColumn(3).getInt64()});
    });
    return out;
}

std::vector<IndicatorValue> standing_indicators(Register& file, const Campaign& campaign) {
    std::vector<IndicatorValue> out;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement row = query(database, "select unit, indicator, value, basis from standing_indicator where campaign = ? order by unit, indicator", campaign.id);
        while (row.executeStep()) out.push_back({row.getColumn(0), row.getColumn(1), row.getColumn(2).getInt64(), row.getColumn(3)});
    });
    return out;
}

}  // namespace kaoping::campaign
