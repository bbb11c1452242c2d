// The check of a register: see register_check.hpp.

#include "engine/campaign/register/register_check.hpp"

#include <array>

#include <fmt/core.h>

#include "engine/campaign/register/schema.hpp"
#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

/// A query whose rows are problems: what is said, with the first column in place of {}.
struct Invariant {
    const char* sentence;
    const char* rows;
};

constexpr std::array invariants{
    Invariant{"events are missing: the last has number {}, but fewer are there",
              "select max(id) from event having max(id) <> count(*) or max(id) < (select coalesce(max(seq), 0) from sqlite_sequence where name = 'event')"},
    Invariant{"event {} has no subject of its kind, or several",
              "select id from event where (case kind when 'campaign_opened' then (select count(*) from campaign where event = event.id) "
              "when 'cases_drawn' then (select count(*) from draw where event = event.id) when 'run_started' then (select count(*) from run where event = event.id) "
              "else (select count(*) from run_end where event = event.id) end) <> 1 "
              "or (select count(*) from campaign where event = event.id) + (select count(*) from draw where event = event.id) "
              " + (select count(*) from run where event = event.id) + (select count(*) from run_end where event = event.id) <> 1"},
    Invariant{"{}: the stratum does not have as many drawn cases as it says",
              "select unit || ', ' || kind from stratum where drawn <> (select count(*) from sampled_case s where s.draw = stratum.draw and s.unit = stratum.unit "
              "and s.kind = stratum.kind)"},
    Invariant{"draw {} has no strata", "select event from draw where event not in (select draw from stratum)"},
    Invariant{"run {} ended, but not all drawn cases have a result, or others have",
              "select run from run_end join run on run.event = run where cases <> (select count(*) from case_result where case_result.run = run.event) "
              "or cases <> (select count(*) from sampled_case where sampled_case.draw = run.draw)"},
    Invariant{"run {}: a result belongs to another draw", "select distinct run from case_result join run on run.event = run where run.draw <> case_result.draw"},
    Invariant{"run {} ended with another number of findings",
              "select run from run_end where findings <> (select count(*) from finding where finding.run = run_end.run)"},
    Invariant{"run {}: its scores do not add up to their registered sum",
              "select run from run_end where score_low_sum <> (select coalesce(sum(score_low), 0) from case_result where case_result.run = run_end.run) "
              "or score_high_sum <> (select coalesce(sum(score_high), 0) from case_result where case_result.run = run_end.run)"},
    Invariant{"{}: the triggers that keep this table append-only are not there",
              "select name from sqlite_master t where type = 'table' and name not like 'sqlite%' and 2 <> (select count(*) from sqlite_master g "
              "where g.type = 'trigger' and g.tbl_name = t.name and g.name in (t.name || '_no_update', t.name || '_no_delete'))"},
};

void check_structure(SQLite::Database& database, std::vector<std::string>& problems) {
    SQLite::Statement pages = query(database, "pragma integrity_check");
    while (pages.executeStep())
        if (const std::string said = pages.getColumn(0); said != "ok") problems.push_back("the file is damaged: " + said);
    SQLite::Statement references = query(database, "pragma foreign_key_check");
    while (references.executeStep())
        problems.push_back(fmt::format("{}: row {} names an entry of {} that is not there", references.getColumn(0).getString(),
                                       references.getColumn(1).getInt64(), references.getColumn(2).getString()));
}

}  // namespace

RegisterCheck check_register(Register& file) {
    RegisterCheck out;
    file.read([&](SQLite::Database& database) {
        check_structure(database, out.problems);
        for (const Invariant& invariant : invariants) {
            SQLite::Statement rows = query(database, invariant.rows);
            while (rows.executeStep()) out.problems.push_back(fmt::format(fmt::runtime(invariant.sentence), rows.getColumn(0).getString()));
        }
        for (std::string& problem : out.problems) problem = file.path() + ": " + problem;
        out.campaigns = number_of(database, "select count(*) from campaign");
        out.events = number_of(database, "select count(*) from event");
    });
    return out;
}

}  // namespace kaoping::campaign
