// Penalties on the spot, the powers of a station, the quick procedure, and mediation.
#include "plant.hpp"

namespace generator {
namespace {

void add_on_the_spot(Plants& to) {
    const Traits spot{"on_the_spot"};
    to.push_back(amount("administrative.simple_procedure.on_the_spot_limit", "P25 119",
                        {"on_the_spot", "beating_on_the_spot", "paid_at_bank"}, "penalty", "fine", 501, 500, "yuan"));
    to.push_back(amount("administrative.simple_procedure.on_the_spot_limit_elsewhere", "APL 51",
                        {"on_the_spot", "other_field", "paid_at_bank"}, "penalty", "fine", 201, 200, "yuan"));
    to.push_back(either("administrative.simple_procedure.not_for_vice", "ADM 37(2)", spot, "penalty", "gambling", "gambling",
                        "disturbance of an office", ""));
    to.push_back(late("administrative.simple_procedure.reported_in_24_hours", limits::spot_report, spot, "penalty", "spot_report"));
    to.push_back(changed("administrative.simple_procedure.one_officer_recorded", "P25 120(3)", spot, "penalty",
                         "one officer, recorded in part", set("penalty", "recording", "部分"),
                         "one officer, recorded from beginning to end", nothing()));
    to.push_back(amount("administrative.simple_procedure.station_power", "P25 109", {"joyride", "station", "fine_only"}, "penalty", "fine",
                        1001, 1000, "yuan"));
    to.push_back(amount("administrative.fines.small_fine_collected", "P25 123(1).1", spot, "penalty", "fine", 201, 200, "yuan"));
    to.push_back(amount("administrative.fines.small_fine_collected_elsewhere", "APL 68", {"on_the_spot", "other_field"}, "penalty", "fine",
                        101, 100, "yuan"));
    to.push_back(late("administrative.fines.handed_in_two_days", limits::handing_in, spot, "penalty", "handing_in"));
    to.push_back(late("administrative.fines.handed_in_elsewhere", limits::handing_in_elsewhere, {"on_the_spot", "other_field"}, "penalty",
                      "handing_in"));
}

void add_quick(Plants& to) {
    to.push_back(changed("administrative.simple_procedure.quick_excluded", "ADM 41", {"quick", "fine_only", "minor"}, "penalty",
                         "has the 18th birthday on the day of the act", birthday("offender", 18, {"penalty", "committed_on"}, 0),
                         "had the 18th birthday on the day before the act", birthday("offender", 18, {"penalty", "committed_on"}, -1)));
    to.push_back(changed("administrative.simple_procedure.quick_agreed_and_approved", "ADM 42, 44", {"quick", "fine_only"}, "penalty",
                         "without the written consent", set("case", "quick_consent", false),
                         "with the consent, approved in the second of the decision",
                         set_time("penalty_approval", "decided_at", "penalty", "decided_at", {})));
    to.push_back(late("administrative.simple_procedure.quick_in_48_hours", limits::quick_decision, {"quick", "fine_only"}, "case",
                      "quick_decision"));
}

void add_mediation(Plants& to) {
    const Traits mediated{"mediated"};
    to.push_back(late("administrative.public_mediation.second_in_seven_days", limits::second_mediation, {"mediated", "second_mediation"},
                      "mediation", "second_mediation"));
    to.push_back(changed(
        "administrative.public_mediation.agreement_signed", "ADM 184(1)", mediated, "mediation", "the agreement is of the next day",
        [](CaseFile& file) {
            file.act("agreement").set("issued_at", last_second(date_of(file.act("mediation").moment("held_at"))) + seconds(1));
        },
        "the agreement is of the last second of the day",
        [](CaseFile& file) { file.act("agreement").set("issued_at", last_second(date_of(file.act("mediation").moment("held_at")))); }));
    to.push_back(changed("administrative.public_mediation.guardian_present", "ADM 181(1)", {"mediated", "minor"}, "mediation",
                         "a minor without the guardian", set("mediation", "guardian_present", false),
                         "a minor of 16 who lives on own work and wanted no guardian",
                         both(set("mediation", "guardian_present", false), set("mediation", "guardian_waived", true))));
    to.push_back(changed("administrative.public_mediation.evidence_before_mediation", "ADM 180, 184(3)", mediated, "mediation",
                         "one second before the offender was heard",
                         both(set_time("mediation", "held_at", "inquiry", "starts_at", seconds(-1)),
                              set_time("agreement", "issued_at", "inquiry", "starts_at", seconds(-1))),
                         "in the second in which the hearing of the offender began",
                         both(set_time("mediation", "held_at", "inquiry", "starts_at", {}),
                              set_time("agreement", "issued_at", "inquiry", "starts_at", {}))));
    to.push_back(changed("administrative.public_mediation.not_for_brawls", "ADM 179(1).2", mediated, "mediation", "a brawl of gangs",
                         set("case", "cause", "结伙斗殴"), "a beating that arose from a dispute", nothing()));
    to.push_back(either("administrative.public_mediation.no_penalty_after_agreement", "ADM 185(1)",
                        {"mediated", "penalty_after_agreement", "fine_only"}, "mediation", "a fine after the agreement was fulfilled", "",
                        "a decision not to punish after the agreement was fulfilled", "not_punished"));
}

}  // namespace

void add_administrative_simple(Plants& to) {
    add_on_the_spot(to);
    add_quick(to);
    add_mediation(to);
}

}  // namespace generator
