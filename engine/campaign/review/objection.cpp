// Objections: see objection.hpp.

#include "engine/campaign/review/objection.hpp"

#include <fmt/core.h>

#include "dsl/registry/scalar_text.hpp"
#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/result/unit_results.hpp"
#include "engine/campaign/legal_days.hpp"
#include "engine/campaign/review/official.hpp"
#include "engine/campaign/review/standing.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::campaign {

namespace {

void require_reason(const Who& who, const char* what) {
    if (who.why.find_first_not_of(" \t") == std::string::npos) throw RegisterError(fmt::format("{} says why; give the reason by --why", what));
}

/// When the finding was last spoken of to the unit: by a review, else by the evaluation.
std::string day_told(SQLite::Database& database, const Campaign& campaign, const engine::TimeContext& time, std::int64_t finding) {
    SQLite::Statement row =
        query(database,
              "select at from event where id = coalesce((select max(review) from review_line where finding = ?), (select event from run_end where run = ?))",
              finding, campaign.run);
    return row.executeStep() ? local_day(time, row.getColumn(0)) : today(time);
}

Objection with_limits(SQLite::Database& database, const Campaign& campaign, const engine::Scheme& scheme, const engine::TimeContext& time,
                      const ObjectionRequest& request) {
    Objection out;
    SQLite::Statement row = query(database, "select case_id, unit from standing_finding where campaign = ? and finding = ?", campaign.id, request.finding);
    if (!row.executeStep())
        throw RegisterError(fmt::format("the last evaluation of campaign {} has no finding {} of a rule or a person", campaign.id, request.finding));
    out.case_id = row.getColumn(0).getString();
    out.unit = row.getColumn(1).getString();
    if (number_of(database, "select exists (select 1 from objection where finding = ?)", request.finding) != 0)
        throw RegisterError(fmt::format("the unit has objected to finding {} already; an objection is heard once", request.finding));
    out.filed = past_day(time, "--on", request.filed);
    out.told = request.told.empty() ? day_told(database, campaign, time, request.finding) : past_day(time, "--told", request.told);
    if (out.filed < out.told)
        throw RegisterError(fmt::format("the objection of {} is older than what it is about: the unit was told on {}", out.filed, out.told));
    out.due = last_day(time, scheme.objection.within, out.told);
    if (out.filed > out.due && request.late.empty())
        throw RegisterError(fmt::format("the objection of {} is late: {} was told on {} and could object until {}; --late REASON hears it all the same",
                                        out.filed, out.unit, out.told, out.due));
    return out;
}

/// An objection that is to be decided, with the finding as it is now.
struct OpenObjection {
    std::int64_t event = 0;
    std::string case_id, filed;
    JudgedFinding finding;
};

OpenObjection open_objection(SQLite::Database& database, const Campaign& campaign, std::int64_t finding) {
    SQLite::Statement row = query(database,
                                  "select objection.event, case_id, filed, exists (select 1 from decision where objection = objection.event) from objection "
                                  "join standing_finding using (finding) where campaign = ? and finding = ?",
                                  campaign.id, finding);
    if (!row.executeStep())
        throw RegisterError(fmt::format("nobody has objected to finding {} of campaign {}; `kaoping campaign object` does", finding, campaign.id));
    if (row.getColumn(3).getInt() != 0) throw RegisterError(fmt::format("the objection to finding {} is decided already", finding));
    OpenObjection out{row.getColumn(0).getInt64(), row.getColumn(1), row.getColumn(2), {}};
    for (const JudgedFinding& one : read_judged_case(database, campaign.run, out.case_id).findings)
        if (one.id == finding) out.finding = one;
    return out;
}

/// What a decision writes: amount and veto of `partly`, with what was said before where it says nothing new.
struct Words {
    std::optional<std::int64_t> amount;
    std::string veto;
};

Words words_of(const DecisionRequest& request, const JudgedFinding& finding, const CaseRescorer& rescorer) {
    if (request.outcome != "partly") {
        if (!request.amount.empty() || !request.veto.empty()) throw RegisterError("--amount and --veto belong to the outcome partly");
        return {};
    }
    if (request.amount.empty() && request.veto.empty())
        throw RegisterError("an objection that is partly upheld changes something; say what by --amount or --veto");
    Words out{finding.chosen, request.veto};
    if (request.veto.empty() && finding.veto_word != engine::VetoWord::none) out.veto = finding.veto_word == engine::VetoWord::confirmed ? "confirm" : "refuse";
    if (!request.veto.empty() && !finding.veto)
        throw RegisterError(fmt::format("finding {} is a flaw or a fault, not of severity veto; leave out --veto", finding.id));
    if (request.amount.empty()) return out;
    const engine::Interval range = rescorer.amounts(finding);
    out.amount = dsl::parse_decimal(request.amount);
    if (!out.amount || *out.amount < range.low || *out.amount > range.high)
        throw RegisterError(fmt::format("--amount {}: of finding {} may be deducted {} to {} points", request.amount, finding.id,
                                        engine::format_number(range.low), engine::format_number(range.high)));
    return out;
}

void require_may_decide(SQLite::Database& database, const Campaign& campaign, const Official& decider, const OpenObjection& objection) {
    const std::string rule = "handler, reviewer and decider are different people: ";
    if (decider.role == "unit_legal") throw RegisterError(fmt::format("{} is registered for a unit; the legal department or a leader decides", decider.name));
    if (named_in_case(database, decider, campaign.run, objection.case_id))
        throw RegisterError(fmt::format("{}{} is named in case {}; let someone else decide", rule, decider.name, objection.case_id));
    if (number_of(database, "select exists (select 1 from review_line join event on event.id = review where finding = ? and actor = ?)", objection.finding.id,
                  decider.id) != 0)
        throw RegisterError(fmt::format("{}{} has reviewed finding {}; let someone else decide", rule, decider.name, objection.finding.id));
}

/// Score and veto that stand for a case.
void read_score(SQLite::Database& database, const Campaign& campaign, const std::string& case_id, std::optional<engine::Interval>& score, std::string& veto) {
    SQLite::Statement row = query(database, "select score_low, score_high, veto from standing_case where campaign = ? and case_id = ?", campaign.id, case_id);
    if (!row.executeStep()) return;
    if (!row.getColumn(0).isNull()) score = engine::Interval{row.getColumn(0).getInt64(), row.getColumn(1).getInt64()};
    veto = row.getColumn(2).getString();
}

}  // namespace

Objection object(Register& file, const Campaign& campaign, const engine::Scheme& scheme, const engine::TimeContext& time, const ObjectionRequest& request,
                 const Who& who) {
    require_evaluated(campaign);
    require_reason(who, "an objection");
    Objection out;
    file.write([&](SQLite::Database& database) {
        out = with_limits(database, campaign, scheme, time, request);
        out.event = add_event(database, "objection_raised", who);
        execute(database, "insert into objection values (?, ?, ?, ?, ?, ?)", out.event, request.finding, out.told, out.due, out.filed, request.late);
    });
    return out;
}

ScoreChange decide(Register& file, const Campaign& campaign, CaseRescorer& rescorer, const engine::Scheme& scheme, const engine::TimeContext& time,
                   const DecisionRequest& request, const Who& who) {
    require_evaluated(campaign);
    require_reason(who, "a decision");
    ScoreChange out;
    file.write([&](SQLite::Database& database) {
        const OpenObjection objection = open_objection(database, campaign, request.finding);
        const Official decider = find_official(database, who.actor);
        require_may_decide(database, campaign, decider, objection);
        const Words words = words_of(request, objection.finding, rescorer);
        const std::string due = last_day(time, scheme.objection.decision_within, objection.filed), day = past_day(time, "--on", request.day);
        if (day < objection.filed) throw RegisterError(fmt::format("--on {}: the unit objected later, on {}", day, objection.filed));
        out.case_id = objection.case_id;
        out.late = day > due;
        read_score(database, campaign, out.case_id, out.before, out.veto_before);
        const std::int64_t event = add_event(database, "objection_decided", {decider.id, who.why});
        SQLite::Statement insert = query(database, "insert into decision (event, objection, outcome, veto, due, decided, amount) values (?, ?, ?, ?, ?, ?, ?)",
                                         event, objection.event, request.outcome, words.veto, due, day);
        if (words.amount) insert.bind(7, *words.amount);  // else null
        insert.exec();
        renew_standing(database, rescorer, campaign.run, event, {out.case_id});
        read_score(database, campaign, out.case_id, out.after, out.veto_after);
    });
    return out;
}

}  // namespace kaoping::campaign
