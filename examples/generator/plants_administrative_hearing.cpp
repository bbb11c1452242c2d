// Telling the party before the decision, and the hearing.
#include <algorithm>

#include "plant.hpp"
#include "working_days.hpp"

namespace generator {
namespace {

// The deadline of a hearing: ten days, or the eighth working day where the notice of seven working days leaves no earlier one.
Moment hearing_deadline(Moment asked) {
    return std::max(end_of(limits::hearing_held_in_days, asked), end_of(limits::hearing_held, asked));
}

Plant hearing_late() {
    Plant plant{
        .id = "administrative.hearing.held_in_ten_days", .article = limits::hearing_held.article, .traits = {"hearing"}, .act = "hearing"};
    plant.arrange = [](Plan& plan, bool near) {
        plan.set_time("hearing_held", [near](Moment asked) { return hearing_deadline(asked) + seconds(near ? 0 : 1); });
    };
    plant.defect_note = "held one second after the last day for it";
    plant.near_note = "held in the last second of the last day for it";
    return plant;
}

Plant short_notice() {
    Plant plant{.id = "administrative.hearing.seven_days_notice", .article = "APL 64(1).2, 85", .traits = {"hearing"}, .act = "hearing"};
    plant.arrange = [](Plan& plan, bool near) {
        plan.set_time("hearing_held_after_notice",
                      [near](Moment notified) { return first_second(working_days_after(date_of(notified), 7)) + hours(near ? 9 : -8); });
    };
    plant.defect_note = "held on the day before the seventh working day after the notice";
    plant.near_note = "held on the seventh working day after the notice";
    return plant;
}

void add_hearing(Plants& to) {
    const auto told = [](std::int64_t late) { return set_time("penalty", "hearing_told_at", "penalty", "decided_at", seconds(late)); };
    to.push_back(changed("administrative.hearing.right_told", "P25 117(1)", {"large_fine", "hearing_waived"}, "penalty",
                         "told of the right to a hearing one second after the decision", told(1), "told in the same second as the decision",
                         told(0)));
    to.push_back(changed("administrative.hearing.right_told_in_other_cases", "APL 63(1), ADM 123",
                         {"other_field", "large_fine", "hearing_waived"}, "penalty",
                         "a fine of 2,000 yuan, the right to a hearing told one second after the decision", told(1),
                         "told in the same second as the decision", told(0)));
    to.push_back(changed("administrative.hearing.minor_told_of_hearing", "P25 117(2)", {"minor", "detention", "grave_violation"}, "penalty",
                         "a minor to be detained is told of the right to a hearing one second after the decision", told(1),
                         "told in the same second as the decision", told(0)));
    to.push_back(
        early("administrative.hearing.waits_for_request", limits::hearing_request, {"large_fine"}, "penalty", "decision_after_telling"));
    to.push_back(before("administrative.hearing.held_before_decision", "APL 63(1), 65", {"hearing"}, "hearing", "decision_after_hearing"));
    to.push_back(late("administrative.hearing.request_decided", limits::hearing_acceptance, {"hearing"}, "hearing", "hearing_acceptance"));
    to.push_back(short_notice());
    to.push_back(hearing_late());
    to.push_back(changed("administrative.hearing.presided_by_another", "APL 64(1).4, ADM 127(2)", {"hearing"}, "hearing",
                         "presided by the second investigator", refer_to("hearing", "presided_by", "co_handler"),
                         "presided by an officer of the same unit who did not investigate", refer_to("hearing", "presided_by", "woman")));
}

void add_telling(Plants& to) {
    const auto told_at_decision = set_time("penalty", "told_at", "penalty", "decided_at", {});
    to.push_back(changed("administrative.telling.told_before_decision", "P25 112(1), APL 44", {"fine_only"}, "penalty",
                         "told, but not of the proposed penalty", set("penalty", "told_content", false),
                         "told in the same second as the decision", told_at_decision));
    to.push_back(changed("administrative.telling.told_in_other_cases", "APL 44, 62", {"other_field"}, "penalty",
                         "told, but not of the proposed penalty", set("penalty", "told_content", false),
                         "told in the same second as the decision", told_at_decision));
    to.push_back(changed("administrative.telling.told_in_writing", "ADM 167(2)", {"fine_only"}, "penalty",
                         "the record of telling is one second younger than the decision",
                         set_time("penalty_notice", "issued_at", "penalty", "decided_at", seconds(1)),
                         "the record of telling is of the same second as the decision",
                         set_time("penalty_notice", "issued_at", "penalty", "decided_at", {})));
    to.push_back(early("administrative.telling.public_notice_seven_days", limits::public_notice, {"absconded", "fine_only"}, "penalty",
                       "decision_after_telling"));
    to.push_back(changed("administrative.telling.defence_checked", "APL 45(1), ADM 169(1)", {"fine_only", "defence"}, "penalty",
                         "the defence is not checked", set("penalty", "defence_checked", false), "the defence is checked", nothing()));
    to.push_back(changed("administrative.telling.fine_not_raised", "APL 45(2), ADM 169(2)", {"fine_only", "defence"}, "penalty",
                         "one yuan more than told, after a defence", set("penalty", "proposed_fine", std::int64_t{499}),
                         "the fine that was told, after a defence", nothing()));
    to.push_back(changed("administrative.telling.detention_not_lengthened", "APL 45(2), ADM 169(2)", {"detention", "defence"}, "penalty",
                         "one day more than told, after a defence", set("penalty", "proposed_detention_days", std::int64_t{4}),
                         "as long as was told, after a defence", nothing()));
    to.push_back(changed("administrative.telling.guardian_told", "P25 112(3)", {"minor", "fine_only"}, "penalty",
                         "has the 18th birthday on the day of the decision, the guardian is not told",
                         both(birthday("offender", 18, {"penalty", "decided_at"}, 0), set("penalty", "guardian_told", false)),
                         "the same, and the guardian is told", birthday("offender", 18, {"penalty", "decided_at"}, 0)));
}

}  // namespace

void add_administrative_hearing(Plants& to) {
    add_telling(to);
    add_hearing(to);
}

}  // namespace generator
