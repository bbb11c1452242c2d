#include <algorithm>

#include "administrative.hpp"

namespace generator {

// A suspicious person is stopped in the night and held at the station, before anybody knows of the case.
void AdministrativeStory::hold_for_questioning() {
    const bool is_protected = plan_.has("old") || plan_.has("boy_of_15") || plan_.has("nursing");
    const Moment arrival =
        plan_.sets_time("questioning_arrival") ? time("questioning_arrival", filed_, hours(0), hours(0)) : plan_.received - hours(13);
    const Span least = is_protected ? hours(2) : plan_.has("questioning_extended") ? hours(14) : hours(5);
    const Moment ends = time("questioning_end", arrival, least, least + (is_protected ? hours(1) : hours(5)));
    auto& approval = file_.name(
        "questioning_approval",
        add_approval(file_, "采取强制措施", time("questioning_approval", arrival, minutes(20), minutes(60)), Level::department, team_));
    auto& form = add_document(file_, "继续盘问审批表", approval.moment("decided_at"), offender_, &approval);
    auto& questioning = file_.name("questioning", add_measure(file_, "继续盘问", *offender_, arrival, "办案区", team_));
    questioning.set("ends_at", ends).set("family_told_at", time("questioning_family", arrival, minutes(10), hours(2)));
    refer(questioning, "approval", approval);
    refer(questioning, "document", form);
    if (plan_.has("questioning_extended")) {
        auto& extension = add_approval(file_, "延长期限", arrival + hours(random_.between(8, 11)), Level::county, team_);
        questioning.set("extensions", Texts{key_of(extension)});
    }
    last_ = std::max(last_, ends);
}

// Restrained for drunkenness until sober. Who must be restrained on the spot is reported after the return to the station.
void AdministrativeStory::restrain() {
    const bool urgent = plan_.has("urgent_restraint");
    const Moment starts = last_ + minutes(random_.between(20, 50));
    const Moment back = starts + minutes(random_.between(15, 40));
    const Moment sober = starts + random_.span(hours(4), hours(7));
    const Moment approved =
        urgent ? time("restraint_approval", back, hours(1), hours(6)) : time("restraint_approval", starts, minutes(-18), minutes(-5));
    auto& approval = file_.name("restraint_approval", add_approval(file_, "采取强制措施", approved, Level::county, team_));
    auto& restraint = file_.name("restraint", add_measure(file_, "约束", *offender_, starts, urgent ? "现场" : "办案区", team_));
    restraint.set("urgent", urgent).set("sober_at", sober).set("ends_at", time("restraint_end", sober, minutes(5), minutes(50)));
    restraint.set("family_told_at", time("restraint_family", starts, minutes(20), hours(4)));
    if (urgent) restraint.set("back_at", back);
    refer(restraint, "approval", approval);
    last_ = restraint.moment("ends_at");
}

}  // namespace generator
