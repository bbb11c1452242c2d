// The status of campaigns: see status_text.hpp.

#include "engine/campaign/status_text.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"
#include "engine/report/text_table.hpp"

namespace kaoping::campaign {

namespace {

std::string rules_line(const Campaign& campaign) {
    std::string out = "rules: ";
    for (const PackMark& pack : campaign.packs) out += fmt::format("{}{} {}", &pack == campaign.packs.data() ? "" : ", ", pack.id, pack.version);
    return out + fmt::format("; scheme: {}\n", campaign.scheme_id);
}

/// "run_finished" → "run finished"
std::string event_text(std::string kind) {
    std::replace(kind.begin(), kind.end(), '_', ' ');
    return kind;
}

std::string events_table(SQLite::Database& database, const Campaign& campaign) {
    SQLite::Statement events = query(database,
                                     "select id, at, actor, kind, why from event where id in (select event from campaign_event where campaign = ?) order by id",
                                     campaign.id);
    std::vector<std::vector<std::string>> rows;
    while (events.executeStep())
        rows.push_back({events.getColumn(0), events.getColumn(1), events.getColumn(2), event_text(events.getColumn(3)), events.getColumn(4)});
    return engine::text_table({{"event", engine::Align::right}, {"when"}, {"who"}, {"what"}, {"why", engine::Align::left, 60}}, rows);
}

}  // namespace

std::string register_status(Register& file) {
    std::vector<std::vector<std::string>> rows;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement states = query(database,
                                         "select campaign_state.id, period_from, period_until, state, cases, units, title from campaign_state join event "
                                         "on event.id = (select event from campaign where campaign.id = campaign_state.id) order by event.id desc");
        while (states.executeStep())
            rows.push_back({states.getColumn(0), fmt::format("{} to {}", states.getColumn(1).getString(), states.getColumn(2).getString()), states.getColumn(3),
                            states.getColumn(4), states.getColumn(5), states.getColumn(6)});
    });
    if (rows.empty()) return "no campaign yet: kaoping campaign new opens one\n";
    using engine::Align;
    return engine::text_table({{"campaign"}, {"period"}, {"state"}, {"drawn cases", Align::right}, {"units", Align::right}, {"title"}}, rows);
}

std::string campaign_status(Register& file, const Campaign& campaign) {
    std::string out = fmt::format("campaign {}: {}\nperiod: {} to {}\n", campaign.id, campaign.title, campaign.period_from, campaign.period_until);
    out += rules_line(campaign);
    file.read([&](SQLite::Database& database) {
        SQLite::Statement as_of = query(database, "select as_of from run where event = ?", campaign.run);
        if (as_of.executeStep()) out += fmt::format("evaluated as of: {}\n", as_of.getColumn(0).getString());
        const std::int64_t unfinished = number_of(database, "select unfinished_runs from campaign_state where id = ?", campaign.id);
        if (unfinished > 0) out += fmt::format("evaluations that were not finished and do not count: {}\n", unfinished);
        out += "\n" + events_table(database, campaign);
    });
    return out;
}

}  // namespace kaoping::campaign
