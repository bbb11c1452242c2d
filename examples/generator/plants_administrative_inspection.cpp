// Plants: inspection, samples, identification, expert opinions.
#include "plant.hpp"

namespace generator {
namespace {

void add_inspection(Plants& to) {
    to.push_back(after("administrative.inspection.inspection_warrant", "P25 103(2), ADM 82(1)", {"inspection"}, "inspection", "inspection_warrant"));
    to.push_back(after("administrative.inspection.home_inspection", "P25 103(2), ADM 82(1)", {"inspection", "residence"}, "inspection", "inspection_warrant"));
    to.push_back(changed("administrative.inspection.urgent_inspection_recorded", "P25 103(2)", {"inspection", "urgent_inspection"}, "inspection",
        "inspected on the spot, recorded in part", set("inspection", "recording", "部分"),
        "inspected on the spot, recorded from beginning to end", nothing()));
    to.push_back(changed("administrative.inspection.card_shown_at_inspection", "P25 103(1), ADM 82(1)", {"inspection"}, "inspection",
        "the card is not shown", set("inspection", "identity_shown", false),
        "the card is shown", nothing()));
    to.push_back(changed("administrative.inspection.woman_by_woman", "P25 103(3), ADM 84(2)", {"inspection", "body_inspection", "woman"}, "body_inspection",
        "two men inspect a woman's body", done_by("body_inspection", {"handler", "co_handler"}),
        "a doctor inspects a woman's body", both(done_by("body_inspection", {"handler", "co_handler"}), set("body_inspection", "by_doctor", true))));
    to.push_back(changed("administrative.inspection.inspection_record", "P25 104, ADM 86(1)", {"inspection"}, "inspection",
        "the record is not signed", set("inspection", "record_signed", false),
        "the record is not signed, the refusal is noted", both(set("inspection", "record_signed", false), set("inspection", "refusal_noted", true))));
}

void add_samples(Plants& to) {
    to.push_back(after("administrative.inspection.sampling_approved", "P25 102", {"inspection", "sampling"}, "sample", "sample_approval"));
    to.push_back(changed("administrative.inspection.sampling_not_repeated", "P25 102", {"inspection", "sampling", "second_sample"}, "second_sample",
        "blood is taken a second time", set("second_sample", "kind", "血液"),
        "urine is taken after blood", nothing()));
    to.push_back(changed("administrative.inspection.victim_consents_to_sampling", "P25 102", {"inspection", "victim_sample"}, "victim_sample",
        "the victim does not agree", set("victim_sample", "consent", false),
        "the victim agrees", nothing()));
}

void add_identification(Plants& to) {
    to.push_back(changed("administrative.identification.enough_to_choose_from", "ADM 104(2)", {"identification"}, "identification",
        "9 photographs are shown", set("identification", "shown", 9),
        "10 photographs are shown", set("identification", "shown", 10)));
    to.push_back(changed("administrative.identification.described_before", "ADM 102(2)", {"identification"}, "identification",
        "begins one second before the inquiry is over", set_time("identification", "starts_at", "victim_inquiry", "ends_at", seconds(-1)),
        "begins in the second in which the inquiry is over", set_time("identification", "starts_at", "victim_inquiry", "ends_at", seconds(0))));
    to.push_back(noted(early("administrative.identification.separate_and_fresh", limits::one_by_one, {"identification", "witness", "second_identification"}, "identification",
        "second_identification"),
        "two people identify in the same second",
        "the second one identifies a second later"));
    to.push_back(changed("administrative.identification.identification_signed", "P25 107(2), ADM 106", {"identification"}, "identification",
        "the record is not signed", set("identification", "record_signed", false),
        "the record is signed", nothing()));
}

void add_opinions(Plants& to) {
    to.push_back(pair_with(late("administrative.identification.opinion_served", limits::expert_opinion, {"expertise"}, "expertise", "opinion_told"), "offender"));
    to.push_back(late("administrative.identification.refusal_of_new_appraisal", limits::new_appraisal_refusal, {"expertise", "new_appraisal_refused"}, "expertise",
        "appraisal_refusal_told"));
    to.push_back(changed("administrative.identification.injury_appraised", "ADM 90", {}, "victim",
        "the injury may be serious, there is no appraisal", set("victim", "injury_serious", true),
        "the injury may be serious, the victim refuses the appraisal, which is noted",
        both(set("victim", "injury_serious", true), set("victim", "appraisal_refused", true))));
    to.push_back(changed("administrative.identification.opinion_signed", "P25 106, ADM 96(1)", {"expertise"}, "expertise",
        "the expert does not sign", set("expertise", "signed", false),
        "the expert signs", nothing()));
}

}  // namespace

void add_administrative_inspection(Plants& to) {
    add_inspection(to);
    add_samples(to);
    add_identification(to);
    add_opinions(to);
}

}  // namespace generator
