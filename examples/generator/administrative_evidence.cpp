#include <algorithm>

#include "administrative.hpp"

namespace generator {

void AdministrativeStory::inspect() {
    const Moment starts = next_morning(last_) + minutes(random_.between(0, 60));
    const bool urgent = plan_.has("urgent_inspection") && !plan_.has("residence");   // a home only under a warrant
    auto& inspection = file_.name("inspection", add_scene_work(file_, "检查", starts, minutes(50), team_, *attester_));
    refer(inspection, "person", *offender_);
    inspection.set("recording", "全程").set("urgent", urgent).set("residence", plan_.has("residence"));
    if (!urgent)
        give_warrant(inspection, starts);
    last_ = starts + minutes(50);
    if (plan_.has("body_inspection") && security())   // elsewhere only under a warrant
        inspect_body();
    if (plan_.has("sampling"))
        take_sample("sample", "血液", *offender_);
    if (plan_.has("second_sample"))
        take_sample("second_sample", "尿液", *offender_);
    if (plan_.has("victim_sample"))
        take_sample("victim_sample", "指纹", *victim_);
}

void AdministrativeStory::give_warrant(Record& inspection, Moment starts) {
    auto& approval = file_.name("inspection_approval", add_approval(file_, "检查", starts - hours(2), Level::county, team_));
    const Moment issued = time("inspection_warrant", starts, minutes(-60), minutes(-30));
    auto& warrant = file_.name("inspection_warrant", add_document(file_, "检查证", issued, offender_, &approval));
    serve(warrant, std::max(starts, issued), *offender_);
    refer(inspection, "document", warrant);
}

void AdministrativeStory::inspect_body() {
    auto& inspection = file_.name("body_inspection", add_scene_work(file_, "人身检查", last_ + minutes(10), minutes(15), team_, *attester_));
    refer(inspection, "person", *offender_);
    inspection.set("recording", "全程");
    if (plan_.has("woman"))
        inspection.set("officers", Texts{team_.handler, team_.woman});
    last_ = last_ + minutes(25);
}

void AdministrativeStory::take_sample(const std::string& name, std::string_view kind, const Record& person) {
    const Moment taken = last_ + minutes(random_.between(10, 40));
    auto& approval = file_.name(name + "_approval", add_approval(file_, "其他", time(name + "_approval", taken, minutes(-90), minutes(-20)), Level::department, team_));
    auto& sample = file_.name(name, file_.add("samplings", {{"id", file_.next_id("samplings")}, {"kind", std::string(kind)}, {"person", key_of(person)},
        {"taken_at", taken}, {"consent", true}, {"officers", Texts{team_.handler, team_.co_handler}}}));
    refer(sample, "approval", approval);
    last_ = taken;
}

void AdministrativeStory::identify() {
    const Moment starts = next_morning(last_) + hours(3) + minutes(random_.between(0, 60));
    auto& first = file_.name("identification", add_identification(file_, "人的照片", *victim_, starts, random_.between(10, 12), team_, *attester_));
    first.set("recording", "全程").set("place", "办案区");
    last_ = starts + minutes(30);
    if (witness_ && plan_.has("second_identification")) {
        const Moment next = time("second_identification", starts, minutes(30), minutes(50));
        auto& second = file_.name("second_identification", add_identification(file_, "人的照片", *witness_, next, 10, team_, *attester_));
        second.set("recording", "全程").set("place", "办案区");
        last_ = std::max(last_, next + minutes(30));
    }
}

void AdministrativeStory::appraise() {
    const Moment starts = next_morning(last_);
    const Moment received = starts + days(4) + minutes(random_.between(0, 200));
    auto& opinion = file_.name("expertise", file_.add("expertises", {{"id", file_.next_id("expertises")}, {"subject", "损伤程度"}, {"injury", true},
        {"about", key_of(*victim_)}, {"received_at", received}, {"signed", true}, {"outside", false}}));
    const Moment told = time("opinion_told", received, hours(20), hours(40));
    opinion.set("told", Records{{{"person", key_of(*victim_)}, {"told_at", received + hours(20)}}, {{"person", key_of(*offender_)}, {"told_at", told}}});
    if (accomplice_) std::get<Records>(opinion.at("told")).push_back({{"person", key_of(*accomplice_)}, {"told_at", told}});
    file_.name("appraisal_pause", file_.add("pauses", {{"kind", "鉴定"}, {"starts_on", date_of(starts)}, {"ends_on", date_of(received)}, {"told", true}}));
    victim_->set("appraisal_asked", true);
    last_ = told;
    if (plan_.has("new_appraisal_refused"))
        refuse_new_appraisal(opinion, told + hours(5));
}

void AdministrativeStory::refuse_new_appraisal(Record& opinion, Moment asked) {
    const Moment refused = asked + random_.span(hours(20), hours(40));
    auto& approval = file_.name("appraisal_refusal", add_approval(file_, "其他", refused - minutes(30), Level::county, team_));
    opinion.set("new_asked_at", asked).set("new_refused_at", refused);
    opinion.set("refusal_told_at", time("appraisal_refusal_told", refused, hours(2), hours(40)));
    refer(opinion, "refusal_approval", approval);
    last_ = opinion.moment("refusal_told_at");
}

}  // namespace generator
