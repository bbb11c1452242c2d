#include "administrative.hpp"
#include "working_days.hpp"

namespace generator {

void AdministrativeStory::execute_detention() {
    executed_ = decided_;
    if (!penalty_->has("detention_days"))
        return;
    penalty_->set("family_told_at", time("penalty_family", decided_, minutes(30), hours(20)));
    penalty_->set("first_violation", true).set("grave", plan_.has("grave_violation"));
    if (plan_.has("deputy"))
        penalty_->set("permitted_at", decided_ - hours(20));
    if (plan_.has("foreign"))
        file_.head.set("foreign_reported_at", time("foreign_report", decided_, hours(5), hours(40)));
    if (((guardian_ && !plan_.has("grave_violation")) || plan_.has("old")) && !plan_.has("executed")) {
        penalty_->set("not_executed", true);
        return;
    }
    if (plan_.has("suspension"))
        suspend();
    executed_ = plan_.has("suspension") ? decided_ + days(9) : decided_ + minutes(90);
    penalty_->set("executed_at", executed_);
    const auto term = std::get<std::int64_t>(penalty_->at("detention_days"));
    auto& measure = file_.name("detention", add_measure(file_, "行政拘留", *offender_, executed_, "其他地点", team_));
    measure.set("in_custody_at", executed_).set("ends_at", time("detention_end", executed_, days(term), days(term)));
    measure.set("family_told_at", penalty_->moment("family_told_at"));
    refer(measure, "approval", file_.act("penalty_approval"));
    refer(measure, "document", file_.act("decision"));
    last_ = measure.moment("ends_at");
    if (plan_.has("suspension_deposit"))
        file_.act("suspension").set("deposit_returned_at", time("suspension_return", executed_, hours(5), hours(40)));
}

void AdministrativeStory::suspend() {
    const Moment asked = decided_ + minutes(40);
    file_.name("appeal", file_.add("externals", {{"id", file_.next_id("externals")}, {"kind", "行政复议"}, {"on", date_of(decided_)}, {"upheld", true}}));
    auto& review = file_.name("suspension", add_review(file_, "暂缓执行", asked)).set("granted", true);
    review.set("answered_at", time("suspension_answer", asked, hours(2), hours(20)));
    refer(review, "penalty", *penalty_);
    if (plan_.has("suspension_deposit"))
        review.set("deposit", 200 * std::get<std::int64_t>(penalty_->at("detention_days")));
    else
        refer(review, "guarantor", file_.name("suspension_guarantor", add_person(file_, random_, {.role = "其他", .age = 44}, date_of(plan_.received))));
}

void AdministrativeStory::collect_fine() {
    const Moment received = plan_.has("not_announced") ? file_.act("decision").moment("served_at") : decided_;
    const Moment pay_by = time("pay_by", received, days(15), days(20));
    const Moment paid = time("payment", received, days(2), days(9));
    penalty_->set("pay_by", date_of(pay_by)).set("paid_on", date_of(paid));
    last_ = std::max({last_, paid, executed_});
    if (plan_.has("surcharge")) {   // three days late: 3 % of the fine for each
        const Moment late = pay_by + days(3);
        penalty_->set("paid_on", date_of(late)).set("surcharge", violation_.fine * 9 / 100);
        last_ = std::max(last_, late);
    }
}

void AdministrativeStory::close() {
    const Moment closed = time("closing", last_, days(1) + hours(2), days(3));
    file_.head.set("closed_at", closed);
    file_.head.set("archived_on", date_of(time("archiving", closed, days(2), days(5))));
}

void AdministrativeStory::mediate() {
    const bool minor = guardian_ != nullptr;
    Moment held = time("mediation", last_, days(1), days(3));
    auto add = [&](Moment when, int round, bool agreed) -> Record& {
        return file_.add("mediations", {{"id", file_.next_id("mediations")}, {"held_at", when}, {"round", round}, {"agreed", agreed}, {"signed", agreed},
            {"minor_party", minor}, {"guardian_present", minor}});
    };
    if (plan_.has("second_mediation")) {
        const Moment first = held;
        file_.name("first_mediation", add(first, 1, false));
        held = time("second_mediation", first, days(2), days(4));
    }
    auto& mediation = file_.name("mediation", add(held, plan_.has("second_mediation") ? 2 : 1, true));
    if (plan_.has("second_mediation"))
        mediation.set("next_after", file_.act("first_mediation").moment("held_at"));
    auto& agreement = file_.name("agreement", add_document(file_, "治安调解协议书", held, offender_, nullptr));
    refer(mediation, "agreement", agreement);
    const Moment fulfilled = held + days(3);
    mediation.set("fulfilled_on", date_of(fulfilled));
    last_ = fulfilled;
    close();
}

void AdministrativeStory::punish_on_the_spot() {
    const Moment decided = last_ + minutes(60);
    auto& inquiry = file_.name("inquiry", add_interview(file_, "询问", *offender_, last_ + minutes(10), minutes(30), "现场", team_));
    accompany(inquiry);
    decided_ = decided;
    penalty_ = &file_.name("penalty", file_.add("penalties", {{"id", file_.next_id("penalties")}, {"person", key_of(*offender_)}, {"kinds", Texts{"罚款"}}, {"fine", 150},
        {"station", true}, {"told_at", decided - minutes(10)}, {"told_content", true}, {"told_signed", true}, {"guardian_told", guardian_ != nullptr},
        {"defence_made", false}, {"defence_checked", false}, {"complex", false}, {"reviewed_by_law", false}, {"decided_at", decided}, {"announced", true},
        {"not_executed", false}, {"collected_on_spot", true}, {"committed_on", date_of(plan_.received)}, {"violation_article", violation_.article},
        {"filed_at", time("spot_report", decided, hours(2), hours(20))}, {"officers", Texts{team_.handler}}, {"recording", "全程"}}));
    auto& document = file_.name("decision", add_document(file_, "行政处罚决定书", decided, offender_, nullptr));
    cite(document, punishments_law, violation_.number);
    document.set("paragraph", violation_.paragraph).set("remedies_stated", true);
    refer(*penalty_, "decision", document);
    serve_decision(document);
    const Date paid = date_of(decided);
    penalty_->set("paid_on", paid).set("handed_in_on", date_of(time("handing_in", decided, hours(2), hours(24))));
    file_.head.set("decided_at", decided).set("arrived_at", decided - minutes(60));
    executed_ = decided;
    last_ = decided + days(1);
    close();
}

}  // namespace generator
