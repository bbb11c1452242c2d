// What the page's scripts read, as JSON: see sections.hpp.

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <string_view>

#include "engine/report/html/sections.hpp"

namespace kaoping::engine::html {

namespace {

constexpr std::size_t bars_shown = 24;

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void put(Writer& out, const char* key, std::string_view text) {
    out.Key(key);
    out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(Writer& out, const char* key, const std::vector<std::string>& texts) {
    out.Key(key);
    out.StartArray();
    for (const std::string& text : texts) out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
    out.EndArray();
}

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

void put_shown(Writer& out, const Texts& texts, const Finding& finding) {
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

void put_rule_part(Writer& out, const Texts& texts, const Finding& finding) {
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

void put_finding(Writer& out, const Texts& texts, const Finding& finding) {
    out.StartObject();
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
    out.EndObject();
}

void put_bars(Writer& out, const char* key, const std::vector<Bar>& bars) {
    out.Key(key);
    out.StartArray();
    for (std::size_t i = 0; i < std::min(bars.size(), bars_shown); ++i) {
        if (bars[i].total() == 0) break;
        out.StartObject();
        put(out, "label", bars[i].label);
        out.Key("counts");
        out.StartArray();
        for (const std::uint64_t count : bars[i].by_severity) out.Uint64(count);
        out.EndArray();
        out.EndObject();
    }
    out.EndArray();
}

void put_groups(Writer& out, const std::vector<GroupBar>& bars) {
    out.Key("groups");
    out.StartArray();
    for (std::size_t i = 0; i < std::min(bars.size(), bars_shown); ++i) {
        out.StartObject();
        put(out, "label", bars[i].label);
        put(out, "text", interval_text(bars[i].mean));
        out.Key("low");
        out.Double(static_cast<double>(bars[i].mean.low) / 1e6);
        out.Key("high");
        out.Double(static_cast<double>(bars[i].mean.high) / 1e6);
        out.EndObject();
    }
    out.EndArray();
}

void put_charts(Writer& out, const Sources& from) {
    const std::vector<GroupBar> groups = group_bars(from);
    const std::vector<Bar> standards = standard_bars(from), laws = law_bars(from);
    const Labels& t = from.texts.labels;
    const std::string shown = std::to_string(bars_shown);
    put_groups(out, groups);
    put_bars(out, "standards", standards);
    put_bars(out, "laws", laws);
    put(out, "groups_title", groups.size() > bars_shown ? t.filled("chart_lowest", {shown}) : "");
    put(out, "standards_title", standards.size() > bars_shown ? t.filled("chart_most", {shown}) : "");
    put(out, "laws_title", laws.size() > bars_shown ? t.filled("chart_most", {shown}) : "");
    out.Key("start");
    out.Double(static_cast<double>(from.texts.scheme().start) / 1e6);
}

/// The characters that could end a script element or a JavaScript line stand only inside JSON texts: write them as \u….
std::string without_markup(std::string_view json) {
    std::string out;
    out.reserve(json.size() + json.size() / 16);
    for (std::size_t i = 0; i < json.size(); ++i) {
        const std::string_view rest = json.substr(i, 3);
        if (json[i] == '<') out += "\\u003c";
        else if (json[i] == '>') out += "\\u003e";
        else if (json[i] == '&') out += "\\u0026";
        else if (rest == "\xE2\x80\xA8") out += "\\u2028", i += 2;
        else if (rest == "\xE2\x80\xA9") out += "\\u2029", i += 2;
        else out += json[i];
    }
    return out;
}

}  // namespace

std::string script_data(const Sources& from) {
    rapidjson::StringBuffer buffer;
    Writer out(buffer);
    out.StartObject();
    out.Key("labels");
    out.StartObject();
    for (const Label& label : all_labels()) put(out, std::string(label.key).c_str(), from.texts.labels.text(label));
    out.EndObject();
    out.Key("charts");
    out.StartObject();
    put_charts(out, from);
    out.EndObject();
    out.Key("findings");
    out.StartArray();
    for (const Finding& finding : from.contents.findings()) put_finding(out, from.texts, finding);
    out.EndArray();
    out.EndObject();
    return without_markup({buffer.GetString(), buffer.GetSize()});
}

}  // namespace kaoping::engine::html
