#include <algorithm>

#include "administrative.hpp"

namespace generator {

// Whose detention is decided but not executed (P25 art 23); "left_unexecuted" is left out without such a ground, "executed" executed
// in spite of one.
bool AdministrativeStory::spared() const {
    const bool by_age = (guardian_ || plan_.has("old")) && !plan_.has("grave_violation") && !plan_.has("executed");
    return plan_.has("left_unexecuted") || plan_.has("nursing") || by_age;
}

void AdministrativeStory::execute_detention() {
    executed_ = decided_;
    if (!penalty_->has("detention_days")) return;
    penalty_->set("family_told_at", time("penalty_family", decided_, minutes(30), hours(20)));
    penalty_->set("first_violation", !plan_.has("repeated")).set("grave", plan_.has("grave_violation"));
    if (plan_.has("deputy")) penalty_->set("permitted_at", decided_ - hours(20));
    if (plan_.has("foreign")) file_.head.set("foreign_reported_at", time("foreign_report", decided_, hours(5), hours(40)));
    if (plan_.has("held_before")) {
        const auto held = plan_.amount("held_days", 3);
        penalty_->set("held_days", held).set("offset_days", plan_.amount("offset_days", std::min(held, violation_.detention)));
    }
    if (file_.has_act("second_penalty"))
        for (const auto* field : {"family_told_at", "first_violation", "grave", "permitted_at"})
            if (penalty_->has(field)) file_.act("second_penalty").set(field, penalty_->at(field));
    if (!spared()) return detain();
    penalty_->set("not_executed", true);
    if (file_.has_act("second_penalty")) file_.act("second_penalty").set("not_executed", true);
}

void AdministrativeStory::detain() {
    if (plan_.has("suspension")) suspend();
    executed_ = plan_.has("suspension") ? decided_ + days(9) : decided_ + minutes(90);
    penalty_->set("executed_at", executed_);
    auto term = violation_.detention;
    if (penalty_->has("offset_days")) term -= std::get<std::int64_t>(penalty_->at("offset_days"));
    if (plan_.has("two_violations")) {
        auto& second = file_.act("second_penalty");
        second.set("executed_at", executed_);
        term = std::min(term + std::get<std::int64_t>(second.at("detention_days")), std::int64_t{20});
    }
    auto& measure = file_.name("detention", add_measure(file_, "行政拘留", *offender_, executed_, "其他地点", team_));
    measure.set("in_custody_at", executed_).set("ends_at", time("detention_end", executed_, days(term), days(term)));
    measure.set("family_told_at", penalty_->moment("family_told_at"));
    refer(measure, "approval", file_.act("penalty_approval"));
    refer(measure, "document", file_.act("decision"));
    last_ = measure.moment("ends_at");
    if (plan_.has("suspension") && plan_.has("suspension_deposit"))
        file_.act("suspension").set("deposit_returned_at", time("suspension_return", executed_, hours(5), hours(40)));
}

void AdministrativeStory::suspend() {
    const Moment asked = decided_ + minutes(40);
    file_.name(
        "appeal",
        file_.add("externals", {{"id", file_.next_id("externals")}, {"kind", "行政复议"}, {"on", date_of(decided_)}, {"upheld", true}}));
    auto& review = file_.name("suspension", add_review(file_, "暂缓执行", asked)).set("granted", true);
    review.set("answered_at", time("suspension_answer", asked, hours(2), hours(20)));
    refer(review, "penalty", *penalty_);
    if (plan_.has("suspension") && plan_.has("suspension_deposit"))
        review.set("deposit", 200 * std::get<std::int64_t>(penalty_->at("detention_days")));
    else
        refer(review, "guarantor",
              file_.name("suspension_guarantor", add_person(file_, random_, {.role = "其他", .age = 44}, date_of(plan_.received))));
}

void AdministrativeStory::collect_fines() {
    const auto received = [&](const char* decision) {
        return plan_.has("not_announced") || plan_.has("absconded") ? file_.act(decision).moment("served_at") : decided_;
    };
    last_ = std::max(last_, executed_);
    if (plan_.has("court")) return go_to_court(received("decision"));
    collect(*penalty_, received("decision"));
    if (plan_.has("surcharge")) {  // three days late: 3 % of the fine for each
        const Date late = std::get<Date>(penalty_->at("pay_by")) + 3;
        penalty_->set("paid_on", late).set("surcharge", violation_.fine * 9 / 100);
        last_ = std::max(last_, first_second(late));
    }
    for (const std::string part : {"second_", "accomplice_"})
        if (file_.has_act(part + "penalty")) collect(file_.act(part + "penalty"), received((part + "decision").c_str()));
}

void AdministrativeStory::collect(Record& penalty, Moment received) {
    if (!penalty.has("fine")) return;
    const Moment paid = time("payment", received, days(2), days(9));
    penalty.set("pay_by", date_of(time("pay_by", received, days(15), days(20)))).set("paid_on", date_of(paid));
    last_ = std::max(last_, paid);
}

// The fine is not paid. The reconsideration upheld the decision, the time to go to court against it ended: the court is asked to execute.
void AdministrativeStory::go_to_court(Moment received) {
    const Date asked = date_of(received) + random_.between(4, 10);
    file_.name("appeal",
               file_.add("externals", {{"id", file_.next_id("externals")}, {"kind", "行政复议"}, {"on", asked}, {"upheld", true}}));
    const Date appeal_ends = asked + random_.between(45, 60);
    const Moment reminded = first_second(appeal_ends + random_.between(1, 5)) + hours(10);
    const Moment court = plan_.sets_time("court_before_expiry") ? time("court_before_expiry", first_second(appeal_ends), hours(0), hours(0))
                                                                : time("court_after_reminder", reminded, days(20), days(25));
    penalty_->set("pay_by", date_of(received) + 15)
        .set("reminded_at", reminded)
        .set("review_ends_on", appeal_ends)
        .set("court_asked_at", court);
    last_ = std::max(last_, court);
}

void AdministrativeStory::close() {
    const Moment closed = time("closing", last_, days(1) + hours(2), days(3));
    file_.head.set("closed_at", closed);
    file_.head.set("archived_on", date_of(time("archiving", closed, days(2), days(5))));
}

}  // namespace generator
