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

/// Each event has one row in the table of its kind, and in no other.
std::string events_without_subject(SQLite::Database& database) {
    std::string own = "case kind", all = "0";
    SQLite::Statement kinds = query(database, "select kind, subject from event_kind");
    while (kinds.executeStep()) {
        const std::string count = fmt::format("(select count(*) from {} where event = event.id)", kinds.getColumn(1).getString());
        own += fmt::format(" when '{}' then {}", kinds.getColumn(0).getString(), count);
        all += " + " + count;
    }
    return fmt::format("select id from event where {} end <> 1 or {} <> 1", own, all);
}

constexpr std::array invariants{
    Invariant{"events are missing: the last has number {}, but fewer are there",
              "select max(id) from event having max(id) <> count(*) or max(id) < (select coalesce(max(seq), 0) from sqlite_sequence where name = 'event')"},
    Invariant{"{}: the stratum does not have as many drawn cases as it says",
              "select unit || ', ' || kind from stratum where drawn <> (select count(*) from sampled_case s where s.draw = stratum.draw and s.unit = stratum.unit "
              "and s.kind = stratum.kind)"},
    Invariant{"draw {} has no strata", "select event from draw where event not in (select draw from stratum)"},
    Invariant{"run {} ended, but not all drawn cases have a result, or others have",
              "select run from run_end join run on run.event = run where cases <> (select count(*) from case_result where case_result.run = run.event) "
              "or cases <> (select count(*) from sampled_case where sampled_case.draw = run.draw)"},
    Invariant{"run {}: a result belongs to another draw", "select distinct run from case_result join run on run.event = run where run.draw <> case_result.draw"},
    Invariant{"run {} ended with another number of findings",
              "select run from run_end where findings <> (select count(*) from finding where finding.run = run_end.run and kind <> 'manual')"},
    Invariant{"run {}: its scores do not add up to their registered sum",
              "select run from run_end where score_low_sum <> (select coalesce(sum(score_low), 0) from case_result where case_result.run = run_end.run) "
              "or score_high_sum <> (select coalesce(sum(score_high), 0) from case_result where case_result.run = run_end.run)"},
    Invariant{"run {}: of some findings it is not known what scoring them again needs",
              "select run from finding join finding_basis on finding_basis.finding = finding.id group by run "
              "having count(*) <> (select count(*) from finding counted where counted.run = finding.run and counted.kind <> 'data')"},
    Invariant{"run {}: of some cases it is not known which rules they meet",
              "select run from case_met group by run having count(*) <> (select count(*) from case_result where case_result.run = case_met.run)"},
    Invariant{"finding {} was reviewed by a person whom its case file names",
              "select finding from review_line join finding on finding.id = review_line.finding join event on event.id = review join official on official.id = actor "
              "where exists (select 1 from case_person p where p.run = finding.run and p.case_id = finding.case_id and p.person in (official.id, official.name))"},
    Invariant{"the decision on objection {} was taken by a person who reviewed the finding",
              "select objection from decision join objection on objection.event = decision.objection join event on event.id = decision.event "
              "where actor in (select actor from review_line join event reviewed on reviewed.id = review where review_line.finding = objection.finding)"},
    Invariant{"finding {} was reviewed in the review of another run",
              "select finding from review_line join finding on finding.id = review_line.finding join review on review.event = review where review.run <> finding.run"},
    Invariant{"review {} has no line", "select event from review where event not in (select review from review_line)"},
    Invariant{"a person's word on finding {} has no consequence",
              "select finding from finding_word where not exists (select 1 from finding_standing s where s.finding = finding_word.finding and s.event = finding_word.event)"},
    Invariant{"event {} changed findings, but not the score of their case",
              "select distinct s.event from finding_standing s join finding on finding.id = s.finding where not exists "
              "(select 1 from case_standing c where c.event = s.event and c.run = finding.run and c.case_id = finding.case_id)"},
    Invariant{"finding {} does not stand as the last word on it says",
              "select finding from (select finding, decision, max(event) from finding_word group by finding) join (select finding as f, state, max(event) from "
              "finding_standing group by finding) on f = finding where state not in ('waived', case decision when 'dismiss' then 'dismissed' else 'confirmed' end)"},
    Invariant{"{}: this rule of the register is not there",
              "select column1 from (values ('review_by_official'), ('review_line_by_other'), ('objection_to_current'), ('decision_by_other'), ('waiver_by_other'), "
              "('recheck_by_another'), ('rectification_closed_by_another'), ('rectification_closed_when_mended'), ('run_before_the_end'), ('run_end_before_the_end'), "
              "('review_before_the_end'), ('objection_before_the_end'), ('decision_before_the_end'), ('waiver_before_the_end'), ('bonus_before_the_end'), "
              "('bonus_end_before_the_end'), ('indicator_value_before_the_end')) "
              "where column1 not in (select name from sqlite_master where type = 'trigger')"},
    Invariant{"notice {} has no defect, or one of another campaign or unit",
              "select event from notice where event not in (select notice from notice_defect) or exists (select 1 from notice_defect d join finding on finding.id = d.finding "
              "join run on run.event = finding.run join draw on draw.event = run.draw join sampled_case s on s.draw = run.draw and s.case_id = finding.case_id "
              "where d.notice = notice.event and (d.campaign <> notice.campaign or draw.campaign <> notice.campaign or s.unit <> notice.unit))"},
    Invariant{"re-check {} looked at no defect, or at one of another notice",
              "select event from recheck where event not in (select recheck from recheck_defect) or exists (select 1 from recheck_defect d "
              "where d.recheck = recheck.event and d.notice <> recheck.notice)"},
    Invariant{"notice {}: a defect was closed that no re-check had found mended, and that is no finding of a person",
              "select e.notice from rectification_end e join notice_defect d using (notice, number) where origin = 'engine' and not exists (select 1 from recheck_defect r "
              "where r.notice = e.notice and r.number = e.number and r.recheck < e.event and verdict in ('no_defect', 'exempt'))"},
    Invariant{"campaign {} was closed without the results of all its units",
              "select campaign from campaign_end join run on run.event = campaign_end.run where (select count(*) from unit_end where unit_end.campaign = campaign_end.campaign) "
              "<> (select count(distinct unit) from stratum where stratum.draw = run.draw)"},
    Invariant{"campaign {}: something was decided after it was closed",
              "select distinct campaign from campaign_event join campaign_end using (campaign) join event on event.id = campaign_event.event "
              "where campaign_event.event > campaign_end.event and kind in ('run_started', 'run_finished', 'findings_reviewed', 'objection_raised', 'objection_decided', "
              "'waiver_granted', 'bonus_granted', 'bonus_withdrawn', 'indicator_entered')"},
    Invariant{"{}: the triggers that keep this table append-only are not there",
              "select name from sqlite_master t where type = 'table' and name not like 'sqlite%' and 2 <> (select count(*) from sqlite_master g "
              "where g.type = 'trigger' and g.tbl_name = t.name and g.name in (t.name || '_no_update', t.name || '_no_delete'))"},
};

void add_problems(SQLite::Database& database, const Invariant& invariant, std::vector<std::string>& problems) {
    SQLite::Statement rows = query(database, invariant.rows);
    while (rows.executeStep()) problems.push_back(fmt::format(fmt::runtime(invariant.sentence), rows.getColumn(0).getString()));
}

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
        add_problems(database, {"event {} has no subject of its kind, or several", events_without_subject(database).c_str()}, out.problems);
        for (const Invariant& invariant : invariants) add_problems(database, invariant, out.problems);
        for (std::string& problem : out.problems) problem = file.path() + ": " + problem;
        out.campaigns = number_of(database, "select count(*) from campaign");
        out.events = number_of(database, "select count(*) from event");
    });
    return out;
}

}  // namespace kaoping::campaign
