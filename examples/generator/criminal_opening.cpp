#include <fmt/format.h>

#include "criminal.hpp"

namespace generator {

void CriminalStory::tell() {
    open();
    if (!decide_on_filing())
        return;
    if (plan_.has("dormant"))
        return let_lie();
    question_witnesses();
    introduce_suspects();
    if (plan_.has("freezing"))
        freeze();
    if (plan_.has("technical"))
        listen_in();
    summon();
    if (plan_.has("search"))
        search();
    if (plan_.has("identification"))
        identify();
    if (plan_.has("expertise"))
        appraise();
    review_requests(last_ + hours(1));
    end();
    file_.head.set("investigated_at", last_);
}

void CriminalStory::open() {
    static const std::vector<std::string> causes{"盗窃", "诈骗", "故意伤害", "寻衅滋事", "抢夺", "掩饰、隐瞒犯罪所得", "危险驾驶", "敲诈勒索"};
    const Moment received = plan_.received;
    const bool agency = plan_.has("agency");
    team_ = add_team(file_, random_, plan_.unit);
    file_.head = {{"id", fmt::format("星公{}（刑）立字〔{}〕{:05}号", short_unit_name(plan_.unit), year_of(date_of(received)), plan_.number)},
        {"kind", "刑事"}, {"procedure", "普通"}, {"source", agency ? "行政机关移送" : "报案"}, {"unit", unit_name(plan_.unit)}, {"cause", random_.pick(causes)},
        {"gravity", plan_.has("grave") ? "其他重大犯罪" : plan_.has("ten_years") ? "十年以上" : "一般"}, {"serious_crime", false}, {"handler", team_.handler},
        {"co_handler", team_.co_handler}, {"received_at", received}, {"registered_at", received + minutes(random_.between(5, 40))}, {"receipt_given", true},
        {"receipt_refused", false}, {"agency_complete", !plan_.has("agency_gap")}, {"sent_back_times", 0}, {"quick_consent", false}};
    file_.name("case", file_.head);
    victim_ = &file_.name("victim", add_person(file_, random_, {.role = "被害人", .female = random_.chance(0.4), .age = static_cast<int>(random_.between(20, 65))}, date_of(received)));
    attester_ = &file_.name("attester", add_person(file_, random_, {.role = "见证人", .age = static_cast<int>(random_.between(25, 60))}, date_of(received)));
    if (agency) {
        file_.head.set("agency_material_at", received);
        if (plan_.has("agency_gap"))
            file_.head.set("agency_gap_told_at", time("agency_gap", received, hours(1), hours(20)));
    } else {
        auto& report = file_.name("report", add_report(file_, received, *victim_, team_));
        if (plan_.has("refused"))
            report.set("kind", "控告");
        if (plan_.has("second_report")) {
            auto& neighbour = add_person(file_, random_, {.role = "举报人", .age = 44}, date_of(received));
            file_.name("second_report", add_report(file_, received + hours(2), neighbour, team_)).set("kind", "举报");
        }
        serve(file_.name("receipt", add_document(file_, "受案回执", received + minutes(42), victim_, nullptr)), received + minutes(45), *victim_);
    }
    last_ = received;
    if (!plan_.has("outside") && !agency)
        work_at_scene();
}

bool CriminalStory::decide_on_filing() {
    const Moment received = plan_.received;
    if (plan_.has("outside")) {
        transfer(received + hours(3));
        return false;
    }
    const Moment decided = plan_.has("agency") ? time("agency_decision", received, hours(plan_.has("agency_gap") ? 30 : 6), hours(60)) : time("filing_decision", received, hours(5), hours(60));
    if (plan_.has("refused")) {
        refuse(decided);
        if (!plan_.has("ordered_to_file"))
            return false;
        const Moment ordered = decided + days(12);
        file_.name("order_to_file", add_review(file_, "通知立案", ordered));
        file_case(time("ordered_filing", ordered, days(1), days(9)));
        return true;
    }
    file_case(decided);
    return true;
}

void CriminalStory::refuse(Moment decided) {
    auto& approval = file_.name("refusal_approval", add_approval(file_, "不予立案", decided, Level::county, team_));
    file_.head.set("not_filed_at", decided);
    refer(file_.head, "not_filing", approval);
    auto& notice = file_.name("refusal_notice", add_document(file_, "不予立案通知书", decided, nullptr, &approval));
    cite(notice, criminal_procedure_law, "112");
    if (!plan_.has("agency"))
        serve(notice, time("refusal_notice", decided, hours(2), hours(40)), *victim_);
    else
        notice.set("served_at", decided + hours(2));
    supervise_refusal(decided);
}

void CriminalStory::supervise_refusal(Moment refused) {
    const Moment asked = refused + days(4) + random_.span(hours(1), hours(9));
    if (plan_.has("complaint_review")) {
        auto& review = file_.name("complaint_review", add_review(file_, "控告人复议", asked));
        if (plan_.has("complaint_extended")) {
            const Moment extended = time("complaint_extension", asked, days(20), days(28));
            review.set("extended_at", extended).set("told_at", extended + hours(3));
            review.set("answered_at", time("complaint_extended_answer", asked, days(40), days(55)));
        } else {
            review.set("answered_at", time("complaint_answer", asked, days(5), days(25)));
        }
    }
    if (plan_.has("agency_reconsideration"))
        file_.name("agency_reconsideration", add_review(file_, "移送机关复议", asked)).set("answered_at", time("agency_reconsideration", asked, hours(5), hours(60)));
    if (plan_.has("explain_refusal"))
        file_.name("explain_refusal", add_review(file_, "要求说明不立案理由", asked)).set("answered_at", time("explain_refusal", asked, days(1), days(5)));
}

void CriminalStory::transfer(Moment found) {
    const Moment transferred = time("transfer", found, hours(3), hours(20));
    auto& approval = file_.name("transfer_approval", add_approval(file_, "移送案件", found + hours(2), Level::county, team_));
    file_.name("transfer_notice", add_document(file_, "移送案件通知书", found + minutes(150), nullptr, &approval));
    file_.head.set("outside_found_at", found).set("transferred_at", transferred).set("transfer_told_at", transferred);
    refer(file_.head, "transfer", approval);
}

void CriminalStory::file_case(Moment decided) {
    auto& approval = file_.name("filing_approval", add_approval(file_, "立案", decided, Level::county, team_));
    cite(file_.name("filing_decision", add_document(file_, "立案决定书", decided, nullptr, &approval)), criminal_procedure_law, "112");
    filed_ = decided;
    last_ = filed_;
    file_.head.set("filed_at", filed_);
    refer(file_.head, "filing", approval);
}

void CriminalStory::question_witnesses() {
    const Moment first = time("first_investigation", filed_, hours(2), hours(10));
    file_.name("victim_inquiry", add_interview(file_, "询问", *victim_, first, hours(1), "办案区", team_));
    last_ = first + hours(1);
    auto& witness = file_.name("witness", add_person(file_, random_,
        {.role = "证人", .female = random_.chance(0.5), .age = plan_.has("minor_witness") ? 15 : static_cast<int>(random_.between(20, 60))}, date_of(plan_.received)));
    const Moment starts = last_ + hours(1);
    auto& inquiry = file_.name("inquiry", add_interview(file_, "询问", witness, starts, minutes(50), plan_.has("home_inquiry") ? "住处" : plan_.has("scene_inquiry") ? "现场" : "办案区", team_));
    if (plan_.has("home_inquiry")) {
        auto& approval = file_.name("inquiry_approval", add_approval(file_, "其他", starts - minutes(40), Level::department, team_));
        refer(inquiry, "notice", file_.name("inquiry_notice", add_document(file_, "询问通知书", starts - minutes(30), &witness, &approval)));
    }
    if (plan_.has("minor_witness")) {
        refer(inquiry, "guardian", file_.name("witness_guardian", add_person(file_, random_, {.role = "监护人", .female = true, .age = 42}, date_of(plan_.received))));
        inquiry.set("guardian_signed", true);
    }
    last_ = starts + minutes(50);
    if (plan_.has("asked_again")) {
        file_.name("second_inquiry", add_interview(file_, "询问", *victim_, last_ + minutes(30), minutes(40), "办案区", team_));
        last_ = last_ + minutes(70);
    }
}

void CriminalStory::introduce_suspects() {
    const Date day = date_of(plan_.received);
    const bool girl = plan_.has("girl");
    const bool minor = plan_.has("minor") || girl;
    const int age = plan_.has("just_adult") ? 18 : minor ? 16 : static_cast<int>(random_.between(20, 55));
    suspect_ = &file_.name("suspect", add_person(file_, random_, {.role = "犯罪嫌疑人", .female = girl || plan_.has("woman") || (!plan_.planted && random_.chance(0.15)), .age = age}, day));
    relative_ = &file_.name("relative", add_person(file_, random_, {.role = "其他", .female = true, .age = 40}, day));
    suspect_->set("foreign", plan_.has("foreign"));
    if (plan_.has("two_suspects")) {
        auto& other = file_.name("other_suspect", add_person(file_, random_, {.role = "犯罪嫌疑人", .age = 30}, day));
        refer(other, "lawyer", add_person(file_, random_, {.role = "律师", .age = 38}, day));
        refer(*suspect_, "lawyer", file_.name("lawyer", add_person(file_, random_, {.role = "律师", .female = true, .age = 41}, day)));
    }
    if (minor)
        guardian_ = &file_.name("guardian", add_person(file_, random_, {.role = "监护人", .age = 45}, day));
    if (plan_.has("deaf")) {
        suspect_->set("deaf_or_mute", true);
        interpreter_ = &file_.name("interpreter", add_person(file_, random_, {.role = "翻译", .female = true, .age = 35}, day));
    }
    for (const auto& [trait, kind] : {std::pair{"deputy_county", "县级以上人大代表"}, {"deputy_township", "乡镇人大代表"}, {"consultative", "政协委员"}, {"deputy_caught", "县级以上人大代表"}})
        if (plan_.has(trait))
            suspect_->set("deputy", true).set("deputy_kind", kind);
}

}  // namespace generator
