// Plants: witnesses and victims, and minors of every role.
#include "plant.hpp"

namespace generator {
namespace {

void add_inquiry(Plants& to) {
    to.push_back(changed(
        "criminal.inquiry.one_by_one", "CRIM 210(2), CPL 124(2)", {}, "inquiry", "together with the victim, by the same officers",
        set_time("inquiry", "starts_at", "victim_inquiry", "starts_at", seconds(0)), "at the same time as the victim, by other officers",
        both(set_time("inquiry", "starts_at", "victim_inquiry", "starts_at", seconds(0)), done_by("inquiry", {"woman", "reception"}))));
    to.push_back(not_after("criminal.inquiry.notice_at_their_place", "CRIM 210(3), CPL 124(1)", {"home_inquiry"}, "inquiry",
                           {"inquiry_notice", "issued_at"}, {"inquiry", "starts_at"}));
    to.push_back(changed("criminal.inquiry.certificate_at_scene", "CRIM 210(3), CPL 124(1)", {"scene_inquiry"}, "inquiry",
                         "at the scene, no certificate shown", set("inquiry", "identity_shown", false),
                         "in the case-handling area, no certificate shown", set("victim_inquiry", "identity_shown", false)));
    to.push_back(changed("criminal.inquiry.liability_told", "CRIM 211(1), CPL 125", {}, "inquiry", "a witness not told",
                         set("inquiry", "liability_told", false), "a suspect not told of what only witnesses are told",
                         set("first_interrogation", "liability_told", false)));
    to.push_back(not_signed("criminal.inquiry.testimony_checked", "CRIM 212, 206(1)", {}, "inquiry", {"inquiry", "closing"},
                            {"inquiry", "refusal_noted"}));
}

void add_minors(Plants& to) {
    const Change alone = both(unset("first_interrogation", "guardian"), set("first_interrogation", "guardian_signed", false));
    to.push_back(changed("criminal.minors.guardian_of_minor", "CPL 281(1), CRIM 323(1)", {"minor"}, "first_interrogation",
                         "no adult present", alone, "no adult could come, as the record says",
                         both(alone, set("first_interrogation", "guardian_absent", "通知后父母均在外地，无法到场"))));
    const Change other_adult = set("witness_guardian", "role", "合适成年人");
    to.push_back(changed("criminal.minors.guardian_of_minor_witness", "CPL 281(5), CRIM 326(1)", {"minor_witness"}, "inquiry",
                         "another adult in place of the parents, without a reason", other_adult,
                         "another adult, and the record says why the parents could not come",
                         both(other_adult, set("inquiry", "guardian_absent", "父母在外地，无法到场"))));
    to.push_back(changed("criminal.minors.guardian_reads_record", "CPL 281(2), CRIM 325", {"minor"}, "first_interrogation",
                         "the guardian did not sign", set("first_interrogation", "guardian_signed", false), "a witness of age signs alone",
                         set("inquiry", "guardian_signed", false)));
    to.push_back(changed("criminal.minors.woman_present", "CPL 281(3), CRIM 324(2)", {"girl"}, "first_interrogation", "no woman present",
                         set("first_interrogation", "female_staff", false), "one of the two officers is a woman",
                         both(set("first_interrogation", "female_staff", false), done_by("first_interrogation", {"handler", "woman"}))));
    to.push_back(not_after("criminal.minors.legal_aid_for_minor", "CPL 278, CRIM 320", {"minor", "arrested", "concluded"}, "suspect",
                           {"suspect", "aid_notified_at"}, {"case", "concluded_at"}));
}

}  // namespace

void add_criminal_inquiry(Plants& to) {
    add_inquiry(to);
    add_minors(to);
}

}  // namespace generator
