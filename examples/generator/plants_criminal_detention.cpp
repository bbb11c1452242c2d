// Plants: detention, the request for arrest, and what follows a refusal.
#include "plant.hpp"

namespace generator {
namespace {

// The family cannot be reached, and was told after a day; was that noted?
Plant told_after_a_day() {
    const Change unreachable = set("detention", "notice_withheld", "无法通知");
    Plant plant = changed("criminal.detention.no_notice_explained", "CRIM 127(5)", {"released"}, "detention",
                          "not told in a day, the notice does not say why", both(unreachable, set("detention", "withheld_noted", false)),
                          "not told in a day, the notice says why", both(unreachable, set("detention", "withheld_noted", true)));
    plant.arrange = [](Plan& plan, bool) {
        plan.set_time("family_notice", [](Moment start) { return end_of(limits::family_notice, start) + seconds(1); });
    };
    return plant;
}

void add_detention(Plants& to) {
    to.push_back(approved_too_low("criminal.detention.detention_approved", "CRIM 125(1)", {"released"}, "detention", "detention_approval"));
    to.push_back(not_after("criminal.detention.warrant_shown", "CPL 85(1), CRIM 125(1)", {"released"}, "detention",
                           {"detention_warrant", "issued_at"}, {"detention", "starts_at"}));
    to.push_back(late("criminal.detention.custody_within_24_hours", limits::custody, {"released"}, "detention", "custody"));
    to.push_back(late("criminal.detention.family_notice", limits::family_notice, {"released"}, "detention", "family_notice"));
    to.push_back(changed("criminal.detention.notice_states_reason_and_place", "CRIM 127(1)", {"released"}, "family_notice",
                         "the place is not stated", set("family_notice", "place_stated", false),
                         "the place is not stated in the notice of release", set("release_notice", "place_stated", false)));
    to.push_back(told_after_a_day());
    to.push_back(late("criminal.detention.interrogated_within_24_hours", limits::detention_interrogation, {"released"}, "detention",
                      "detention_interrogation"));
    to.push_back(
        late("criminal.detention.release_documented", limits::other_measure, {"detention_to_bail"}, "detention", "bail_after_detention"));
}

void add_arrest_request(Plants& to) {
    to.push_back(late("criminal.arrest_request.requested_in_time", limits::request, {"not_approved"}, "detention", "request"));
    to.push_back(late("criminal.arrest_request.extension_approved", limits::detention_extension, {"not_approved", "special"}, "detention",
                      "detention_extension"));
    to.push_back(approved_too_low("criminal.arrest_request.request_approved", "CRIM 137(1), CPL 87", {"not_approved"}, "request",
                                  "request_approval"));
    to.push_back(late("criminal.arrest_request.detention_ends_with_decision", limits::procuratorate, {"arrested", "concluded"}, "detention",
                      "procuratorate_decision"));
    to.push_back(late("criminal.arrest_request.released_when_not_approved", limits::release, {"not_approved"}, "not_approved",
                      "release_after_refusal"));
    to.push_back(
        late("criminal.arrest_request.release_receipt", limits::release_receipt, {"not_approved"}, "not_approved", "release_receipt"));
    to.push_back(late("criminal.arrest_request.objection_in_5_days", limits::arrest_objection, {"not_approved", "objection"}, "objection",
                      "objection"));
    to.push_back(not_after("criminal.arrest_request.objection_approved", "CRIM 141(1)", {"not_approved", "objection"}, "objection",
                           {"objection_approval", "decided_at"}, {"objection", "applied_at"}));
}

}  // namespace

void add_criminal_detention(Plants& to) {
    add_detention(to);
    add_arrest_request(to);
}

}  // namespace generator
