// Findings out of their lines: see findings_reader.hpp.

#include "engine/report/findings_reader.hpp"

#include <algorithm>
#include <string>

#include <rapidjson/document.h>

#include "dsl/registry/scalar_text.hpp"

namespace kaoping::engine {

namespace {

using Json = rapidjson::Value;

/// The text of a member; empty where it is null or not there.
std::string text_of(const Json& object, const char* key) {
    const auto found = object.FindMember(key);
    return found != object.MemberEnd() && found->value.IsString() ? std::string(found->value.GetString(), found->value.GetStringLength()) : std::string();
}

template <typename Take>
void each_of(const Json& object, const char* key, const Take& take) {
    const auto found = object.FindMember(key);
    if (found == object.MemberEnd() || !found->value.IsArray()) return;
    for (const Json& item : found->value.GetArray()) take(item);
}

std::vector<std::string> texts_of(const Json& object, const char* key) {
    std::vector<std::string> out;
    each_of(object, key, [&](const Json& item) { if (item.IsString()) out.emplace_back(item.GetString(), item.GetStringLength()); });
    return out;
}

/// Numbers are kept as their digits (see kParseNumbersAsStringsFlag below).
std::int64_t amount_of(const Json& object, const char* key) { return dsl::parse_decimal(text_of(object, key)).value_or(0); }

int rule_of(const dsl::Program& program, const std::string& id, std::int64_t version) {
    for (std::size_t r = 0; r < program.rules.size(); ++r)
        if (program.rules[r].full_id == id && program.rules[r].version == version) return static_cast<int>(r);
    return -1;
}

FindingPlace place_of(const Json& object) {
    FindingPlace out;
    const auto found = object.FindMember("at");
    if (found == object.MemberEnd() || !found->value.IsObject()) return out;
    out.file = text_of(found->value, "file");
    out.line = static_cast<std::uint32_t>(amount_of(found->value, "line") / 1'000'000);
    out.column = static_cast<std::uint32_t>(amount_of(found->value, "column") / 1'000'000);
    out.pointer = text_of(found->value, "pointer");
    return out;
}

void read_rule_part(const dsl::Program& program, const Json& line, Finding& out) {
    out.rule = rule_of(program, text_of(line, "rule"), amount_of(line, "version") / 1'000'000);
    out.subject = text_of(line, "subject");
    each_of(line, "possible", [&](const Json& item) {
        if (const auto verdict = item.IsString() ? verdict_named(item.GetString()) : std::nullopt) out.possible = static_cast<VerdictSet>(out.possible | set_of(*verdict));
    });
    if (const auto deduct = line.FindMember("deduct"); deduct != line.MemberEnd() && deduct->value.IsObject())
        out.deduct = {amount_of(deduct->value, "low"), amount_of(deduct->value, "high")};
    each_of(line, "shown", [&](const Json& item) { if (item.IsObject()) out.shown.push_back({text_of(item, "label"), text_of(item, "text")}); });
    each_of(line, "missing", [&](const Json& item) { if (item.IsObject()) out.missing.push_back({FactKind::gap, text_of(item, "where"), text_of(item, "text")}); });
    out.responsible = texts_of(line, "responsible");
    out.due = text_of(line, "due");
    out.overdue = text_of(line, "overdue");
    out.reason = text_of(line, "reason");
    out.remedy = text_of(line, "remedy");
}

}  // namespace

std::optional<Verdict> verdict_named(std::string_view name) {
    const auto found = std::find_if(all_verdicts.begin(), all_verdicts.end(), [&](Verdict verdict) { return verdict_name(verdict) == name; });
    return found == all_verdicts.end() ? std::nullopt : std::optional<Verdict>(*found);
}

std::optional<Finding> read_finding(const dsl::Program& program, std::string_view line) {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseNumbersAsStringsFlag>(line.data(), line.size());
    if (document.HasParseError() || !document.IsObject()) return std::nullopt;
    Finding out;
    const std::string kind = text_of(document, "kind");
    out.kind = kind == "data" ? FindingKind::data : kind == "input" ? FindingKind::input : FindingKind::rule;
    out.case_id = text_of(document, "case");
    out.at = place_of(document);
    out.message = text_of(document, "message");
    out.code = text_of(document, "code");
    out.fingerprint = text_of(document, "fingerprint");
    if (out.kind != FindingKind::rule) return out;
    const auto verdict = verdict_named(text_of(document, "verdict"));
    if (!verdict) return std::nullopt;
    out.verdict = *verdict;
    read_rule_part(program, document, out);
    return out;
}

}  // namespace kaoping::engine
