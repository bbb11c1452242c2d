#include "plant.hpp"

namespace generator {
namespace {

void add_progress(Plants& to) {
    to.push_back(with(changed("criminal.progress.filed_case_investigated", "CPL 115, CRIM 191", {"bail", "dormant"}, "case",
        "nothing is investigated from the filing to the withdrawal", nothing(),
        "the last act of the investigation is in the second of the filing", set_time("case", "investigated_at", "case", "filed_at", {})),
        {"criminal.before_filing.investigated_after_filing"}));
    to.push_back(changed("criminal.progress.not_interrupted", "CPL 79(2), CRIM 107(1)", {"bail", "bail_lifted", "idle"}, "bail",
        "nothing is investigated during the bail", set_time("case", "investigated_at", "first_interrogation", "ends_at", {}),
        "the last act of the investigation is in the second in which the bail begins", set_time("case", "investigated_at", "bail", "starts_at", {})));
}

void add_conclusion(Plants& to) {
    to.push_back(after("criminal.conclusion.approved_by_county_leader", "CRIM 286", {"arrested"}, "case", "conclusion_approval"));
    to.push_back(changed("criminal.conclusion.grave_case_discussed", "CRIM 286", {"arrested", "grave"}, "case",
        "the conclusion of a grave case is not discussed", set("conclusion_approval", "collective", false),
        "it is discussed, though without the legal department", set("conclusion_approval", "legal_review", false)));
    to.push_back(changed("criminal.conclusion.opinion_before_transfer", "CPL 162(1), CRIM 289(1)", {"arrested"}, "case",
        "the opinion is made one second after the case is sent on", set_time("prosecution_opinion", "issued_at", "case", "prosecution_at", seconds(1)),
        "the opinion is made in the second in which the case is sent on", set_time("prosecution_opinion", "issued_at", "case", "prosecution_at", seconds(0))));
    to.push_back(late("criminal.conclusion.suspect_and_lawyer_told", limits::suspect_told, {"arrested"}, "case", "suspect_told"));
    to.push_back(changed("criminal.conclusion.property_list_in_two_copies", "CRIM 288(1)", {"arrested", "search"}, "case",
        "one copy of the list goes with the case", set("case", "property_list_copies", 1),
        "two copies of the list", set("case", "property_list_copies", 2)));
}

void add_after_conclusion(Plants& to) {
    to.push_back(late("criminal.after_conclusion.supplement_in_one_month", limits::supplement, {"arrested", "sent_back"}, "case", "supplement"));
    to.push_back(changed("criminal.after_conclusion.supplement_twice_at_most", "CPL 175(3), CRIM 295(2)", {"arrested", "sent_back"}, "case",
        "the case is sent back three times", set("case", "sent_back_times", 3),
        "the case is sent back twice", set("case", "sent_back_times", 2)));
    to.push_back(changed("criminal.after_conclusion.withdrawal_approved", "CRIM 187(1)", {"bail", "withdrawn"}, "case",
        "the head of the department approves the withdrawal", approved_by("withdrawal_approval", Level::department),
        "a head at county level approves in the second in which the decision is made", set_time("withdrawal_approval", "decided_at", "withdrawal_decision", "issued_at", {})));
    to.push_back(late("criminal.after_conclusion.withdrawal_told_in_three_days", limits::withdrawal_told, {"bail", "withdrawn"}, "case", "withdrawal_told"));
    to.push_back(late("criminal.after_conclusion.measures_end_with_withdrawal", limits::measures_after_withdrawal, {"bail", "withdrawn"}, "bail", "measure_end_on_withdrawal"));
    to.push_back(late("criminal.after_conclusion.objection_in_seven_days", limits::prosecution_objection, {"arrested", "not_prosecuted"}, "prosecution_objection", "prosecution_objection"));
    to.push_back(late("criminal.after_conclusion.review_in_seven_days", limits::prosecution_objection, {"arrested", "not_prosecuted", "second_objection"},
        "prosecution_objection", "prosecution_objection"));
}

void add_special_status(Plants& to) {
    to.push_back(after("criminal.special_status.deputy_permission_first", "CRIM 164", {"bail", "deputy_county"}, "bail", "permission"));
    to.push_back(late("criminal.special_status.deputy_caught_reported", limits::deputy_report, {"released", "deputy_caught"}, "detention", "status_report"));
    to.push_back(late("criminal.special_status.township_deputy_reported", limits::deputy_report, {"bail", "deputy_township"}, "bail", "status_report"));
    to.push_back(after("criminal.special_status.member_custody_announced", "CRIM 168", {"released", "consultative"}, "detention", "permission"));
    to.push_back(late("criminal.special_status.foreigner_reported_in_48_hours", limits::foreign_report, {"bail", "foreign"}, "bail", "foreign_report"));
}

}  // namespace

void add_criminal_end(Plants& to) {
    add_progress(to);
    add_conclusion(to);
    add_after_conclusion(to);
    add_special_status(to);
}

}  // namespace generator
