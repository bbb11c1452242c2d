#include <algorithm>

#include "administrative.hpp"

namespace generator {

void AdministrativeStory::mediate() {
    const bool minor = guardian_ != nullptr;
    Moment held = time("mediation", last_, days(1), days(3));
    auto add = [&](Moment when, int round, bool agreed) -> Record& {
        return file_.add("mediations", {{"id", file_.next_id("mediations")},
                                        {"held_at", when},
                                        {"round", round},
                                        {"agreed", agreed},
                                        {"signed", agreed},
                                        {"minor_party", minor},
                                        {"guardian_present", minor}});
    };
    if (plan_.has("second_mediation")) {
        const Moment first = held;
        file_.name("first_mediation", add(first, 1, false));
        held = time("second_mediation", first, days(2), days(4));
    }
    auto& mediation = file_.name("mediation", add(held, plan_.has("second_mediation") ? 2 : 1, true));
    if (plan_.has("second_mediation")) mediation.set("next_after", file_.act("first_mediation").moment("held_at"));
    auto& agreement = file_.name("agreement", add_document(file_, "治安调解协议书", held, offender_, nullptr));
    refer(mediation, "agreement", agreement);
    const Moment fulfilled = held + days(3);
    mediation.set("fulfilled_on", date_of(fulfilled));
    last_ = fulfilled;
}

void AdministrativeStory::punish_on_the_spot() {
    decided_ = last_ + minutes(60);
    auto& inquiry = file_.name("inquiry", add_interview(file_, "询问", *offender_, last_ + minutes(10), minutes(30), "现场", team_));
    accompany(inquiry);
    penalty_ = &file_.name("penalty", add_penalty(*offender_, violation_, decided_ - minutes(10)));
    penalty_->set("station", security()).set("decided_at", decided_).set("filed_at", time("spot_report", decided_, hours(2), hours(20)));
    if (security() && !plan_.has("two_officers")) penalty_->set("officers", Texts{team_.handler});
    auto& document = file_.name("decision", add_document(file_, "行政处罚决定书", decided_, offender_, nullptr));
    cite(document, security() ? punishments_law : penalties_law, violation_.number).set("remedies_stated", true);
    if (violation_.paragraph > 0) document.set("paragraph", violation_.paragraph);
    refer(*penalty_, "decision", document);
    serve_decision(*penalty_, document);
    file_.head.set("decided_at", decided_).set("arrived_at", decided_ - minutes(60));
    executed_ = decided_;
    last_ = decided_ + days(1);
    if (plan_.has("paid_at_bank")) return collect(*penalty_, decided_);
    penalty_->set("collected_on_spot", true).set("paid_on", date_of(decided_));
    penalty_->set("handed_in_on", date_of(time("handing_in", decided_, hours(2), hours(24))));
}

void AdministrativeStory::withdraw() {
    const Moment withdrawn = time("withdrawal", last_, days(1), days(3));
    file_.name("withdrawal_approval", add_approval(file_, "终止调查", withdrawn - minutes(20), Level::department, team_));
    file_.name("withdrawal_decision", add_document(file_, "终止案件调查决定书", withdrawn, offender_, &file_.act("withdrawal_approval")));
    file_.head.set("withdrawn_at", withdrawn);
    if (file_.has_act("seizure")) {
        const Moment lifted = time("seizure_lifting", withdrawn, minutes(-40), minutes(0));
        auto& seizure = file_.act("seizure");
        seizure.set("handled_at", lifted).set("ends_at", lifted);
        for (auto& item : std::get<Records>(seizure.at("items"))) item.set("returned_at", lifted);
    }
    last_ = std::max(last_, withdrawn);
}

}  // namespace generator
