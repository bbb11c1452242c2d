// Rectification notices: see notice.hpp.

#include "engine/campaign/follow/notice.hpp"

#include <fmt/format.h>

#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

/// Puts the defects of a unit (empty: of all) that no notice has yet into a temporary table, and says how many each unit has.
std::vector<IssuedNotice> collect_defects(SQLite::Database& database, const Campaign& campaign, const std::string& unit) {
    database.exec("create temp table unnoticed as select '' as unit, '' as defect, 0 as finding, '' as case_id, '' as rule, '' as officer, '' as severity, "
                  "'' as origin where false");
    execute(database,
            "insert into unnoticed select unit, defect, finding, case_id, case origin when 'engine' then rule else standard end, officer, severity, origin from "
            "(select *, case origin when 'engine' then json_extract(line, '$.fingerprint') else 'manual ' || finding end as defect from standing_finding "
            " where campaign = ?1 and (?2 = '' or unit = ?2) and verdict = 'defect' and state in ('open', 'confirmed')) "
            "where defect not in (select defect from notice_defect where campaign = ?1)",
            campaign.id, unit);
    std::vector<IssuedNotice> out;
    SQLite::Statement units = query(database, "select unit, count(*) from unnoticed group by unit order by unit");
    while (units.executeStep()) out.push_back({0, units.getColumn(0), units.getColumn(1).getInt64()});
    return out;
}

void write_notice(SQLite::Database& database, const Campaign& campaign, const NoticeRequest& request, const std::string& today, const Who& who, IssuedNotice& notice) {
    notice.notice = add_event(database, "notice_issued", who);
    execute(database, "insert into notice values (?, ?, ?, ?, ?)", notice.notice, campaign.id, notice.unit, today, request.until);
    execute(database,
            "insert into notice_defect select ?1, row_number() over (order by case_id, rule, finding), ?2, defect, finding, case_id, rule, officer, severity, origin "
            "from unnoticed where unit = ?3",
            notice.notice, campaign.id, notice.unit);
    execute(database,
            "insert into notice_person select distinct d.notice, person from notice_defect d join finding_person p on p.finding = d.finding "
            "where d.notice = ? and p.run = ? and person <> ''",
            notice.notice, campaign.run);
}

}  // namespace

void require_unit(SQLite::Database& database, const Campaign& campaign, const std::string& unit) {
    if (number_of(database, "select count(*) from stratum where draw = ? and unit = ?", campaign.draw, unit) > 0) return;
    std::vector<std::string> units;
    SQLite::Statement known = query(database, "select distinct unit from stratum where draw = ? order by unit limit 20", campaign.draw);
    while (known.executeStep()) units.push_back(known.getColumn(0));
    throw RegisterError(fmt::format("campaign {} drew no case of a unit {}; {}", campaign.id, unit,
                                    units.empty() ? std::string("it has no sample yet") : fmt::format("it drew from {}", fmt::join(units, ", "))));
}

std::vector<IssuedNotice> issue_notices(Register& file, const Campaign& campaign, const NoticeRequest& request, const std::string& today, const Who& who) {
    if (request.until < today)
        throw RegisterError(fmt::format("the deadline {} has passed already (today is {}); name a later day", request.until, today));
    std::vector<IssuedNotice> out;
    file.write([&](SQLite::Database& database) {
        if (!request.unit.empty()) require_unit(database, campaign, request.unit);
        out = collect_defects(database, campaign, request.unit);
        if (out.empty())
            throw RegisterError(fmt::format("campaign {}{}: there is no defect that stands and has no notice yet; nothing to issue", campaign.id,
                                            request.unit.empty() ? "" : ", " + request.unit));
        for (IssuedNotice& notice : out) write_notice(database, campaign, request, today, who, notice);
        database.exec("drop table unnoticed");
    });
    return out;
}

}  // namespace kaoping::campaign
