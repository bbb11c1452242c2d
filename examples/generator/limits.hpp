// What the law limits, as a table of its own: nothing here is read from a rule. The last lawful moment is the near miss, the second
// after it the defect. Where the law says no number (acceptance, release at once, archive) the national default stands, marked (P).
#pragma once
#include "moment.hpp"

namespace generator {

enum class Unit { hours, days, strict_days, months, strict_months, working_days };

struct Limit {
    int number;
    Unit unit;
    const char* article;
};

Moment end_of(const Limit& limit, Moment start);

namespace limits {

inline constexpr Limit at_once{0, Unit::hours, ""};                                                // not later than the act itself
// ---- criminal ----
inline constexpr Limit filing_decision{30, Unit::days, "CRIM 174(1) (P)"};
inline constexpr Limit transfer{24, Unit::hours, "CRIM 175(1)"};
inline constexpr Limit refusal_notice{3, Unit::days, "CRIM 178(2)"};
inline constexpr Limit complaint_answer{30, Unit::days, "CRIM 179(1)"};
inline constexpr Limit complaint_extended{60, Unit::days, "CRIM 179(3)"};
inline constexpr Limit complaint_extension{30, Unit::days, "CRIM 179(3)"};
inline constexpr Limit agency_decision{3, Unit::days, "CRIM 180(1)"};
inline constexpr Limit agency_gap{24, Unit::hours, "CRIM 180(2)"};
inline constexpr Limit agency_reconsideration{3, Unit::days, "CRIM 181(1)"};
inline constexpr Limit explain_refusal{7, Unit::days, "CRIM 182(1)"};
inline constexpr Limit ordered_filing{15, Unit::days, "CRIM 182(2)"};
inline constexpr Limit first_investigation{30, Unit::days, "CRIM 191(1) (P)"};
inline constexpr Limit summons{12, Unit::hours, "CPL 119(2), CRIM 200(1)"};
inline constexpr Limit long_summons{24, Unit::hours, "CPL 119(2), CRIM 200(1)"};
inline constexpr Limit custody{24, Unit::hours, "CPL 85(2), CRIM 126(1)"};
inline constexpr Limit family_notice{24, Unit::hours, "CPL 85(2), CRIM 127(1)"};
inline constexpr Limit detention_interrogation{24, Unit::hours, "CPL 86, CRIM 128"};
inline constexpr Limit request{3, Unit::strict_days, "CPL 91(1), CRIM 129(1)"};
inline constexpr Limit special_request{7, Unit::strict_days, "CPL 91(1), CRIM 129(1)"};
inline constexpr Limit itinerant_request{30, Unit::strict_days, "CPL 91(2), CRIM 129(2)"};
inline constexpr Limit detention_extension{3, Unit::strict_days, "CRIM 129(1)"};
inline constexpr Limit procuratorate{7, Unit::strict_days, "CPL 91(3)"};
inline constexpr Limit release{24, Unit::hours, "CPL 91(3), CRIM 140 (P)"};
inline constexpr Limit other_measure{24, Unit::hours, "CRIM 131(1), CPL 86 (P)"};
inline constexpr Limit release_receipt{3, Unit::days, "CRIM 140"};
inline constexpr Limit arrest_objection{5, Unit::days, "CRIM 141(1)"};
inline constexpr Limit arrest_return{3, Unit::days, "CRIM 142"};
inline constexpr Limit arrest_interrogation{24, Unit::hours, "CPL 94, CRIM 144"};
inline constexpr Limit arrest_family{24, Unit::hours, "CPL 93(2), CRIM 145(1)"};
inline constexpr Limit investigation_custody{2, Unit::strict_months, "CPL 156, CRIM 148"};
inline constexpr Limit extension_request{7, Unit::strict_days, "CRIM 148"};                          // before the period ends
inline constexpr int deposit = 1000;                                                                 // yuan, CRIM 87
inline constexpr int city_forfeiture = 50000;                                                        // yuan, CRIM 97(2)
inline constexpr Limit bail{12, Unit::strict_months, "CPL 79(1), CRIM 107(2)"};
inline constexpr Limit forfeiture_reading{3, Unit::days, "CRIM 98(1)"};
inline constexpr Limit forfeiture_review{7, Unit::days, "CRIM 99(1)"};
inline constexpr Limit deposit_return{0, Unit::strict_days, "CRIM 101(1)"};                        // on the day itself
inline constexpr Limit surveillance{6, Unit::strict_months, "CPL 79(1), CRIM 122(2)"};
inline constexpr Limit designated_family{24, Unit::hours, "CPL 75(2), CRIM 113(1)"};
inline constexpr Limit unrelated_return{3, Unit::days, "CPL 145, CRIM 233"};
inline constexpr Limit freezing{6, Unit::strict_months, "CRIM 243(1)"};
inline constexpr Limit new_opinion_told{3, Unit::days, "CRIM 254(2)"};
inline constexpr Limit technical{3, Unit::strict_months, "CPL 151, CRIM 266(1)"};
inline constexpr Limit supplement{1, Unit::strict_months, "CPL 175(3), CRIM 295(1)"};
inline constexpr Limit withdrawal_told{3, Unit::days, "CRIM 189(1)"};
inline constexpr Limit measures_after_withdrawal{0, Unit::strict_days, "CPL 163, CRIM 187(2)"};
inline constexpr Limit suspect_told{0, Unit::strict_days, "CPL 162(1), CRIM 289(1)"};
inline constexpr Limit deputy_report{0, Unit::strict_days, "CRIM 165(1), 166"};
inline constexpr Limit other_crime{5, Unit::strict_days, "CPL 160(1), CRIM 151(1)"};
inline constexpr Limit prosecution_objection{7, Unit::days, "CPL 179, CRIM 294(1)"};
inline constexpr Limit foreign_report{48, Unit::hours, "CRIM 367(1)"};
inline constexpr Limit lawyer_meeting{48, Unit::hours, "CPL 39(2), CRIM 53(1)"};
inline constexpr Limit meeting_permission{3, Unit::days, "CRIM 52(3)"};
inline constexpr Limit aid_notice{3, Unit::days, "CRIM 46(1)"};
inline constexpr Limit aid_forwarding{24, Unit::hours, "CRIM 47(1)"};
inline constexpr Limit aid_relatives{3, Unit::days, "CRIM 47(1)"};
inline constexpr Limit change_answer{3, Unit::days, "CPL 97, CRIM 160"};
inline constexpr Limit necessity_answer{10, Unit::days, "CPL 95, CRIM 159(2)"};
// ---- administrative ----
inline constexpr Limit acceptance{24, Unit::hours, "P25 90, ADM 60 (P)"};
inline constexpr Limit investigation{24, Unit::hours, "P25 90 (P)"};
inline constexpr Limit other_unit{24, Unit::hours, "ADM 61(1).2"};
inline constexpr Limit told_on_the_day{0, Unit::strict_days, "ADM 61(1).3"};
inline constexpr Limit recusal{2, Unit::days, "ADM 21"};
inline constexpr Limit urgent_measure{24, Unit::hours, "ADM 56, ACL 20(1).2 (P)"};
inline constexpr Limit measure_family{8, Unit::hours, "ADM 55(1).5, ACL 20(1).1 (P)"};
inline constexpr Limit questioning{12, Unit::hours, "ADM 57(2), CQ 11(1)"};
inline constexpr Limit questioning_approval{12, Unit::hours, "ADM 57(1), CQ 13(1)"};
inline constexpr Limit protected_questioning{4, Unit::hours, "CQ 10(1)"};
inline constexpr Limit sober_release{1, Unit::hours, "ADM 58(2) (P)"};
inline constexpr Limit inquiry{8, Unit::hours, "P25 97(1), ADM 69(1)"};
inline constexpr Limit without_release{0, Unit::hours, "ADM 69(2) (P)"};
inline constexpr Limit one_by_one{0, Unit::hours, "ADM 103"};
inline constexpr Limit summons_family{8, Unit::hours, "P25 97(2), ADM 67(4) (P)"};
inline constexpr Limit expert_opinion{5, Unit::days, "ADM 97(2)"};
inline constexpr Limit new_appraisal_refusal{3, Unit::days, "ADM 98(2)"};
inline constexpr Limit urgent_seizure{24, Unit::hours, "ADM 56, ACL 19"};
inline constexpr Limit handed_over_on_the_day{0, Unit::strict_days, "ADM 111(1), ACL 24(1)"};
inline constexpr Limit seizure{30, Unit::days, "ADM 112(1), ACL 25(1)"};
inline constexpr Limit registration{7, Unit::working_days, "APL 56, 85"};
inline constexpr Limit keeper{24, Unit::hours, "ADM 190(1)"};
inline constexpr Limit unrelated_things{3, Unit::days, "ADM 115(1).2, P25 105(4) (P)"};
inline constexpr Limit case_period{30, Unit::days, "P25 118(1)"};
inline constexpr Limit case_period_elsewhere{90, Unit::days, "APL 60"};
inline constexpr Limit service{2, Unit::days, "P25 116(1), ADM 36(1)"};
inline constexpr Limit service_elsewhere{7, Unit::working_days, "APL 61(1), 85"};
inline constexpr Limit victim_copy{2, Unit::days, "ADM 172(3)"};
inline constexpr Limit penalty_family{24, Unit::hours, "ADM 176(1) (P)"};
inline constexpr Limit penalty_foreigner{48, Unit::hours, "ADM 254"};
inline constexpr Limit suspension_answer{24, Unit::hours, "ADM 223(1)"};
inline constexpr Limit suspension_return{3, Unit::days, "ADM 232(1) (P)"};
inline constexpr Limit hearing_acceptance{2, Unit::days, "ADM 135"};
inline constexpr Limit hearing_held_in_days{10, Unit::days, "ADM 137(1)"};
inline constexpr Limit hearing_held{8, Unit::working_days, "ADM 137(1), APL 64(1).2"};
inline constexpr Limit hearing_request{5, Unit::working_days, "APL 64(1).1, 85"};
inline constexpr Limit public_notice{7, Unit::days, "ADM 168"};
inline constexpr Limit public_service{60, Unit::days, "ADM 36(4)"};
inline constexpr Limit time_to_pay{15, Unit::days, "ADM 214(1), APL 67(3)"};
inline constexpr Limit reminder{10, Unit::working_days, "ACL 54, 69"};
inline constexpr Limit court{3, Unit::months, "ACL 53"};
inline constexpr Limit joined_detentions{20, Unit::strict_days, "ADM 162(1)"};
inline constexpr Limit same_day{0, Unit::strict_days, "ADM 259(2)"};
inline constexpr Limit spot_report{24, Unit::hours, "ADM 39(2)"};
inline constexpr Limit handing_in_elsewhere{2, Unit::working_days, "APL 71, 85"};
inline constexpr Limit handing_in{2, Unit::days, "ADM 216(1)"};
inline constexpr Limit quick_decision{48, Unit::hours, "ADM 47"};
inline constexpr Limit second_mediation{7, Unit::working_days, "ADM 183"};
inline constexpr Limit archiving{10, Unit::working_days, "ADM 260 (P)"};
inline constexpr Limit administrative_detention{5, Unit::strict_days, "ADM 35, 220(1)"};

}  // namespace limits
}  // namespace generator
