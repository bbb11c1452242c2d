#include "plan.hpp"

#include <algorithm>

namespace generator {
namespace {

struct Chance {
    const char* trait;
    double probability;
};

// The first of these that is wanted, or one drawn by weight.
void draw_one(Plan& plan, Random& random, const std::vector<Chance>& of) {
    if (std::any_of(of.begin(), of.end(), [&](const Chance& c) { return plan.has(c.trait); }))
        return;
    if (plan.planted)
        return plan.want(of.front().trait);
    for (const auto& c : of)
        if (random.chance(c.probability))
            return plan.want(c.trait);
    plan.want(of.front().trait);
}

void draw_each(Plan& plan, Random& random, const std::vector<Chance>& of) {
    for (const auto& c : of)
        if (!plan.planted && random.chance(c.probability))
            plan.want(c.trait);
}

// What a case by an administrative agency or a refusal brings with it.
void draw_criminal_opening(Plan& plan, Random& random) {
    draw_each(plan, random, {{"second_report", 0.1}, {"agency", plan.has("outside") ? 0 : 0.06}, {"scene_inquiry", plan.has("home_inquiry") ? 0 : 0.1}});
    if (plan.has("agency"))
        draw_each(plan, random, {{"agency_gap", 0.3}});
    if (plan.has("refused"))
        draw_each(plan, random, {{plan.has("agency") ? "agency_reconsideration" : "complaint_review", 0.4}, {"explain_refusal", 0.3}, {"ordered_to_file", 0.15}});
    if (plan.has("complaint_review"))
        draw_each(plan, random, {{"complaint_extended", 0.3}});
}

}  // namespace

Moment Plan::time(std::string_view act, Moment start, Span low, Span high, Random& random) const {
    const Moment drawn = start + random.span(low, high);
    const auto set = times_.find(act);
    return set == times_.end() ? drawn : set->second(start);
}

std::int64_t Plan::amount(std::string_view name, std::int64_t otherwise) const {
    const auto set = amounts_.find(name);
    return set == amounts_.end() ? otherwise : set->second;
}

void draw_criminal(Plan& plan, Random& random) {
    draw_one(plan, random, {{"bail", 0.25}, {"refused", 0.06}, {"outside", 0.05}, {"surveillance", 0.1}, {"released", 0.15}, {"detention_to_bail", 0.1}, {"not_approved", 0.15}, {"arrested", 1}});
    draw_each(plan, random, {{"search", 0.5}, {"emergency_search", 0.1}, {"identification", 0.3}, {"expertise", 0.4}, {"freezing", 0.1}, {"technical", 0.05}, {"minor", 0.06},
        {"deaf", 0.03}, {"foreign", 0.03}, {"own_statement", 0.1}, {"oral", 0.1}, {"lawyer_meeting", 0.15}, {"legal_aid", 0.06}, {"home_inquiry", 0.2},
        {"asked_again", 0.15}, {"summoned_again", 0.1}, {"long_summons", 0.04}, {"two_suspects", 0.08}, {"girl", 0.02}, {"minor_witness", 0.04},
        {"custody_interrogation", 0.3}, {"special", 0.08}, {"itinerant", 0.06}, {"objection", 0.3}, {"grave", 0.03}});
    draw_criminal_opening(plan, random);
    if (!plan.has("oral") && !plan.planted && random.chance(0.08))
        plan.want("forced");
    if (plan.planted)
        return;
    if (plan.has("arrested"))
        draw_each(plan, random, {{"arrest_released", 0.05}, {"custody_extension", 0.1}, {"other_crime", 0.03}, {"tainted", 0.03}, {"change_asked", 0.08}, {"necessity", 0.06}});
    if (plan.has("bail") || plan.has("detention_to_bail"))
        draw_each(plan, random, {{"deposit", 0.4}, {"forfeiture", 0.05}, {"bail_lifted", 0.3}});
    if (plan.has("surveillance"))
        draw_each(plan, random, {{"designated", 0.3}, {"surveillance_lifted", 0.4}});
    if (!plan.has("arrested"))
        draw_each(plan, random, {{"withdrawn", 0.2}});
    if (random.chance(0.3))
        plan.want(random.chance(0.6) ? "sent_back" : "not_prosecuted");
    draw_each(plan, random, {{"unrelated", 0.2}, {"sealing", 0.1}, {"equity", 0.1}, {"new_opinion_refused", 0.1}, {"deputy_county", 0.01}, {"two_suspects", 0.1}});
}

namespace {

// What is unusual about the report and the inquiries.
void draw_inquiries(Plan& plan, Random& random) {
    draw_each(plan, random, {{"single_reception", 0.1}, {"witness", 0.3}, {"minor_witness", 0.03}, {"witness_at_home", 0.1}, {"remote_inquiry", 0.05}, {"one_officer", 0.1}});
    if (!plan.has("refused"))
        draw_each(plan, random, {{"other_report", 0.02}});
    if (!plan.has("penalty") && !plan.has("mediated"))
        return;
    draw_each(plan, random, {{"drunk", 0.08}, {"urgent_restraint", 0.4}, {"questioning", 0.06}, {"questioning_extended", 0.4}, {"oral_summons", 0.15}, {"forced_summons", 0.04},
        {"second_summons", 0.06}, {"recusal", 0.05}, {"recusal_granted", 0.5}, {"second_victim_inquiry", 0.1}, {"own_statement", 0.15}, {"deaf", 0.03}, {"suitable_adult", 0.3}});
}

// What is unusual about inspection, samples and things.
void draw_evidence(Plan& plan, Random& random) {
    draw_each(plan, random, {{"woman", 0.15}, {"residence", 0.2}, {"urgent_inspection", 0.2}, {"body_inspection", 0.2}, {"sampling", 0.3}, {"second_sample", 0.1},
        {"victim_sample", 0.1}, {"urgent_seizure", 0.2}, {"seizure_extended", 0.06}, {"victim_item", 0.3}, {"unrelated_item", 0.15}, {"registration", 0.08},
        {"second_identification", 0.4}, {"new_appraisal_refused", 0.15}});
}

// What is unusual about the decision, and about what becomes of a detention or a fine.
void draw_decision(Plan& plan, Random& random) {
    draw_each(plan, random, {{"hearing", 0.06}, {"large_fine", 0.04}, {"defence", 0.2}, {"complex", 0.06}, {"extended", 0.04}, {"repeated", 0.08}});
    const bool grave = plan.has("hearing") || plan.has("large_fine");   // article 63: always detention
    draw_one(plan, random, {{"detention", grave ? 1 : 0.5}, {"fine_only", 1}});
    if (!grave)
        draw_each(plan, random, {{"minor", 0.05}, {"accomplice", 0.1}});
    if (plan.has("woman"))
        draw_each(plan, random, {{"nursing", 0.1}});
    if (plan.has("detention"))
        return draw_each(plan, random, {{"suspension", 0.06}, {"suspension_deposit", 0.5}, {"old", 0.02}, {"foreign", 0.02}, {"deputy", 0.01},
            {"held_before", 0.03}, {"two_violations", 0.03}, {"grave_violation", 0.03}, {"surcharge", 0.04}});
    draw_each(plan, random, {{"joyride", 0.1}, {"station", 0.2}, {"not_announced", 0.1}, {"surcharge", 0.06}, {"excessive_defence", 0.03}});
    if (!plan.has("accomplice"))
        draw_each(plan, random, {{"court", 0.03}});
}

}  // namespace

void draw_administrative(Plan& plan, Random& random) {
    draw_one(plan, random, {{"penalty", 0.55}, {"mediated", 0.25}, {"on_the_spot", 0.25}, {"quick", 0.2}, {"outside", 0.3}, {"refused", 0.3}, {"withdrawn", 0.3}});
    if (plan.has("penalty") || plan.has("on_the_spot"))
        draw_each(plan, random, {{"other_field", 0.08}});
    draw_inquiries(plan, random);
    if (plan.planted)
        return;
    if (plan.has("penalty")) {
        draw_evidence(plan, random);
        draw_decision(plan, random);
        draw_each(plan, random, {{"expertise", 0.25}, {"seizure", 0.25}, {"identification", 0.15}, {"inspection", 0.2}});
    } else if (plan.has("mediated")) {
        draw_each(plan, random, {{"second_mediation", 0.2}, {"minor", 0.08}});
    } else if (plan.has("on_the_spot")) {
        draw_each(plan, random, {{"paid_at_bank", 0.2}, {"two_officers", 0.3}, {"beating_on_the_spot", 0.3}});
    } else if (plan.has("quick")) {
        draw_each(plan, random, {{"fine_only", 0.5}, {"defence", 0.1}});
    } else if (plan.has("withdrawn")) {
        draw_each(plan, random, {{"seizure", 0.3}, {"expertise", 0.2}});
    }
}

}  // namespace generator
