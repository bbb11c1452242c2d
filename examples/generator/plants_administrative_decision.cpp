// The review of the decision, the period of the case, the document and its service.
#include "plant.hpp"

namespace generator {
namespace {

void add_review(Plants& to) {
    to.push_back(changed("administrative.decision_review.reviewer_is_another", "ADM 170, 171(1)", {"fine_only"}, "penalty",
                         "who approves reviewed it as well", refer_to("penalty_approval", "reviewer", "county"),
                         "reviewed by an officer of the same department",
                         both(refer_to("penalty_approval", "reviewer", "woman"), set("woman", "reviewing_since", make_date(2017, 3, 1)))));
    to.push_back(changed(
        "administrative.decision_review.reviewed_then_approved", "ADM 170", {"fine_only"}, "penalty",
        "reviewed one second after the approval", set_time("penalty_approval", "reviewed_at", "penalty_approval", "decided_at", seconds(1)),
        "reviewed in the same second as the approval", set_time("penalty_approval", "reviewed_at", "penalty_approval", "decided_at", {})));
    to.push_back(changed("administrative.decision_review.reviewer_qualified", "ADM 171(2)", {"fine_only"}, "penalty",
                         "reviews since the first day on which a qualification is asked for, and has none",
                         both(set("reviewer", "legal_qualified", false), set("reviewer", "reviewing_since", make_date(2018, 11, 25))),
                         "reviews since that day, and is qualified", set("reviewer", "reviewing_since", make_date(2018, 11, 25))));
    to.push_back(changed("administrative.decision_review.legal_review", "P25 114(1), APL 58(1)", {"fine_only", "complex"}, "penalty",
                         "the legal review was not passed", set("penalty_approval", "legal_review", false),
                         "the legal review was passed in the second of the decision",
                         both(set_time("penalty_approval", "decided_at", "penalty", "decided_at", {}),
                              set_time("penalty_approval", "reviewed_at", "penalty", "decided_at", {}))));
    to.push_back(changed("administrative.decision_review.collective_discussion", "P25 113(2), APL 57(2)", {"fine_only", "complex"},
                         "penalty", "no collective discussion", set("penalty_approval", "collective", false),
                         "discussed in the second of the decision",
                         set_time("penalty_approval", "decided_at", "penalty", "decided_at", {})));
    to.push_back(changed("administrative.decision_review.more_than_own_statement", "P25 111", {"own_statement_only", "fine_only"},
                         "penalty", "only the own statement", set("penalty", "recording", "部分"),
                         "the own statement, and a whole recording", nothing()));
    to.push_back(either("administrative.decision_review.every_offender_decided", "ADM 161(2), 172(1)", {"fine_only", "accomplice"},
                        "accomplice", "no decision on one of two offenders", "accomplice_forgotten", "a decision on each of two offenders",
                        ""));
    to.push_back(late("administrative.decision_review.detentions_joined", limits::joined_detentions, {"detention", "two_violations"},
                      "detention", "detention_end"));
}

void add_period(Plants& to) {
    to.push_back(late("administrative.case_time.period", limits::case_period, {"fine_only"}, "case", "decision"));
    to.push_back(late("administrative.case_time.period_elsewhere", limits::case_period_elsewhere, {"other_field"}, "case", "decision"));
    to.push_back(changed("administrative.case_time.extension_granted_in_time", "P25 118(1)", {"fine_only", "extended"}, "case",
                         "the approval of the extension is one second younger than the extension",
                         set_time("extension_approval", "decided_at", "case", "extended_at", seconds(1)),
                         "the approval of the extension is of the same second", nothing()));
}

void add_service(Plants& to) {
    to.push_back(changed("administrative.service.decision_document", "APL 59, ADM 175(1)", {"fine_only"}, "penalty",
                         "the document bears no seal", set("decision", "sealed", false),
                         "the document bears the seal and is not signed for, which is noted",
                         both(set("decision", "signed", false), set("decision", "refusal_noted", true))));
    to.push_back(changed(
        "administrative.service.document_of_the_day", "APL 59(1).6, ADM 175(1).7", {"fine_only"}, "penalty",
        "the document is of the day before the decision",
        [](CaseFile& file) {
            file.act("decision").set("issued_at", first_second(date_of(file.act("penalty").moment("decided_at"))) - seconds(1));
        },
        "the document is made in the last second of the day of the decision",
        [](CaseFile& file) { file.act("decision").set("issued_at", last_second(date_of(file.act("penalty").moment("decided_at")))); }));
    to.push_back(changed("administrative.service.remedies_told", "APL 59(1).5, ADM 175(1).6", {"fine_only"}, "penalty",
                         "the document names no remedies", set("decision", "remedies_stated", false), "the document names the remedies",
                         nothing()));
    to.push_back(late("administrative.service.served_in_two_days", limits::service, {"fine_only", "not_announced"}, "penalty", "service"));
    to.push_back(late("administrative.service.served_in_seven_days", limits::service_elsewhere, {"other_field", "not_announced"}, "penalty",
                      "service"));
    const auto unsigned_copy = both(set("decision", "signed", false), set("decision", "receipt", false));
    to.push_back(changed("administrative.service.receipt_signed", "ADM 36(1).2, 36(2)", {"fine_only"}, "penalty",
                         "neither signed for nor is the refusal noted", unsigned_copy, "not signed for, but the refusal is noted",
                         both(unsigned_copy, set("decision", "refusal_noted", true))));
    constexpr auto least = limits::public_service;
    to.push_back(amount("administrative.service.public_service_sixty_days", least.article, {"absconded", "fine_only"}, "decision",
                        "days_of_public_service", least.number - 1, least.number, "days"));
    to.push_back(late("administrative.service.victim_copy", limits::victim_copy, {"fine_only"}, "penalty", "victim_copy"));
    to.push_back(
        late("administrative.service.family_told_of_detention", limits::penalty_family, {"detention"}, "penalty", "penalty_family"));
    to.push_back(changed("administrative.service.detention_by_county", "ADM 173", {"detention"}, "penalty",
                         "approved by the head of the department",
                         both(set("penalty_approval", "level", "办案部门"), refer_to("penalty_approval", "approver", "department")),
                         "approved by the head of the city's organ",
                         both(set("penalty_approval", "level", "市级"), refer_to("penalty_approval", "approver", "city"))));
    to.push_back(changed("administrative.service.deputy_permission", "ADM 174(1)", {"detention", "deputy"}, "penalty",
                         "permitted one second after the decision",
                         set_time("penalty", "permitted_at", "penalty", "decided_at", seconds(1)),
                         "permitted in the same second as the decision", set_time("penalty", "permitted_at", "penalty", "decided_at", {})));
}

}  // namespace

void add_administrative_decision(Plants& to) {
    add_review(to);
    add_period(to);
    add_service(to);
}

}  // namespace generator
