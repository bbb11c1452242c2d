#include "administrative.hpp"

namespace generator {
namespace {

Moment next_morning(Moment m) { return first_second(date_of(m) + 1) + hours(9); }

}  // namespace

void AdministrativeStory::inspect() {
    const Moment starts = next_morning(last_) + minutes(random_.between(0, 60));
    auto& approval = file_.name("inspection_approval", add_approval(file_, "检查", starts - hours(2), Level::county, team_));
    auto& warrant = file_.name("inspection_warrant", add_document(file_, "检查证", starts - minutes(40), offender_, &approval));
    serve(warrant, starts, *offender_);
    auto& inspection = file_.name("inspection", add_scene_work(file_, "检查", starts, minutes(50), team_, *attester_));
    refer(inspection, "person", *offender_);
    refer(inspection, "document", warrant);
    inspection.set("recording", "全程");
    last_ = starts + minutes(50);
}

void AdministrativeStory::seize() {
    const Moment starts = next_morning(last_) + minutes(random_.between(90, 150));
    auto& approval = file_.name("seizure_approval", add_approval(file_, "扣押", starts - hours(1), Level::county, team_));
    auto& decision = file_.name("seizure_decision", add_document(file_, "证据保全决定书", starts - minutes(5), offender_, &approval));
    serve(decision, starts, *offender_);
    auto item = make_item("木棍", "一般财物", starts + hours(3), team_);
    const Moment ends = starts + days(5) + random_.span(hours(1), hours(8));
    item.set("returned_at", ends).set("return_receipt", true);
    auto& seizure = file_.name("seizure", add_seizure(file_, "扣押", starts, team_, *attester_, {std::move(item)}));
    seizure.set("list_made_at", starts).set("handled_at", ends).set("ends_at", ends).set("place", "办案区");
    refer(seizure, "owner", *offender_);
    refer(seizure, "approval", approval);
    refer(seizure, "document", decision);
    last_ = starts + hours(1);
}

void AdministrativeStory::identify() {
    const Moment starts = next_morning(last_) + hours(3) + minutes(random_.between(0, 60));
    file_.name("identification", add_identification(file_, "人的照片", *victim_, starts, random_.between(10, 12), team_, *attester_)).set("recording", "全程").set("place", "办案区");
    last_ = starts + minutes(30);
}

void AdministrativeStory::appraise() {
    const Moment starts = next_morning(last_);
    const Moment received = starts + days(4) + minutes(random_.between(0, 200));
    auto& opinion = file_.name("expertise", file_.add("expertises", {{"id", file_.next_id("expertises")}, {"subject", "损伤程度"}, {"injury", true},
        {"about", key_of(*victim_)}, {"received_at", received}, {"signed", true}, {"outside", false}}));
    const Moment told = received + hours(20);
    opinion.set("told", Records{{{"person", key_of(*victim_)}, {"told_at", told}}, {{"person", key_of(*offender_)}, {"told_at", told}}});
    file_.add("pauses", {{"kind", "鉴定"}, {"starts_on", date_of(starts)}, {"ends_on", date_of(received)}, {"told", true}});
    victim_->set("appraisal_asked", true);
    last_ = told;
}

}  // namespace generator
