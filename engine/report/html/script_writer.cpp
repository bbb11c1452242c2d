// The pages' data as JSON: see script_writer.hpp.

#include "engine/report/html/script_writer.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kaoping::engine::html {

void put(ScriptWriter& out, const char* key, std::string_view text) {
    out.Key(key);
    out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(ScriptWriter& out, const char* key, const std::vector<std::string>& texts) {
    out.Key(key);
    out.StartArray();
    for (const std::string& text : texts) out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    out.EndArray();
}

void put_labels(ScriptWriter& out, const Labels& labels) {
    out.Key("labels");
    out.StartObject();
    for (const auto& [key, text] : labels.all()) put(out, key.c_str(), text);
    out.EndObject();
}

namespace {

std::string deduction_text(const Texts& texts, const Finding& finding) {
    if (finding.deduct.high == 0) return {};
    const std::string points = interval_text(finding.deduct);
    return texts.labels.filled(finding.verdict == Verdict::defect ? "deducted" : "deductible", {points});
}

std::vector<std::string> possible_verdicts(const Texts& texts, const Finding& finding) {
    std::vector<std::string> out;
    if (finding.verdict != Verdict::undetermined) return out;
    for (const Verdict verdict : all_verdicts)
        if (holds(finding.possible, verdict)) out.push_back(texts.verdict(verdict));
    return out;
}

void put_shown(ScriptWriter& out, const Texts& texts, const Finding& finding) {
    out.Key("shown");
    out.StartArray();
    const dsl::Rule& rule = texts.rule(finding.rule);
    for (std::size_t i = 0; i < finding.shown.size(); ++i) {
        out.StartObject();
        put(out, "label", i < rule.show.size() ? texts.shown_label(rule, rule.show[i]) : finding.shown[i].label);
        put(out, "text", texts.readable_times(finding.shown[i].text));
        out.EndObject();
    }
    out.EndArray();
}

void put_rule_part(ScriptWriter& out, const Texts& texts, const Finding& finding) {
    const dsl::Rule& rule = texts.rule(finding.rule);
    put(out, "title", texts.texts(rule).title);
    put(out, "rule", rule.full_id);
    put(out, "verdict", verdict_name(finding.verdict));
    put(out, "severity", severity_name(rule.severity));
    put(out, "standard", texts.standard_title(static_cast<std::size_t>(rule.standard)));
    put(out, "deduct", deduction_text(texts, finding));
    put(out, "law", texts.basis({&rule}));
    put(out, "remedy", finding.remedy);
    put(out, "reason", finding.reason);
    put(out, "due", texts.readable_times(finding.due));
    put(out, "overdue", finding.overdue.empty() ? "" : texts.labels.filled("overdue", {finding.overdue}));
    put(out, "responsible", finding.responsible);
    put(out, "possible", possible_verdicts(texts, finding));
    std::vector<std::string> missing;
    for (const Fact& fact : finding.missing) missing.push_back(fact.text.empty() ? fact.where : fact.text);
    put(out, "missing", missing);
    put_shown(out, texts, finding);
}

}  // namespace

void put_finding(ScriptWriter& out, const Texts& texts, const Finding& finding) {
    put(out, "case", finding.case_id);
    put(out, "unit", finding.unit);
    put(out, "kind", texts.kind(finding.case_kind));
    put(out, "message", texts.readable_times(finding.message));
    FindingPlace at = finding.at;
    if (!finding.subject.empty()) at.pointer = finding.subject;  // names both elements of a pair
    put(out, "place", Texts::place(at));
    if (finding.kind == FindingKind::rule) {
        put_rule_part(out, texts, finding);
    } else {
        const bool data = finding.kind == FindingKind::data;
        put(out, "verdict", data ? "data" : "input");
        put(out, "title", data ? texts.labels.name("code_", finding.code) : texts.labels["input"]);
        put(out, "rule", finding.code);
    }
}

namespace {

/// What the beginning of a text is replaced by if it could end a script or a line of it, and its length; empty: it stays.
std::pair<std::string_view, std::size_t> escape_of(std::string_view json) {
    switch (json.front()) {
        case '<': return {"\\u003c", 1};
        case '>': return {"\\u003e", 1};
        case '&': return {"\\u0026", 1};
        default: break;
    }
    if (json.starts_with("\xE2\x80\xA8")) return {"\\u2028", 3};
    if (json.starts_with("\xE2\x80\xA9")) return {"\\u2029", 3};
    return {{}, 1};
}

}  // namespace

std::string without_markup(std::string_view json) {
    constexpr std::string_view marks = "<>&\xE2";
    std::array<std::size_t, marks.size()> next{};  // where each of them comes next: they are rare, and one is found sooner than any of four
    for (std::size_t i = 0; i < marks.size(); ++i) next[i] = json.find(marks[i]);
    std::string out;
    out.reserve(json.size() + json.size() / 16);
    std::size_t at = 0;
    for (std::size_t found = 0; (found = *std::min_element(next.begin(), next.end())) != std::string_view::npos;) {
        out += json.substr(at, found - at);
        const auto [escape, length] = escape_of(json.substr(found));
        out += escape.empty() ? json.substr(found, length) : escape;
        at = found + length;
        for (std::size_t i = 0; i < marks.size(); ++i)
            if (next[i] < at) next[i] = json.find(marks[i], at);
    }
    out += json.substr(at);
    return out;
}

}  // namespace kaoping::engine::html
