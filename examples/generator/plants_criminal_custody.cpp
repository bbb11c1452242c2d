#include "plant.hpp"

namespace generator {
namespace {

void add_arrest(Plants& to) {
    to.push_back(changed("criminal.arrest.signed_by_county_leader", "CRIM 142", {"arrested"}, "arrest",
        "the head of the department approves the arrest", approved_by("arrest_approval", Level::department),
        "a head at county level approves in the second of the arrest", in_the_same_second("arrest", "arrest_approval", "arrest_warrant")));
    to.push_back(changed("criminal.arrest.own_warrant_shown", "CPL 93(1), CRIM 143(1)", {"arrested"}, "arrest",
        "the warrant is not signed, nor is a refusal noted", set("arrest_warrant", "signed", false),
        "the warrant is not signed, the refusal is noted", refused("arrest_warrant", "signed")));
    to.push_back(changed("criminal.arrest.two_investigators", "CRIM 143(2)", {"arrested"}, "arrest",
        "one investigator and an auxiliary make the arrest", done_by("arrest", {"handler", "assistant"}),
        "two investigators and an auxiliary make the arrest", done_by("arrest", {"handler", "co_handler", "assistant"})));
    to.push_back(late("criminal.arrest.return_within_three_days", limits::arrest_return, {"arrested"}, "arrest", "arrest_return"));
    to.push_back(late("criminal.arrest.interrogation_within_24_hours", limits::arrest_interrogation, {"arrested"}, "arrest", "arrest_interrogation"));
    to.push_back(late("criminal.arrest.family_told_within_24_hours", limits::arrest_family, {"arrested"}, "arrest", "arrest_family"));
    to.push_back(changed("criminal.arrest.notice_states_reason_and_place", "CRIM 145(1)", {"arrested"}, "arrest_notice",
        "the notice does not state the place of custody", set("arrest_notice", "place_stated", false),
        "reason and place are stated; the family did not sign", set("arrest_notice", "signed", false)));
}

// Asked on the seventh day before the period expires, or on the sixth.
Plant extension_asked_late() {
    Plant plant{.id = "criminal.investigation_custody.extension_asked_seven_days_before", .article = limits::extension_request.article,
        .traits = {"arrested", "custody_extension"}, .act = "custody_extension"};
    plant.arrange = [](Plan& plan, bool near) {
        plan.set_time("extension_request", [near](Moment expires) { return expires - days(limits::extension_request.number) + seconds(near ? 0 : 1); });
    };
    plant.defect_note = "in the first second of the sixth day before the period expires";
    plant.near_note = "in the last second of the seventh day before the period expires";
    return plant;
}

void add_investigation_custody(Plants& to) {
    to.push_back(late("criminal.investigation_custody.custody_period", limits::investigation_custody, {"arrested"}, "arrest", "prosecution"));
    to.push_back(extension_asked_late());
    to.push_back(changed("criminal.investigation_custody.extension_by_competent_procuratorate", "CPL 158", {"arrested", "custody_extension", "listed_extension"}, "custody_extension",
        "the upper procuratorate grants two months", set("custody_extension", "granted_by", "上一级"),
        "the provincial procuratorate grants them", nothing()));
    to.push_back(changed("criminal.investigation_custody.last_extension_over_ten_years", "CPL 159, CRIM 150",
        {"arrested", "custody_extension", "listed_extension", "last_extension", "ten_years"}, "custody_extension",
        "no ten years are to be expected", set("case", "gravity", "一般"),
        "ten years are to be expected", nothing()));
    to.push_back(late("criminal.investigation_custody.other_crime_reported_in_five_days", limits::other_crime, {"arrested", "other_crime"}, "arrest", "recalculation"));
}

}  // namespace

void add_criminal_custody(Plants& to) {
    add_arrest(to);
    add_investigation_custody(to);
}

}  // namespace generator
