// What the page's scripts read, as JSON: see sections.hpp.

#include <algorithm>

#include "engine/report/html/script_writer.hpp"
#include "engine/report/html/sections.hpp"

namespace kaoping::engine::html {

namespace {

constexpr std::size_t bars_shown = 24;

void put_bars(ScriptWriter& out, const char* key, const std::vector<Bar>& bars) {
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

void put_groups(ScriptWriter& out, const std::vector<GroupBar>& bars) {
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

void put_charts(ScriptWriter& out, const Sources& from) {
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

}  // namespace

std::string script_data(const Sources& from) {
    rapidjson::StringBuffer buffer;
    ScriptWriter out(buffer);
    out.StartObject();
    put_labels(out, from.texts.labels);
    out.Key("charts");
    out.StartObject();
    put_charts(out, from);
    out.EndObject();
    out.Key("findings");
    out.StartArray();
    for (const Finding& finding : from.contents.findings()) {
        out.StartObject();
        put_finding(out, from.texts, finding);
        out.EndObject();
    }
    out.EndArray();
    out.EndObject();
    return without_markup({buffer.GetString(), buffer.GetSize()});
}

}  // namespace kaoping::engine::html
