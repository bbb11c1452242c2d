#include "acts.hpp"
#include "plant.hpp"

namespace generator {
namespace {

// The story seizes a piece of jewellery and a mobile phone.
constexpr std::size_t jewellery = 0, phone = 1;

Change jewellery_kept_by(std::string_view officer) {
    return [officer = std::string(officer)](CaseFile& file) { set_in("seizure", "items", jewellery, "custodian", key_of(file.act(officer)))(file); };
}

void add_seizing(Plants& to) {
    to.push_back(changed("criminal.involved_property.seizure_approved", "CRIM 228(1)", {"search"}, "seizure",
        "the head of the department approves the seizure of jewellery", approved_by("seizure_approval", Level::department),
        "the head of the department approves the seizure of ordinary things", both(approved_by("seizure_approval", Level::department), set_in("seizure", "items", jewellery, "kind", "一般财物"))));
    to.push_back(changed("criminal.involved_property.sealing_approved", "CRIM 228(2)", {"search", "sealing"}, "seizure",
        "the head of the department approves the sealing", approved_by("seizure_approval", Level::department),
        "a head at county level approves in the second of the sealing", in_the_same_second("seizure", "seizure_approval", "seizure_decision")));
    to.push_back(changed("criminal.involved_property.decision_shown", "CRIM 228, 229(1)", {"search"}, "seizure",
        "the decision is made one second after the seizure", set_time("seizure_decision", "issued_at", "seizure", "starts_at", seconds(1)),
        "the decision is made in the second of the seizure", set_time("seizure_decision", "issued_at", "seizure", "starts_at", seconds(0))));
    to.push_back(changed("criminal.involved_property.two_investigators", "CRIM 229(1)", {"search"}, "seizure",
        "one investigator and an auxiliary seize", done_by("seizure", {"handler", "assistant"}),
        "two investigators and an auxiliary seize", done_by("seizure", {"handler", "co_handler", "assistant"})));
    to.push_back(changed("criminal.involved_property.seizure_attester_fit", "CRIM 194", {"search"}, "seizure",
        "the victim is the witness", refer_to("seizure", "attester", "victim"),
        "no witness; recorded from beginning to end, and noted", both(unset("seizure", "attester"), set("seizure", "attester_noted", true))));
    to.push_back(changed("criminal.involved_property.list_in_three_copies", "CPL 142, CRIM 230(1)", {"search"}, "seizure",
        "two copies of the list", set("seizure", "list_copies", 2),
        "three copies of the list", set("seizure", "list_copies", 3)));
    to.push_back(changed("criminal.involved_property.list_signed", "CRIM 230", {"search"}, "seizure",
        "the list is not signed, nor is a refusal noted", set("seizure", "list_signed", false),
        "the list is not signed, the refusal is noted", refused("seizure", "list_signed")));
}

void add_keeping(Plants& to) {
    to.push_back(late("criminal.involved_property.unrelated_returned_in_three_days", limits::unrelated_return, {"search", "unrelated"}, "seizure", "return"));
    to.push_back(changed("criminal.involved_property.returned_with_receipt", "CRIM 234(1)", {"search", "unrelated"}, "seizure",
        "there is no receipt of the return", set_in("seizure", "items", phone, "return_receipt", false),
        "there is a receipt of the return of a thing that was not valued", set_in("seizure", "items", phone, "appraised", false)));
    to.push_back(changed("criminal.involved_property.valuables_pictured_and_valued", "CRIM 230(3)", {"search"}, "seizure",
        "the jewellery is not valued", set_in("seizure", "items", jewellery, "appraised", false),
        "the telephone is not valued", set_in("seizure", "items", phone, "appraised", false)));
    to.push_back(changed("criminal.involved_property.custodian_apart", "CRIM 235(3)", {"search"}, "seizure",
        "the co-handler keeps the jewellery", jewellery_kept_by("co_handler"),
        "an officer of the reception keeps the jewellery", jewellery_kept_by("reception")));
}

void add_freezing(Plants& to) {
    to.push_back(changed("criminal.freezing.freezing_approved", "CRIM 239", {"freezing", "equity"}, "freezing",
        "equity is frozen with approval at county level", approved_by("freezing_approval", Level::county),
        "a bank deposit is frozen with approval at county level", both(approved_by("freezing_approval", Level::county), set_in("freezing", "items", 0, "kind", "存款"))));
    to.push_back(late("criminal.freezing.renewed_before_expiry", limits::freezing, {"freezing", "renewed", "bail"}, "freezing", "freezing_renewal"));
    to.push_back(changed("criminal.freezing.renewal_approved_as_before", "CRIM 240", {"freezing", "renewed", "bail"}, "freezing",
        "the renewal is approved one second after it", set_time("renewal_approval", "decided_at", "freezing", "renewed_at", seconds(1)),
        "the renewal is approved in its own second", set_time("renewal_approval", "decided_at", "freezing", "renewed_at", seconds(0))));
}

}  // namespace

void add_criminal_property(Plants& to) {
    add_seizing(to);
    add_keeping(to);
    add_freezing(to);
}

}  // namespace generator
