// Plants: summons, time of inquiry, the log of the premises.
#include "plant.hpp"

namespace generator {
namespace {

void add_summons_form(Plants& to) {
    to.push_back(after("administrative.summons.summons_approved", "P25 96(1), ADM 67(1)", {}, "summons", "summons_approval"));
    to.push_back(changed("administrative.summons.oral_summons", "P25 96(1), ADM 67(1)", {"oral_summons"}, "summons",
        "the oral summons is not noted in the record", set("summons", "oral_noted", false),
        "the oral summons is noted in the record", nothing()));
    to.push_back(after("administrative.summons.forced_summons_approved", "P25 96(2), ADM 67(3)", {"forced_summons"}, "summons", "summons_approval"));
    to.push_back(changed("administrative.summons.reason_told", "ADM 67(4), ADM 68", {}, "summons",
        "the summons notice is not signed", set("summons_document", "signed", false),
        "the summons notice is not signed, the refusal is noted", both(set("summons_document", "signed", false), set("summons_document", "refusal_noted", true))));
    to.push_back(changed("administrative.summons.times_written", "ADM 68", {}, "summons",
        "the departure is not written down", set("summons", "leaving_written", false),
        "the departure is not written down, the refusal is noted", both(set("summons", "leaving_written", false), set("summons", "refusal_noted", true))));
    to.push_back(late("administrative.summons.family_told", limits::summons_family, {}, "summons", "summons_family"));
    to.push_back(changed("administrative.summons.meals_and_rest", "P25 97(3), ADM 71(2)", {}, "summons",
        "nothing is noted of meals and rest", set("summons", "rest_noted", false),
        "meals and rest are noted", nothing()));
}

// The inquiry ends a span after the departure; the log of the premises has the later time.
Change inquiry_ends(Span after_departure) {
    return both(set_time("inquiry", "ends_at", "summons", "ends_at", after_departure), set_time("stay", "left_at", "summons", "ends_at", after_departure));
}

// The inquiry begins a span after the arrival; the log of the premises has the earlier time.
Change inquiry_begins(Span after_arrival) {
    return both(set_time("inquiry", "starts_at", "summons", "starts_at", after_arrival), set_time("stay", "entered_at", "summons", "starts_at", after_arrival));
}

void add_times(Plants& to) {
    to.push_back(late("administrative.summons.inquiry_time", limits::inquiry, {}, "summons", "inquiry"));
    to.push_back(pair_with(changed("administrative.summons.record_ends_before_departure", "ADM 68", {}, "summons",
        "the inquiry ends one second after the departure", inquiry_ends(seconds(1)),
        "the inquiry ends in the second of the departure", inquiry_ends(seconds(0))), "inquiry"));
    to.push_back(changed("administrative.summons.questioned_when_summoned", "P25 97(1), ADM 69(1)", {}, "summons",
        "the only inquiry begins one second before the arrival", inquiry_begins(seconds(-1)),
        "the inquiry begins in the second of the arrival", inquiry_begins(seconds(0))));
    to.push_back(noted(pair_with(early("administrative.summons.not_chained", limits::without_release, {"second_summons"}, "summons", "second_summons"), "second_summons"),
        "summoned again in the second in which the first summons ends",
        "summoned again one second after the release"));
    to.push_back(changed("administrative.summons.recorded_in_case_area", "P25 97(1)", {}, "inquiry",
        "recorded in part", set("inquiry", "recording", "部分"),
        "recorded from beginning to end", nothing()));
    to.push_back(changed("administrative.summons.inside_the_premises_log", "ADM 71(1)", {}, "inquiry",
        "the entry is logged one second after the inquiry began", set_time("stay", "entered_at", "inquiry", "starts_at", seconds(1)),
        "the entry is logged in the second in which the inquiry began", set_time("stay", "entered_at", "inquiry", "starts_at", seconds(0))));
}

}  // namespace

void add_administrative_summons(Plants& to) {
    add_summons_form(to);
    add_times(to);
}

}  // namespace generator
