// Decisions for people: see judgements_text.hpp.

#include "engine/campaign/review/judgements_text.hpp"

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"
#include "engine/report/text_table.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::campaign {

namespace {

using engine::Align;
using Rows = std::vector<std::vector<std::string>>;

constexpr const char* reviews = R"sql(
    select review, at, actor, level, unit, sum(decision = 'confirm' and not added), sum(decision = 'dismiss'), sum(added)
    from (select review_line.*, kind = 'manual' and not exists (select 1 from review_line earlier where earlier.finding = finding.id and earlier.review < review_line.review)
                 as added from review_line join finding on finding.id = review_line.finding)
    join review on review.event = review join event on event.id = review where review.run = ? group by review order by review)sql";

// Before and after: what stood for the case up to the decision, and from it on.
constexpr const char* objections = R"sql(
    select o.finding, f.case_id, o.told, o.due, o.filed, o.late, coalesce(d.outcome, ''), coalesce(d.decided, ''), coalesce(d.due, ''), coalesce(e.actor, ''),
           before.score_low, before.score_high, before.veto, after.score_low, after.score_high, after.veto
    from objection o join finding f on f.id = o.finding left join decision d on d.objection = o.event left join event e on e.id = d.event
    left join (select run, case_id, 0 as event, score_low, score_high, veto from case_result
               union all select run, case_id, event, score_low, score_high, veto from case_standing) before
        on before.run = f.run and before.case_id = f.case_id and before.event =
           (select coalesce(max(s.event), 0) from case_standing s where s.run = f.run and s.case_id = f.case_id and s.event < coalesce(d.event, 9e18))
    left join case_standing after on after.run = f.run and after.case_id = f.case_id and after.event = d.event
    where f.run = ? order by o.event)sql";

constexpr const char* waivers = R"sql(
    select w.event, ground, authority, from_day, until_day, trim(rule || ' ' || w.unit || ' ' || w.case_id || coalesce(' finding ' || w.finding, '')), actor, why,
           (select count(*) from waived_finding where waiver = w.event and run = ?2)
    from waiver w join event on event.id = w.event where campaign = ?1 order by w.event)sql";

std::optional<engine::Interval> interval_at(SQLite::Statement& row, int column) {
    if (row.getColumn(column).isNull()) return std::nullopt;
    return engine::Interval{row.getColumn(column).getInt64(), row.getColumn(column + 1).getInt64()};
}

std::string reviews_text(SQLite::Database& database, const Campaign& campaign) {
    Rows rows;
    SQLite::Statement row = query(database, reviews, campaign.run);
    while (row.executeStep())
        rows.push_back({row.getColumn(0), row.getColumn(1), row.getColumn(2),
                        row.getColumn(3).getString() == "unit" ? row.getColumn(4).getString() : "legal department", row.getColumn(5), row.getColumn(6),
                        row.getColumn(7)});
    if (rows.empty()) return {};
    return "\nreviews\n" +
           engine::text_table(
               {{"event", Align::right}, {"when"}, {"who"}, {"level"}, {"confirmed", Align::right}, {"dismissed", Align::right}, {"added", Align::right}},
               rows);
}

std::string objections_text(SQLite::Database& database, const Campaign& campaign) {
    Rows rows;
    SQLite::Statement row = query(database, objections, campaign.run);
    while (row.executeStep()) {
        const std::string outcome = row.getColumn(6), decided = row.getColumn(7), due = row.getColumn(8);
        rows.push_back({row.getColumn(0), row.getColumn(1), row.getColumn(4).getString() + (row.getColumn(5).getString().empty() ? "" : " (late)"),
                        row.getColumn(3), outcome.empty() ? "open" : outcome, decided + (decided > due ? " (late)" : ""), row.getColumn(9),
                        score_text(interval_at(row, 10), row.getColumn(12)), outcome.empty() ? "" : score_text(interval_at(row, 13), row.getColumn(15))});
    }
    if (rows.empty()) return {};
    return "\nobjections\n" +
           engine::text_table(
               {{"finding", Align::right}, {"case"}, {"objected"}, {"could until"}, {"outcome"}, {"decided"}, {"by"}, {"score before"}, {"after"}}, rows);
}

std::string waivers_text(SQLite::Database& database, const Campaign& campaign) {
    Rows rows;
    SQLite::Statement row = query(database, waivers, campaign.id, campaign.run);
    while (row.executeStep())
        rows.push_back({row.getColumn(0), row.getColumn(1), row.getColumn(2),
                        fmt::format("{} to {}", row.getColumn(3).getString(), row.getColumn(4).getString()), row.getColumn(5), row.getColumn(8),
                        row.getColumn(6), row.getColumn(7)});
    if (rows.empty()) return {};
    return "\nwaivers: these defects cost nothing\n" + engine::text_table({{"event", Align::right},
                                                                           {"ground"},
                                                                           {"authority"},
                                                                           {"acts due"},
                                                                           {"for", Align::left, 60},
                                                                           {"findings", Align::right},
                                                                           {"granted by"},
                                                                           {"why", Align::left, 60}},
                                                                          rows);
}

}  // namespace

std::string score_text(const std::optional<engine::Interval>& score, const std::string& veto) {
    if (!score) return "no score";
    std::string out = engine::format_number(score->low);
    if (!score->exact()) out += "–" + engine::format_number(score->high);
    if (veto == "in_force") out += " (veto in force)";
    if (veto == "unconfirmed") out += " (veto not confirmed)";
    return out;
}

std::string judgements_text(Register& file, const Campaign& campaign) {
    std::string out;
    file.read(
        [&](SQLite::Database& database) { out = reviews_text(database, campaign) + objections_text(database, campaign) + waivers_text(database, campaign); });
    return out;
}

}  // namespace kaoping::campaign
