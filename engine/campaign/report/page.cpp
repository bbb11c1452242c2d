// The page of a campaign's report: see page.hpp.

#include "engine/campaign/report/page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/campaign/report/html/embedded.hpp"
#include "engine/campaign/report/tables.hpp"
#include "engine/report/html/embedded.hpp"
#include "engine/report/html/sections.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::campaign {

namespace {

using engine::html::count_text;
using engine::html::TemplateData;

TemplateData text_list(const std::vector<std::string>& texts) {
    TemplateData list{TemplateData::type::list};
    for (const std::string& text : texts) list.push_back(TemplateData{text});
    return list;
}

const char* class_of(const Column& column) {
    switch (column.format) {
        case Format::count:
        case Format::points: return "n";
        case Format::interval: return "n score";
        case Format::text: return column.width >= 40 ? "wide" : column.width >= 34 ? "note" : column.width >= 26 ? "unit" : "short";
        default: return "";
    }
}

TemplateData strip_of(const Drawing& drawing) {
    constexpr double width = 200, least = 1.5;  // of the drawing; a score that is exact is still a mark
    TemplateData out;
    out.set("from", fmt::format("{:.1f}", drawing.from * width));
    out.set("reach", fmt::format("{:.1f}", std::max(drawing.until - drawing.from, 0.0) * width));
    const double low = std::min(drawing.low * width, width - least);
    out.set("low", fmt::format("{:.1f}", low));
    out.set("width", fmt::format("{:.1f}", std::max(drawing.high * width - low, least)));
    return out;
}

TemplateData line_of(const Drawing& drawing) {
    const auto [low, high] = std::minmax_element(drawing.line.begin(), drawing.line.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const double least = low->second, reach = std::max(high->second - least, 0.02);  // small changes stay small
    std::string points;
    double x = 0, y = 0;
    for (const auto& [share, height] : drawing.line) {
        x = 3 + share * 94;
        y = 3 + (height - least) / reach * 18;
        points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", x, y);
    }
    TemplateData out;
    out.set("points", points);
    out.set("x", fmt::format("{:.1f}", x));
    out.set("y", fmt::format("{:.1f}", y));
    return out;
}

TemplateData cell_of(const Column& column, const Cell& cell) {
    TemplateData out;
    const std::string name = class_of(column);
    out.set("class", name.empty() ? TemplateData{false} : TemplateData{name});
    out.set("text", cell.text);
    out.set("more", text_list(cell.more));
    out.set("strip", cell.drawing && column.format == Format::strip ? strip_of(*cell.drawing) : TemplateData{false});
    out.set("line", cell.drawing && column.format == Format::line ? line_of(*cell.drawing) : TemplateData{false});
    return out;
}

/// A part of a section: heading, note, chart, table. Every key is set: a missing one is looked up outside.
struct Part {
    Table table;
    bool heading = true;
    const char* chart = "";
    const char* chart_label = "";
    const char* select = "";
};

TemplateData part_of(const Texts& texts, const Part& part) {
    const Table& table = part.table;
    const auto optional = [](const std::string& text) { return text.empty() ? TemplateData{false} : TemplateData{text}; };
    TemplateData out;
    out.set("heading", part.heading ? TemplateData{table.title} : TemplateData{false});
    out.set("note", optional(table.note));
    out.set("chart", table.rows.empty() ? TemplateData{false} : optional(part.chart));
    out.set("chart_label", *part.chart_label == '\0' ? "" : texts.labels[part.chart_label]);
    out.set("select", *part.select == '\0' ? TemplateData{false} : TemplateData{texts.labels[part.select]});
    out.set("label", table.title);
    out.set("table", table.id);
    out.set("has_rows", !table.rows.empty());
    out.set("tall", table.rows.size() > 40);
    TemplateData columns{TemplateData::type::list}, rows{TemplateData::type::list};
    for (const Column& column : table.columns) {
        TemplateData entry;
        const std::string name = class_of(column);
        entry.set("class", name.rfind("n", 0) == 0 && name != "note" ? TemplateData{"n"} : TemplateData{false});
        entry.set("title", column.title);
        columns.push_back(entry);
    }
    for (const auto& row : table.rows) {
        TemplateData cells{TemplateData::type::list};
        for (std::size_t i = 0; i < row.size(); ++i) cells.push_back(cell_of(table.columns[i], row[i]));
        TemplateData entry;
        entry.set("cells", cells);
        rows.push_back(entry);
    }
    out.set("columns", columns);
    out.set("rows", rows);
    return out;
}

TemplateData section_of(const Texts& texts, const char* id, const char* title, const std::vector<Part>& parts) {
    TemplateData list{TemplateData::type::list};
    for (const Part& part : parts) list.push_back(part_of(texts, part));
    TemplateData out;
    out.set("id", id);
    out.set("title", texts.labels[title]);
    out.set("parts", list);
    return out;
}

TemplateData sections(const CampaignReport& report, const Texts& texts) {
    TemplateData out{TemplateData::type::list};
    out.push_back(section_of(texts, "scoreboard", "scoreboard", {{scoreboard(report, texts), false}}));
    Table trend = trend_table(report, texts);
    if (report.trend.size() < 2) trend.note = texts.labels["trend_first"];
    out.push_back(section_of(texts, "trend", "trend", {{trend, false, "trend", "chart_trend", "compare_unit"}}));
    out.push_back(section_of(texts, "defects", "top_defects", {{top_defects(report, texts), false, "rules", "chart_rules"}}));
    out.push_back(section_of(texts, "breakdown", "breakdown",
                             {{by_standard(report, texts), true, "standards", "chart_standards"},
                              {by_law(report, texts), true, "laws", "chart_laws"},
                              {by_unit(report, texts)},
                              {by_kind(report, texts)},
                              {by_officer(report, texts)}}));
    out.push_back(section_of(texts, "focus", "focus", {{training(report, texts)}, {visits(report, texts)}}));
    return out;
}

TemplateData note(const std::string& text, const char* mark = "") {
    TemplateData out;
    out.set("text", text);
    out.set("mark", *mark == '\0' ? TemplateData{false} : TemplateData{mark});
    return out;
}

TemplateData figure(const std::string& label, std::int64_t value, const std::vector<TemplateData>& notes) {
    TemplateData list{TemplateData::type::list};
    for (const TemplateData& entry : notes) list.push_back(entry);
    TemplateData out;
    out.set("label", label);
    out.set("value", count_text(static_cast<std::uint64_t>(value)));
    out.set("notes", list);
    return out;
}

std::int64_t small_units(const CampaignReport& report) {
    return std::count_if(report.units.begin(), report.units.end(), [](const UnitReport& unit) { return unit.result.small(); });
}

std::int64_t in_state(const CampaignReport& report, const char* state) {
    const auto found = report.states.find(state);
    return found == report.states.end() ? 0 : found->second;
}

void add_summary(const CampaignReport& report, const Texts& texts, TemplateData& page) {
    const auto& t = texts.labels;
    page.set("mean", report.low ? interval_cell(Ends{report.low->mean, report.high->mean}).text : t["no_score"]);
    const bool whole = report.cases == report.draw.cases;
    const bool known = report.low && report.low->margin && report.high->margin;
    page.set("mean_note", whole ? t["mean_whole"]
                          : known ? t.filled("mean_margin", {points_cell(std::max(*report.low->margin, *report.high->margin)).text, fmt::format("{:g}", report.confidence * 100)})
                                  : t["margin_unknown"]);
    TemplateData figures{TemplateData::type::list};
    const std::int64_t small = small_units(report);
    figures.push_back(figure(t["units"], static_cast<std::int64_t>(report.units.size()), small == 0 ? std::vector<TemplateData>{} : std::vector{note(t.filled("units_small", {std::to_string(small)}))}));
    figures.push_back(figure(t["evaluated_cases"], report.cases, {note(t.filled("of_period", {count_text(static_cast<std::uint64_t>(report.draw.cases))}))}));
    std::vector<TemplateData> severities;
    for (const dsl::Severity severity : {dsl::Severity::flaw, dsl::Severity::fault, dsl::Severity::veto}) {
        const std::string name(dsl::severity_name(severity));
        severities.push_back(note(texts.severity(severity) + " " + count_text(static_cast<std::uint64_t>(report.losses.by_severity[static_cast<std::size_t>(severity)])), name.c_str()));
    }
    figures.push_back(figure(t["defects"], report.losses.defects(), severities));
    std::vector<TemplateData> states;
    for (const char* state : {"confirmed", "waived", "dismissed", "open"}) states.push_back(note(t[state] + " " + count_text(static_cast<std::uint64_t>(in_state(report, state)))));
    figures.push_back(figure(t["reviewed"], report.findings - in_state(report, "open"), states));
    const auto& vetoes = report.vetoes;
    figures.push_back(figure(t["veto_cases"], vetoes[1] + vetoes[2] + vetoes[3],
                             {note(t.filled("veto_note_campaign", {std::to_string(vetoes[3]), std::to_string(vetoes[2]), std::to_string(vetoes[1]), std::to_string(vetoes[0])}))}));
    page.set("figures", figures);
}

std::vector<std::string> warnings(const CampaignReport& report, const Texts& texts) {
    const auto& t = texts.labels;
    std::vector<std::string> out;
    engine::html::source_warnings(texts, out);
    const auto warn = [&](const char* key, std::int64_t count) {
        if (count > 0) out.push_back(t.filled(key, {count_text(static_cast<std::uint64_t>(count))}));
    };
    std::vector<std::string> small;
    for (const UnitReport& unit : report.units)
        if (unit.result.small()) small.push_back(unit.result.unit);
    if (!small.empty()) out.push_back(t.filled("warn_small", {fmt::format("{}", fmt::join(small, t["comma"]))}));
    warn("warn_campaign_veto", report.vetoes[1]);
    if (const std::int64_t open = in_state(report, "open"); open > 0)
        out.push_back(t.filled("warn_open", {count_text(static_cast<std::uint64_t>(open)), count_text(static_cast<std::uint64_t>(report.findings))}));
    warn("warn_draw_unreadable", report.draw.unreadable);
    warn("warn_left_out", report.draw.left_out);
    if (std::any_of(report.trend.begin(), report.trend.end(), [](const TrendPoint& point) { return !point.same_rules; })) out.push_back(t["warn_trend"]);
    return out;
}

void add_masthead(const CampaignReport& report, const Texts& texts, TemplateData& page) {
    const auto& t = texts.labels;
    page.set("engine", KAOPING_VERSION);
    page.set("name", report.campaign.title);
    page.set("id", report.campaign.id);
    page.set("period", t.filled("period_text", {report.campaign.period_from, report.campaign.period_until}));
    page.set("as_of", texts.run_moment(report.as_of));
    const std::string cases = count_text(static_cast<std::uint64_t>(report.draw.cases));
    page.set("sample", report.draw.drawn == report.draw.cases ? t.filled("sample_all", {cases})
                                                              : t.filled("sample_text", {count_text(static_cast<std::uint64_t>(report.draw.drawn)), cases}));
    page.set("sample_note", t.filled("sample_seed", {report.draw.seed}));
    TemplateData packs{TemplateData::type::list};
    for (const dsl::Pack& pack : texts.program().packs) {
        TemplateData entry;
        entry.set("title", texts.pack_title(pack));
        entry.set("id", pack.id);
        entry.set("version", pack.version);
        packs.push_back(entry);
    }
    page.set("packs", packs);
    page.set("scheme", texts.scheme().hash.empty() ? t["scheme_rules"] : texts.scheme().id);
    const std::vector<std::string> notes = warnings(report, texts);
    page.set("has_warnings", !notes.empty());
    page.set("warnings", text_list(notes));
}

std::vector<std::string> methods(const CampaignReport& report, const Texts& texts) {
    const auto& t = texts.labels;
    const std::string confidence = fmt::format("{:g}", report.confidence * 100);
    return {t["method_score"], t.filled("method_margin", {confidence}), t.filled("method_ranks", {confidence}), t["method_mix"], t["method_decisions"]};
}

}  // namespace

std::string report_page(const CampaignReport& report, const Texts& texts, const std::vector<PageFinding>& findings) {
    TemplateData page;
    engine::html::add_words(texts.labels, page);
    page.set("style", std::string(embedded::style));
    page.set("style_hash", std::string(embedded::style_hash));
    page.set("script", std::string(embedded::script));
    page.set("script_hash", std::string(embedded::script_hash));
    page.set("chart_library", std::string(engine::html::embedded::chart));
    page.set("chart_hash", std::string(engine::html::embedded::chart_hash));
    add_masthead(report, texts, page);
    add_summary(report, texts, page);
    page.set("sections", sections(report, texts));
    page.set("methods", text_list(methods(report, texts)));
    PageData data = page_data(report, texts, findings);
    const auto all = static_cast<std::size_t>(report.findings);
    page.set("truncated", all > data.findings);
    page.set("truncated_note", texts.labels.filled("truncated", {count_text(data.findings), count_text(all)}));
    page.set("data", std::move(data.json));
    kainjow::mustache::mustache frame{std::string(embedded::page)};
    return frame.render(page);
}

}  // namespace kaoping::campaign
