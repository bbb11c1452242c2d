// The summary for a terminal: see text_summary.hpp.

#include "engine/report/text_summary.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "engine/report/points.hpp"
#include "engine/report/text_table.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

namespace {

constexpr std::size_t most_units = 30, most_rules = 20;

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

std::uint64_t of(const VerdictCounts& counts, Verdict verdict) { return counts[static_cast<std::size_t>(verdict)]; }

std::string heading(std::string_view text, bool colour) {
    return colour ? fmt::format("\n\033[1m{}\033[0m\n", text) : fmt::format("\n{}\n", text);
}

std::string head_lines(const Scheme& scheme, const Zone& zone, const RunTotals& totals) {
    const Summary& sum = totals.summary;
    std::string out = counted(sum.cases, "case", "cases") + " evaluated";
    if (sum.unreadable > 0) out += ", " + std::to_string(sum.unreadable) + " could not be read";
    out += fmt::format(", as of {}{}\n", moment_text(totals.identity.as_of, zone), totals.identity.as_of_given ? "" : " (start of this run)");
    out += counted(of(sum.subjects, Verdict::defect), "defect", "defects");
    out += fmt::format(" (veto {}, fault {}, flaw {})", sum.defects_by_severity[2], sum.defects_by_severity[1], sum.defects_by_severity[0]);
    std::string others;
    for (const Verdict verdict : {Verdict::met, Verdict::exempt, Verdict::pending, Verdict::undetermined, Verdict::failed})
        if (of(sum.subjects, verdict) > 0) others += fmt::format("{}{} {}", others.empty() ? "\n" : ", ", of(sum.subjects, verdict), verdict_name(verdict));
    out += others;
    out += "\n" + counted(sum.data_findings, "data finding", "data findings");
    out += ", coverage " + percent_text(sum.coverage()) + "\n";
    if (sum.total.cases > 0)
        out += fmt::format("scheme {} (model {}): mean score {}\n", scheme.id, model_name(scheme.model), points_text(sum.total.mean()));
    return out;
}

std::string unit_table(const Scheme& scheme, const Summary& sum) {
    std::vector<TableColumn> columns;
    for (const std::string& name : scheme.aggregate_by) columns.push_back({name, Align::left, 24});
    for (const char* name : {"cases", "defects", "veto", "score"}) columns.push_back({name, Align::right});
    if (!scheme.grades.empty()) columns.push_back({"grade"});
    std::vector<std::vector<std::string>> rows;
    for (const auto& [names, tally] : sum.groups) {
        if (rows.size() == most_units) break;
        std::vector<std::string> row = names;
        for (const std::uint64_t number : {tally.cases, tally.defects, tally.vetoes}) row.push_back(std::to_string(number));
        row.push_back(points_text(tally.mean()));
        const GradeRange grades = grades_of(scheme, tally);
        if (!scheme.grades.empty()) row.push_back(grades.low == grades.high ? grades.low : "≥ " + grades.low);
        rows.push_back(std::move(row));
    }
    std::string out = text_table(columns, rows);
    if (sum.groups.size() > most_units) out += fmt::format("… and {} more: scores.csv\n", sum.groups.size() - most_units);
    return out;
}

/// The severity of the rule's latest version.
std::string_view severity_of(const dsl::Program& program, const std::string& rule_id) {
    std::string_view out;
    for (const dsl::Rule& rule : program.rules)
        if (rule.full_id == rule_id) out = dsl::severity_name(rule.severity);
    return out;
}

std::string rule_table(const dsl::Program& program, const Summary& sum) {
    using Entry = std::map<std::string, RuleTally>::const_iterator;
    std::vector<Entry> shown;
    for (auto at = sum.rules.begin(); at != sum.rules.end(); ++at) {
        const VerdictCounts& n = at->second.subjects;
        if (of(n, Verdict::defect) + of(n, Verdict::undetermined) + of(n, Verdict::failed) > 0) shown.push_back(at);
    }
    std::stable_sort(shown.begin(), shown.end(),
                     [](Entry a, Entry b) { return of(a->second.subjects, Verdict::defect) > of(b->second.subjects, Verdict::defect); });
    std::vector<std::vector<std::string>> rows;
    for (const Entry at : shown) {
        if (rows.size() == most_rules) break;
        const VerdictCounts& n = at->second.subjects;
        rows.push_back({std::to_string(of(n, Verdict::defect)), std::to_string(of(at->second.cases, Verdict::defect)),
                        std::to_string(of(n, Verdict::undetermined) + of(n, Verdict::failed)), std::string(severity_of(program, at->first)), at->first});
    }
    if (rows.empty()) return "none\n";
    std::string out =
        text_table({{"defects", Align::right}, {"cases", Align::right}, {"unjudged", Align::right}, {""}, {"rule", Align::left, 200}}, rows);
    if (shown.size() > most_rules) out += fmt::format("… and {} more: summary.json\n", shown.size() - most_rules);
    return out;
}

/// What the registry notes of a cited source, and which texts have not been compared with the law.
std::string source_notes(const dsl::Program& program) {
    std::string unverified, notes;
    for (const std::string& key : program.cited_sources()) {
        const auto source = program.sources.find(key);
        if (source == program.sources.end()) continue;
        if (!source->second.verified) unverified += (unverified.empty() ? "" : ", ") + key;
        if (!source->second.note_en.empty()) notes += wrapped(fmt::format("note: {}: {}", key, source->second.note_en), 80, 6) + "\n";
    }
    if (!unverified.empty()) notes += wrapped("note: cited, but not verified against the text of the law: " + unverified, 80, 6) + "\n";
    return notes.empty() ? "" : "\n" + notes;
}

}  // namespace

std::string text_summary(const dsl::Program& program, const Scheme& scheme, const Zone& zone, const RunTotals& totals, bool colour) {
    const Summary& sum = totals.summary;
    std::string out = head_lines(scheme, zone, totals);
    if (!sum.groups.empty() && !scheme.aggregate_by.empty()) out += heading("Scores", colour) + unit_table(scheme, sum);
    out += heading("Rules with defects, or not judged", colour) + rule_table(program, sum);
    return out + source_notes(program);
}

std::string text_due(const dsl::Program& program, const std::vector<Finding>& due) {
    if (due.empty()) return "none\n";
    std::vector<std::vector<std::string>> rows;
    for (const Finding& finding : due)
        rows.push_back({finding.due, program.rules[static_cast<std::size_t>(finding.rule)].id, finding.case_id});
    return text_table({{"due", Align::left, 25}, {"rule", Align::left, 22}, {"case", Align::left, 200}}, rows);
}

}  // namespace kaoping::engine
