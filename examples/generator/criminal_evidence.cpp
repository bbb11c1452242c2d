#include <algorithm>

#include "criminal.hpp"
#include "working_days.hpp"

namespace generator {

void CriminalStory::work_at_scene() {
    const Moment starts = plan_.received + hours(1);
    auto& scene = file_.name("scene", add_scene_work(file_, "勘验", starts, minutes(70), team_, *attester_));
    scene.set("major", plan_.has("major"));
    last_ = starts + minutes(70);
}

// In an emergency of a detention the person is searched without a warrant, that day.
bool CriminalStory::search_at_detention() {
    if (!plan_.has("emergency_search") || !file_.has_act("detention"))
        return false;
    const Moment starts = file_.act("detention").moment("starts_at") + minutes(20);
    if (date_of(starts + minutes(60)) != date_of(starts - minutes(20)))
        return false;
    search_person(starts).set("at_detention", true).set("urgent", true);
    return true;
}

void CriminalStory::search() {
    if (search_at_detention())
        return;
    const Moment starts = next_morning(last_) + minutes(random_.between(0, 60));
    auto& approval = approve("search_approval", "搜查", starts);
    auto& warrant = file_.name("search_warrant", add_document(file_, "搜查证", starts - minutes(40), suspect_, &approval));
    cite(serve(warrant, starts, *suspect_), criminal_procedure_law, "138");
    refer(search_person(starts).set("residence", true), "document", warrant);
}

Record& CriminalStory::search_person(Moment starts) {
    auto& search = file_.name("search", add_scene_work(file_, "搜查", starts, minutes(60), team_, *attester_));
    refer(search, "person", *suspect_);
    search.set("body", true);
    if (suspect_->text("sex") == "女")
        search.set("female_staff", true);
    seize(starts + minutes(60));
    return search;
}

void CriminalStory::seize(Moment starts) {
    auto& approval = approve("seizure_approval", "扣押", starts);
    auto& decision = file_.name("seizure_decision", add_document(file_, plan_.has("sealing") ? "查封决定书" : "扣押决定书", starts - minutes(50), suspect_, &approval));
    cite(serve(decision, starts, *suspect_), criminal_procedure_law, "141");
    const Moment handed_over = starts + hours(4);
    Records items{make_item("金饰品", "贵重财物", handed_over, team_), make_item("手机", "一般财物", handed_over, team_)};
    if (plan_.has("unrelated")) {
        const Moment found = starts + days(2);
        items[1].set("unrelated_since", found).set("returned_at", time("return", found, hours(5), hours(60))).set("return_receipt", true);
    }
    auto& seizure = file_.name("seizure", add_seizure(file_, plan_.has("sealing") ? "查封" : "扣押", starts, team_, *attester_, std::move(items)));
    refer(seizure, "approval", approval);
    refer(seizure, "document", decision);
    last_ = std::max(last_, starts + hours(1));
}

void CriminalStory::freeze() {
    const Moment starts = last_ + hours(2);
    const bool equity = plan_.has("equity");
    auto& approval = approve("freezing_approval", "冻结", starts, equity ? Level::city : Level::county);
    auto item = make_item(equity ? "有限责任公司股权" : "银行存款", equity ? "股权" : "存款", starts, team_);
    auto& freezing = file_.name("freezing", add_seizure(file_, "冻结", starts, team_, *attester_, {std::move(item)}));
    refer(freezing, "approval", approval);
    if (plan_.has("renewed")) {
        const Moment renewed = time("freezing_renewal", starts, days(170), days(178));
        refer(freezing, "extension", file_.name("renewal_approval", add_approval(file_, "冻结", renewed - hours(3), equity ? Level::city : Level::county, team_)));
        freezing.set("renewed_at", renewed);
        last_ = renewed;
    } else {
        freezing.set("ends_at", starts + random_.span(days(10), plan_.planted ? days(20) : days(170)));
    }
}

void CriminalStory::identify() {
    const Moment starts = next_morning(last_) + minutes(random_.between(0, 60));
    file_.name("identification", add_identification(file_, "人的照片", *victim_, starts, random_.between(10, 12), team_, *attester_));
    last_ = starts + minutes(30);
}

void CriminalStory::appraise() {
    const Moment received = next_morning(last_) + days(2) + minutes(random_.between(0, 200));
    auto& opinion = file_.name("expertise", file_.add("expertises", {{"id", file_.next_id("expertises")}, {"subject", "涉案财物价格"}, {"injury", false},
        {"received_at", received}, {"signed", true}, {"outside", false}}));
    const Moment told = received + hours(20);
    Records all;
    for (const auto& person : file_.list("persons"))
        if (person.text("role") == "犯罪嫌疑人" || person.text("role") == "被害人")
            all.push_back({{"person", key_of(person)}, {"told_at", told}});
    opinion.set("told", all);
    last_ = told;
    if (plan_.has("new_opinion_refused")) {
        const Moment refused = told + days(3);
        auto& approval = approve("new_opinion_approval", "其他", refused);
        opinion.set("new_asked_at", told + days(1)).set("new_refused_at", refused).set("refusal_told_at", time("new_opinion_told", refused, hours(4), hours(40)));
        refer(opinion, "approval", approval);
        last_ = refused;
    }
}

void CriminalStory::listen_in() {
    const Moment starts = last_ + hours(3);
    auto& approval = approve("technical_approval", "技术侦查", starts, Level::city);
    const Moment ends = time("technical_end", approval.moment("decided_at"), days(5), days(12));
    auto& measure = file_.name("technical", file_.add("technical_measures", {{"id", file_.next_id("technical_measures")}, {"approval", key_of(approval)}, {"starts_at", starts},
        {"ends_at", ends}, {"renewals", Texts{}}}));
    if (plan_.has("technical_renewed")) {
        const Moment first_end = end_of_months_strict(approval.moment("decided_at"), 3);
        auto& renewal = file_.name("technical_renewal", add_approval(file_, "技术侦查", time("technical_renewal", first_end, -days(5), -days(3)), Level::city, team_));
        measure.set("renewals", Texts{key_of(renewal)}).set("ends_at", first_end + days(20));
    }
    last_ = measure.moment("ends_at");
}

}  // namespace generator
