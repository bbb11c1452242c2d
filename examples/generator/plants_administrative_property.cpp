// Plants: seizure, registration, what becomes of the things.
#include "plant.hpp"

namespace generator {
namespace {

Change kept_by(std::string_view part) {
    return [part = std::string(part)](CaseFile& file) {
        std::get<Records>(file.act("seizure").at("items")).at(0).set("custodian", file.act(part).text("id"));
    };
}

void add_seizure(Plants& to) {
    to.push_back(after("administrative.property.seizure_approved", "P25 105(3), ADM 107(1)", {"seizure"}, "seizure", "seizure_approval"));
    to.push_back(late("administrative.property.urgent_seizure_approved", limits::urgent_seizure, {"seizure", "urgent_seizure"}, "seizure", "seizure_approval"));
    to.push_back(changed("administrative.property.urgent_seizure_recorded", "P25 105(3)", {"seizure", "urgent_seizure"}, "seizure",
        "seized on the spot, recorded in part", set("seizure", "recording", "部分"),
        "seized on the spot, recorded from beginning to end", nothing()));
    to.push_back(late("administrative.property.document_on_the_spot", limits::handed_over_on_the_day, {"seizure"}, "seizure", "seizure_service"));
    to.push_back(changed("administrative.property.list_in_two_copies", "P25 105(2), ADM 111(2)", {"seizure"}, "seizure",
        "one copy of the list", set("seizure", "list_copies", 1),
        "two copies of the list", set("seizure", "list_copies", 2)));
    to.push_back(late("administrative.property.seizure_period", limits::seizure, {"seizure"}, "seizure", "seizure_end"));
    to.push_back(late("administrative.property.extension_told", limits::seizure, {"seizure", "seizure_extended"}, "seizure", "extension_told"));
    to.push_back(changed("administrative.property.appraisal_time_told", "ADM 112(2), ACL 25(3)", {"seizure", "expertise"}, "appraisal_pause",
        "the party is not told of the time of the appraisal", set("appraisal_pause", "told", false),
        "the party is told of the time of the appraisal", nothing()));
}

void add_registration(Plants& to) {
    to.push_back(after("administrative.property.registration_approved", "APL 56", {"registration"}, "registration", "registration_approval"));
    to.push_back(late("administrative.property.registration_period", limits::registration, {"registration"}, "registration", "registration_end"));
}

void add_things(Plants& to) {
    to.push_back(inside(late("administrative.property.handed_over_in_24_hours", limits::keeper, {"seizure"}, "seizure", "handing_over"), "+/seizures/0/items/0"));
    to.push_back(inside(changed("administrative.property.keeper_is_not_handler", "ADM 188(2)", {"seizure"}, "seizure",
        "the second officer of the case keeps the thing", kept_by("co_handler"),
        "an officer who has no part in the case keeps the thing", kept_by("reception")), "+/seizures/0/items/0"));
    to.push_back(inside(late("administrative.property.unrelated_returned", limits::unrelated_things, {"seizure", "unrelated_item"}, "seizure", "unrelated_return"),
        "+/seizures/0/items/1"));
    to.push_back(inside(changed("administrative.property.returned_in_form", "ADM 191(3), ADM 192", {"seizure", "victim_item"}, "seizure",
        "returned without a receipt", set_in("seizure", "items", 1, "return_receipt", false),
        "returned against a receipt", nothing()), "+/seizures/0/items/1"));
}

}  // namespace

void add_administrative_property(Plants& to) {
    add_seizure(to);
    add_registration(to);
    add_things(to);
}

}  // namespace generator
