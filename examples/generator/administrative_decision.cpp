#include <algorithm>

#include "administrative.hpp"
#include "limits.hpp"
#include "working_days.hpp"

namespace generator {
namespace {

constexpr Violation insult{"侮辱他人", "50(1)", "50", 1, 10, 500};

}  // namespace

void AdministrativeStory::tell_party() {
    const bool detention = violation_.detention > 0 && !plan_.has("fine_only");
    const Moment told = plan_.has("quick") ? last_ + hours(1) : next_morning(last_) + minutes(random_.between(0, 90));
    penalty_ = &file_.name("penalty", tell_of_penalty(*offender_, violation_, detention, told));
    if (plan_.has("two_violations")) file_.name("second_penalty", tell_of_penalty(*offender_, insult, true, told));
    if (accomplice_ && !plan_.has("accomplice_forgotten"))
        file_.name("accomplice_penalty", tell_of_penalty(*accomplice_, violation_, false, told));
    const bool minor_to_be_detained = guardian_ && detention && !spared();
    if (plan_.has("hearing") || plan_.has("large_fine") || plan_.has("hearing_waived") || minor_to_be_detained)
        penalty_->set("hearing_told_at", told);
    if (plan_.has("hearing_waived") || minor_to_be_detained) penalty_->set("hearing_waived", true);
    last_ = told;
}

Record& AdministrativeStory::add_penalty(const Record& person, const Violation& violation, Moment told) {
    auto& penalty = file_.add("penalties", {{"id", file_.next_id("penalties")},
                                            {"person", key_of(person)},
                                            {"kinds", Texts{"罚款"}},
                                            {"fine", violation.fine},
                                            {"station", plan_.has("station")},
                                            {"told_at", told},
                                            {"told_content", true},
                                            {"told_signed", true},
                                            {"guardian_told", guardian_ != nullptr},
                                            {"defence_made", plan_.has("defence")},
                                            {"defence_checked", plan_.has("defence")},
                                            {"complex", plan_.has("complex")},
                                            {"reviewed_by_law", plan_.has("complex")},
                                            {"announced", true},
                                            {"not_executed", false},
                                            {"collected_on_spot", false},
                                            {"officers", Texts{team_.handler, team_.co_handler}},
                                            {"recording", "全程"},
                                            {"committed_on", date_of(plan_.received)},
                                            {"proposed_fine", violation.fine}});
    if (security()) penalty.set("violation_article", violation.article);
    return penalty;
}

Record& AdministrativeStory::tell_of_penalty(const Record& person, const Violation& violation, bool detention, Moment told) {
    auto& penalty = add_penalty(person, violation, told);
    if (detention)
        penalty.set("kinds", Texts{"行政拘留", "罚款"})
            .set("detention_days", violation.detention)
            .set("proposed_detention_days", violation.detention);
    if (plan_.has("not_punished")) {
        penalty.set("kinds", Texts{"不予处罚"});
        penalty.remove("fine");
    }
    if (plan_.has("repeated")) penalty.set("previous_on", months_after(date_of(plan_.received), -12) + 5).set("heavier", true);
    if (plan_.has("excessive_defence")) penalty.set("self_defence", true).set("beyond_necessity", true).set("mitigated", true);
    if (plan_.has("absconded")) {
        penalty.set("absconded", true).set("public_notice_on", date_of(told)).set("told_signed", false);
        penalty.remove("told_at");
        return penalty;
    }
    auto& notice = add_document(file_, "行政处罚告知笔录", told, &person, nullptr);
    if (&person == offender_ && !file_.has_act("penalty_notice")) file_.name("penalty_notice", notice);
    return penalty;
}

void AdministrativeStory::hold_hearing() {
    const Moment told = last_;
    const Moment asked = time("hearing_request", told, hours(20), hours(40));
    const Moment notified = time("hearing_notice", asked, hours(1), hours(3));
    const Moment held = plan_.sets_time("hearing_held")                ? time("hearing_held", asked, hours(0), hours(0))
                        : plan_.sets_time("hearing_held_after_notice") ? time("hearing_held_after_notice", notified, hours(0), hours(0))
                                                                       : first_second(working_days_after(date_of(notified), 7)) + hours(10);
    auto& notice = file_.name("hearing_notice", add_document(file_, "举行听证通知书", notified, offender_, nullptr));
    serve(notice, notified, *offender_);
    auto& hearing =
        file_.name("hearing", file_.add("hearings", {{"id", file_.next_id("hearings")},
                                                     {"person", key_of(*offender_)},
                                                     {"asked_at", asked},
                                                     {"accepted_at", time("hearing_acceptance", asked, minutes(20), minutes(50))},
                                                     {"notified_at", notified},
                                                     {"held_at", held},
                                                     {"by_legal", true}}));
    hearing.set("presided_by", team_.custodian);
    file_.add("pauses", {{"kind", "听证"}, {"starts_on", date_of(asked)}, {"ends_on", date_of(held)}, {"told", true}});
    last_ = held;
}

Moment AdministrativeStory::decision_time() {
    if (plan_.has("quick")) return time("quick_decision", file_.head.moment("arrived_at"), hours(18), hours(30));
    if (plan_.sets_time("decision")) return time("decision", filed_, hours(0), hours(0));
    if (plan_.has("extended"))
        return std::max(filed_ + random_.span(days(35), days(50)), end_of(limits::hearing_request, last_) + hours(10));
    if (plan_.sets_time("decision_after_telling")) return time("decision_after_telling", last_, hours(0), hours(0));
    if (plan_.sets_time("decision_after_hearing")) return time("decision_after_hearing", last_, hours(0), hours(0));
    if (plan_.has("absconded")) return end_of(limits::public_notice, last_) + hours(10);
    if (plan_.has("large_fine")) return end_of(limits::hearing_request, last_) + hours(10);
    return next_morning(plan_.has("complex") ? last_ + days(3) : last_) + minutes(random_.between(120, 240));
}

void AdministrativeStory::extend() {
    const Moment extended = time("extension", filed_, days(20), days(26));
    file_.name("extension_approval", add_approval(file_, "延长期限", extended, Level::city, team_));
    file_.head.set("extended_at", extended);
}

void AdministrativeStory::decide() {
    decided_ = decision_time();
    if (plan_.has("extended")) extend();
    file_.head.set("decided_at", decided_);
    impose("", *penalty_, violation_);
    if (file_.has_act("second_penalty")) impose("second_", file_.act("second_penalty"), insult);
    if (file_.has_act("accomplice_penalty")) impose("accomplice_", file_.act("accomplice_penalty"), violation_);
    last_ = decided_;
}

void AdministrativeStory::impose(const std::string& part, Record& penalty, const Violation& violation) {
    const Record& person = part == "accomplice_" ? *accomplice_ : *offender_;
    auto& approval =
        add_approval(file_, "行政处罚", decided_ - minutes(40), plan_.has("station") ? Level::department : Level::county, team_);
    file_.name(part + "penalty_approval", approval).set("collective", plan_.has("complex"));
    auto& document = add_document(file_, plan_.has("not_punished") ? "不予行政处罚决定书" : "行政处罚决定书", decided_, &person, &approval);
    cite(file_.name(part + "decision", document), security() ? punishments_law : penalties_law, violation.number)
        .set("remedies_stated", true);
    if (violation.paragraph > 0) document.set("paragraph", violation.paragraph);
    penalty.set("decided_at", decided_);
    refer(penalty, "approval", approval);
    refer(penalty, "decision", document);
    serve_decision(penalty, document);
}

void AdministrativeStory::serve_decision(Record& penalty, Record& document) {
    const bool absent = plan_.has("not_announced");
    penalty.set("announced", !absent);
    refer(document, "served_on", file_.act(penalty.text("person") == key_of(*offender_) ? "offender" : "accomplice"));
    document.set("served_at", absent ? time("service", decided_, hours(3), hours(30)) : decided_ + minutes(10));
    if (plan_.has("absconded")) serve_publicly(penalty, document);
    if (security() && !plan_.has("on_the_spot")) {
        refer(penalty, "victim", *victim_);
        penalty.set("victim_copy_at", time("victim_copy", decided_, hours(3), hours(40)));
    }
}

void AdministrativeStory::serve_publicly(Record& penalty, Record& document) {
    const Date from = date_of(decided_) + 1;
    const Date until = from + plan_.amount("days_of_public_service", limits::public_service.number);
    penalty.set("announced", false);
    document.set("public_from", from).set("public_until", until).set("signed", false).set("served_at", first_second(until) + hours(18));
}

}  // namespace generator
