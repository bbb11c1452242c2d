// Step 3 of the register's tables: rectification, bonus and indicators, the end of a campaign, publication.

#include <array>

#include "engine/campaign/register/schema_steps.hpp"

namespace kaoping::campaign {

namespace {

constexpr const char* followup_sql = R"sql(
insert into event_kind values
    ('notice_issued', 'notice'), ('rectification_replied', 'rectification_reply'), ('rectification_rechecked', 'recheck'), ('parties_visited', 'return_visit'),
    ('rectification_closed', 'rectification_end'), ('bonus_granted', 'bonus'), ('bonus_withdrawn', 'bonus_end'), ('indicator_entered', 'indicator_value'),
    ('campaign_closed', 'campaign_end'), ('results_published', 'publication');

alter table campaign add column kind text not null default 'quarterly' check (trim(kind) <> '');  -- as schemes of a year name it

-- Rectification (整改): a notice to a unit with a deadline for its defects.
create table notice (
    event    integer primary key references event (id),
    campaign text not null references campaign (id),
    unit     text not null,
    day      text not null,                           -- of issue, in the zone of the packs, as are all days here
    until    text not null check (day <= until)       -- last day
) strict;
create table notice_defect (                          -- as it stood when the notice was issued
    notice   integer not null references notice (event),
    number   integer not null check (number > 0),
    campaign text not null references campaign (id),
    defect   text not null,                           -- fingerprint; of a finding made by a person: its number
    finding  integer not null,
    case_id  text not null,
    rule     text not null,                           -- full id; of a finding made by a person: of its standard
    officer  text not null,
    severity text not null,
    origin   text not null check (origin in ('engine', 'manual')),
    primary key (notice, number),
    unique (campaign, defect)                         -- a defect is noticed once
) strict;
create index notice_defect_again on notice_defect (rule, officer);
create table notice_person (                          -- who answers for it: not who finds it mended
    notice integer not null references notice (event),
    person text not null,
    primary key (notice, person)
) strict;
create table rectification_reply (
    event  integer primary key references event (id),
    notice integer not null references notice (event),
    number integer,                                   -- of the defect; null: all of the notice
    says   text not null check (trim(says) <> ''),
    foreign key (notice, number) references notice_defect (notice, number)
) strict;
create table reply_proof (
    reply integer not null references rectification_reply (event),
    name  text not null,
    hash  text not null,
    primary key (reply, name)
) strict;
create table recheck (                                -- the engine ran over corrected case files
    event          integer primary key references event (id),
    notice         integer not null references notice (event),
    as_of          text not null,
    engine_version text not null,
    inputs_hash    text not null
) strict;
create table recheck_part (                           -- identity, as run_part
    recheck integer not null references recheck (event),
    role    text not null check (role in ('pack', 'tailoring', 'schema', 'scheme', 'calendar')),
    name    text not null,
    version text not null,
    hash    text not null,
    primary key (recheck, role, name)
) strict;
create table recheck_defect (
    recheck integer not null references recheck (event),
    notice  integer not null,
    number  integer not null,
    verdict text not null,                            -- 'no_defect': neither this one nor a new one of its rule
    says    text not null,
    primary key (recheck, number),
    foreign key (notice, number) references notice_defect (notice, number)
) strict;
create table return_visit (                           -- 回访
    event     integer primary key references event (id),
    notice    integer not null references notice (event),
    visited   text not null check (trim(visited) <> ''),
    satisfied integer not null check (satisfied in (0, 1)),
    says      text not null
) strict;
create table rectification_end (
    event  integer primary key references event (id),
    notice integer not null,
    number integer not null,
    day    text not null,
    unique (notice, number),
    foreign key (notice, number) references notice_defect (notice, number)
) strict;

-- What counts for a unit beside its cases.
create table bonus (
    event    integer primary key references event (id),
    campaign text not null references campaign (id),
    unit     text not null,
    points   integer not null check (points > 0),     -- millionths
    basis    text not null check (trim(basis) <> '')
) strict;
create table bonus_end (
    event integer primary key references event (id),
    bonus integer not null unique references bonus (event)
) strict;
create table indicator_value (
    event     integer primary key references event (id),
    campaign  text not null references campaign (id),
    unit      text not null,
    indicator text not null,                          -- of the campaign's scheme
    value     integer not null check (value >= 0),    -- millionths; of several entries the last counts
    basis     text not null check (trim(basis) <> '')
) strict;

-- The end of a campaign: its results as they stood, for good.
create table campaign_end (
    event      integer primary key references event (id),
    campaign   text not null unique references campaign (id),
    run        integer not null references run (event),
    confidence real not null                          -- of the margins
) strict;
create table unit_end (
    campaign    text not null references campaign_end (campaign),
    unit        text not null,
    cases       integer not null,
    drawn       integer not null,
    scored      integer not null,
    defects     integer not null,
    vetoes      integer not null,                     -- cases with a veto in force
    mean_low    integer,                              -- estimate, millionths; null: no score
    mean_high   integer,
    margin_low  real,                                 -- points; null: not known
    margin_high real,
    bonus       integer not null,                     -- what counts of it
    indicators  integer not null,
    score_low   integer,
    score_high  integer,
    grade_low   text not null,                        -- empty: the scheme has none
    grade_high  text not null,
    primary key (campaign, unit)
) strict;
create table publication (
    event    integer primary key references event (id),
    campaign text not null references campaign_end (campaign),
    form     text not null check (form in ('html', 'json')),
    hash     text not null                            -- of the published bytes
) strict;

create view standing_bonus as select * from bonus where event not in (select bonus from bonus_end);
create view standing_indicator as
    select * from indicator_value v
    where event = (select max(event) from indicator_value o where o.campaign = v.campaign and o.unit = v.unit and o.indicator = v.indicator);

-- Where each noticed defect stands. Overdue: `until` has passed and `closed` is null or later.
create view defect_state as
    select d.campaign, notice.unit, d.notice, d.number, notice.until, d.finding, d.case_id, d.rule, d.officer, d.severity, d.origin, e.day as closed,
           case when e.event is not null then 'closed'
                when r.verdict in ('no_defect', 'exempt') then 'mended'
                when r.verdict is not null then 'not_mended'
                when exists (select 1 from rectification_reply p where p.notice = d.notice and coalesce(p.number, d.number) = d.number) then 'replied'
                else 'noticed' end as state
    from notice_defect d join notice on notice.event = d.notice
    left join rectification_end e on e.notice = d.notice and e.number = d.number
    left join recheck_defect r on r.notice = d.notice and r.number = d.number
        and r.recheck = (select max(recheck) from recheck_defect o where o.notice = d.notice and o.number = d.number);

-- Defects of a rule by an officer of a unit who had defects of the same rule in an earlier period. after_notice: did the period
-- begin after the day of the notice (yes), or end after it (possibly: the act may have been before or after)?
create view repeat_defect as
    with losses as (select campaign, unit, rule, officer, count(*) as defects from standing_finding
                    where verdict = 'defect' and state <> 'waived' and officer <> '' and rule <> '' group by campaign, unit, rule, officer)
    select campaign, finding, unit, rule, officer, earlier, notice,
           case when notice is null then 'no'
                when (select day from notice n where n.event = notice) < period_from then 'yes'
                when (select day from notice n where n.event = notice) <= period_until then 'possibly' else 'no' end as after_notice
    from (select now.campaign, now.finding, now.unit, now.rule, now.officer, c.period_from, c.period_until, sum(before.defects) as earlier,
                 (select min(d.notice) from notice_defect d join notice on notice.event = d.notice join campaign n on n.id = d.campaign
                  where d.rule = now.rule and d.officer = now.officer and notice.unit = now.unit and n.period_until < c.period_from) as notice
          from standing_finding now cross join campaign c on c.id = now.campaign
          cross join losses before on before.unit = now.unit and before.rule = now.rule and before.officer = now.officer
          cross join campaign b on b.id = before.campaign and b.period_until < c.period_from
          where now.verdict = 'defect' and now.state <> 'waived'
          group by now.campaign, now.finding);

-- Who finds a defect mended is neither who answers for it nor who replied.
create trigger recheck_by_another before insert on recheck begin
    select raise(abort, 'this person answers for a defect of the notice, or replied to it: somebody else has to re-check')
    where exists (select 1 from event join notice_person on notice = new.notice left join official_now on official_now.id = actor
                  where event.id = new.event and person in (actor, official_now.name))
       or (select actor from event where id = new.event) in
        (select actor from event join rectification_reply on rectification_reply.event = event.id where notice = new.notice);
end;
create trigger rectification_closed_by_another before insert on rectification_end begin
    select raise(abort, 'this person answers for a defect of the notice, or replied to it: somebody else has to close')
    where exists (select 1 from event join notice_person on notice = new.notice left join official_now on official_now.id = actor
                  where event.id = new.event and person in (actor, official_now.name))
       or (select actor from event where id = new.event) in
        (select actor from event join rectification_reply on rectification_reply.event = event.id where notice = new.notice);
end;
create trigger rectification_closed_when_mended before insert on rectification_end begin
    select raise(abort, 'a defect is closed once a re-check found it mended, or, if a person made the finding, once a reply with proof is there')
    where not exists (select 1 from defect_state s where s.notice = new.notice and s.number = new.number
                      and (s.state = 'mended' or (s.origin = 'manual' and s.state = 'replied' and exists (
                          select 1 from reply_proof join rectification_reply r on r.event = reply where r.notice = s.notice and coalesce(r.number, s.number) = s.number))));
    select raise(abort, 'at the last return visit the party was not satisfied: visit again before closing')
    where 0 = (select satisfied from return_visit where notice = new.notice order by event desc limit 1);
end;

-- After the end nothing of a campaign's results is decided any more.
create trigger run_before_the_end before insert on run
    when (select campaign from draw where event = new.draw) in (select campaign from campaign_end) begin
    select raise(abort, 'the campaign is closed: its results stand');
end;
create trigger run_end_before_the_end before insert on run_end
    when (select campaign from draw join run on run.draw = draw.event where run.event = new.run) in (select campaign from campaign_end) begin
    select raise(abort, 'the campaign is closed: its results stand');
end;
create trigger review_before_the_end before insert on review
    when (select campaign from draw join run on run.draw = draw.event where run.event = new.run) in (select campaign from campaign_end) begin
    select raise(abort, 'the campaign is closed: its results stand');
end;
create trigger objection_before_the_end before insert on objection
    when (select campaign from draw join run on run.draw = draw.event where run.event = (select run from finding where id = new.finding)) in (select campaign from campaign_end) begin
    select raise(abort, 'the campaign is closed: its results stand');
end;
create trigger decision_before_the_end before insert on decision
    when (select campaign from draw join run on run.draw = draw.event where run.event = (select run from finding join objection on finding.id = objection.finding where objection.event = new.objection)) in (select campaign from campaign_end) begin
    select raise(abort, 'the campaign is closed: its results stand');
end;
create trigger waiver_before_the_end before insert on waiver
    when new.campaign in (select campaign from campaign_end) begin
    select raise(abort, 'the campaign is closed: its results stand');
end;
create trigger bonus_before_the_end before insert on bonus
    when new.campaign in (select campaign from campaign_end) begin
    select raise(abort, 'the campaign is closed: its results stand');
end;
create trigger bonus_end_before_the_end before insert on bonus_end
    when (select campaign from bonus where event = new.bonus) in (select campaign from campaign_end) begin
    select raise(abort, 'the campaign is closed: its results stand');
end;
create trigger indicator_value_before_the_end before insert on indicator_value
    when new.campaign in (select campaign from campaign_end) begin
    select raise(abort, 'the campaign is closed: its results stand');
end;

drop view campaign_event;
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
    union all select campaign, event from waiver
    union all select campaign, event from notice
    union all select campaign, r.event from rectification_reply r join notice on notice.event = r.notice
    union all select campaign, r.event from recheck r join notice on notice.event = r.notice
    union all select campaign, r.event from return_visit r join notice on notice.event = r.notice
    union all select campaign, r.event from rectification_end r join notice on notice.event = r.notice
    union all select campaign, event from bonus union all select campaign, bonus_end.event from bonus_end join bonus on bonus.event = bonus_end.bonus
    union all select campaign, event from indicator_value
    union all select campaign, event from campaign_end union all select campaign, event from publication;
drop view campaign_state;
create view campaign_state as
    select campaign.id, title, period_from, period_until, draw.event as draw, current_run.run as run,
           case when campaign.id in (select campaign from campaign_end) then 'closed' when current_run.run is not null then 'evaluated'
                when draw.event is not null then 'drawn' else 'opened' end as state,
           (select count(*) from sampled_case where sampled_case.draw = draw.event) as cases,
           (select count(distinct unit) from stratum where stratum.draw = draw.event) as units,
           (select count(*) from run where run.draw = draw.event and run.event not in (select run from run_end)) as unfinished_runs
    from campaign left join draw on draw.campaign = campaign.id left join current_run on current_run.draw = draw.event;
)sql";

constexpr std::array followup_tables{"notice",       "notice_defect",     "notice_person", "rectification_reply", "reply_proof",  "recheck",  "recheck_part", "recheck_defect",
                            "return_visit", "rectification_end", "bonus",         "bonus_end",           "indicator_value", "campaign_end", "unit_end", "publication"};

}  // namespace

SchemaStep followup_step() { return {followup_sql, followup_tables}; }

}  // namespace kaoping::campaign
