#include "case_file.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>
#include <stdexcept>

#include "json_writer.hpp"

namespace generator {
namespace {

constexpr std::array list_names{"officers", "persons", "reports", "approvals", "documents", "measures", "custody_extensions", "interviews", "scene_works",
    "seizures", "identifications", "expertises", "samplings", "technical_measures", "reviews", "hearings", "penalties", "mediations", "premises", "externals",
    "pauses"};
constexpr std::array id_letters{'O', 'R', 'J', 'S', 'W', 'C', 'Y', 'B', 'K', 'Q', 'I', 'E', 'N', 'T', 'F', 'H', 'P', 'L', 'Z', 'X', 'V'};

// What an act begins with: an act that begins later than the assessment has not happened. An interview, a piece of work at a scene
// and an approval are on file when they are finished.
constexpr std::array beginnings{"starts_at", "issued_at", "received_at", "entered_at", "taken_at", "decided_at", "held_at", "asked_at", "on", "starts_on"};

bool later(const Value& value, Moment as_of) {
    if (const auto* moment = std::get_if<Moment>(&value))
        return *moment > as_of;
    if (const auto* date = std::get_if<Date>(&value))
        return *date > date_of(as_of);
    return false;
}

bool never_happened(std::string_view list, const Record& record, Moment as_of) {
    if (list == "custody_extensions")   // on file when the period that it extends is over
        return later(record.at("expires_on"), as_of);
    for (const auto* name : beginnings)
        if (record.has(name) && later(record.at(name), as_of) && (name != std::string_view("received_at") || list == "reports" || list == "reviews"))
            return list != "expertises";
    const bool finished_only = list == "interviews" || list == "scene_works" || list == "identifications";
    return finished_only && record.has("ends_at") && later(record.at("ends_at"), as_of);
}

void forget(Record& record, Moment as_of, const std::set<std::string>& gone) {
    std::erase_if(record.fields(), [&](const auto& field) {
        const auto* text = std::get_if<std::string>(&field.second);
        if (text && field.first != "id" && field.first != "number" && gone.contains(*text))
            return true;
        return field.first != "expires_on" && later(field.second, as_of);
    });
    for (auto& [name, value] : record.fields()) {
        if (auto* texts = std::get_if<Texts>(&value))
            std::erase_if(*texts, [&](const auto& text) { return gone.contains(text); });
        if (auto* records = std::get_if<Records>(&value))
            for (auto& inner : *records)
                forget(inner, as_of, gone);
    }
}

void mention(const Record& record, std::set<std::string>& mentioned) {
    for (const auto& [name, value] : record.fields()) {
        if (const auto* text = std::get_if<std::string>(&value); text && name != "id")
            mentioned.insert(*text);
        if (const auto* texts = std::get_if<Texts>(&value))
            mentioned.insert(texts->begin(), texts->end());
        if (const auto* records = std::get_if<Records>(&value))
            for (const auto& inner : *records)
                mention(inner, mentioned);
    }
}

void see_latest(const Record& record, Moment& latest) {
    for (const auto& [name, value] : record.fields()) {
        if (const auto* moment = std::get_if<Moment>(&value))
            latest = std::max(latest, *moment);
        if (const auto* date = std::get_if<Date>(&value); date && name != "expires_on")
            latest = std::max(latest, first_second(*date));
        if (const auto* records = std::get_if<Records>(&value))
            for (const auto& inner : *records)
                see_latest(inner, latest);
    }
}

}  // namespace

CaseFile::CaseFile() {
    for (const auto* name : list_names)
        lists_.emplace_back(name, std::deque<Record>{});
}

std::deque<Record>& CaseFile::list(std::string_view wanted) {
    for (auto& [name, records] : lists_)
        if (name == wanted)
            return records;
    throw std::out_of_range("no list " + std::string(wanted));
}

Record& CaseFile::add(std::string_view wanted, Record record) { return list(wanted).emplace_back(std::move(record)); }

Record& CaseFile::name(std::string name, Record& act) {
    names_[std::move(name)] = &act;
    return act;
}

Record& CaseFile::act(std::string_view name) {
    const auto found = names_.find(name);
    if (found == names_.end())
        throw std::out_of_range("no act " + std::string(name));
    return *found->second;
}

bool CaseFile::has_act(std::string_view name) const { return names_.contains(name); }

std::string CaseFile::next_id(std::string_view wanted) {
    for (std::size_t i = 0; i < list_names.size(); ++i)
        if (list_names[i] == wanted)
            return fmt::format("{}-{}", id_letters[i], lists_[i].second.size() + 1);
    throw std::out_of_range("no list " + std::string(wanted));
}

void CaseFile::remove(std::string_view wanted, const Record& record) {
    auto& records = list(wanted);
    const auto place = std::find_if(records.begin(), records.end(), [&](const Record& r) { return &r == &record; });
    if (place == records.end())
        throw std::out_of_range("not in the list");
    records.erase(place);
    names_.clear();
}

std::string CaseFile::pointer(const Record& act) const {
    for (const auto& [name, records] : lists_)
        for (std::size_t i = 0; i < records.size(); ++i)
            if (&records[i] == &act)
                return fmt::format("/{}/{}", name, i);
    return "";
}

Moment CaseFile::latest() const {
    Moment latest{};
    see_latest(head, latest);
    for (const auto& [name, records] : lists_)
        for (const auto& record : records)
            see_latest(record, latest);
    return latest;
}

void CaseFile::cut(Moment as_of) {
    names_.clear();
    std::set<std::string> gone;
    for (auto& [name, records] : lists_)
        std::erase_if(records, [&, &list = name](const Record& record) {
            const bool erased = never_happened(list, record, as_of);
            if (erased && (record.has("number") || record.has("id")))
                gone.insert(record.text(record.has("number") ? "number" : "id"));
            return erased;
        });
    const auto forget_all = [&] {
        forget(head, as_of, gone);
        for (auto& [name, records] : lists_)
            for (auto& record : records)
                forget(record, as_of, gone);
    };
    forget_all();
    forget_counts();
    while (forget_strangers(gone))
        forget_all();
}

// What is counted of acts that are forgotten.
void CaseFile::forget_counts() {
    if (!head.has("sent_back_at") && head.has("sent_back_times"))
        head.set("sent_back_times", 0);
    if (!head.has("prosecution_at"))
        head.remove("property_list_copies");
    for (auto& expertise : list("expertises"))
        if (!expertise.has("received_at") && expertise.has("told"))
            expertise.set("told", Records{});
    for (auto& seizure : list("seizures"))
        for (auto& item : std::get<Records>(seizure.at("items")))
            if (!item.has("returned_at"))
                item.set("return_receipt", false);
    for (auto& measure : list("measures"))
        if (!measure.has("forfeiture"))
            measure.remove("forfeited");
    for (auto& penalty : list("penalties"))
        if (!penalty.has("paid_on"))
            penalty.remove("surcharge");
    for (auto& review : list("reviews"))
        if (!review.has("answered_at"))
            for (const auto* field : {"granted", "guarantor", "deposit"})
                review.remove(field);
    for (auto& approval : list("approvals"))
        for (const auto& [done, fields] : {std::pair{"reviewed_at", std::array{"review", "reviewer", ""}}, {"decided_at", std::array{"decision", "approver", "level"}}})
            if (!approval.has(done))
                for (const auto* field : fields)
                    approval.remove(field);
}

// Persons of whom the file says nothing (any more) are not known yet; but for who reports and whom the case is about.
bool CaseFile::forget_strangers(std::set<std::string>& gone) {
    std::set<std::string> mentioned;
    for (const auto& [name, records] : lists_)
        for (const auto& record : records)
            mention(record, mentioned);
    return std::erase_if(list("persons"), [&](const Record& person) {
        const auto& id = person.text("id");
        const bool stranger = !mentioned.contains(id) && person.text("role") != "违法行为人" && person.text("role") != "被侵害人";
        if (stranger)
            gone.insert(id);
        return stranger;
    }) > 0;
}

std::string CaseFile::json() const {
    std::string out;
    write_json(out, head);
    out.pop_back();
    for (const auto& [name, records] : lists_) {
        out += fmt::format(",\"{}\":", name);
        out += '[';
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (i > 0)
                out += ',';
            write_json(out, records[i]);
        }
        out += ']';
    }
    out += '}';
    return out;
}

}  // namespace generator
