#include "administrative.hpp"

namespace generator {

void AdministrativeStory::summon() {
    const bool at_once = plan_.has("quick") || plan_.has("own_statement_only");
    hold_summons("", at_once ? last_ + hours(1) : first_second(date_of(last_) + 1) + hours(plan_.has("evening") ? 17 : 9) + minutes(random_.between(0, 50)));
    if (plan_.has("second_summons")) hold_summons("second_", time("second_summons", last_, hours(16), hours(20)));
    if (plan_.has("recusal")) challenge_officer();
    if (plan_.has("second_victim_inquiry")) hear_victim_again();
}

// The first summons and what belongs to it has no prefix, the second one "second_".
void AdministrativeStory::hold_summons(const std::string& prefix, Moment starts) {
    auto& summons = file_.name(prefix + "summons", add_measure(file_, "传唤", *offender_, starts, "办案区", team_));
    if (plan_.has("oral_summons") && prefix.empty() && !plan_.has("forced_summons"))  // on the spot nobody is summoned twice
        summons.set("oral", true).set("on_the_spot", true).set("oral_noted", true);
    else approve_summons(summons, prefix, starts);
    if (plan_.has("forced_summons")) summons.set("forced", true);
    const Moment ends = time(prefix + "inquiry", starts, hours(3), hours(7));
    summons.set("ends_at", ends).set("family_told_at", time(prefix + "summons_family", starts, minutes(5), minutes(50)));
    auto& interview =
        file_.name(prefix + "inquiry", add_interview(file_, "询问", *offender_, starts + minutes(30), minutes(80), "办案区", team_));
    if (plan_.has("own_statement")) interview.set("own_statement", true).set("statement_received", true);
    accompany(interview);
    file_.name(prefix + "stay", add_stay(file_, *offender_, starts, ends, team_));
    if (prefix.empty()) file_.head.set("arrived_at", starts);
    last_ = ends;
}

void AdministrativeStory::approve_summons(Record& summons, const std::string& prefix, Moment starts) {
    const Moment approved = time(prefix + "summons_approval", starts, minutes(-180), minutes(-100));
    auto& approval = file_.name(prefix + "summons_approval", add_approval(file_, "采取强制措施", approved, Level::department, team_));
    auto& document = file_.name(prefix + "summons_document", add_document(file_, "传唤证", starts - minutes(90), offender_, &approval));
    serve(document, starts, *offender_);
    refer(summons, "approval", approval);
    refer(summons, "document", document);
}

void AdministrativeStory::accompany(Record& interview) {
    if (guardian_) {
        refer(interview, "guardian", *guardian_);
        interview.set("guardian_signed", true);
        if (plan_.has("suitable_adult")) interview.set("adult_noted", true);
    }
    if (interpreter_) {
        refer(interview, "interpreter", *interpreter_);
        interview.set("interpreter_noted", true);
    }
}

// The offender asks for the second officer to withdraw; if that is granted, another officer goes on with the case.
void AdministrativeStory::challenge_officer() {
    const Moment asked = last_ + minutes(10);
    const Moment answered = time("recusal_answer", asked, hours(3), hours(30));
    const bool granted = plan_.has("recusal_granted");
    auto& request = file_.name("recusal", add_review(file_, "回避", asked));
    request.set("officer", team_.co_handler).set("answered_at", answered).set("told_at", answered).set("granted", granted);
    refer(request, "approval", add_approval(file_, "其他", answered, Level::county, team_));
    if (granted) {
        team_.co_handler = team_.reception;
        file_.head.set("co_handler", team_.co_handler);
    }
    last_ = answered;
}

}  // namespace generator
