// Plants: interrogations and their records.
#include "plant.hpp"

namespace generator {
namespace {

Change at_place(std::string_view interview, std::string_view place) {
    return set(interview, "place", std::string(place));
}

// Told, asked or done at the first interrogation: what a later one lacks is no defect.
Plant at_the_first(std::string_view id, std::string_view article, std::string_view field, std::string_view what) {
    return changed(id, article, {"bail_lifted"}, "first_interrogation", std::string(what) + " at the first interrogation",
                   set("first_interrogation", field, false), std::string(what) + " at a later interrogation",
                   set("later_interrogation", field, false));
}

void add_circumstances(Plants& to) {
    const Change urgent = set("first_interrogation", "room_exception", "紧急情况");
    to.push_back(changed("criminal.interrogation.in_interrogation_room", "CRIM 198(1)", {}, "first_interrogation",
                         "an emergency, but at the residence", both(urgent, at_place("first_interrogation", "住处")),
                         "an emergency, at the scene", both(urgent, at_place("first_interrogation", "现场"))));
    const Change in_the_office = at_place("detention_interrogation", "办案区");
    to.push_back(changed("criminal.interrogation.in_detention_centre", "CPL 118(2), CRIM 198(2)", {"released", "custody_interrogation"},
                         "detention_interrogation", "elsewhere, in the second of the handover",
                         both(in_the_office, set_time("detention", "in_custody_at", "detention_interrogation", "starts_at", seconds(0))),
                         "elsewhere, one second before the handover",
                         both(in_the_office, set_time("detention", "in_custody_at", "detention_interrogation", "starts_at", seconds(1)))));
    to.push_back(changed("criminal.interrogation.two_investigators", "CPL 118(1), CRIM 202(1)", {}, "first_interrogation",
                         "one investigator and an auxiliary", done_by("first_interrogation", {"handler", "assistant"}),
                         "two investigators and an auxiliary", done_by("first_interrogation", {"handler", "co_handler", "assistant"})));
    const auto inquiry_until = [](Span after) {
        return both(set_time("inquiry", "starts_at", "first_interrogation", "starts_at", seconds(0) - minutes(50)),
                    set_time("inquiry", "ends_at", "first_interrogation", "starts_at", after));
    };
    to.push_back(changed("criminal.interrogation.no_officer_in_two_places", "CPL 118(1), CRIM 202(1)", {}, "inquiry",
                         "the same officers still question a witness for one second of the interrogation", inquiry_until(seconds(1)),
                         "the same officers end with a witness in the second in which the interrogation begins",
                         inquiry_until(seconds(0))));
    to.push_back(omitted("criminal.interrogation.accomplices_apart", "CRIM 202(2)", {"two_suspects"}, "first_interrogation",
                         "not apart from others of the case", set("first_interrogation", "alone", false)));
    to.push_back(changed("criminal.interrogation.interpreter_present", "CPL 121, CRIM 204(1)", {"deaf"}, "first_interrogation",
                         "a deaf suspect without an interpreter", unset("first_interrogation", "interpreter"),
                         "one without the local language, with an interpreter",
                         both(set("suspect", "deaf_or_mute", false), set("suspect", "needs_interpreter", true))));
}

void add_duties(Plants& to) {
    to.push_back(
        at_the_first("criminal.interrogation.rights_told_first", "CPL 120(2), CRIM 203(1)", "leniency_told", "not told of leniency"));
    to.push_back(at_the_first("criminal.interrogation.basic_data_asked", "CRIM 203(3)", "basic_data", "not asked for the particulars"));
    to.push_back(at_the_first("criminal.interrogation.lawyer_told_first", "CPL 34(2), CRIM 43(1)", "lawyer_told",
                              "not told of the right to a lawyer"));
    to.push_back(changed("criminal.interrogation.recorded_if_grave", "CPL 123(1), CRIM 208(1)", {"grave"}, "first_interrogation",
                         "recorded in part", set("first_interrogation", "recording", "部分"), "a witness is questioned without a recording",
                         set("inquiry", "recording", "未录")));
    to.push_back(changed("criminal.interrogation.recording_not_selective", "CRIM 208(3), CPL 123(2)", {"bail_lifted"},
                         "later_interrogation", "one of two interrogations recorded in part",
                         set("later_interrogation", "recording", "部分"), "a witness is questioned without a recording",
                         set("inquiry", "recording", "未录")));
}

void add_records(Plants& to) {
    to.push_back(not_signed("criminal.interrogation.record_checked", "CRIM 206(1), CPL 122", {}, "first_interrogation",
                            {"first_interrogation", "pages_signed"}, {"first_interrogation", "refusal_noted"}));
    to.push_back(changed(
        "criminal.interrogation.record_complete", "CRIM 206(2)", {}, "first_interrogation", "ends in the second in which it begins",
        set_time("first_interrogation", "ends_at", "first_interrogation", "starts_at", seconds(0)), "ends one second after it begins",
        set_time("first_interrogation", "ends_at", "first_interrogation", "starts_at", seconds(1))));
    to.push_back(not_after("criminal.interrogation.no_person_in_two_records", "CRIM 205, 206(2)", {"asked_again"}, "victim_inquiry",
                           {"victim_inquiry", "ends_at"}, {"second_inquiry", "starts_at"}));
    to.push_back(
        changed("criminal.interrogation.own_statement_received", "CRIM 207, CPL 122", {"own_statement", "bail_lifted"},
                "first_interrogation", "receipt of the statement not noted", set("first_interrogation", "statement_received", false),
                "nothing to receive: the second time there is no statement",
                both(set("later_interrogation", "own_statement", false), set("later_interrogation", "statement_received", false))));
}

}  // namespace

void add_criminal_records(Plants& to) {
    add_circumstances(to);
    add_duties(to);
    add_records(to);
}

}  // namespace generator
