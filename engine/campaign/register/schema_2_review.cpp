// Step 2 of the register's tables: what people decide on findings, and what stands after each decision.

#include <array>

#include "engine/campaign/register/schema_steps.hpp"

namespace kaoping::campaign {

namespace {

constexpr const char* review_sql = R"sql(
-- Kinds of events, and the table that has the one row of each event of the kind.
create table event_kind (
    kind    text primary key,
    subject text not null
) strict;
insert into event_kind values
    ('campaign_opened', 'campaign'), ('cases_drawn', 'draw'), ('run_started', 'run'), ('run_finished', 'run_end'),
    ('official_registered', 'official'), ('findings_reviewed', 'review'), ('objection_raised', 'objection'),
    ('objection_decided', 'decision'), ('waiver_granted', 'waiver');
create table new_event (
    id    integer primary key autoincrement,
    kind  text not null references event_kind (kind),
    at    text not null,                              -- UTC, RFC 3339
    actor text not null check (trim(actor) <> ''),
    why   text not null                               -- may be empty
) strict;
insert into new_event select id, kind, at, actor, why from event order by id;
drop table event;
alter table new_event rename to event;

-- Findings that people add have the kind 'manual': they belong to the review that made them, not to what the run counted.
create table new_finding (
    id          integer primary key,
    run         integer not null,
    case_id     text not null,
    kind        text not null check (kind in ('rule', 'data', 'manual')),
    rule        text not null,                        -- full id; of data: the code; of manual: may be empty
    severity    text not null,                        -- of data: empty
    verdict     text not null,                        -- of data: empty
    deduct_low  integer not null,                     -- millionths of a point
    deduct_high integer not null check (deduct_low <= deduct_high),
    line        text not null,                        -- the whole finding, kaoping.findings/1
    foreign key (run, case_id) references case_result (run, case_id)
) strict;
insert into new_finding select * from finding;
drop table finding;
alter table new_finding rename to finding;
create index finding_by_case on finding (run, case_id);

-- What scoring a case again needs: of each finding that is not about data …
create table finding_basis (
    finding     integer primary key references finding (id),
    standard    text not null,                        -- full id
    rule_number integer not null,                     -- in the packs of the campaign; −1: of a person, under the standard
    subject     text not null,
    possible    text not null,                        -- of undetermined: verdicts, with blanks between
    amount_low  integer,                              -- millionths, before cap and absorption; null: not known
    amount_high integer,
    day         text not null,                        -- when its act was due, else the day as of which the run judges
    check ((amount_low is null) = (amount_high is null))
) strict;
create table case_met (                               -- … and of each case the rules that it meets
    run     integer not null,
    case_id text not null,
    rules   text not null,                            -- numbers in the packs of the campaign: "0-4 7 9-11"
    primary key (run, case_id),
    foreign key (run, case_id) references case_result (run, case_id)
) strict;
create table finding_person (                         -- whom the rule holds responsible
    run     integer not null references run (event),
    finding integer not null references finding (id),
    role    text not null check (role in ('handler', 'reviewer', 'approver', 'expert', 'leader', 'responsible')),
    person  text not null,                            -- as the case file names the person
    primary key (finding, role, person)
) strict;
create table run_day (
    run integer primary key references run (event),
    day text not null                                 -- as of which it judges, local
) strict;
create table run_grade (                              -- grades of the scheme
    run        integer not null references run (event),
    grade      text not null,
    from_score integer not null,                      -- millionths; a score of exactly this has the grade
    on_veto    integer not null check (on_veto in (0, 1)),  -- grade of a unit with a veto in force
    primary key (run, grade)
) strict;

-- People who decide. Registering someone again changes the role from then on.
create table official (
    event integer primary key references event (id),
    id    text not null check (trim(id) <> ''),
    name  text not null check (trim(name) <> ''),
    role  text not null check (role in ('unit_legal', 'legal_department', 'leader')),
    unit  text not null check (case role when 'unit_legal' then unit <> '' when 'legal_department' then unit = '' else true end)  -- a leader: of a unit, or of all
) strict;
create index official_by_id on official (id);

-- A sheet of decisions on findings, by one person on one level.
create table review (
    event integer primary key references event (id),
    run   integer not null references run (event),
    level text not null check (level in ('unit', 'department')),
    unit  text not null check ((level = 'unit') = (unit <> '')),
    sheet text not null                               -- hash of the file; empty: none
) strict;
create table review_line (
    review   integer not null references review (event),
    line     integer not null,                        -- in the sheet
    finding  integer not null references finding (id),
    decision text not null check (decision in ('confirm', 'dismiss')),
    amount   integer check (amount >= 0),             -- millionths; null: as the engine says
    veto     text not null check (veto in ('', 'confirm', 'refuse')),
    reason   text not null,
    primary key (review, finding),
    check (decision = 'confirm' or (trim(reason) <> '' and amount is null and veto = ''))
) strict;
create index review_line_by_finding on review_line (finding);

create table objection (                              -- of the unit; one for each finding
    event   integer primary key references event (id),
    finding integer not null unique references finding (id),
    told    text not null,                            -- days: when the unit was told of the finding …
    due     text not null,                            -- … until when it could object …
    filed   text not null check (told <= filed),      -- … and when it did
    late    text not null,                            -- why it is heard though it is late
    check (filed <= due or trim(late) <> '')
) strict;
create table decision (                               -- on an objection
    event     integer primary key references event (id),
    objection integer not null unique references objection (event),
    outcome   text not null check (outcome in ('uphold', 'partly', 'reject')),
    amount    integer check (amount >= 0),            -- of partly, as are the veto
    veto      text not null check (veto in ('', 'confirm', 'refuse')),
    due       text not null,                          -- days: until when it was to be decided, and when it was
    decided   text not null,
    check (outcome = 'partly' or (amount is null and veto = ''))
) strict;

-- Findings for which no points are deducted, although they are defects.
create table waiver (
    event     integer primary key references event (id),
    campaign  text not null references campaign (id),
    ground    text not null check (ground in ('law_changed', 'law_disputed', 'force_majeure', 'new_evidence', 'self_corrected')),
    authority text not null check (trim(authority) <> ''),
    from_day  text not null,                          -- of the act; both included
    until_day text not null check (from_day <= until_day),
    unit      text not null,                          -- which findings: empty or null means any
    case_id   text not null,
    rule      text not null,
    finding   integer references finding (id),
    check (unit <> '' or case_id <> '' or rule <> '' or finding is not null)
) strict;

-- What stands from an event on; the newest counts, the earlier ones are what stood before.
create table case_standing (
    event      integer not null references event (id),
    run        integer not null,
    case_id    text not null,
    score_low  integer,
    score_high integer,
    veto       text not null check (veto in ('none', 'possible', 'unconfirmed', 'refused', 'in_force')),
    primary key (run, case_id, event),
    foreign key (run, case_id) references case_result (run, case_id),
    check ((score_low is null) = (score_high is null) and (score_low is null or score_low <= score_high))
) strict;
create table finding_standing (
    event       integer not null references event (id),
    finding     integer not null references finding (id),
    verdict     text not null,
    deduct_low  integer not null,
    deduct_high integer not null check (deduct_low <= deduct_high),
    state       text not null check (state in ('open', 'confirmed', 'dismissed', 'waived')),
    primary key (finding, event),
    check (state not in ('dismissed', 'waived') or (deduct_low = 0 and deduct_high = 0))
) strict;

create view official_now as
    select * from official where event = (select max(o.event) from official o where o.id = official.id);
create view waived_finding as                         -- which findings a waiver covers
    select waiver.event as waiver, finding.id as finding, finding.run, finding.case_id
    from waiver join draw on draw.campaign = waiver.campaign join run on run.draw = draw.event
    join finding on finding.run = run.event and finding.kind <> 'data' join finding_basis on finding_basis.finding = finding.id
    join sampled_case on sampled_case.draw = draw.event and sampled_case.case_id = finding.case_id
    where waiver.unit in ('', sampled_case.unit) and waiver.case_id in ('', finding.case_id) and waiver.rule in ('', finding.rule)
      and coalesce(waiver.finding, finding.id) = finding.id and day between from_day and until_day;
create view finding_word as                           -- what people said of findings; the newest counts
    select review as event, finding, decision, amount, veto, reason from review_line
    union all
    select decision.event, finding, case outcome when 'uphold' then 'dismiss' else 'confirm' end, amount, veto, why
    from decision join objection on objection.event = decision.objection join event on event.id = decision.event where outcome <> 'reject';
create view standing_case as
    select draw.campaign, current_run.run, case_result.case_id, unit, kind, officer,
           case when standing.event is null then case_result.score_low else standing.score_low end as score_low,
           case when standing.event is null then case_result.score_high else standing.score_high end as score_high,
           coalesce(standing.veto, case_result.veto) as veto
    from current_run join draw on draw.event = current_run.draw join case_result on case_result.run = current_run.run
    join sampled_case on sampled_case.draw = current_run.draw and sampled_case.case_id = case_result.case_id
    left join case_standing standing on standing.run = case_result.run and standing.case_id = case_result.case_id and standing.event =
        (select max(event) from case_standing newest where newest.run = case_result.run and newest.case_id = case_result.case_id);
create view standing_finding as
    select draw.campaign, current_run.run, finding.id as finding, finding.case_id, unit, sampled_case.kind, officer, rule, coalesce(standard, '') as standard,
           severity, coalesce(standing.verdict, finding.verdict) as verdict, coalesce(standing.deduct_low, finding.deduct_low) as deduct_low,
           coalesce(standing.deduct_high, finding.deduct_high) as deduct_high, case finding.kind when 'manual' then 'manual' else 'engine' end as origin,
           coalesce(standing.state, 'open') as state, line
    from current_run join draw on draw.event = current_run.draw join finding on finding.run = current_run.run and finding.kind <> 'data'
    join sampled_case on sampled_case.draw = current_run.draw and sampled_case.case_id = finding.case_id
    left join finding_basis on finding_basis.finding = finding.id
    left join finding_standing standing on standing.finding = finding.id and standing.event =
        (select max(event) from finding_standing newest where newest.finding = finding.id);

create view campaign_event as                         -- which campaign an event belongs to
    select id as campaign, event from campaign
    union all select campaign, event from draw
    union all select campaign, run.event from run join draw on draw.event = run.draw
    union all select campaign, run_end.event from run_end join run on run.event = run_end.run join draw on draw.event = run.draw
    union all select campaign, review.event from review join run on run.event = review.run join draw on draw.event = run.draw
    union all select campaign, objection.event from objection join finding on finding.id = objection.finding join run on run.event = finding.run
              join draw on draw.event = run.draw
    union all select campaign, decision.event from decision join objection on objection.event = decision.objection join finding on finding.id = objection.finding
              join run on run.event = finding.run join draw on draw.event = run.draw
    union all select campaign, event from waiver;

-- Handler, reviewer and decider are different people: whoever writes to this file, by whatever means, is held to it.
-- (case_person says it at a glance; the triggers that run for each line look up its two halves.)
create view case_person as                            -- everyone whom the case file names
    select run.event as run, case_id, officer as person from run join sampled_case on sampled_case.draw = run.draw where officer <> ''
    union all
    select finding.run, case_id, person from finding_person join finding on finding.id = finding_person.finding;
create trigger review_by_official before insert on review begin
    select raise(abort, 'only a registered unit legal officer reviews on the level of the unit, and only for the own unit')
    where new.level = 'unit' and not exists (select 1 from event join official_now on official_now.id = actor where event.id = new.event
                                             and role = 'unit_legal' and unit = new.unit);
    select raise(abort, 'only a registered official of the legal department reviews on its level')
    where new.level = 'department' and not exists (select 1 from event join official_now on official_now.id = actor where event.id = new.event
                                                   and role = 'legal_department');
    select raise(abort, 'only findings of the last finished run are reviewed') where new.run not in (select run from current_run);
end;
create trigger review_line_by_other before insert on review_line begin
    select raise(abort, 'this finding belongs to another run, or is about data')
    where not exists (select 1 from review join finding on finding.run = review.run where review.event = new.review and finding.id = new.finding
                      and finding.kind <> 'data');
    select raise(abort, 'handler, reviewer and decider are different people: the reviewer is named in this case file')
    where exists (select 1 from finding join run on run.event = finding.run join sampled_case on sampled_case.draw = run.draw and sampled_case.case_id = finding.case_id
                  join event on event.id = new.review join official_now on official_now.id = actor
                  where finding.id = new.finding and officer in (official_now.id, official_now.name))
       or exists (select 1 from finding join finding other on other.run = finding.run and other.case_id = finding.case_id
                  join finding_person on finding_person.finding = other.id join event on event.id = new.review join official_now on official_now.id = actor
                  where finding.id = new.finding and person in (official_now.id, official_now.name));
    select raise(abort, 'on the level of the unit only findings of the own unit are reviewed')
    where exists (select 1 from review join run on run.event = review.run join finding on finding.id = new.finding
                  join sampled_case on sampled_case.draw = run.draw and sampled_case.case_id = finding.case_id
                  where review.event = new.review and level = 'unit' and sampled_case.unit <> review.unit);
    select raise(abort, 'only the legal department confirms or refuses vetoes')
    where new.veto <> '' and exists (select 1 from review where event = new.review and level = 'unit');
    select raise(abort, 'the legal department has reviewed this finding: the unit no longer decides on it')
    where exists (select 1 from review where event = new.review and level = 'unit')
      and exists (select 1 from review_line join review on review.event = review where finding = new.finding and level = 'department');
    select raise(abort, 'the unit has objected to this finding: it is decided upon, not reviewed again')
    where exists (select 1 from objection where finding = new.finding);
end;
create trigger objection_to_current before insert on objection begin
    select raise(abort, 'only findings of the last finished run, and none about data, are objected to')
    where not exists (select 1 from standing_finding where finding = new.finding);
    select raise(abort, 'an objection says why') where exists (select 1 from event where id = new.event and trim(why) = '');
end;
create trigger decision_by_other before insert on decision begin
    select raise(abort, 'only a registered official of the legal department or a leader decides on an objection')
    where not exists (select 1 from event join official_now on official_now.id = actor where event.id = new.event and role in ('legal_department', 'leader'));
    select raise(abort, 'a decision says why') where exists (select 1 from event where id = new.event and trim(why) = '');
    select raise(abort, 'handler, reviewer and decider are different people: the decider is named in this case file')
    where exists (select 1 from objection join finding on finding.id = objection.finding join case_person using (run, case_id)
                  join event on event.id = new.event join official_now on official_now.id = actor
                  where objection.event = new.objection and person in (official_now.id, official_now.name));
    select raise(abort, 'handler, reviewer and decider are different people: the decider has reviewed this finding')
    where exists (select 1 from objection join review_line on review_line.finding = objection.finding join event reviewed on reviewed.id = review_line.review
                  join event decided on decided.id = new.event where objection.event = new.objection and reviewed.actor = decided.actor);
    select raise(abort, 'handler, reviewer and decider are different people: the decider has raised this objection')
    where exists (select 1 from event raised join event decided on decided.id = new.event where raised.id = new.objection and raised.actor = decided.actor);
end;
create trigger waiver_by_other before insert on waiver begin
    select raise(abort, 'only a registered official of the legal department or a leader grants a waiver')
    where not exists (select 1 from event join official_now on official_now.id = actor where event.id = new.event and role in ('legal_department', 'leader'));
    select raise(abort, 'a waiver says why') where exists (select 1 from event where id = new.event and trim(why) = '');
    select raise(abort, 'nobody waives a defect of the own case: this person is named in a case file that the waiver covers')
    where exists (select 1 from standing_finding join case_person using (run, case_id) join event on event.id = new.event
                  join official_now on official_now.id = actor
                  where campaign = new.campaign and new.unit in ('', standing_finding.unit) and new.case_id in ('', standing_finding.case_id)
                    and new.rule in ('', standing_finding.rule) and coalesce(new.finding, standing_finding.finding) = standing_finding.finding
                    and person in (official_now.id, official_now.name));
end;
)sql";

constexpr std::array review_tables{"event_kind", "event",  "finding",     "finding_basis", "case_met", "finding_person", "run_day",       "run_grade", "official",
                              "review",     "review_line", "objection",     "decision", "waiver",         "case_standing", "finding_standing"};

}  // namespace

SchemaStep review_step() { return {review_sql, review_tables}; }

}  // namespace kaoping::campaign
