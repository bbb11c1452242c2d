#include "criminal.hpp"
#include "working_days.hpp"

namespace generator {

Record& CriminalStory::interrogate(Moment starts, std::string_view place) {
    auto& record = add_interview(file_, "讯问", *suspect_, starts, minutes(random_.between(60, 100)), place, team_);
    if (guardian_) {
        refer(record, "guardian", *guardian_);
        record.set("guardian_signed", true);
    }
    if (suspect_->text("sex") == "女")
        record.set("female_staff", true);
    if (interpreter_) {
        refer(record, "interpreter", *interpreter_);
        record.set("interpreter_noted", true);
    }
    if (plan_.has("own_statement"))
        record.set("own_statement", true).set("statement_received", true);
    last_ = record.moment("ends_at");
    return record;
}

// One summons with its papers, the interrogation under it, and the stay; the names of its acts begin with `name`.
Record& CriminalStory::summon_once(const std::string& name, Moment starts, Moment ends, bool oral) {
    const bool forced = plan_.has("forced");
    auto& summons = file_.name(name, add_measure(file_, forced ? "拘传" : "传唤", *suspect_, starts, "办案区", team_));
    summons.set("ends_at", ends).set("family_told_at", starts + minutes(40));
    if (oral) {
        summons.set("oral", true).set("on_the_spot", true).set("oral_noted", true);
    } else {
        auto& approval = file_.name(name + "_approval", add_approval(file_, "采取强制措施", starts - hours(2), forced ? Level::county : Level::department, team_));
        auto& document = file_.name(name + "_document", add_document(file_, forced ? "拘传证" : "传唤证", starts - minutes(90), suspect_, &approval));
        cite(serve(document, starts, *suspect_), criminal_procedure_law, forced ? "66" : "119");
        refer(summons, "approval", approval);
        refer(summons, "document", document);
    }
    if (forced)
        with_status(summons);
    return summons;
}

void CriminalStory::summon() {
    const Moment starts = first_second(date_of(last_) + 1) + hours(9) + minutes(random_.between(0, 50));
    const bool longer = plan_.has("long_summons"), forced = plan_.has("forced");
    Moment ends = longer ? time("long_summons", starts, hours(14), hours(22)) : time("summons", starts, hours(4), hours(9));
    auto& summons = summon_once("summons", starts, ends, plan_.has("oral") && !forced);
    if (longer) {
        auto& approval = file_.name("summons_extension", add_approval(file_, "延长期限", time("summons_extension", starts, hours(9), hours(11)), forced ? Level::county : Level::department, team_));
        summons.set("ground", "特别重大复杂").set("extensions", Texts{key_of(approval)});
    }
    file_.name("first_interrogation", interrogate(starts + minutes(30), "办案区"));
    if (guardian_ || interpreter_)
        suspect_->set("aid_found_at", starts + minutes(30)).set("aid_notified_at", time("aid_notice", starts + minutes(30), hours(1), hours(4)));
    file_.name("stay", add_stay(file_, *suspect_, starts, ends, team_));
    if (plan_.has("chained_summons") || plan_.has("summoned_again")) {   // in the second of the release, or the next day
        const Moment again = plan_.has("chained_summons") ? ends : first_second(date_of(ends) + 1) + hours(10);
        ends = plan_.has("chained_summons") ? time("chained_summons", starts, minutes(670), minutes(719)) : again + hours(4);
        summon_once("second_summons", again, ends, false);
        interrogate(again + minutes(20), "办案区");
        add_stay(file_, *suspect_, again, ends, team_);
    }
    last_ = ends;
    if (plan_.has("bail"))
        bail(ends);
    else if (plan_.has("surveillance"))
        survey(ends);
    else
        detain(ends);
}

void CriminalStory::with_status(Record& measure) {
    const Moment starts = measure.moment("starts_at");
    const bool caught = plan_.has("deputy_caught") && measure.text("kind") == "拘留";
    if (plan_.has("foreign") && measure.text("kind") != "拘传")
        measure.set("reported_at", time("foreign_report", starts, hours(5), hours(40)));
    if (plan_.has("deputy_county") || plan_.has("consultative") || (plan_.has("deputy_caught") && !caught))
        measure.set("permission_at", time("permission", starts, -hours(3), -hours(2)));
    if (plan_.has("deputy_township") || caught)
        measure.set("permission_at", time("status_report", starts, minutes(0), std::min(minutes(20), last_second(date_of(starts)) - starts)));
}

void CriminalStory::detain(Moment starts) {
    auto& detention = file_.name("detention", add_measure(file_, "拘留", *suspect_, starts, "看守所", team_));
    auto& approval = file_.name("detention_approval", add_approval(file_, "采取强制措施", starts - minutes(30), Level::county, team_));
    auto& warrant = file_.name("detention_warrant", add_document(file_, "拘留证", starts - minutes(15), suspect_, &approval));
    cite(serve(warrant, starts, *suspect_), criminal_procedure_law, "82");
    refer(detention, "approval", approval);
    refer(detention, "document", warrant);
    if (plan_.has("deputy_caught"))
        detention.set("on_the_spot", true);
    with_status(detention);
    const Moment in_custody = time("custody", starts, hours(3), hours(10));
    detention.set("in_custody_at", in_custody);
    const Moment told = time("family_notice", starts, hours(2), hours(12));
    auto& notice = file_.name("family_notice", add_document(file_, "拘留通知书", starts + hours(1), suspect_, &approval));
    cite(serve(notice, told, *relative_), criminal_procedure_law, "85");
    detention.set("family_told_at", told);
    if (told > starts + hours(24))
        detention.set("withheld_noted", true);
    const Moment asked = time("detention_interrogation", starts, hours(11), hours(20));
    file_.name("detention_interrogation", interrogate(asked, asked >= in_custody ? "看守所" : "办案区"));
    if (plan_.has("custody_interrogation"))
        file_.name("custody_interrogation", interrogate(starts + hours(30), "看守所"));
    if (plan_.has("released")) {
        release(detention, "释放通知书", time("release", starts, hours(36), hours(60)));
    } else if (plan_.has("detention_to_bail")) {
        const Moment ends = time("detention_end", starts, hours(36), hours(48));
        detention.set("ends_at", ends);
        bail(time("bail_after_detention", ends, minutes(0), minutes(30)));
    } else {
        request_arrest(detention);
    }
}

Record& CriminalStory::release(Record& measure, std::string_view document, Moment ends) {
    auto& approval = file_.name("release_approval", add_approval(file_, "解除措施", ends - minutes(30), Level::county, team_));
    auto& notice = file_.name("release_notice", serve(add_document(file_, document, ends - minutes(10), suspect_, &approval), ends, *suspect_));
    measure.set("ends_at", ends);
    refer(measure, "lifted_by", notice);
    last_ = std::max(last_, ends);
    return notice;
}

void CriminalStory::request_arrest(Record& detention) {
    const Moment starts = detention.moment("starts_at");
    Moment requested{};
    if (plan_.has("special") || plan_.has("itinerant")) {
        const bool special = plan_.has("special");
        auto& extension = file_.name("detention_extension", add_approval(file_, "延长期限", time("detention_extension", starts, hours(36), hours(60)), Level::county, team_));
        detention.set("ground", special ? "特殊情况" : "流窜作案").set("extensions", Texts{key_of(extension)});
        requested = special ? time("special_request", starts, days(5), days(6)) : time("itinerant_request", starts, days(12), days(25));
    } else {
        requested = time("request", starts, hours(40), hours(60));
    }
    auto& approval = file_.name("request_approval", add_approval(file_, "提请批准逮捕", requested - hours(3), Level::county, team_));
    auto& request = file_.name("request", add_document(file_, "提请批准逮捕书", requested - hours(2), suspect_, &approval));
    cite(request.set("served_at", requested), criminal_procedure_law, "87");
    last_ = std::max(last_, requested);
    if (plan_.has("not_approved"))
        not_approved(detention, requested);
    else
        arrest(detention, time("procuratorate_decision", requested, days(3), days(6)));
}

void CriminalStory::not_approved(Record& detention, Moment requested) {
    const Moment told = requested + days(3) + random_.span(hours(1), hours(30));
    auto& refusal = file_.name("not_approved", file_.add("externals", {{"id", file_.next_id("externals")}, {"kind", "不批准逮捕"}, {"on", date_of(told)},
        {"upheld", false}, {"person", key_of(*suspect_)}, {"received_at", told}}));
    const Moment ends = time("release_after_refusal", told, hours(1), hours(10));
    release(detention, "释放通知书", ends);
    refusal.set("receipt_at", time("release_receipt", ends, hours(5), hours(40)));
    if (plan_.has("objection")) {
        auto& review = file_.name("objection", add_review(file_, "不批捕复议", told));
        const Moment applied = time("objection", told, hours(20), hours(70));
        refer(review, "approval", approve("objection_approval", "其他", applied));
        review.set("applied_at", applied);
    }
}

}  // namespace generator
