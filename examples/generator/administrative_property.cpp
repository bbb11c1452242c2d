#include <algorithm>

#include "administrative.hpp"

namespace generator {

void AdministrativeStory::seize() {
    const bool urgent = plan_.has("urgent_seizure");
    const Moment starts = next_morning(last_) + minutes(random_.between(90, 150));
    const Moment approved =
        urgent ? time("seizure_approval", starts, hours(2), hours(20)) : time("seizure_approval", starts, minutes(-90), minutes(-30));
    auto& approval = file_.name("seizure_approval", add_approval(file_, "扣押", approved, Level::county, team_));
    const Moment issued = urgent ? starts : std::max(starts - minutes(5), approved);
    auto& decision = file_.name("seizure_decision", add_document(file_, "证据保全决定书", issued, offender_, &approval));
    serve(decision, std::max(issued, time("seizure_service", starts, minutes(0), minutes(20))), *offender_);
    const Span shortest = plan_.has("seizure_extended") ? days(35) : days(5);
    const Moment ends = time("seizure_end", starts, shortest, shortest + days(6));
    auto& seizure = file_.name("seizure", add_seizure(file_, "扣押", starts, team_, *attester_, items_of_seizure(starts, ends)));
    seizure.set("urgent", urgent).set("list_made_at", starts).set("handled_at", ends).set("ends_at", ends).set("place", "办案区");
    refer(seizure, "owner", *offender_);
    refer(seizure, "approval", approval);
    refer(seizure, "document", decision);
    if (plan_.has("seizure_extended")) extend_seizure(seizure, starts);
    things_returned_ = std::max(things_returned_, ends);
    last_ = starts + hours(1);
}

// The first is kept until the end; what belongs to the victim, or has nothing to do with the case, is returned before.
Records AdministrativeStory::items_of_seizure(Moment starts, Moment ends) {
    const Moment handed_over = time("handing_over", starts, hours(2), hours(10));
    Records items{make_item("木棍", "一般财物", handed_over, team_)};
    items.back().set("returned_at", ends).set("return_receipt", true);
    if (plan_.has("victim_item")) {
        items.push_back(make_item("手机", "贵重财物", starts + hours(2), team_));
        items.back().set("returned_at", starts + random_.span(days(1), days(2))).set("return_receipt", true);
        refer(items.back(), "owner", *victim_);
    }
    if (plan_.has("unrelated_item")) {
        items.push_back(make_item("背包", "一般财物", starts + hours(2), team_));
        const Moment known = starts + random_.span(hours(20), hours(30));
        items.back()
            .set("unrelated_since", known)
            .set("returned_at", time("unrelated_return", known, hours(3), hours(40)))
            .set("return_receipt", true);
    }
    return items;
}

void AdministrativeStory::extend_seizure(Record& seizure, Moment starts) {
    const Moment extended = starts + random_.span(days(20), days(27));
    auto& extension = file_.name("seizure_extension", add_approval(file_, "延长期限", extended, Level::county, team_));
    refer(seizure, "extension", extension);
    seizure.set("extended_at", extended).set("extension_told_at", time("extension_told", starts, days(27) + hours(1), days(29)));
}

// Evidence that might be lost is registered and stays where it is.
void AdministrativeStory::register_things() {
    const Moment starts = next_morning(last_) + minutes(random_.between(90, 150));
    const Moment approved = time("registration_approval", starts, minutes(-90), minutes(-30));
    auto& approval = file_.name("registration_approval", add_approval(file_, "扣押", approved, Level::county, team_));
    const Moment issued = std::max(starts - minutes(5), approved);
    auto& decision = file_.name("registration_decision", add_document(file_, "证据保全决定书", issued, offender_, &approval));
    serve(decision, std::max(issued, starts + minutes(10)), *offender_);
    const Moment handled = time("registration_end", starts, days(2), days(4));
    auto item = make_item("账册", "一般财物", starts, team_);
    item.remove("handed_over_at");
    item.remove("custodian");
    auto& registration = file_.name("registration", add_seizure(file_, "先行登记保存", starts, team_, *attester_, {std::move(item)}));
    registration.set("list_made_at", starts).set("handled_at", handled).set("ends_at", handled).set("place", "现场");
    refer(registration, "owner", *offender_);
    refer(registration, "approval", approval);
    refer(registration, "document", decision);
    things_returned_ = std::max(things_returned_, handled);
    last_ = starts + hours(1);
}

}  // namespace generator
