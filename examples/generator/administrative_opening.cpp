#include <fmt/format.h>

#include <algorithm>

#include "administrative.hpp"

namespace generator {
namespace {

constexpr Violation beating{"殴打他人", "51(1)", "51", 1, 5, 500};
constexpr Violation disturbance{"扰乱单位秩序", "26(1)", "26", 1, 0, 400};
constexpr Violation forged_papers{"伪造公文", "63", "63", 0, 10, 4500};
constexpr Violation joyride{"偷开他人机动车", "76", "76", 0, 0, 1000};
constexpr Violation gambling{"赌博", "82", "82", 0, 0, 200};
constexpr Violation other_violation{"违反娱乐场所管理规定", "", "44", 0, 0, 1500};

}  // namespace

Violation AdministrativeStory::kind_of_violation() const {
    if (!security()) return other_violation;
    if (plan_.has("gambling")) return gambling;
    if (plan_.has("joyride")) return joyride;
    if (plan_.has("hearing") || plan_.has("large_fine") || plan_.has("forgery")) return forged_papers;
    return plan_.has("on_the_spot") && !plan_.has("beating_on_the_spot") ? disturbance : beating;
}

// With the heights that the course of the case asks for.
Violation AdministrativeStory::violation() const {
    Violation out = kind_of_violation();
    if (plan_.has("two_violations")) out.detention = 10;
    if (plan_.has("forgery")) out.fine = 3000;
    if (plan_.has("on_the_spot")) out.fine = security() ? 150 : 100;
    if (!security() && plan_.has("large_fine")) out.fine = 2000;
    out.detention = plan_.amount("detention_days", out.detention);
    out.fine = plan_.amount("fine", out.fine);
    return out;
}

void AdministrativeStory::tell() {
    open();
    if (plan_.has("outside")) return transfer();
    if (plan_.has("refused")) return refuse();
    if (!plan_.has("own_statement_only")) hear_victim();
    find_offender();
    if (plan_.has("on_the_spot")) {
        punish_on_the_spot();
        return close();
    }
    summon();
    if (plan_.has("mediated")) {
        mediate();
        if (!plan_.has("penalty_after_agreement")) return close();
    }
    gather_evidence();
    if (plan_.has("withdrawn")) {
        withdraw();
        return close();
    }
    tell_party();
    if (plan_.has("hearing")) hold_hearing();
    decide();
    execute_detention();
    collect_fines();
    last_ = std::max(last_, things_returned_);
    close();
}

void AdministrativeStory::gather_evidence() {
    if (plan_.has("inspection")) inspect();
    if (plan_.has("seizure")) seize();
    if (plan_.has("registration")) register_things();
    if (plan_.has("identification")) identify();
    if (plan_.has("expertise")) appraise();
}

void AdministrativeStory::open() {
    const Moment received = plan_.received;
    const Date day = date_of(received);
    violation_ = violation();
    team_ = add_team(file_, random_, plan_.unit);
    const char* procedure = plan_.has("on_the_spot") ? "当场" : plan_.has("quick") ? "快速" : plan_.has("mediated") ? "调解" : "普通";
    file_.head = {{"id", fmt::format("星公{}（行）立字〔{}〕{:05}号", short_unit_name(plan_.unit), year_of(day), plan_.number)},
                  {"kind", "行政"},
                  {"field", security() ? "治安" : "其他"},
                  {"procedure", procedure},
                  {"source", "报案"},
                  {"unit", unit_name(plan_.unit)},
                  {"cause", violation_.cause},
                  {"gravity", "一般"},
                  {"serious_crime", false},
                  {"handler", team_.handler},
                  {"co_handler", team_.co_handler},
                  {"received_at", received},
                  {"receipt_given", true},
                  {"receipt_refused", false},
                  {"agency_complete", true},
                  {"sent_back_times", 0},
                  {"quick_consent", plan_.has("quick")}};
    file_.name("case", file_.head);
    victim_ = &file_.name(
        "victim", add_person(file_, random_,
                             {.role = "被侵害人", .female = random_.chance(0.5), .age = static_cast<int>(random_.between(20, 65))}, day));
    victim_->set("injury_serious", false).set("injury_disputed", false).set("appraisal_asked", false).set("appraisal_refused", false);
    attester_ =
        &file_.name("attester", add_person(file_, random_, {.role = "见证人", .age = static_cast<int>(random_.between(25, 60))}, day));
    filed_ = time("filing", received, minutes(30), hours(5));
    file_.head.set("registered_at", filed_).set("filed_at", filed_);
    auto& report = file_.name("report", add_report(file_, received, *victim_, team_));
    report.set("evidence_handed_in", !plan_.has("own_statement_only"));
    if (plan_.has("single_reception")) report.set("officers", Texts{team_.reception, team_.assistant});
    if (plan_.has("other_report")) receive_other_report();
    serve(file_.name("receipt", add_document(file_, "受案回执", filed_, victim_, nullptr)), filed_ + minutes(10), *victim_);
    last_ = filed_;
}

// A neighbour who reports a quarrel about a debt: no matter for the police.
void AdministrativeStory::receive_other_report() {
    const Moment received = plan_.received + minutes(random_.between(5, 25));
    auto& neighbour = add_person(file_, random_, {.role = "报案人", .age = 50}, date_of(received));
    auto& report = file_.name("other_report", add_report(file_, received, neighbour, team_));
    report.set("evidence_handed_in", false).set("evidence_listed", false).set("not_police", true);
    report.set("told_at", time("other_report_told", received, minutes(1), minutes(20)))
        .set("told_in_writing", false)
        .set("told_disputed", false);
}

// Looked into, and found to be no violation: the reporter is told why.
void AdministrativeStory::refuse() {
    const Moment refused = time("refusal", plan_.received, hours(8), hours(20));
    file_.name("victim_inquiry", add_interview(file_, "询问", *victim_, filed_ + minutes(30), minutes(50), "办案区", team_));
    file_.head.remove("filed_at");
    file_.head.set("not_filed_at", refused);
    file_.act("report")
        .set("told_at", time("refusal_told", refused, minutes(0), minutes(0)))
        .set("told_reason", true)
        .set("told_in_writing", true);
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
    if (plan_.has("witness") || plan_.has("minor_witness")) hear_witness();
}

void AdministrativeStory::hear_witness() {
    const bool minor = plan_.has("minor_witness");
    const Date day = date_of(plan_.received);
    witness_ = &file_.name(
        "witness", add_person(file_, random_, {.role = "证人", .age = minor ? 15 : static_cast<int>(random_.between(20, 65))}, day));
    const Moment starts = time("witness_inquiry", last_, minutes(10), minutes(40));
    auto& inquiry = file_.name("witness_inquiry", add_interview(file_, "询问", *witness_, starts, minutes(30),
                                                                plan_.has("witness_at_home") ? "住处" : "办案区", team_));
    if (minor) {
        refer(inquiry, "guardian", file_.name("witness_guardian", add_person(file_, random_, {.role = "监护人", .age = 42}, day)));
        inquiry.set("guardian_signed", true);
    }
    if (plan_.has("remote_inquiry")) inquiry.set("remote", true).set("remote_noted", true);
    if (plan_.has("one_officer") && security() && !plan_.has("witness_at_home"))
        inquiry.set("officers", Texts{team_.handler}).set("recorder", team_.handler);
    last_ = starts + minutes(30);
}

void AdministrativeStory::hear_victim_again() {
    const Moment starts = time("second_victim_inquiry", last_, hours(2), hours(10));
    file_.name("second_victim_inquiry", add_interview(file_, "询问", *victim_, starts, minutes(30), "办案区", team_));
    last_ = starts + minutes(30);
}

void AdministrativeStory::find_offender() {
    const Date day = date_of(plan_.received);
    const bool minor = plan_.has("minor") || plan_.has("boy_of_15");
    const int age = plan_.has("age_18")      ? 18
                    : plan_.has("boy_of_15") ? 15
                    : minor                  ? 16
                    : plan_.has("old")       ? 71
                    : plan_.has("age_69")    ? 69
                                             : static_cast<int>(random_.between(20, 55));
    offender_ = &file_.name("offender", add_person(file_, random_, {.role = "违法行为人", .female = plan_.has("woman"), .age = age}, day));
    offender_->set("foreign", plan_.has("foreign")).set("congress_deputy", plan_.has("deputy")).set("deaf_or_mute", plan_.has("deaf"));
    offender_->set("pregnant_or_nursing", plan_.has("nursing"));
    if (minor)
        guardian_ = &file_.name(
            "guardian",
            add_person(file_, random_, {.role = plan_.has("suitable_adult") ? "合适成年人" : "监护人", .female = true, .age = 45}, day));
    if (plan_.has("deaf")) interpreter_ = &file_.name("interpreter", add_person(file_, random_, {.role = "翻译", .age = 36}, day));
    if (plan_.has("questioning")) hold_for_questioning();
    if (plan_.has("drunk")) restrain();
    if (plan_.has("accomplice")) find_accomplice();
    if (plan_.has("held_before")) {  // the case began as a criminal one
        const Moment arrested = first_second(day + -3) + hours(10);
        file_.name("custody", add_measure(file_, "拘留", *offender_, arrested, "看守所", team_))
            .set("ends_at", arrested + days(2))
            .set("in_custody_at", arrested + hours(8));
    }
}

void AdministrativeStory::find_accomplice() {
    accomplice_ = &file_.name("accomplice", add_person(file_, random_, {.role = "违法行为人", .age = 31}, date_of(plan_.received)));
    file_.name("accomplice_inquiry", add_interview(file_, "询问", *accomplice_, last_ + minutes(10), minutes(40), "住处", team_));
    last_ = last_ + minutes(50);
}

}  // namespace generator
