// The end of a campaign: see close.hpp.

#include "engine/campaign/end/close.hpp"

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

std::int64_t last_event(SQLite::Database& database) { return number_of(database, "select coalesce(max(id), 0) from event"); }

void require_decided(SQLite::Database& database, const Campaign& campaign) {
    if (number_of(database, "select count(*) from campaign_end where campaign = ?", campaign.id) > 0)
        throw RegisterError(fmt::format("campaign {} is closed already", campaign.id));
    const std::int64_t vetoes = number_of(database, "select count(*) from standing_case where campaign = ? and veto = 'unconfirmed'", campaign.id);
    const std::int64_t objections =
        number_of(database,
                  "select count(*) from objection join finding on finding.id = objection.finding join run on run.event = finding.run join draw on draw.event = run.draw "
                  "where campaign = ? and objection.event not in (select objection from decision)",
                  campaign.id);
    if (vetoes + objections == 0) return;
    throw RegisterError(fmt::format("campaign {} cannot be closed: objections that nobody has decided: {}; cases with a veto that nobody has confirmed or refused: {}; "
                                    "`kaoping campaign decide` and `kaoping campaign review` do it",
                                    campaign.id, objections, vetoes));
}

/// Binds a value or null.
template <typename Value>
void bind_or_null(SQLite::Statement& statement, int position, const std::optional<Value>& value) {
    if (value) statement.bind(position, *value);
}

void write_unit(SQLite::Statement& insert, const Campaign& campaign, const UnitScore& unit) {
    const UnitResult& result = unit.result;
    insert.clearBindings();
    SQLite::bind(insert, campaign.id, result.unit, result.cases, result.drawn, result.scored, result.defects, result.vetoes_in_force);
    if (unit.mean) {
        insert.bind(8, unit.mean->low);
        insert.bind(9, unit.mean->high);
        bind_or_null(insert, 10, result.low->margin);
        bind_or_null(insert, 11, result.high->margin);
    }
    insert.bind(12, unit.bonus);
    insert.bind(13, unit.indicators);
    if (unit.score) {
        insert.bind(14, unit.score->low);
        insert.bind(15, unit.score->high);
    }
    insert.bind(16, unit.grade_low);
    insert.bind(17, unit.grade_high);
    insert.exec();
    insert.reset();
}

std::optional<engine::Interval> interval_at(SQLite::Statement& row, int column) {
    if (row.getColumn(column).isNull()) return std::nullopt;
    return engine::Interval{row.getColumn(column).getInt64(), row.getColumn(column + 1).getInt64()};
}

std::optional<double> margin_at(SQLite::Statement& row, int column) {
    if (row.getColumn(column).isNull()) return std::nullopt;
    return row.getColumn(column).getDouble();
}

ClosedUnit unit_at(SQLite::Statement& row) {
    return {row.getColumn(0),
            row.getColumn(1).getInt64(), row.getColumn(2).getInt64(), row.getColumn(3).getInt64(), row.getColumn(4).getInt64(), row.getColumn(5).getInt64(),
            interval_at(row, 6), interval_at(row, 12),
            margin_at(row, 8), margin_at(row, 9),
            row.getColumn(10).getInt64(), row.getColumn(11).getInt64(),
            row.getColumn(14), row.getColumn(15)};
}

}  // namespace

std::vector<UnitScore> close_campaign(Register& file, const Campaign& campaign, const engine::Scheme& scheme, double confidence, const Who& who) {
    std::int64_t seen = 0;
    file.read([&](SQLite::Database& database) {
        require_decided(database, campaign);
        seen = last_event(database);
    });
    std::vector<UnitScore> units = unit_scores(file, campaign, scheme, confidence);
    file.write([&](SQLite::Database& database) {
        if (last_event(database) != seen) throw RegisterError(file.path() + ": another program has written to the register meanwhile; close again");
        execute(database, "insert into campaign_end values (?, ?, ?, ?)", add_event(database, "campaign_closed", who), campaign.id, campaign.run, confidence);
        SQLite::Statement insert = query(database, "insert into unit_end values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        for (const UnitScore& unit : units) write_unit(insert, campaign, unit);
    });
    return units;
}

ClosedCampaign closed_campaign(Register& file, const Campaign& campaign) {
    ClosedCampaign out{campaign.id, campaign.kind, campaign.period_from, campaign.period_until, "", 0, {}};
    file.read([&](SQLite::Database& database) {
        SQLite::Statement end = query(database, "select at, confidence from campaign_end join event on event.id = event where campaign = ?", campaign.id);
        if (!end.executeStep())
            throw RegisterError(fmt::format("campaign {} is not closed yet: its results may still change; `kaoping campaign close {}` ends it", campaign.id, campaign.id));
        out.at = end.getColumn(0).getString();
        out.confidence = end.getColumn(1).getDouble();
        SQLite::Statement row = query(database,
                                      "select unit, cases, drawn, scored, defects, vetoes, mean_low, mean_high, margin_low, margin_high, bonus, indicators, score_low, "
                                      "score_high, grade_low, grade_high from unit_end where campaign = ? order by unit",
                                      campaign.id);
        while (row.executeStep()) out.units.push_back(unit_at(row));
    });
    return out;
}

std::vector<std::string> closed_in_year(Register& file, int year) {
    std::vector<std::string> out;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement ids = query(database,
                                      "select id from campaign where id in (select campaign from campaign_end) and substr(period_until, 1, 4) = ? order by period_from, id",
                                      fmt::format("{:04}", year));
        while (ids.executeStep()) out.push_back(ids.getColumn(0));
    });
    return out;
}

}  // namespace kaoping::campaign
