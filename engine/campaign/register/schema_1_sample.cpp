// Step 1 of the register's tables: campaigns, samples, runs and their findings.

#include <array>

#include "engine/campaign/register/schema_steps.hpp"

namespace kaoping::campaign {

namespace {

constexpr const char* sample_sql = R"sql(
-- Who decided what, when and why. Numbers run from 1 without gaps.
create table event (
    id    integer primary key autoincrement,
    kind  text not null check (kind in ('campaign_opened', 'cases_drawn', 'run_started', 'run_finished')),
    at    text not null,                              -- UTC, RFC 3339
    actor text not null check (trim(actor) <> ''),
    why   text not null                               -- may be empty
) strict;

-- An evaluation of one period by one set of rules and one scheme.
create table campaign (
    event        integer primary key references event (id),
    id           text not null unique check (id <> ''),
    title        text not null,
    period_from  text not null,                       -- days, both included
    period_until text not null check (period_from <= period_until),
    scheme_path  text not null,
    scheme_id    text not null,
    scheme_hash  text not null
) strict;
create table campaign_path (                          -- the packs as they were given, in order
    campaign text not null references campaign (id),
    position integer not null,
    path     text not null,
    primary key (campaign, position)
) strict;
create table campaign_pack (                          -- what was in them
    campaign text not null references campaign (id),
    id       text not null,
    version  text not null,
    hash     text not null,
    primary key (campaign, id)
) strict;

-- The draw of a campaign, once: nobody draws again until the sample pleases.
create table draw (
    event        integer primary key references event (id),
    campaign     text not null unique references campaign (id),
    seed         text not null,                       -- decimal, 64 bits without sign
    allocation   text not null check (allocation in ('proportional', 'fixed', 'risk')),
    size         integer not null check (size > 0),   -- as asked; of each unit if fixed
    unit_minimum integer not null check (unit_minimum >= 0),
    left_out     integer not null check (left_out >= 0),    -- cases drawn before, left out on request
    unreadable   integer not null check (unreadable >= 0),  -- cases that could not be read, so not be drawn
    inputs_hash  text not null
) strict;
create table stratum (
    draw   integer not null references draw (event),
    unit   text not null,
    kind   text not null,
    cases  integer not null check (cases > 0),
    drawn  integer not null check (drawn between 1 and cases),
    factor integer not null check (factor > 0),       -- risk factor of the unit, thousandths
    primary key (draw, unit, kind)
) strict;
create table sampled_case (
    draw     integer not null,
    position integer not null,                        -- from 1, in the order of the draw
    case_id  text not null,
    unit     text not null,
    kind     text not null,
    officer  text not null,                           -- empty: not recorded
    file     text not null,
    primary key (draw, case_id),
    unique (draw, position),
    foreign key (draw, unit, kind) references stratum (draw, unit, kind)
) strict;

-- A run of the engine over the drawn cases. It counts once it is finished; of several the last.
create table run (
    event integer primary key references event (id),
    draw  integer not null references draw (event),
    as_of text not null                               -- in the zone of the case files
) strict;
create table case_result (
    run        integer not null references run (event),
    draw       integer not null,
    case_id    text not null,
    score_low  integer,                               -- millionths of a point; null: nothing applies, no score
    score_high integer,
    veto       text not null check (veto in ('none', 'possible', 'unconfirmed', 'in_force')),
    worst      text not null,                         -- verdict over all rules
    primary key (run, case_id),
    foreign key (draw, case_id) references sampled_case (draw, case_id),
    check ((score_low is null) = (score_high is null) and (score_low is null or score_low <= score_high))
) strict;
create table finding (
    id          integer primary key,
    run         integer not null,
    case_id     text not null,
    kind        text not null check (kind in ('rule', 'data')),
    rule        text not null,                        -- full id; of data: the code
    severity    text not null,                        -- of data: empty
    verdict     text not null,                        -- of data: empty
    deduct_low  integer not null,                     -- millionths of a point
    deduct_high integer not null check (deduct_low <= deduct_high),
    line        text not null,                        -- the whole finding, kaoping.findings/1
    foreign key (run, case_id) references case_result (run, case_id)
) strict;
create index finding_by_case on finding (run, case_id);
create table run_end (
    event          integer primary key references event (id),
    run            integer not null unique references run (event),
    cases          integer not null,
    findings       integer not null,
    score_low_sum  integer not null,                  -- of the scored cases, millionths
    score_high_sum integer not null,
    engine_version text not null,
    inputs_hash    text not null
) strict;
create table run_part (                               -- identity: what the run was computed by
    run     integer not null references run (event),
    role    text not null check (role in ('pack', 'tailoring', 'schema', 'scheme', 'calendar')),
    name    text not null,
    version text not null,
    hash    text not null,
    primary key (run, role, name)
) strict;

create view current_run as                            -- of each draw the run that was finished last
    select draw, run from run_end join run on run.event = run
    where run_end.event = (select max(e.event) from run_end e join run r on r.event = e.run where r.draw = run.draw);
create view campaign_state as
    select campaign.id, title, period_from, period_until, draw.event as draw, current_run.run as run,
           case when current_run.run is not null then 'evaluated' when draw.event is not null then 'drawn' else 'opened' end as state,
           (select count(*) from sampled_case where sampled_case.draw = draw.event) as cases,
           (select count(distinct unit) from stratum where stratum.draw = draw.event) as units,
           (select count(*) from run where run.draw = draw.event and run.event not in (select run from run_end)) as unfinished_runs
    from campaign left join draw on draw.campaign = campaign.id left join current_run on current_run.draw = draw.event;
)sql";

constexpr std::array sample_tables{"event", "campaign", "campaign_path", "campaign_pack", "draw", "stratum", "sampled_case",
                              "run",   "case_result", "finding", "run_end", "run_part"};

}  // namespace

SchemaStep sample_step() { return {sample_sql, sample_tables}; }

}  // namespace kaoping::campaign
