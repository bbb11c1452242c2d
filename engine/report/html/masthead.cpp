// Headline, warnings, key figures, identity: see sections.hpp.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/report/html/sections.hpp"

namespace kaoping::engine::html {

namespace {

constexpr std::size_t listed_inputs = 20;

TemplateData text_list(const std::vector<std::string>& texts) {
    TemplateData list{TemplateData::type::list};
    for (const std::string& text : texts) list.push_back(TemplateData{text});
    return list;
}

/// "Provisions on … (ADM)"; the key alone if the registry has no title.
std::string source_name(const Texts& texts, const std::string& source) {
    const std::string title = texts.source_title(source);
    return title == source ? source : title + " (" + source + ")";
}

std::vector<std::string> warnings(const Sources& from) {
    const Labels& t = from.texts.labels;
    std::vector<std::string> out;
    source_warnings(from.texts, out);
    const auto warn = [&](std::string_view key, std::uint64_t count) {
        if (count > 0) out.push_back(t.filled(key, {count_text(count)}));
    };
    warn("warn_unreadable", from.totals.summary.unreadable);
    warn("warn_failed", from.totals.summary.subjects[static_cast<std::size_t>(Verdict::failed)]);
    warn("warn_veto", from.contents.veto_count(Veto::unconfirmed));
    return out;
}

/// The applicable subjects, as segments of a strip of 1,000 units, worst first.
TemplateData verdict_strip(const Sources& from) {
    const VerdictCounts& counts = from.totals.summary.subjects;
    constexpr Verdict shown[] = {Verdict::failed, Verdict::defect, Verdict::undetermined, Verdict::pending, Verdict::exempt, Verdict::met};
    std::uint64_t total = 0;
    for (const Verdict verdict : shown) total += counts[static_cast<std::size_t>(verdict)];
    TemplateData list{TemplateData::type::list};
    std::uint64_t before = 0;
    for (const Verdict verdict : shown) {
        const std::uint64_t count = counts[static_cast<std::size_t>(verdict)];
        if (count == 0 && verdict == Verdict::failed) continue;
        const auto at = [&](std::uint64_t part) {
            return total == 0 ? 0.0 : 1000.0 * static_cast<double>(part) / static_cast<double>(total);
        };
        TemplateData entry;
        entry.set("name", std::string(verdict_name(verdict)));
        entry.set("label", from.texts.verdict(verdict));
        entry.set("count", count_text(count));
        entry.set("x", fmt::format("{:.2f}", at(before)));
        entry.set("width", fmt::format("{:.2f}", at(count)));
        list.push_back(entry);
        before += count;
    }
    return list;
}

TemplateData severities(const Sources& from) {
    TemplateData list{TemplateData::type::list};
    for (const dsl::Severity severity : {dsl::Severity::flaw, dsl::Severity::fault, dsl::Severity::veto}) {
        TemplateData entry;
        entry.set("name", std::string(severity_name(severity)));
        entry.set("label", from.texts.severity(severity));
        entry.set("count", count_text(from.totals.summary.defects_by_severity[static_cast<std::size_t>(severity)]));
        list.push_back(entry);
    }
    return list;
}

TemplateData data_codes(const Sources& from) {
    TemplateData list{TemplateData::type::list};
    for (const auto& [code, count] : from.totals.summary.data_findings_by_code) {
        TemplateData entry;
        entry.set("label", from.texts.labels.name("code_", code));
        entry.set("count", count_text(count));
        list.push_back(entry);
    }
    return list;
}

TemplateData part(const std::string& what, const std::string& name, const std::string& hash) {
    TemplateData entry;
    entry.set("what", what);
    entry.set("name", name);
    entry.set("hash", hash);
    return entry;
}

}  // namespace

void source_warnings(const Texts& texts, std::vector<std::string>& to) {
    const Labels& t = texts.labels;
    std::string unverified;
    for (const std::string& key : texts.program().cited_sources()) {
        const auto source = texts.program().sources.find(key);
        if (source == texts.program().sources.end()) continue;
        if (!source->second.verified) unverified += (unverified.empty() ? "" : t["comma"]) + source_name(texts, key);
        const std::string& note = t.chinese() ? source->second.note_zh : source->second.note_en;
        if (!note.empty()) to.push_back(t.filled("source_note", {source_name(texts, key), note}));
    }
    if (!unverified.empty()) to.push_back(t.filled("warn_unverified", {unverified}));
}

void add_words(const Labels& labels, TemplateData& page) {
    TemplateData words;
    for (const auto& [key, text] : labels.all()) words.set(key, text);
    page.set("t", words);
    page.set("language", labels.chinese() ? "zh-CN" : "en");
}

void add_masthead(const Sources& from, TemplateData& page) {
    const Labels& t = from.texts.labels;
    const RunIdentity& identity = from.totals.identity;
    page.set("as_of", fmt::format("{} ({})", from.texts.moment(identity.as_of), identity.timezone));
    page.set("as_of_note", t[identity.as_of_given ? "as_of_given" : "as_of_start"]);
    TemplateData packs{TemplateData::type::list};
    for (const dsl::Pack& pack : from.texts.program().packs) {
        TemplateData entry;
        entry.set("title", from.texts.pack_title(pack));
        entry.set("id", pack.id);
        entry.set("version", pack.version);
        packs.push_back(entry);
    }
    page.set("packs", packs);
    const Scheme& scheme = from.texts.scheme();
    page.set("scheme", scheme.hash.empty() ? t["scheme_rules"] : scheme.id);
    page.set("model", t.filled("model", {t["model_" + std::string(model_name(scheme.model))]}));
    page.set("hours", t["hours_" + identity.hour_counting]);
    const std::vector<std::string> notes = warnings(from);
    page.set("has_warnings", !notes.empty());
    page.set("warnings", text_list(notes));
}

void add_summary(const Sources& from, TemplateData& page) {
    const Labels& t = from.texts.labels;
    const Summary& summary = from.totals.summary;
    const auto mean = summary.total.mean();
    page.set("mean", mean ? interval_text(*mean) : t["no_score"]);
    const std::string scored = count_text(summary.total.cases - summary.total.unscored);
    page.set("mean_note", !mean           ? ""
                          : mean->exact() ? t.filled("mean_exact", {scored})
                                          : t.filled("mean_exact", {scored}) + t["semicolon"] + t["mean_range"]);
    page.set("cases", count_text(summary.cases));
    page.set("unscored", summary.total.unscored == 0 ? t["all_scored"] : t.filled("unscored_cases", {count_text(summary.total.unscored)}));
    page.set("defects", count_text(summary.subjects[static_cast<std::size_t>(Verdict::defect)]));
    page.set("severities", severities(from));
    page.set("coverage", percent_text(summary.coverage()));
    page.set("data_findings", count_text(summary.data_findings));
    page.set("data_codes", data_codes(from));
    page.set("unreadable", count_text(summary.unreadable));
    page.set("verdicts", verdict_strip(from));
}

void add_identity(const Sources& from, TemplateData& page) {
    const Labels& t = from.texts.labels;
    const RunIdentity& identity = from.totals.identity;
    TemplateData out;
    out.set("engine", identity.engine_version);
    out.set("format", RunIdentity::format);
    TemplateData parts{TemplateData::type::list};
    for (const RunIdentity::Part& pack : identity.packs) parts.push_back(part(t["pack"], pack.name + " " + pack.version, pack.hash));
    parts.push_back(part(t["schema"], identity.schema.name, identity.schema.hash));
    if (!identity.scheme.hash.empty()) parts.push_back(part(t["scheme"], identity.scheme.name, identity.scheme.hash));
    if (!identity.calendar.name.empty()) parts.push_back(part(t["calendar"], identity.calendar.name, identity.calendar.hash));
    out.set("parts", parts);
    out.set("inputs_hash", identity.inputs_hash);
    const std::size_t shown = std::min(identity.inputs.size(), listed_inputs);
    out.set("inputs", text_list({identity.inputs.begin(), identity.inputs.begin() + static_cast<std::ptrdiff_t>(shown)}));
    const std::size_t more = identity.inputs.size() - shown;
    out.set("more_inputs", more == 0 ? "" : t.filled("more_inputs", {count_text(more)}));
    out.set("zone", identity.timezone);
    out.set("as_of", from.texts.moment_exact(identity.as_of));
    page.set("identity", out);
}

}  // namespace kaoping::engine::html
