// Executing the penalty, its grounds, and closing the case.
#include <algorithm>

#include "plant.hpp"

namespace generator {
namespace {

constexpr Of decision_day{"penalty", "decided_at"};

void add_execution(Plants& to) {
    to.push_back(either("administrative.detention_execution.protected_not_detained", "P25 23(1)", {"old", "detention"}, "penalty",
                        "a person of 71 is taken to detention", "executed",
                        "a person of 71 is taken to detention in a grave case (P25 23(2))", "grave_violation"));
    to.push_back(either("administrative.detention_execution.first_time_minor_not_detained", "P25 23(1).2", {"minor", "detention"},
                        "penalty", "a minor of 16 is taken to detention for a first violation", "executed",
                        "a minor of 16 is taken to detention in a grave case (P25 23(2))", "grave_violation"));
    to.push_back(changed("administrative.detention_execution.not_executed_with_ground", "P25 23, ADM 164", {"detention", "left_unexecuted"},
                         "penalty", "not executed, the 70th birthday is on the day of the decision",
                         birthday("offender", 70, decision_day, 0), "not executed, the 70th birthday was on the day before",
                         birthday("offender", 70, decision_day, -1)));
    to.push_back(amount("administrative.detention_execution.offset_in_full", "ADM 163(1)", {"detention", "held_before"}, "penalty",
                        "offset_days", 2, 3, "days are set off of three in custody"));
    to.push_back(amount("administrative.detention_execution.offset_of_custody_only", "ADM 163(1)", {"detention", "held_before"}, "penalty",
                        "held_days", 4, 3, "days are set off where the custody lasted three"));
    to.push_back(late("administrative.detention_execution.released_on_time", limits::administrative_detention, {"detention"}, "detention",
                      "detention_end"));
    to.push_back(not_before("administrative.detention_execution.executed_after_decision", "ADM 220(1)", {"quick", "detention"}, "penalty",
                            {"penalty", "executed_at"}, decision_day));
}

void add_suspension(Plants& to) {
    const Traits guarantor{"detention", "suspension"}, deposit{"detention", "suspension", "suspension_deposit"};
    to.push_back(late("administrative.detention_execution.suspension_answered", limits::suspension_answer, guarantor, "suspension",
                      "suspension_answer"));
    to.push_back(changed("administrative.detention_execution.suspension_secured", "ADM 223(2), 223(3)", deposit, "suspension",
                         "200 yuan for one day too many", set("suspension", "deposit", std::int64_t{1200}),
                         "200 yuan for each of five days", nothing()));
    to.push_back(changed(
        "administrative.detention_execution.suspension_needs_appeal", "APL 73(2), ADM 222(1)", guarantor, "suspension",
        "reconsideration asked for on the day after the suspension",
        [](CaseFile& file) { file.act("appeal").set("on", date_of(file.act("suspension").moment("answered_at")) + 1); },
        "asked for on the day of the suspension",
        [](CaseFile& file) { file.act("appeal").set("on", date_of(file.act("suspension").moment("answered_at"))); }));
    to.push_back(changed("administrative.detention_execution.guarantor_unconnected", "ADM 227(1).1", guarantor, "suspension",
                         "a witness of the case is the guarantor", set("suspension_guarantor", "role", "证人"),
                         "a lawyer without a part in the case is the guarantor", set("suspension_guarantor", "role", "律师")));
    to.push_back(
        late("administrative.detention_execution.deposit_returned", limits::suspension_return, deposit, "suspension", "suspension_return"));
}

void add_fines(Plants& to) {
    const auto pay_by = [](std::int64_t days) {
        return [days](CaseFile& file) { file.act("penalty").set("pay_by", date_of(file.act("penalty").moment("decided_at")) + days); };
    };
    constexpr auto least = limits::time_to_pay;
    to.push_back(changed("administrative.fines.fifteen_days_to_pay", least.article, {"fine_only"}, "penalty", "14 days to pay",
                         pay_by(least.number - 1), "15 days to pay", pay_by(least.number)));
    to.push_back(changed("administrative.fines.surcharge_within_limits", "APL 72(1).1", {"fine_only", "surcharge"}, "penalty",
                         "one yuan more than 3 % for each of three days", set("penalty", "surcharge", std::int64_t{46}),
                         "3 % for each of three days", nothing()));
    to.push_back(
        early("administrative.fines.reminded_before_court", limits::reminder, {"fine_only", "court"}, "penalty", "court_after_reminder"));
    to.push_back(
        late("administrative.fines.court_in_three_months", limits::court, {"fine_only", "court"}, "penalty", "court_before_expiry"));
}

// The act was found out on the last day of the months in which it can be penalised, or a day later.
Change committed_before(int months, bool late) {
    return [months, late](CaseFile& file) {
        const Date found = date_of(file.head.moment("received_at"));
        Date act = months_after(found, -months) + 3;
        while (months_after(act, months) >= found) act = act + -1;
        file.act("penalty").set("committed_on", act + (late ? 0 : 1));
    };
}

Plant out_of_time(std::string_view id, std::string_view article, Traits traits, int months) {
    Plant plant = changed(id, article, std::move(traits), "penalty", "found out one day too late", committed_before(months, true),
                          "found out on the last day", committed_before(months, false));
    plant.arrange = [](Plan& plan, bool) {  // so that the act falls under the law of 2025
        plan.received = std::max(plan.received, first_second(make_date(2026, 7, 13)) + hours(9));
    };
    return plant;
}

void add_choice(Plants& to) {
    to.push_back(changed("administrative.penalty_choice.heavier_for_repetition", "P25 22(1).4", {"fine_only", "repeated"}, "penalty",
                         "penalised in the year before, not heavier", set("penalty", "heavier", false),
                         "penalised in the year before, and heavier", nothing()));
    to.push_back(out_of_time("administrative.penalty_choice.limitation", "P25 25(1)", {"fine_only"}, 6));
    to.push_back(out_of_time("administrative.penalty_choice.limitation_elsewhere", "APL 36(1)", {"other_field"}, 24));
    to.push_back(changed("administrative.penalty_choice.self_defence", "P25 19", {"fine_only", "excessive_defence"}, "penalty",
                         "defence within what is necessary is penalised", set("penalty", "beyond_necessity", false),
                         "defence clearly beyond what is necessary is penalised less", nothing()));
}

Plant kept_over_midnight() {
    Plant plant = late("administrative.closing.measures_lifted_at_end", limits::same_day, {"withdrawn", "evening"}, "summons", "inquiry");
    plant.defect = plant.near = [](CaseFile& file) {
        const Moment withdrawn = file.act("inquiry").moment("ends_at") + minutes(10);
        file.act("withdrawal_approval")
            .set("asked_at", withdrawn - minutes(5))
            .set("reviewed_at", withdrawn - minutes(3))
            .set("decided_at", withdrawn - minutes(1));
        file.act("withdrawal_decision").set("issued_at", withdrawn);
        file.head.set("withdrawn_at", withdrawn);
    };
    return plant;
}

void add_closing(Plants& to) {
    to.push_back(late("administrative.closing.foreigner_reported", limits::penalty_foreigner, {"detention", "foreign"}, "penalty",
                      "foreign_report"));
    const auto paid = [](std::int64_t days) {
        return [days](CaseFile& file) { file.act("penalty").set("paid_on", date_of(file.head.moment("closed_at")) + days); };
    };
    to.push_back(changed("administrative.closing.closed_when_done", "ADM 258", {"fine_only"}, "case",
                         "closed on the day before the fine was paid", paid(1), "closed on the day on which the fine was paid", paid(0)));
    to.push_back(not_after("administrative.closing.investigation_ended_by_approval", "ADM 259(1)", {"withdrawn"}, "case",
                           {"withdrawal_approval", "decided_at"}, {"case", "withdrawn_at"}));
    to.push_back(kept_over_midnight());
    to.push_back(
        late("administrative.closing.seizures_lifted_at_end", limits::same_day, {"withdrawn", "seizure"}, "seizure", "seizure_lifting"));
    to.push_back(late("administrative.closing.archived_in_time", limits::archiving, {"fine_only"}, "case", "archiving"));
    to.push_back(omitted("administrative.closing.file_contents", "ADM 261", {"withdrawn"}, "case",
                         "the decision to end the investigation is not in the file",
                         [](CaseFile& file) { file.remove("documents", file.act("withdrawal_decision")); }));
    const auto paid_when = [](std::int64_t days) {
        return [days](CaseFile& file) { file.act("penalty").set("paid_on", date_of(file.act("penalty").moment("decided_at")) + days); };
    };
    to.push_back(changed("administrative.closing.stages_in_order", "APL 47", {"fine_only"}, "penalty",
                         "the fine was paid on the day before the decision", paid_when(-1), "the fine was paid on the day of the decision",
                         paid_when(0)));
    to.push_back(changed("administrative.closing.recording_kept", "P25 137, 139(1).13", {"fine_only"}, "victim_inquiry",
                         "the recording is cut", set("victim_inquiry", "recording", "剪接"),
                         "the inquiry of the victim is recorded in part", set("victim_inquiry", "recording", "部分")));
}

}  // namespace

void add_administrative_end(Plants& to) {
    add_execution(to);
    add_suspension(to);
    add_fines(to);
    add_choice(to);
    add_closing(to);
}

}  // namespace generator
