#include "administrative.hpp"
#include "working_days.hpp"

namespace generator {
namespace {

Moment next_morning(Moment m) { return first_second(date_of(m) + 1) + hours(9); }

}  // namespace

void AdministrativeStory::tell_party() {
    const bool detention = violation_.detention > 0 && !plan_.has("fine_only");
    const Moment told = plan_.has("quick") ? last_ + hours(1) : next_morning(last_) + minutes(random_.between(0, 90));
    penalty_ = &file_.name("penalty", file_.add("penalties", {{"id", file_.next_id("penalties")}, {"person", key_of(*offender_)}, {"fine", violation_.fine}, {"station", false},
        {"told_at", told}, {"told_content", true}, {"told_signed", true}, {"guardian_told", guardian_ != nullptr}, {"defence_made", plan_.has("defence")},
        {"defence_checked", plan_.has("defence")}, {"complex", plan_.has("complex")}, {"reviewed_by_law", plan_.has("complex")}, {"proposed_fine", violation_.fine},
        {"committed_on", date_of(plan_.received)}, {"announced", true}, {"not_executed", false}, {"collected_on_spot", false},
        {"officers", Texts{team_.handler, team_.co_handler}}, {"recording", "全程"}}));
    penalty_->set("kinds", detention ? Texts{"行政拘留", "罚款"} : Texts{"罚款"});
    if (detention)
        penalty_->set("detention_days", violation_.detention).set("proposed_detention_days", violation_.detention);
    if (security())
        penalty_->set("violation_article", violation_.article);
    file_.name("penalty_notice", add_document(file_, "行政处罚告知笔录", told, offender_, nullptr));
    last_ = told;
    if (plan_.has("hearing") || plan_.has("large_fine") || plan_.has("hearing_waived"))
        penalty_->set("hearing_told_at", told);
    if (plan_.has("hearing_waived"))
        penalty_->set("hearing_waived", true);
}

void AdministrativeStory::hold_hearing() {
    const Moment told = last_;
    const Moment asked = time("hearing_request", told, hours(20), hours(40));
    const Moment notified = time("hearing_notice", asked, hours(1), hours(3));
    const Moment held = plan_.sets_time("hearing_held") ? time("hearing_held", asked, hours(0), hours(0))
                                                        : first_second(working_days_after(date_of(notified), 7)) + hours(10);
    auto& notice = file_.name("hearing_notice", add_document(file_, "举行听证通知书", notified, offender_, nullptr));
    serve(notice, notified, *offender_);
    auto& hearing = file_.name("hearing", file_.add("hearings", {{"id", file_.next_id("hearings")}, {"person", key_of(*offender_)}, {"asked_at", asked},
        {"accepted_at", time("hearing_acceptance", asked, minutes(20), minutes(50))}, {"notified_at", notified}, {"held_at", held}, {"by_legal", true}}));
    hearing.set("presided_by", team_.custodian);
    file_.add("pauses", {{"kind", "听证"}, {"starts_on", date_of(asked)}, {"ends_on", date_of(held)}, {"told", true}});
    last_ = held;
}

void AdministrativeStory::decide() {
    if (plan_.has("large_fine"))
        last_ = time("decision_after_telling", last_, days(16), days(17));
    if (plan_.has("complex") && !plan_.sets_time("decision"))
        last_ = last_ + days(3);
    decided_ = plan_.has("quick") ? time("quick_decision", file_.head.moment("arrived_at"), hours(18), hours(30))
               : plan_.sets_time("decision") ? time("decision", filed_, hours(0), hours(0))
               : plan_.has("large_fine")     ? last_
                                             : next_morning(last_) + minutes(random_.between(120, 240));
    if (plan_.has("extended")) {
        const Moment extended = time("extension", filed_, days(20), days(26));
        file_.name("extension_approval", add_approval(file_, "延长期限", extended, Level::county, team_));
        file_.head.set("extended_at", extended);
    }
    auto& approval = file_.name("penalty_approval", add_approval(file_, "行政处罚", decided_ - minutes(40), Level::county, team_));
    approval.set("collective", plan_.has("complex"));
    auto& document = file_.name("decision", add_document(file_, "行政处罚决定书", decided_, offender_, &approval));
    cite(document, security() ? punishments_law : penalties_law, violation_.number);
    document.set("remedies_stated", true);
    if (violation_.paragraph > 0)
        document.set("paragraph", violation_.paragraph);
    penalty_->set("decided_at", decided_);
    refer(*penalty_, "approval", approval);
    refer(*penalty_, "decision", document);
    file_.head.set("decided_at", decided_);
    last_ = decided_;
    serve_decision(document);
}

void AdministrativeStory::serve_decision(Record& document) {
    const bool absent = plan_.has("not_announced");
    penalty_->set("announced", !absent);
    serve(document, absent ? time("service", decided_, hours(3), hours(30)) : decided_ + minutes(10), *offender_);
    if (security() && !plan_.has("on_the_spot")) {
        refer(*penalty_, "victim", *victim_);
        penalty_->set("victim_copy_at", time("victim_copy", decided_, hours(3), hours(40)));
    }
}

}  // namespace generator
