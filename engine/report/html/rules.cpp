// The table of rules: see sections.hpp.

#include <map>

#include <fmt/format.h>

#include "engine/report/html/sections.hpp"

namespace kaoping::engine::html {

namespace {

/// All versions of one rule id; the newest gives title and severity, all of them their laws.
using Versions = std::vector<const dsl::Rule*>;

TemplateData basis_list(const Sources& from, const Versions& versions) {
    TemplateData list{TemplateData::type::list};
    for (const std::string& text : from.texts.basis(versions)) list.push_back(TemplateData{text});
    return list;
}

TemplateData rule_row(const Sources& from, const Versions& versions) {
    const dsl::Rule& newest = *versions.back();
    const auto found = from.totals.summary.rules.find(newest.full_id);
    const RuleTally tally = found == from.totals.summary.rules.end() ? RuleTally{} : found->second;
    const auto subjects = [&](Verdict verdict) { return tally.subjects[static_cast<std::size_t>(verdict)]; };
    std::uint64_t applicable = 0;
    for (const Verdict verdict : all_verdicts)
        if (verdict != Verdict::not_applicable && verdict != Verdict::not_selected) applicable += subjects(verdict);
    TemplateData row;
    row.set("title", from.texts.texts(newest).title);
    row.set("id", newest.full_id);
    if (newest.tailored_out)
        row.set("tailored", fmt::format("{}: {} ({}, {})", from.texts.verdict(Verdict::not_selected), newest.tailored_out->reason, newest.tailored_out->authority,
                                        newest.tailored_out->date));
    row.set("basis", basis_list(from, versions));
    row.set("severity", from.texts.severity(newest.severity));
    row.set("severity_name", std::string(severity_name(newest.severity)));
    row.set("subjects", count_text(applicable));
    row.set("any", subjects(Verdict::defect) > 0);
    row.set("defects", count_text(subjects(Verdict::defect)));
    for (const Verdict verdict : {Verdict::met, Verdict::undetermined, Verdict::pending, Verdict::exempt, Verdict::failed})
        row.set(std::string(verdict_name(verdict)), count_text(subjects(verdict)));
    row.set("defect_cases", count_text(tally.cases[static_cast<std::size_t>(Verdict::defect)]));
    return row;
}

}  // namespace

void add_rules(const Sources& from, TemplateData& page) {
    const dsl::Program& program = from.texts.program();
    std::map<std::string, Versions> versions;
    for (const dsl::Rule& rule : program.rules) versions[rule.full_id].push_back(&rule);
    TemplateData groups{TemplateData::type::list};
    for (std::size_t s = 0; s < program.standards.size(); ++s) {
        TemplateData rows{TemplateData::type::list};
        for (const int number : program.standards[s].rules) {
            const auto found = versions.find(from.texts.rule(number).full_id);
            if (found == versions.end()) continue;  // another version was listed
            rows.push_back(rule_row(from, found->second));
            versions.erase(found);
        }
        TemplateData group;
        group.set("title", from.texts.standard_title(s));
        group.set("pack", from.texts.pack_title_of(s));
        group.set("rules", rows);
        groups.push_back(group);
    }
    const bool any_failed = from.totals.summary.subjects[static_cast<std::size_t>(Verdict::failed)] > 0;
    page.set("rule_groups", groups);
    page.set("any_failed", any_failed);
    page.set("columns", any_failed ? "11" : "10");
}

}  // namespace kaoping::engine::html
