// Plants: restraint of the drunk, continued questioning.
#include "plant.hpp"

namespace generator {
namespace {

void add_restraint(Plants& to) {
    to.push_back(after("administrative.coercion.restraint_approved", "ADM 55(1).1, ACL 18(1).1", {"drunk"}, "restraint", "restraint_approval"));
    to.push_back(late("administrative.coercion.urgent_measure_approved", limits::urgent_measure, {"drunk", "urgent_restraint"}, "restraint", "restraint_approval"));
    to.push_back(changed("administrative.coercion.measure_in_form", "ADM 55(1).4, ADM 55(3)", {"drunk"}, "restraint",
        "the record is not signed, the recording partial", both(set("restraint", "record_signed", false), set("restraint", "recording", "部分")),
        "the record is not signed, but all is recorded", set("restraint", "record_signed", false)));
    to.push_back(late("administrative.coercion.family_told_of_measure", limits::measure_family, {"drunk"}, "restraint", "restraint_family"));
    to.push_back(changed("administrative.coercion.drunk_not_handcuffed", "ADM 58(1)", {"drunk"}, "restraint",
        "restrained with handcuffs", set("restraint", "handcuffed", true),
        "restrained with a belt", nothing()));
    to.push_back(late("administrative.coercion.restraint_ends_when_sober", limits::sober_release, {"drunk"}, "restraint", "restraint_end"));
    const auto sober = set_time("restraint", "sober_at", "inquiry", "starts_at", minutes(-20));
    to.push_back(changed("administrative.coercion.no_inquiry_while_restrained", "ADM 58(2)", {"drunk"}, "inquiry",
        "questioned one second before the restraint ends", both(sober, set_time("restraint", "ends_at", "inquiry", "starts_at", seconds(1))),
        "questioned in the second in which the restraint ends", both(sober, set_time("restraint", "ends_at", "inquiry", "starts_at", seconds(0)))));
}

void add_questioning(Plants& to) {
    Plant approval = late("administrative.coercion.questioning_approved", limits::questioning_approval, {"questioning"}, "questioning",
                          "questioning_approval");
    approval.arrange = [late_approval = approval.arrange](Plan& plan, bool near) {
        late_approval(plan, near);
        plan.set_time("questioning_end", [](Moment arrival) { return end_of(limits::questioning, arrival); });
    };
    to.push_back(approval);
    to.push_back(late("administrative.coercion.questioning_period", limits::questioning, {"questioning"}, "questioning", "questioning_end"));
    to.push_back(late("administrative.coercion.protected_four_hours", limits::protected_questioning, {"questioning", "old"}, "questioning", "questioning_end"));
    to.push_back(after("administrative.coercion.questioning_before_acceptance", "CQ 9(1).6", {"questioning"}, "questioning", "questioning_arrival"));
}

}  // namespace

void add_administrative_coercion(Plants& to) {
    add_restraint(to);
    add_questioning(to);
}

}  // namespace generator
