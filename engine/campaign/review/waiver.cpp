// Waivers: see waiver.hpp.

#include "engine/campaign/review/waiver.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/review/official.hpp"
#include "engine/campaign/review/standing.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::campaign {

namespace {

void require_days(const Waiver& waiver) {
    for (const auto& [option, day] : {std::pair{"--from", &waiver.from_day}, std::pair{"--until", &waiver.until_day}})
        if (!engine::parse_date(*day)) throw RegisterError(fmt::format("{} {}: write a day, as in 2026-07-01", option, *day));
    if (waiver.until_day < waiver.from_day)
        throw RegisterError(fmt::format("the waiver ends on {}, before it begins on {}", waiver.until_day, waiver.from_day));
}

void require_scope(SQLite::Database& database, const Campaign& campaign, const CaseRescorer& rescorer, const Waiver& waiver) {
    if (waiver.unit.empty() && waiver.case_id.empty() && waiver.rule.empty() && waiver.finding == 0)
        throw RegisterError("a waiver says for what: name a --rule, --unit, --case or --finding");
    const auto& rules = rescorer.program().rules;
    if (!waiver.rule.empty() && std::none_of(rules.begin(), rules.end(), [&](const dsl::Rule& rule) { return rule.full_id == waiver.rule; }))
        throw RegisterError(fmt::format("the packs of the campaign have no rule {}; write its full id", waiver.rule));
    if (number_of(database, "select exists (select 1 from sampled_case where draw = ?1 and ?2 in ('', unit) and ?3 in ('', case_id))", campaign.draw,
                  waiver.unit, waiver.case_id) == 0)
        throw RegisterError(fmt::format("campaign {} has no drawn case {}{}{}", campaign.id, waiver.case_id, waiver.unit.empty() ? "" : " of ", waiver.unit));
    if (waiver.finding != 0 &&
        number_of(database, "select exists (select 1 from standing_finding where campaign = ? and finding = ?)", campaign.id, waiver.finding) == 0)
        throw RegisterError(fmt::format("the last evaluation of campaign {} has no finding {} of a rule or a person", campaign.id, waiver.finding));
}

}  // namespace

std::int64_t grant_waiver(Register& file, const Campaign& campaign, CaseRescorer& rescorer, const Waiver& waiver, const Who& who) {
    if (campaign.draw == 0) throw RegisterError(fmt::format("campaign {} has no sample yet; `kaoping campaign draw {}` draws one", campaign.id, campaign.id));
    if (who.why.find_first_not_of(" \t") == std::string::npos) throw RegisterError("a waiver says why; give the reason by --why");
    require_days(waiver);
    std::int64_t covered = 0;
    file.write([&](SQLite::Database& database) {
        require_scope(database, campaign, rescorer, waiver);
        const Official official = find_official(database, who.actor);
        if (official.role == "unit_legal")
            throw RegisterError(fmt::format("{} is registered for a unit; the legal department or a leader grants waivers", official.name));
        const std::int64_t event = add_event(database, "waiver_granted", {official.id, who.why});
        SQLite::Statement insert =
            query(database,
                  "insert into waiver (event, campaign, ground, authority, from_day, until_day, unit, case_id, rule, finding) "
                  "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                  event, campaign.id, waiver.ground, waiver.authority, waiver.from_day, waiver.until_day, waiver.unit, waiver.case_id, waiver.rule);
        if (waiver.finding != 0) insert.bind(10, waiver.finding);  // else null
        insert.exec();
        if (campaign.run == 0) return;
        renew_waived(database, rescorer, campaign.run, event, event);
        covered = number_of(
            database, "select count(*) from waived_finding join finding_standing using (finding) where waiver = ?1 and event = ?1 and state = 'waived'", event);
    });
    return covered;
}

}  // namespace kaoping::campaign
