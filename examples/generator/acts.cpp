#include "acts.hpp"

#include <array>
#include <fmt/format.h>

namespace generator {
namespace {

std::string level_name(Level level) {
    switch (level) {
        case Level::department: return "办案部门";
        case Level::county: return "县级";
        case Level::city: return "市级";
        case Level::province: return "省级";
    }
    return "";
}

const std::string& approver(Level level, const Team& team) {
    return level == Level::department ? team.department : level == Level::county ? team.county : level == Level::city ? team.city : team.province;
}

Texts two(const Team& team) { return {team.handler, team.co_handler}; }

std::string add_officer(CaseFile& file, Random& random, std::string part, int unit, int place, bool female, bool legal, bool auxiliary = false) {
    auto& officer = file.name(std::move(part), file.add("officers", {{"id", officer_number(unit, place)}, {"name", person_name(random, female)}, {"sex", female ? "女" : "男"},
        {"qualified", !auxiliary}, {"legal_qualified", legal}, {"auxiliary", auxiliary}}));
    if (legal)
        officer.set("reviewing_since", make_date(2021, 5, 6));
    return officer.text("id");
}

}  // namespace

std::string key_of(const Record& record) { return record.text(record.has("number") ? "number" : "id"); }

void refer(Record& record, std::string_view field, const Record& to) { record.set(field, key_of(to)); }

Team add_team(CaseFile& file, Random& random, int unit) {
    Team team;
    team.handler = add_officer(file, random, "handler", unit, 1, false, false);
    team.co_handler = add_officer(file, random, "co_handler", unit, 2, false, false);
    team.woman = add_officer(file, random, "woman", unit, 3, true, false);
    team.reception = add_officer(file, random, "reception", unit, 4, false, false);
    team.assistant = add_officer(file, random, "assistant", unit, 5, false, false, true);
    team.custodian = add_officer(file, random, "custodian", unit, 6, true, false);
    team.department = add_officer(file, random, "department", unit, 7, false, false);
    team.reviewer = add_officer(file, random, "reviewer", unit, 8, true, true);
    team.county = add_officer(file, random, "county", 900, 1, false, true);
    team.city = add_officer(file, random, "city", 900, 2, false, true);
    team.province = add_officer(file, random, "province", 900, 3, false, true);
    return team;
}

Record& add_person(CaseFile& file, Random& random, const PersonTraits& traits, Date on) {
    const auto id = fmt::format("{}", file.list("persons").size() + 1);
    Record person{{"id", id}, {"name", traits.organisation ? "星河市" + person_name(random, false) + "商贸有限公司" : person_name(random, traits.female)},
        {"role", traits.role}, {"organisation", traits.organisation}};
    if (!traits.organisation) {
        const Date born = months_after(on, -12 * traits.age) + -random.between(1, 360);
        person.set("sex", traits.female ? "女" : "男").set("born_on", born).set("identity_number", identity_number(random, born, traits.female));
    }
    for (const auto* flag : {"pregnant_or_nursing", "deaf_or_mute", "needs_interpreter", "disabled", "deputy", "foreign", "police"})
        person.set(flag, false);
    return file.add("persons", std::move(person));
}

Record& add_report(CaseFile& file, Moment received, const Record& by, const Team& team) {
    return file.add("reports", {{"id", file.next_id("reports")}, {"made_by", key_of(by)}, {"kind", "报案"}, {"received_at", received}, {"record_made", true},
        {"record_signed", true}, {"evidence_handed_in", true}, {"evidence_listed", true}, {"officers", Texts{team.handler, team.reception}}, {"recording", "全程"}});
}

Record& add_approval(CaseFile& file, std::string_view matter, Moment decided, Level level, const Team& team) {
    return file.add("approvals", {{"id", file.next_id("approvals")}, {"matter", std::string(matter)}, {"asked_at", decided - hours(1)},
        {"handler", team.handler}, {"reviewer", team.reviewer}, {"reviewed_at", decided - minutes(30)}, {"review", "同意"}, {"approver", approver(level, team)},
        {"level", level_name(level)}, {"decided_at", decided}, {"decision", "同意"}, {"legal_review", true}, {"collective", false}});
}

void decide_at(CaseFile& file, Record& approval, Level level) {
    constexpr std::array parts{"department", "county", "city", "province"};
    refer(approval, "approver", file.act(parts.at(static_cast<std::size_t>(level))));
    approval.set("level", level_name(level));
}

Record& add_document(CaseFile& file, std::string_view kind, Moment issued, const Record* about, const Record* approval) {
    const auto year = year_of(date_of(issued));
    auto& document = file.add("documents", {{"number", fmt::format("星公文〔{}〕{}号", year, file.list("documents").size() + 1)}, {"kind", std::string(kind)},
        {"issued_at", issued}, {"shown", true}, {"signed", true}, {"refusal_noted", false}, {"sealed", true}, {"receipt", true}, {"copies", 3},
        {"reason_stated", true}, {"place_stated", true}});
    if (about)
        refer(document, "about", *about);
    if (approval)
        refer(document, "approval", *approval);
    return document;
}

Record& serve(Record& document, Moment served, const Record& on) {
    refer(document, "served_on", on);
    return document.set("served_at", served);
}

Record& cite(Record& document, std::string_view law, std::string_view article) {
    return document.set("law", std::string(law)).set("article", std::string(article));
}

Record& add_measure(CaseFile& file, std::string_view kind, const Record& person, Moment starts, std::string_view place, const Team& team) {
    return file.add("measures", {{"id", file.next_id("measures")}, {"kind", std::string(kind)}, {"person", key_of(person)}, {"applied_at", starts},
        {"starts_at", starts}, {"extensions", Texts{}}, {"officers", two(team)}, {"place", std::string(place)}, {"oral", false}, {"on_the_spot", false},
        {"oral_noted", false}, {"urgent", false}, {"shown", true}, {"arrival_written", true}, {"leaving_written", true}, {"refusal_noted", false},
        {"rest_noted", true}, {"withheld_noted", false}, {"deposit_in_bank", false}, {"duties_told", true}, {"handcuffed", false}, {"heard", true},
        {"record_made", true}, {"record_signed", true}, {"recording", "全程"}});
}

Record& add_interview(CaseFile& file, std::string_view kind, const Record& person, Moment starts, Span length, std::string_view place, const Team& team) {
    bool first = true;
    for (const auto& earlier : file.list("interviews"))
        first = first && earlier.text("person") != key_of(person);
    return file.add("interviews", {{"id", file.next_id("interviews")}, {"kind", std::string(kind)}, {"person", key_of(person)}, {"first", first},
        {"starts_at", starts}, {"ends_at", starts + length}, {"place", std::string(place)}, {"officers", two(team)}, {"recorder", team.co_handler},
        {"alone", true}, {"identity_shown", true}, {"rights_told", true}, {"leniency_told", true}, {"lawyer_told", kind == "讯问"}, {"liability_told", true},
        {"basic_data", true}, {"read_to", true}, {"pages_signed", true}, {"closing", true}, {"corrections_signed", true}, {"refusal_noted", false},
        {"officers_signed", true}, {"own_statement", false}, {"statement_received", false}, {"guardian_signed", false}, {"interpreter_noted", false},
        {"female_staff", false}, {"recording", "全程"}});
}

Record& add_scene_work(CaseFile& file, std::string_view kind, Moment starts, Span length, const Team& team, const Record& attester) {
    return file.add("scene_works", {{"id", file.next_id("scene_works")}, {"kind", std::string(kind)}, {"at_detention", false}, {"urgent", false},
        {"residence", false}, {"starts_at", starts}, {"ends_at", starts + length}, {"officers", two(team)}, {"attester", key_of(attester)},
        {"party_present", true}, {"identity_shown", true}, {"record_made", true}, {"record_signed", true}, {"refusal_noted", false}, {"photos", true},
        {"sketch", true}, {"major", false}, {"recording", "部分"}});
}

Record make_item(std::string_view name, std::string_view kind, Moment handed_over, const Team& team) {
    return {{"name", std::string(name)}, {"kind", std::string(kind)}, {"photographed", true}, {"appraised", true}, {"handed_over_at", handed_over},
        {"custodian", team.custodian}, {"return_receipt", false}};
}

Record& add_seizure(CaseFile& file, std::string_view kind, Moment starts, const Team& team, const Record& attester, Records items) {
    return file.add("seizures", {{"id", file.next_id("seizures")}, {"kind", std::string(kind)}, {"urgent", false}, {"at_scene", false}, {"starts_at", starts},
        {"list_made_at", starts + minutes(30)}, {"list_copies", 3}, {"list_signed", true}, {"refusal_noted", false}, {"attester", key_of(attester)},
        {"officers", two(team)}, {"recording", "全程"}, {"items", std::move(items)}});
}

Record& add_identification(CaseFile& file, std::string_view kind, const Record& person, Moment starts, std::int64_t shown, const Team& team,
    const Record& attester) {
    return file.add("identifications", {{"id", file.next_id("identifications")}, {"kind", std::string(kind)}, {"person", key_of(person)}, {"starts_at", starts},
        {"shown", shown}, {"separate", true}, {"seen_before", false}, {"foils_reused", false}, {"attester", key_of(attester)}, {"officers", two(team)},
        {"record_signed", true}, {"recording", "部分"}});
}

Record& add_review(CaseFile& file, std::string_view kind, Moment received) {
    return file.add("reviews", {{"id", file.next_id("reviews")}, {"kind", std::string(kind)}, {"received_at", received}});
}

Record& add_stay(CaseFile& file, const Record& person, Moment entered, Moment left, const Team& team) {
    return file.add("premises", {{"id", file.next_id("premises")}, {"person", key_of(person)}, {"entered_at", entered}, {"left_at", left},
        {"body_check_at", entered}, {"searched_by", person.has("sex") && person.text("sex") == "女" ? team.woman : team.co_handler}, {"belongings", true},
        {"recording", "全程"}});
}

}  // namespace generator
