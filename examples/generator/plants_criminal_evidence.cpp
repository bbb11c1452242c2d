#include "plant.hpp"

namespace generator {
namespace {

// Without a fit witness the act is recorded from beginning to end, and the record says so.
Change unwitnessed(std::string_view act, bool noted) {
    return both(unset(act, "attester"), both(set(act, "recording", "全程"), set(act, "attester_noted", noted)));
}

void add_scene(Plants& to) {
    to.push_back(changed("criminal.scene_and_search.scene_two_investigators", "CRIM 215", {}, "scene",
        "one investigator and an auxiliary work at the scene", done_by("scene", {"handler", "assistant"}),
        "two investigators and an auxiliary work at the scene", done_by("scene", {"handler", "co_handler", "assistant"})));
    to.push_back(changed("criminal.scene_and_search.scene_documented", "CPL 133, CRIM 216", {}, "scene",
        "there is no sketch", set("scene", "sketch", false),
        "photos, sketch and record of an ordinary case, no video", set("scene", "recording", "未录")));
    to.push_back(changed("criminal.scene_and_search.major_scene_recorded", "CRIM 216", {"major"}, "scene",
        "the scene of a major case is not recorded", set("scene", "recording", "未录"),
        "the scene of a major case is recorded in part", set("scene", "recording", "部分")));
    to.push_back(changed("criminal.scene_and_search.attester_fit", "CRIM 194", {}, "scene",
        "no witness; recorded from beginning to end, and not noted", unwitnessed("scene", false),
        "no witness; recorded from beginning to end, and noted", unwitnessed("scene", true)));
}

void add_search(Plants& to) {
    to.push_back(changed("criminal.scene_and_search.search_by_warrant", "CPL 138, CRIM 222", {"search"}, "search",
        "the head of the department approves the warrant", approved_by("search_approval", Level::department),
        "a head at county level approves in the second of the search", in_the_same_second("search", "search_approval", "search_warrant")));
    to.push_back(changed("criminal.scene_and_search.search_two_investigators", "CRIM 223", {"search"}, "search",
        "one investigator and an auxiliary search", done_by("search", {"handler", "assistant"}),
        "two investigators and an auxiliary search", done_by("search", {"handler", "co_handler", "assistant"})));
    to.push_back(changed("criminal.scene_and_search.search_attended_and_signed", "CPL 140, CRIM 226", {"search"}, "search",
        "the record is not signed, nor is a refusal noted", set("search", "record_signed", false),
        "the record is not signed, the refusal is noted", refused("search", "record_signed")));
    to.push_back(changed("criminal.scene_and_search.women_by_women", "CPL 139(2), CRIM 225(3)", {"search", "woman"}, "search",
        "men search the body of a woman", set("search", "female_staff", false),
        "a woman among the officers searches the body of a woman", both(set("search", "female_staff", false), done_by("search", {"handler", "woman"}))));
}

// The first of those who are told is the victim.
Change victim_told(Span after_conclusion) {
    return [after_conclusion](CaseFile& file) {
        std::get<Records>(file.act("expertise").at("told")).front().set("told_at", file.head.moment("concluded_at") + after_conclusion);
    };
}

void add_expert_opinions(Plants& to) {
    to.push_back(changed("criminal.opinions_and_identification.opinion_told_to_all", "CPL 148, CRIM 252(2)", {"arrested", "expertise"}, "expertise",
        "the victim is told one second after the investigation ended", victim_told(seconds(1)),
        "the victim is told in the second in which it ends", victim_told(seconds(0))));
    to.push_back(late("criminal.opinions_and_identification.refusal_told_in_three_days", limits::new_opinion_told, {"expertise", "new_opinion_refused"}, "expertise", "new_opinion_told"));
    to.push_back(after("criminal.opinions_and_identification.refusal_approved", "CRIM 254(2)", {"expertise", "new_opinion_refused"}, "expertise", "new_opinion_approval"));
}

void add_identifications(Plants& to) {
    to.push_back(changed("criminal.opinions_and_identification.enough_foils", "CRIM 260", {"identification"}, "identification",
        "nine photos are shown", set("identification", "shown", 9),
        "ten photos are shown", set("identification", "shown", 10)));
    to.push_back(changed("criminal.opinions_and_identification.identification_two_investigators", "CRIM 259(1)", {"identification"}, "identification",
        "one investigator and an auxiliary preside", done_by("identification", {"handler", "assistant"}),
        "two investigators and an auxiliary preside", done_by("identification", {"handler", "co_handler", "assistant"})));
    to.push_back(changed("criminal.opinions_and_identification.identification_unprompted", "CRIM 259(2), 260(1)", {"identification"}, "identification",
        "the identifier saw the person before", set("identification", "seen_before", true),
        "there is one identifier, so none were kept apart", set("identification", "separate", false)));
    to.push_back(changed("criminal.opinions_and_identification.identification_signed", "CRIM 262", {"identification"}, "identification",
        "the record is not signed", set("identification", "record_signed", false),
        "the record is signed, there is no video", set("identification", "recording", "未录")));
    to.push_back(changed("criminal.opinions_and_identification.identification_attester_fit", "CRIM 194", {"identification"}, "identification",
        "the identifier is the witness", refer_to("identification", "attester", "victim"),
        "no witness; recorded from beginning to end, and noted", unwitnessed("identification", true)));
}

void add_special_investigation(Plants& to) {
    to.push_back(after("criminal.special_investigation.technical_approved_by_city", "CPL 150(1), CRIM 265(1)", {"technical"}, "technical", "technical_approval"));
    to.push_back(late("criminal.special_investigation.technical_period", limits::technical, {"technical", "bail"}, "technical", "technical_end"));
    to.push_back(after("criminal.special_investigation.unlawful_evidence_excluded", "CPL 56, CRIM 71", {"arrested", "tainted"}, "first_interrogation", "exclusion"));
}

}  // namespace

void add_criminal_evidence(Plants& to) {
    add_scene(to);
    add_search(to);
    add_expert_opinions(to);
    add_identifications(to);
    add_special_investigation(to);
}

}  // namespace generator
