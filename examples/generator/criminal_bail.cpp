#include <algorithm>

#include "criminal.hpp"
#include "working_days.hpp"

namespace generator {

void CriminalStory::bail(Moment starts) {
    auto& measure = file_.name("bail", add_measure(file_, "取保候审", *suspect_, starts, "办案区", team_));
    auto& approval = approve("bail_approval", "采取强制措施", starts);
    auto& decision = file_.name("bail_decision", add_document(file_, "取保候审决定书", std::clamp(approval.moment("decided_at"), starts - minutes(15), starts), suspect_, &approval));
    cite(serve(decision, starts, *suspect_), criminal_procedure_law, "67");
    refer(measure, "approval", approval);
    refer(measure, "document", decision);
    with_status(measure);
    last_ = std::max(last_, starts);
    if (plan_.has("deposit") || plan_.has("forfeiture")) {
        measure.set("deposit", 3000).set("deposit_in_bank", true);
    } else {
        auto& guarantor = file_.name("guarantor", add_person(file_, random_, {.role = "其他", .age = 48}, date_of(plan_.received)));
        refer(measure, "guarantor", guarantor);
        file_.name("guarantee", add_document(file_, "保证书", starts + minutes(10), suspect_, nullptr));
    }
    if (plan_.has("forfeiture"))
        forfeit(measure);
}

void CriminalStory::forfeit(Record& bail) {
    const Moment breach = bail.moment("starts_at") + days(3);
    bail.set("deposit", plan_.has("large_forfeiture") ? 60000 : 5000).set("forfeited", plan_.has("large_forfeiture") ? 50000 : 2000);
    auto& approval = file_.name("forfeiture_approval", add_approval(file_, "其他", breach - hours(2), plan_.has("large_forfeiture") ? Level::city : Level::county, team_));
    auto& decision = file_.name("forfeiture", add_document(file_, "没收保证金决定书", breach, suspect_, &approval));
    serve(decision, time("forfeiture_reading", breach, hours(3), hours(40)), *suspect_);
    refer(bail, "forfeiture", decision);
    const Moment objected = decision.moment("served_at") + hours(20);
    file_.name("forfeiture_review", add_review(file_, "没收保证金复核", objected)).set("answered_at", time("forfeiture_review", objected, days(1), days(5)));
}

void CriminalStory::survey(Moment starts) {
    const bool designated = plan_.has("designated");
    auto& measure = file_.name("surveillance", add_measure(file_, designated ? "指定居所监视居住" : "监视居住", *suspect_, starts, designated ? "其他地点" : "住处", team_));
    auto& approval = approve("surveillance_approval", "采取强制措施", starts);
    auto& decision = file_.name("surveillance_decision", add_document(file_, "监视居住决定书", std::clamp(approval.moment("decided_at"), starts - minutes(15), starts), suspect_, &approval));
    cite(serve(decision, starts, *suspect_), criminal_procedure_law, "75");
    refer(measure, "approval", approval);
    refer(measure, "document", decision);
    with_status(measure);
    last_ = std::max(last_, starts);
    if (designated) {
        measure.set("no_fixed_home", true);
        const Moment told = time("designated_family", starts, hours(2), hours(20));
        file_.name("surveillance_notice", serve(add_document(file_, "指定居所监视居住通知书", starts + hours(1), suspect_, &approval), told, *relative_));
        measure.set("family_told_at", told);
    }
}

// The measure that still runs, if there is one.
Record* CriminalStory::running() {
    for (const auto* name : {"arrest", "bail", "surveillance"})
        if (file_.has_act(name) && !file_.act(name).has("ends_at"))
            return &file_.act(name);
    return nullptr;
}

void CriminalStory::end_measure(Record& measure, Moment ends) {
    const auto& kind = measure.text("kind");
    file_.name("lifting", release(measure, kind == "逮捕" ? "释放通知书" : kind == "取保候审" ? "解除取保候审决定书" : "解除监视居住决定书", ends));
    if (measure.has("deposit"))
        measure.set("deposit_return_at", time("deposit_return", ends, minutes(0), minutes(0)));
}

// Bail or surveillance is lifted after the suspect was heard once more, unless the case lies idle.
void CriminalStory::lift(Record& measure) {
    const bool bail = measure.text("kind") == "取保候审";
    if (!plan_.has("idle"))
        file_.name("later_interrogation", interrogate(first_second(date_of(last_) + 1) + hours(10), "办案区"));
    const Moment starts = measure.moment("starts_at");
    const Span soonest = last_ - starts + days(2);
    end_measure(measure, time(bail ? "bail_end" : "surveillance_end", starts, soonest, plan_.planted ? soonest + days(6) : days(bail ? 330 : 160)));
}

}  // namespace generator
