// Plants: accepting a report, transferring, filing or refusing, and what must not happen before the filing.
#include "plant.hpp"

namespace generator {
namespace {

// The case is filed at the time of another act, or a second later, with approval and decision at that time.
Change filed_when(std::string_view act, Span after) {
    return all({set_time("case", "filed_at", act, "starts_at", after), set_time("filing_approval", "decided_at", act, "starts_at", after),
                set_time("filing_decision", "issued_at", act, "starts_at", after)});
}

Plant before_filing(std::string_view id, std::string_view article, Traits traits, std::string_view act) {
    return changed(id, article, std::move(traits), act, "one second before the filing", filed_when(act, seconds(1)),
                   "in the same second as the filing", filed_when(act, seconds(0)));
}

void add_acceptance(Plants& to) {
    to.push_back(changed("criminal.acceptance.report_record", "CRIM 169(1), CPL 111(1)", {"second_report"}, "second_report",
                         "the record of the report is not signed", set("second_report", "record_signed", false),
                         "a further report that comes after the filing, taken down and signed",
                         set_time("second_report", "received_at", "case", "filed_at", seconds(1))));
    to.push_back(changed("criminal.acceptance.report_accepted_at_once", "CRIM 169(1), CPL 110(3)", {}, "case",
                         "the report came one second before the case was accepted",
                         set_time("report", "received_at", "case", "received_at", seconds(-1)), "accepted in the second of the report",
                         nothing()));
    to.push_back(changed("criminal.acceptance.evidence_listed", "CRIM 170(1)", {"second_report"}, "report",
                         "evidence handed in, not listed", set("report", "evidence_listed", false),
                         "no list for a further report with which nothing was handed in",
                         both(set("second_report", "evidence_handed_in", false), set("second_report", "evidence_listed", false))));
    to.push_back(not_after("criminal.acceptance.registered_before_decision", "CRIM 171(1)", {}, "case", {"case", "registered_at"},
                           {"case", "filed_at"}));
    to.push_back(changed("criminal.acceptance.receipt_given", "CRIM 171(1)", {}, "case", "receipt not handed over",
                         set("case", "receipt_given", false), "receipt refused, as noted in it",
                         both(set("case", "receipt_given", false), set("case", "receipt_refused", true))));
    to.push_back(late("criminal.acceptance.transferred_in_24_hours", limits::transfer, {"outside"}, "case", "transfer"));
    to.push_back(not_before("criminal.acceptance.transfer_approved_and_told", "CRIM 175(1)", {"outside"}, "case",
                            {"case", "transfer_told_at"}, {"case", "outside_found_at"}));
}

void add_filing(Plants& to) {
    to.push_back(late("criminal.filing.decided_promptly", limits::filing_decision, {}, "case", "filing_decision"));
    to.push_back(approved_too_low("criminal.filing.filing_approved", "CRIM 178(1)", {}, "case", "filing_approval"));
    to.push_back(approved_too_low("criminal.filing.refusal_approved", "CRIM 178(1)", {"refused"}, "case", "refusal_approval"));
    to.push_back(late("criminal.filing.refusal_notice", limits::refusal_notice, {"refused"}, "report", "refusal_notice"));
    to.push_back(late("criminal.filing.complaint_review_answered", limits::complaint_answer, {"refused", "complaint_review"},
                      "complaint_review", "complaint_answer"));
    to.push_back(not_before("criminal.filing.review_extension_told", "CRIM 179(3)", {"refused", "complaint_review", "complaint_extended"},
                            "complaint_review", {"complaint_review", "told_at"}, {"complaint_review", "extended_at"}));
    to.push_back(late("criminal.filing.agency_case_examined", limits::agency_decision, {"agency"}, "case", "agency_decision"));
    to.push_back(late("criminal.filing.agency_gap_told", limits::agency_gap, {"agency", "agency_gap"}, "case", "agency_gap"));
    to.push_back(not_before("criminal.filing.agency_told_of_refusal", "CRIM 180(1)", {"agency", "refused"}, "case",
                            {"refusal_notice", "served_at"}, {"case", "not_filed_at"}));
    to.push_back(late("criminal.filing.agency_reconsideration_answered", limits::agency_reconsideration,
                      {"agency", "refused", "agency_reconsideration"}, "agency_reconsideration", "agency_reconsideration"));
    to.push_back(late("criminal.filing.refusal_explained", limits::explain_refusal, {"refused", "explain_refusal"}, "explain_refusal",
                      "explain_refusal"));
    to.push_back(late("criminal.filing.filed_on_order", limits::ordered_filing, {"refused", "ordered_to_file", "released"}, "order_to_file",
                      "ordered_filing"));
}

void add_before_filing(Plants& to) {
    to.push_back(before_filing("criminal.before_filing.no_measure_before_filing", "CRIM 174(2)", {"forced"}, "summons"));
    to.push_back(before_filing("criminal.before_filing.no_seizure_before_filing", "CRIM 174(2)", {"freezing"}, "freezing"));
    to.push_back(
        before_filing("criminal.before_filing.no_technical_measure_before_filing", "CRIM 174(2), CPL 150(1)", {"technical"}, "technical"));
    to.push_back(late("criminal.before_filing.investigated_after_filing", limits::first_investigation, {}, "case", "first_investigation"));
}

}  // namespace

void add_criminal_filing(Plants& to) {
    add_acceptance(to);
    add_filing(to);
    add_before_filing(to);
}

}  // namespace generator
