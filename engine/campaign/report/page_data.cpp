// Findings and charts of a campaign's page as JSON: see page.hpp.

#include <algorithm>
#include <cmath>

#include "engine/campaign/report/decisions.hpp"
#include "engine/campaign/report/page.hpp"
#include "engine/campaign/report/tables.hpp"
#include "engine/report/findings_reader.hpp"
#include "engine/report/html/script_writer.hpp"

namespace kaoping::campaign {

namespace {

using engine::html::put;
using engine::html::ScriptWriter;

constexpr std::size_t bars_shown = 20;

void put_number(ScriptWriter& out, double number) { out.Double(std::round(number * 100) / 100); }

void put_score(ScriptWriter& out, const std::optional<Estimate>& low, const std::optional<Estimate>& high) {
    if (!low || !high) {
        out.Null();
        return;
    }
    out.StartArray();
    put_number(out, low->mean);
    put_number(out, high->mean);
    out.EndArray();
}

void put_trend(ScriptWriter& out, const CampaignReport& report) {
    std::vector<std::string> names;
    for (const TrendPoint& point : report.trend) names.push_back(point.id + (point.same_rules ? "" : " *"));
    out.Key("trend");
    out.StartObject();
    put(out, "names", names);
    out.Key("all");
    out.StartArray();
    for (const TrendPoint& point : report.trend) put_score(out, point.low, point.high);
    out.EndArray();
    out.Key("units");
    out.StartObject();
    for (const UnitReport& unit : report.units) {
        out.Key(unit.result.unit.c_str());
        out.StartArray();
        for (const TrendPoint& point : report.trend) {
            const auto found = point.units.find(unit.result.unit);
            if (found == point.units.end()) out.Null();
            else put_score(out, found->second.low, found->second.high);
        }
        out.EndArray();
    }
    out.EndObject();
    out.EndObject();
}

/// Bars with the most defects of `entries`, which are sorted by points.
void put_bars(ScriptWriter& out, const Texts& texts, const char* key, std::vector<std::pair<std::string, Losses>> entries) {
    std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.second.defects() > b.second.defects(); });
    out.Key(key);
    out.StartArray();
    std::size_t shown = 0, with_defects = 0;
    for (const auto& [label, losses] : entries) {
        if (losses.defects() == 0) break;
        if (++with_defects > bars_shown) continue;
        ++shown;
        out.StartObject();
        put(out, "label", label);
        out.Key("counts");
        out.StartArray();
        for (const std::int64_t count : losses.by_severity) out.Int64(count);
        out.EndArray();
        out.EndObject();
    }
    out.EndArray();
    put(out, (std::string(key) + "_title").c_str(), with_defects > shown ? texts.labels.filled("chart_most", {std::to_string(shown)}) : "");
}

void put_charts(ScriptWriter& out, const CampaignReport& report, const Texts& texts) {
    out.Key("charts");
    out.StartObject();
    put_trend(out, report);
    std::vector<std::pair<std::string, Losses>> rules;
    for (const auto& [key, rule] : gravest_rules(report)) rules.emplace_back(rule_title(texts, key), rule->losses);
    put_bars(out, texts, "rules", rules);
    auto standards = losses_by_standard(report);
    for (auto& [name, losses] : standards) name = standard_title(texts, name);
    put_bars(out, texts, "standards", standards);
    auto laws = losses_by_law(report, texts);
    if (texts.labels.chinese())
        for (auto& [name, losses] : laws) name = texts.source_title(name);
    put_bars(out, texts, "laws", laws);
    out.Key("start");
    put_number(out, static_cast<double>(texts.scheme().start) / 1e6);
    out.EndObject();
}

void put_proof(ScriptWriter& out, const Texts& texts, const std::vector<engine::ProofNode>& nodes, std::size_t& left) {
    out.StartArray();
    for (const engine::ProofNode& node : nodes) {
        out.StartObject();
        if (left == 0) {
            put(out, "text", texts.labels["more_steps"]);
            out.EndObject();
            break;
        }
        --left;
        put(out, "text", node.text.empty() ? node.label : node.label.empty() ? node.text : node.label + " " + node.text);
        put(out, "value", texts.readable_times(node.value));
        put(out, "place", node.place);
        if (!node.children.empty()) {
            out.Key("parts");
            put_proof(out, texts, node.children, left);
        }
        out.EndObject();
    }
    out.EndArray();
}

/// What a person found beside the rules has no rule to tell of.
void put_manual(ScriptWriter& out, const Texts& texts, const FindingRow& row, const engine::Finding& finding) {
    put(out, "case", row.case_id);
    put(out, "unit", row.unit);
    put(out, "kind", texts.kind(row.kind));
    put(out, "message", finding.message);
    put(out, "title", rule_title(texts, {row.standard, row.rule}));
    put(out, "rule", row.rule);
    put(out, "verdict", row.verdict);
    put(out, "severity", row.severity);
    put(out, "standard", standard_title(texts, row.standard));
    if (row.deduct_high > 0) put(out, "deduct", texts.labels.filled("deducted", {engine::html::interval_text({row.deduct_low, row.deduct_high})}));
    const int rule = rule_behind(texts.program(), row, finding);
    if (rule >= 0) put(out, "law", texts.basis({&texts.rule(rule)}));
    put(out, "remedy", rule >= 0 ? texts.texts(texts.rule(rule)).remedy : finding.remedy);
}

void put_finding(ScriptWriter& out, const Texts& texts, const PageFinding& shown, bool with_proof) {
    const FindingRow& row = shown.row;
    engine::Finding finding = engine::read_finding(texts.program(), row.line).value_or(engine::Finding{});
    finding.unit = row.unit;
    finding.case_kind = row.kind;
    finding.deduct = {row.deduct_low, row.deduct_high};
    if (row.standing()) finding.verdict = engine::verdict_named(row.verdict).value_or(finding.verdict);  // else what was dismissed or waived
    if (!shown.message.empty()) finding.message = shown.message;
    if (finding.rule >= 0) finding.remedy = texts.texts(texts.rule(finding.rule)).remedy;
    out.StartObject();
    if (finding.rule < 0) put_manual(out, texts, row, finding);
    else engine::html::put_finding(out, texts, finding);
    put(out, "state", row.state);
    put(out, "officer", row.officer);
    std::vector<std::string> decisions = shown.decisions;
    if (row.origin == "manual") decisions.insert(decisions.begin(), texts.labels["manual_finding"]);
    if (shown.case_changed) decisions.push_back(texts.labels["case_changed"]);
    put(out, "decisions", decisions);
    if (with_proof && !shown.proof.empty()) {
        out.Key("proof");
        std::size_t left = proof_steps;
        put_proof(out, texts, shown.proof, left);
    }
    out.EndObject();
}

}  // namespace

std::vector<PageFinding> read_page_findings(Register& file, const Campaign& campaign, const Texts& texts) {
    std::vector<PageFinding> out;
    file.read([&](SQLite::Database& database) {
        gravest_findings(database, campaign.id, static_cast<std::int64_t>(page_findings), [&](const FindingRow& row) { out.push_back({row, {}, {}, false, {}}); });
        for (PageFinding& finding : out) finding.decisions = decisions_about(database, campaign.id, finding.row, texts);
    });
    return out;
}

PageData page_data(const CampaignReport& report, const Texts& texts, const std::vector<PageFinding>& findings) {
    rapidjson::StringBuffer buffer;
    ScriptWriter out(buffer);
    PageData data;
    out.StartObject();
    engine::html::put_labels(out, texts.labels);
    put_charts(out, report, texts);
    out.Key("findings");
    out.StartArray();
    const std::size_t begin = buffer.GetSize();
    std::size_t proofs = 0;
    for (const PageFinding& finding : findings) {
        const std::size_t before = buffer.GetSize();
        if (before - begin + finding.row.line.size() > page_finding_bytes) break;
        put_finding(out, texts, finding, proofs < page_proof_bytes);
        if (!finding.proof.empty()) proofs += buffer.GetSize() - before;
        ++data.findings;
    }
    out.EndArray();
    out.EndObject();
    data.json = engine::html::without_markup({buffer.GetString(), buffer.GetSize()});
    return data;
}

}  // namespace kaoping::campaign
