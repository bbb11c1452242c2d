#include <fmt/format.h>

#include "administrative.hpp"

namespace generator {
namespace {

constexpr Violation beating{"殴打他人", "51(1)", "51", 1, 5, 500};
constexpr Violation disturbance{"扰乱单位秩序", "26(1)", "26", 1, 0, 400};
constexpr Violation forged_papers{"伪造公文", "63", "63", 0, 10, 4500};
constexpr Violation other_violation{"违反娱乐场所管理规定", "", "44", 0, 0, 1500};

}  // namespace

void AdministrativeStory::tell() {
    open();
    if (plan_.has("outside"))
        return transfer();
    hear_victim();
    if (plan_.has("on_the_spot"))
        return punish_on_the_spot();
    summon();
    if (plan_.has("mediated"))
        return mediate();
    if (plan_.has("inspection"))
        inspect();
    if (plan_.has("seizure"))
        seize();
    if (plan_.has("identification"))
        identify();
    if (plan_.has("expertise"))
        appraise();
    tell_party();
    if (plan_.has("hearing"))
        hold_hearing();
    decide();
    execute_detention();
    collect_fine();
    close();
}

void AdministrativeStory::open() {
    const Moment received = plan_.received;
    const Date day = date_of(received);
    violation_ = !security() ? other_violation : plan_.has("on_the_spot") ? disturbance : plan_.has("hearing") || plan_.has("large_fine") ? forged_papers : beating;
    team_ = add_team(file_, random_, plan_.unit);
    const char* procedure = plan_.has("on_the_spot") ? "当场" : plan_.has("quick") ? "快速" : plan_.has("mediated") ? "调解" : "普通";
    file_.head = {{"id", fmt::format("星公{}（行）立字〔{}〕{:05}号", short_unit_name(plan_.unit), year_of(day), plan_.number)}, {"kind", "行政"},
        {"field", security() ? "治安" : "其他"}, {"procedure", procedure}, {"source", "报案"}, {"unit", unit_name(plan_.unit)}, {"cause", violation_.cause},
        {"gravity", "一般"}, {"serious_crime", false}, {"handler", team_.handler}, {"co_handler", team_.co_handler}, {"received_at", received},
        {"receipt_given", true}, {"receipt_refused", false}, {"agency_complete", true}, {"sent_back_times", 0}, {"quick_consent", plan_.has("quick")}};
    file_.name("case", file_.head);
    victim_ = &file_.name("victim", add_person(file_, random_, {.role = "被侵害人", .female = random_.chance(0.5), .age = static_cast<int>(random_.between(20, 65))}, day));
    victim_->set("injury_serious", false).set("injury_disputed", false).set("appraisal_asked", false).set("appraisal_refused", false);
    attester_ = &file_.name("attester", add_person(file_, random_, {.role = "见证人", .age = static_cast<int>(random_.between(25, 60))}, day));
    filed_ = time("filing", received, minutes(30), hours(5));
    file_.head.set("registered_at", filed_).set("filed_at", filed_);
    file_.name("report", add_report(file_, received, *victim_, team_));
    serve(file_.name("receipt", add_document(file_, "受案回执", filed_, victim_, nullptr)), filed_ + minutes(10), *victim_);
    last_ = filed_;
}

void AdministrativeStory::transfer() {
    const Moment found = filed_ + hours(2);
    add_interview(file_, "询问", *victim_, filed_ + minutes(30), minutes(40), "办案区", team_);
    const Moment transferred = time("transfer", found, hours(3), hours(20));
    auto& approval = add_approval(file_, "移送案件", found + hours(2), Level::county, team_);
    file_.name("transfer_notice", add_document(file_, "移送案件通知书", found + minutes(150), nullptr, &approval));
    file_.head.set("outside_found_at", found).set("transferred_at", transferred);
    file_.act("report").set("told_at", time("transfer_told", found, hours(3), hours(20)));
    refer(file_.head, "transfer", approval);
}

void AdministrativeStory::hear_victim() {
    const Moment starts = time("investigation", filed_, minutes(30), hours(3));
    file_.name("victim_inquiry", add_interview(file_, "询问", *victim_, starts, minutes(50), "办案区", team_));
    last_ = starts + minutes(50);
    const bool minor = plan_.has("minor") || plan_.has("boy_of_15");
    const int age = plan_.has("age_18") ? 18 : plan_.has("boy_of_15") ? 15 : minor ? 16 : plan_.has("old") ? 71 : plan_.has("age_69") ? 69 : static_cast<int>(random_.between(20, 55));
    offender_ = &file_.name("offender", add_person(file_, random_, {.role = "违法行为人", .female = plan_.has("woman"), .age = age}, date_of(plan_.received)));
    offender_->set("foreign", plan_.has("foreign")).set("congress_deputy", plan_.has("deputy"));
    if (minor)
        guardian_ = &file_.name("guardian", add_person(file_, random_, {.role = "监护人", .female = true, .age = 45}, date_of(plan_.received)));
}

void AdministrativeStory::give_guardian(Record& interview) {
    if (guardian_) {
        refer(interview, "guardian", *guardian_);
        interview.set("guardian_signed", true);
    }
}

void AdministrativeStory::summon() {
    const Moment starts = plan_.has("quick") ? last_ + hours(1) : first_second(date_of(last_) + 1) + hours(9) + minutes(random_.between(0, 50));
    auto& approval = file_.name("summons_approval", add_approval(file_, "采取强制措施", starts - hours(2), Level::department, team_));
    auto& document = file_.name("summons_document", add_document(file_, "传唤证", starts - minutes(90), offender_, &approval));
    serve(document, starts, *offender_);
    auto& summons = file_.name("summons", add_measure(file_, "传唤", *offender_, starts, "办案区", team_));
    refer(summons, "approval", approval);
    refer(summons, "document", document);
    const Moment ends = time("inquiry", starts, hours(3), hours(7));
    summons.set("ends_at", ends).set("family_told_at", starts + minutes(5));
    file_.head.set("arrived_at", starts);
    auto& interview = file_.name("inquiry", add_interview(file_, "询问", *offender_, starts + minutes(30), minutes(80), "办案区", team_));
    give_guardian(interview);
    file_.name("stay", add_stay(file_, *offender_, starts, ends, team_));
    last_ = ends;
}

}  // namespace generator
