// Plants: how many officers act, and that they show who they are.
#include "plant.hpp"

namespace generator {
namespace {

// In a case-handling area one officer may act alone, if all is recorded (P25 108): elsewhere not, and not without the recording.
Change alone(std::string_view act, std::string_view place, std::string_view recording) {
    return both(done_by(act, {"handler", "assistant"}), both(set(act, "place", std::string(place)), set(act, "recording", std::string(recording))));
}

void add_alone(Plants& to, std::string_view rule, std::string_view void_rule, const Traits& traits, std::string_view act) {
    const auto lawful = alone(act, "办案区", "全程");
    const auto* near_note = "one officer with an auxiliary, in a case-handling area, recorded from beginning to end";
    to.push_back(changed(rule, "ADM 52(1), P25 108(1)", traits, act,
        "one officer with an auxiliary, outside the case-handling area", alone(act, "其他地点", "全程"),
        near_note, lawful));
    to.push_back(with(changed(void_rule, "P25 108(3)", traits, act,
        "one officer with an auxiliary, in a case-handling area, recorded in part", alone(act, "办案区", "部分"),
        near_note, lawful), {std::string(rule)}));
}

void add_two_officers(Plants& to) {
    add_alone(to, "administrative.officers.two_officers_inquire", "administrative.officers.single_officer_inquiry", {}, "victim_inquiry");
    add_alone(to, "administrative.officers.two_officers_identify", "administrative.officers.single_officer_identification", {"identification"}, "identification");
    add_alone(to, "administrative.officers.two_officers_seize", "administrative.officers.single_officer_seizure", {"seizure"}, "seizure");
    to.push_back(changed("administrative.officers.two_officers_inspect", "ADM 82(1), P25 103(1)", {"inspection"}, "inspection",
        "one officer and an auxiliary", done_by("inspection", {"handler", "assistant"}),
        "two officers and an auxiliary", done_by("inspection", {"handler", "co_handler", "assistant"})));
    to.push_back(changed("administrative.officers.two_officers_coerce", "ACL 18(1).2, ADM 52(1)", {"drunk"}, "restraint",
        "one officer and an auxiliary", done_by("restraint", {"handler", "assistant"}),
        "two officers and an auxiliary", done_by("restraint", {"handler", "co_handler", "assistant"})));
}

}  // namespace

void add_administrative_officers(Plants& to) {
    add_two_officers(to);
    to.push_back(pair_with(overlapping("administrative.officers.one_place_at_a_time", "ADM 52(1)", {"witness"}, "victim_inquiry", "witness_inquiry"),
        "witness_inquiry"));
    to.push_back(changed("administrative.officers.identity_shown", "ADM 52(1), APL 55(1)", {}, "inquiry",
        "the officers do not show who they are", set("inquiry", "identity_shown", false),
        "the officers show who they are", nothing()));
}

}  // namespace generator
