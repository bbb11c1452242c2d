#include <algorithm>

#include "criminal.hpp"
#include "working_days.hpp"

namespace generator {

void CriminalStory::review_requests(Moment from) {
    if (plan_.has("lawyer_meeting"))
        file_.name("lawyer_meeting", add_review(file_, "律师会见", from)).set("held_at", time("lawyer_meeting", from, hours(5), hours(40)));
    if (plan_.has("meeting_permission")) {
        auto& review = file_.name("meeting_permission", add_review(file_, "律师会见", from)).set("needs_permission", true);
        const Moment answered = time("meeting_permission", from, hours(10), hours(60));
        refer(review, "approval", file_.name("meeting_approval", add_approval(file_, "其他", answered - hours(2), Level::county, team_)));
        review.set("answered_at", answered).set("held_at", answered + hours(20));
    }
    if (plan_.has("legal_aid"))
        file_.name("legal_aid", add_review(file_, "法律援助", from)).set("forwarded_at", time("aid_forwarding", from, hours(2), hours(20)))
            .set("told_at", time("aid_relatives", from, hours(2), hours(60)));
    if (plan_.has("change_asked"))
        file_.name("change_asked", add_review(file_, "变更强制措施", from)).set("answered_at", time("change_answer", from, hours(5), hours(60)));
    if (plan_.has("necessity"))
        file_.name("necessity", add_review(file_, "羁押必要性审查", from)).set("answered_at", time("necessity_answer", from, days(2), days(8)));
}

void CriminalStory::end() {
    Record* measure = running();
    if (plan_.has("withdrawn"))
        withdraw();
    else if (measure && (plan_.has("bail_lifted") || plan_.has("surveillance_lifted")))
        lift(*measure);
    else if (measure)
        conclude();
}

void CriminalStory::conclude() {
    Moment concluded = last_ + days(10) + random_.span(hours(1), days(12));
    if (plan_.sets_time("prosecution") && file_.has_act("arrest"))
        concluded = time("prosecution", file_.act("arrest").moment("starts_at"), hours(0), hours(0)) - hours(5);
    auto& approval = approve("conclusion_approval", "侦查终结", concluded);
    approval.set("collective", true);
    auto& opinion = file_.name("prosecution_opinion", add_document(file_, "起诉意见书", concluded + hours(1), suspect_, &approval));
    cite(opinion, criminal_procedure_law, "162");
    const Moment sent = concluded + hours(5);
    file_.head.set("concluded_at", concluded).set("prosecution_at", sent).set("lawyer_told_at", time("suspect_told", sent, minutes(0), minutes(0))).set("property_list_copies", 2);
    refer(file_.head, "conclusion", approval);
    last_ = concluded;
    if (plan_.has("tainted"))
        exclude_statement(concluded, sent);
    if (plan_.has("sent_back"))
        send_back(sent);
    if (plan_.has("not_prosecuted"))
        refuse_prosecution(sent);
}

void CriminalStory::exclude_statement(Moment concluded, Moment sent) {
    auto& interview = file_.act("first_interrogation");
    interview.set("unlawful_found_at", concluded - days(2));
    refer(interview, "exclusion", file_.name("exclusion_approval", add_approval(file_, "其他", time("exclusion", sent, -days(1), -hours(20)), Level::county, team_)));
}

void CriminalStory::send_back(Moment sent) {
    const Moment back = sent + days(15);
    file_.add("externals", {{"id", file_.next_id("externals")}, {"kind", "退回补充侦查"}, {"on", date_of(back)}, {"upheld", false}});
    file_.head.set("sent_back_at", back).set("sent_back_times", 1).set("returned_at", time("supplement", back, days(10), days(25)));
}

void CriminalStory::refuse_prosecution(Moment sent) {
    const Moment told = sent + days(20);
    file_.add("externals", {{"id", file_.next_id("externals")}, {"kind", "不起诉"}, {"on", date_of(told)}, {"upheld", false}});
    if (auto* measure = running())
        end_measure(*measure, told + hours(3));
    const auto object = [&](std::string_view kind, Moment received, Moment applied) -> Record& {
        auto& review = file_.name("prosecution_objection", add_review(file_, kind, received));
        refer(review, "approval", file_.name("prosecution_objection_approval", add_approval(file_, "其他", applied - hours(2), Level::county, team_)));
        return review.set("applied_at", applied);
    };
    if (!plan_.has("second_objection")) {
        object("不起诉复议", told, time("prosecution_objection", told, days(1), days(5)));
        return;
    }
    const Moment answered = told + days(25);
    object("不起诉复议", told, told + days(4)).set("answered_at", answered);
    object("不起诉复核", answered, time("prosecution_objection", answered, days(1), days(5)));
}

void CriminalStory::withdraw() {
    const Moment withdrawn = last_ + days(3) + random_.span(hours(1), hours(8));
    auto& approval = file_.name("withdrawal_approval", add_approval(file_, "撤销案件", withdrawn - hours(2), Level::county, team_));
    file_.name("withdrawal_decision", add_document(file_, "撤销案件决定书", withdrawn - hours(1), nullptr, &approval));
    if (auto* measure = running()) {
        interrogate(withdrawn - days(1), measure->text("kind") == "逮捕" ? "看守所" : "办案区");
        end_measure(*measure, time("measure_end_on_withdrawal", withdrawn, minutes(0), minutes(0)));
    }
    file_.head.set("withdrawn_at", withdrawn).set("withdrawal_told_at", time("withdrawal_told", withdrawn, hours(5), hours(40)));
}

void CriminalStory::let_lie() {
    const Moment last_act = file_.act("scene").moment("ends_at");
    last_ = filed_ + days(40);
    withdraw();
    file_.head.set("investigated_at", last_act);
}

}  // namespace generator
