// Plants: accepting and filing, transfer, refusal, recusal.
#include "plant.hpp"

namespace generator {
namespace {

void add_case_filing(Plants& to) {
    to.push_back(late("administrative.acceptance.accepted_in_time", limits::acceptance, {}, "case", "filing"));
    to.push_back(late("administrative.acceptance.investigation_begun", limits::investigation, {}, "case", "investigation"));
    to.push_back(changed("administrative.acceptance.receipt_to_reporter", "ADM 61(1).1", {}, "report",
        "no receipt is given", set("case", "receipt_given", false),
        "no receipt is given, for the reporter does not want it", both(set("case", "receipt_given", false), set("case", "receipt_refused", true))));
    to.push_back(late("administrative.acceptance.transferred_in_24_hours", limits::other_unit, {"outside"}, "case", "transfer"));
    to.push_back(late("administrative.acceptance.transfer_told", limits::other_unit, {"outside"}, "report", "transfer_told"));
    to.push_back(late("administrative.acceptance.not_police_matter_told", limits::told_on_the_day, {"other_report"}, "other_report", "other_report_told"));
    to.push_back(changed("administrative.acceptance.refusal_told", "P25 90", {"refused"}, "report",
        "the reporter was told before the decision, by a second", set_time("report", "told_at", "case", "not_filed_at", seconds(-1)),
        "the reporter is told in the second of the decision", set_time("report", "told_at", "case", "not_filed_at", seconds(0))));
}

void add_reception(Plants& to) {
    to.push_back(changed("administrative.acceptance.reception_recorded", "ADM 52(2)", {"single_reception"}, "report",
        "one officer and an auxiliary, recorded in part", set("report", "recording", "部分"),
        "one officer and an auxiliary, recorded from beginning to end", nothing()));
    to.push_back(changed("administrative.acceptance.evidence_listed", "ADM 64", {}, "report",
        "evidence is handed in and not listed", set("report", "evidence_listed", false),
        "evidence is handed in and listed", nothing()));
}

void add_recusal(Plants& to) {
    to.push_back(late("administrative.acceptance.recusal_in_two_days", limits::recusal, {"recusal"}, "recusal", "recusal_answer"));
    Plant recused = after("administrative.acceptance.recused_stays_away", "ADM 24(2), P25 95(1)", {"recusal", "recusal_granted", "second_victim_inquiry"},
        "recusal", "second_victim_inquiry");
    recused = always(std::move(recused), done_by("second_victim_inquiry", {"handler", "co_handler"}));
    to.push_back(noted(std::move(recused),
        "the recused officer begins an inquiry one second after the decision",
        "the recused officer begins an inquiry in the second of the decision"));
}

}  // namespace

void add_administrative_acceptance(Plants& to) {
    add_case_filing(to);
    add_reception(to);
    add_recusal(to);
}

}  // namespace generator
