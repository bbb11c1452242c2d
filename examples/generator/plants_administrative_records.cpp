// Plants: records of inquiries.
#include "plant.hpp"

namespace generator {
namespace {

void add_record_form(Plants& to) {
    to.push_back(changed("administrative.inquiry_records.questioned_alone", "ADM 72", {}, "inquiry",
        "not questioned separately", set("inquiry", "alone", false),
        "questioned separately", nothing()));
    to.push_back(changed("administrative.inquiry_records.data_at_first_inquiry", "ADM 73(1)", {"second_summons"}, "offender",
        "the first inquiry takes down no personal data", set("inquiry", "basic_data", false),
        "the second inquiry takes down no personal data", set("second_inquiry", "basic_data", false)));
    to.push_back(changed("administrative.inquiry_records.duties_and_rights_told", "ADM 74", {}, "inquiry",
        "rights are told, liability is not", set("inquiry", "liability_told", false),
        "rights and liability are told", nothing()));
    to.push_back(changed("administrative.inquiry_records.record_read_and_signed", "P25 98(1), ADM 77", {}, "inquiry",
        "the pages are not signed", set("inquiry", "pages_signed", false),
        "the pages are not signed, the refusal is noted", both(set("inquiry", "pages_signed", false), set("inquiry", "refusal_noted", true))));
    to.push_back(changed("administrative.inquiry_records.own_statement_received", "P25 98(2), ADM 80", {"own_statement"}, "inquiry",
        "the written statement bears no date of receipt", set("inquiry", "statement_received", false),
        "the written statement bears date and signature", nothing()));
    to.push_back(with(changed("administrative.inquiry_records.card_shown_to_witness", "P25 99(2)", {"witness", "witness_at_home"}, "witness_inquiry",
        "questioned at home, the card is not shown", set("witness_inquiry", "identity_shown", false),
        "questioned at home, the card is shown", nothing()), {"administrative.officers.identity_shown"}));
    to.push_back(changed("administrative.inquiry_records.remote_inquiry", "P25 100(2)", {"witness", "remote_inquiry"}, "witness_inquiry",
        "the officer does not note that the record is right", set("witness_inquiry", "remote_noted", false),
        "the officer notes that the record is right", nothing()));
    to.push_back(changed("administrative.inquiry_records.interpreter", "P25 101(1), ADM 76(1)", {"deaf"}, "inquiry",
        "the interpreter is not noted in the record", set("inquiry", "interpreter_noted", false),
        "the interpreter is noted in the record", nothing()));
}

// The guardian does not come: lawful if the record says so.
Plant unaccompanied(std::string_view id, std::string_view article, Traits traits, std::string_view act) {
    return changed(id, article, std::move(traits), act,
        "questioned without parents, guardian or another adult", both(unset(act, "guardian"), set(act, "guardian_signed", false)),
        "nobody came, which is noted",
        both(unset(act, "guardian"), both(set(act, "guardian_signed", false), set(act, "guardian_absent", "已通知其父母，未到场"))));
}

void add_records_of_minors(Plants& to) {
    to.push_back(unaccompanied("administrative.inquiry_records.guardian_of_young_offender", "P25 98(3)", {"minor"}, "inquiry"));
    to.push_back(unaccompanied("administrative.inquiry_records.guardian_of_minor", "ADM 75", {"minor_witness"}, "witness_inquiry"));
    to.push_back(changed("administrative.inquiry_records.suitable_adult_noted", "P25 98(3), ADM 75", {"minor", "suitable_adult"}, "inquiry",
        "why the parents did not come is not noted", set("inquiry", "adult_noted", false),
        "why the parents did not come is noted", nothing()));
}

}  // namespace

void add_administrative_records(Plants& to) {
    add_record_form(to);
    add_records_of_minors(to);
}

}  // namespace generator
