#include "plant.hpp"

namespace generator {
namespace {

void add_bail(Plants& to) {
    to.push_back(late("criminal.bail.twelve_months", limits::bail, {"bail", "bail_lifted"}, "bail", "bail_end"));
    to.push_back(changed("criminal.bail.decided_by_county_leader", "CRIM 83", {"bail"}, "bail",
        "the head of the department approves the bail", approved_by("bail_approval", Level::department),
        "a head at county level approves in the second in which the bail begins", in_the_same_second("bail", "bail_approval", "bail_decision")));
    to.push_back(changed("criminal.bail.duties_told", "CRIM 89(1)", {"bail"}, "bail",
        "the duties are not told", set("bail", "duties_told", false),
        "the duties are told; the person refuses to sign the decision", refused("bail_decision", "signed")));
}

void add_guarantees(Plants& to) {
    to.push_back(changed("criminal.bail.not_guarantor_and_deposit", "CRIM 84(2)", {"bail"}, "bail",
        "a guarantor, and a deposit of 1,000 yuan", both(set("bail", "deposit", 1000), set("bail", "deposit_in_bank", true)),
        "a guarantor, and a deposit of nought", set("bail", "deposit", 0)));
    to.push_back(changed("criminal.bail.some_guarantee", "CPL 68, CRIM 84(1)", {"bail", "deposit"}, "bail",
        "a deposit of nought", set("bail", "deposit", 0),
        "the smallest deposit", set("bail", "deposit", limits::deposit)));
    to.push_back(changed("criminal.bail.guarantor_fit", "CPL 69(1), CRIM 85(1)", {"bail"}, "bail",
        "a witness of the case is the guarantor", refer_to("bail", "guarantor", "witness"),
        "a relative of the suspect is the guarantor", refer_to("bail", "guarantor", "relative")));
    to.push_back(changed("criminal.bail.guarantee_signed", "CRIM 86(2)", {"bail"}, "bail",
        "the guarantee is not signed", set("guarantee", "signed", false),
        "the guarantee is signed and bears no seal of the police", set("guarantee", "sealed", false)));
    to.push_back(changed("criminal.bail.deposit_at_least_minimum", "CRIM 87", {"bail", "deposit"}, "bail",
        "one yuan less than the least deposit", set("bail", "deposit", limits::deposit - 1),
        "the least deposit", set("bail", "deposit", limits::deposit)));
    to.push_back(changed("criminal.bail.deposit_in_bank", "CPL 72(2), CRIM 88(2)", {"bail", "deposit"}, "bail",
        "the deposit is not in the bank", set("bail", "deposit_in_bank", false),
        "the least deposit is in the bank", set("bail", "deposit", limits::deposit)));
    to.push_back(late("criminal.bail.deposit_returned_on_lifting", limits::deposit_return, {"bail", "deposit", "bail_lifted"}, "bail", "deposit_return"));
}

void add_forfeiture(Plants& to) {
    to.push_back(changed("criminal.bail.forfeiture_approved", "CRIM 97", {"bail", "forfeiture", "large_forfeiture"}, "bail",
        "50,000 yuan are forfeited with approval at county level", both(set("bail", "forfeited", limits::city_forfeiture), approved_by("forfeiture_approval", Level::county)),
        "one yuan less is forfeited with approval at county level", both(set("bail", "forfeited", limits::city_forfeiture - 1), approved_by("forfeiture_approval", Level::county))));
    to.push_back(changed("criminal.bail.forfeiture_within_deposit", "CPL 71(3), CRIM 96(1)", {"bail", "forfeiture"}, "bail",
        "one yuan more than the deposit is forfeited", both(set("bail", "deposit", 2000), set("bail", "forfeited", 2001)),
        "the whole deposit is forfeited", both(set("bail", "deposit", 2000), set("bail", "forfeited", 2000))));
    to.push_back(late("criminal.bail.forfeiture_read_in_three_days", limits::forfeiture_reading, {"bail", "forfeiture"}, "bail", "forfeiture_reading"));
    to.push_back(late("criminal.bail.forfeiture_reconsidered_in_seven_days", limits::forfeiture_review, {"bail", "forfeiture"}, "forfeiture_review", "forfeiture_review"));
}

void add_surveillance(Plants& to) {
    to.push_back(late("criminal.surveillance.six_months", limits::surveillance, {"surveillance", "surveillance_lifted"}, "surveillance", "surveillance_end"));
    to.push_back(changed("criminal.surveillance.decided_by_county_leader", "CRIM 110", {"surveillance"}, "surveillance",
        "the head of the department approves the surveillance", approved_by("surveillance_approval", Level::department),
        "a head at county level approves in the second in which it begins", in_the_same_second("surveillance", "surveillance_approval", "surveillance_decision")));
    to.push_back(changed("criminal.surveillance.no_place_of_custody", "CPL 75(1), CRIM 112(3)", {"surveillance", "designated"}, "surveillance",
        "in the rooms where cases are handled", set("surveillance", "place", "办案区"),
        "in another designated place", set("surveillance", "place", "其他地点")));
    to.push_back(changed("criminal.surveillance.designated_place_justified", "CPL 75(1), CRIM 111(1)", {"surveillance", "designated"}, "surveillance",
        "the person has a home, and the county level approves the place", set("surveillance", "no_fixed_home", false),
        "the person has a home, and the city level approves the place", both(set("surveillance", "no_fixed_home", false), approved_by("surveillance_approval", Level::city))));
    to.push_back(late("criminal.surveillance.family_told_within_24_hours", limits::designated_family, {"surveillance", "designated"}, "surveillance", "designated_family"));
}

void add_lifting(Plants& to) {
    to.push_back(changed("criminal.lifting.lifted_by_decision", "CRIM 108(1)", {"bail", "bail_lifted"}, "bail",
        "the head of the department lifts the bail", approved_by("release_approval", Level::department),
        "a head at county level approves in the second of the lifting",
        both(set_time("release_notice", "issued_at", "bail", "ends_at", {}), set_time("release_approval", "decided_at", "bail", "ends_at", {}))));
    to.push_back(changed("criminal.lifting.released_by_notice", "CPL 94, CRIM 144", {"arrested", "arrest_released"}, "arrest",
        "the head of the department releases the arrested person", approved_by("release_approval", Level::department),
        "a head at county level approves in the second in which the notice is made", set_time("release_approval", "decided_at", "release_notice", "issued_at", {})));
    to.push_back(late("criminal.lifting.change_decided_in_three_days", limits::change_answer, {"change_asked"}, "change_asked", "change_answer"));
    to.push_back(late("criminal.lifting.necessity_answered_in_ten_days", limits::necessity_answer, {"arrested", "necessity"}, "necessity", "necessity_answer"));
}

}  // namespace

void add_criminal_bail(Plants& to) {
    add_bail(to);
    add_guarantees(to);
    add_forfeiture(to);
    add_surveillance(to);
    add_lifting(to);
}

}  // namespace generator
