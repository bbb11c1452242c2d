// What was found, by rule, standard, law, unit, kind and officer: see tables.hpp.

#include <algorithm>
#include <set>

#include <fmt/core.h>

#include "engine/campaign/report/tables.hpp"

namespace kaoping::campaign {

namespace {

constexpr std::size_t most_rules = 30;
constexpr std::size_t most_units = 4;  ///< of the origin of one rule's defects

std::vector<Column> loss_columns(const Texts& texts) {
    const auto& t = texts.labels;
    return {{t["flaw"], Format::count, 9}, {t["fault"], Format::count, 9}, {t["veto"], Format::count, 9}, {t["defects"], Format::count, 9}, {t["points_lost"], Format::interval, 11}};
}

void loss_cells(std::vector<Cell>& row, const Losses& losses) {
    for (const std::int64_t count : losses.by_severity) row.push_back(count_cell(count));
    row.push_back(count_cell(losses.defects()));
    row.push_back(amount_cell({losses.low, losses.high}));
}

Table grouped(const Texts& texts, const char* key, std::vector<Column> first) {
    Table out{key, texts.labels[key], "", std::move(first), {}};
    for (Column& column : loss_columns(texts)) out.columns.push_back(std::move(column));
    return out;
}

Cell per_case(const Losses& losses, std::int64_t cases) {
    return points_cell(cases == 0 ? std::nullopt : std::optional<double>(static_cast<double>(losses.low) / 1e6 / static_cast<double>(cases)));
}

/// "城北派出所 7 of 12", most first.
std::vector<std::string> origin(const Texts& texts, const RuleLosses& rule) {
    std::vector<std::pair<std::int64_t, std::string>> units;
    for (const auto& [unit, losses] : rule.units)
        if (losses.defects() > 0) units.emplace_back(-losses.defects(), unit);
    std::sort(units.begin(), units.end());
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(units.size(), most_units); ++i) out.push_back(fmt::format("{} {}", units[i].second, -units[i].first));
    if (units.size() > most_units) out.push_back(texts.labels.filled("more_units", {std::to_string(units.size() - most_units)}));
    return out;
}

template <typename Entry>
void most_lost_first(std::vector<std::pair<std::string, Entry>>& entries, const Losses& (*losses)(const Entry&)) {
    std::stable_sort(entries.begin(), entries.end(), [&](const auto& a, const auto& b) {
        const Losses &x = losses(a.second), &y = losses(b.second);
        return std::pair(x.low, x.defects()) > std::pair(y.low, y.defects());
    });
}

const Losses& of_group(const GroupLosses& group) { return group.losses; }
const Losses& itself(const Losses& losses) { return losses; }

std::vector<std::pair<std::string, GroupLosses>> sorted(const std::map<std::string, GroupLosses>& groups) {
    std::vector<std::pair<std::string, GroupLosses>> out(groups.begin(), groups.end());
    most_lost_first(out, of_group);
    return out;
}

Table of_groups(const Texts& texts, const char* key, const char* column, const std::vector<std::pair<std::string, GroupLosses>>& groups, std::size_t most) {
    Table out = grouped(texts, key, {{texts.labels[column], Format::text, 26}, {texts.labels["evaluated_cases"], Format::count, 10}});
    out.columns.push_back({texts.labels["mean_loss"], Format::points, 11});
    for (std::size_t i = 0; i < std::min(most, groups.size()); ++i) {
        const auto& [name, group] = groups[i];
        std::vector<Cell> row{text_cell(name.empty() ? texts.labels["not_recorded"] : name), count_cell(group.cases)};
        loss_cells(row, group.losses);
        row.push_back(per_case(group.losses, group.cases));
        out.rows.push_back(std::move(row));
    }
    return out;
}

}  // namespace

int newest_version(const dsl::Program& program, const std::string& rule) {
    for (std::size_t r = program.rules.size(); r > 0; --r)
        if (program.rules[r - 1].full_id == rule) return static_cast<int>(r - 1);
    return -1;
}

int rule_behind(const dsl::Program& program, const FindingRow& row, const engine::Finding& finding) {
    return finding.rule >= 0 ? finding.rule : newest_version(program, row.rule);
}

std::string standard_title(const Texts& texts, const std::string& standard) {
    const auto& standards = texts.program().standards;
    for (std::size_t s = 0; s < standards.size(); ++s)
        if (standards[s].full_id == standard) return texts.standard_title(s);
    return standard;
}

std::string rule_title(const Texts& texts, const RuleKey& key) {
    const int rule = newest_version(texts.program(), key.rule);
    if (rule >= 0) return texts.texts(texts.rule(rule)).title;
    return key.rule.empty() ? texts.labels.filled("manual_under", {standard_title(texts, key.standard)}) : key.rule;
}

std::vector<std::pair<RuleKey, const RuleLosses*>> gravest_rules(const CampaignReport& report) {
    std::vector<std::pair<RuleKey, const RuleLosses*>> out;
    for (const auto& [key, rule] : report.rules)
        if (rule.losses.defects() > 0) out.emplace_back(key, &rule);
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return std::pair(a.second->losses.low, a.second->losses.defects()) > std::pair(b.second->losses.low, b.second->losses.defects());
    });
    return out;
}

Table top_defects(const CampaignReport& report, const Texts& texts) {
    const auto& t = texts.labels;
    Table out = grouped(texts, "top_defects", {{t["rule"], Format::text, 48}, {t["law"], Format::text, 34}});
    out.columns.push_back({t["origin"], Format::text, 36});
    const auto rules = gravest_rules(report);
    for (std::size_t i = 0; i < std::min(rules.size(), most_rules); ++i) {
        const auto& [key, rule] = rules[i];
        const int number = newest_version(texts.program(), key.rule);
        std::vector<Cell> row{text_cell(rule_title(texts, key), key.rule.empty() ? std::vector<std::string>{} : std::vector<std::string>{key.rule}),
                              text_cell("", number < 0 ? std::vector<std::string>{} : texts.basis({&texts.rule(number)}))};
        loss_cells(row, rule->losses);
        row.push_back(text_cell("", origin(texts, *rule)));
        out.rows.push_back(std::move(row));
    }
    if (rules.size() > most_rules) out.note = t.filled("more_rules", {std::to_string(rules.size() - most_rules)});
    return out;
}

std::vector<std::pair<std::string, Losses>> losses_by_standard(const CampaignReport& report) {
    std::map<std::string, Losses> standards;
    for (const auto& [key, rule] : report.rules) standards[key.standard].add(rule.losses);
    std::vector<std::pair<std::string, Losses>> out(standards.begin(), standards.end());
    most_lost_first(out, itself);
    return out;
}

Table by_standard(const CampaignReport& report, const Texts& texts) {
    Table out = grouped(texts, "by_standard", {{texts.labels["standard"], Format::text, 48}});
    for (const auto& [standard, losses] : losses_by_standard(report)) {
        std::vector<Cell> row{text_cell(standard_title(texts, standard))};
        loss_cells(row, losses);
        out.rows.push_back(std::move(row));
    }
    return out;
}

std::vector<std::pair<std::string, Losses>> losses_by_law(const CampaignReport& report, const Texts& texts) {
    std::map<std::string, Losses> laws;
    for (const auto& [key, rule] : report.rules) {
        const int number = newest_version(texts.program(), key.rule);
        std::set<std::string> cited;
        if (number >= 0)
            for (const dsl::Citation& citation : texts.rule(number).basis) cited.insert(citation.source);
        for (const std::string& source : cited) laws[source].add(rule.losses);
    }
    std::vector<std::pair<std::string, Losses>> out(laws.begin(), laws.end());
    most_lost_first(out, itself);
    return out;
}

Table by_law(const CampaignReport& report, const Texts& texts) {
    Table out = grouped(texts, "by_law", {{texts.labels["law"], Format::text, 48}});
    out.note = texts.labels["by_law_note"];
    for (const auto& [source, losses] : losses_by_law(report, texts)) {
        std::vector<Cell> row{text_cell(texts.source_title(source))};
        loss_cells(row, losses);
        out.rows.push_back(std::move(row));
    }
    return out;
}

Table by_unit(const CampaignReport& report, const Texts& texts) {
    std::vector<std::pair<std::string, GroupLosses>> groups;
    for (const UnitReport& unit : report.units) groups.emplace_back(unit.result.unit, GroupLosses{unit.result.drawn, unit.losses});
    most_lost_first(groups, of_group);
    return of_groups(texts, "by_unit", "unit", groups, groups.size());
}

Table by_kind(const CampaignReport& report, const Texts& texts) {
    std::vector<std::pair<std::string, GroupLosses>> groups = sorted(report.kinds);
    for (auto& [name, group] : groups) name = texts.kind(name);
    return of_groups(texts, "by_kind", "case_kind", groups, groups.size());
}

Table by_officer(const CampaignReport& report, const Texts& texts) {
    Table out = of_groups(texts, "by_officer", "officer", sorted(report.officers), most_officers);
    const std::size_t all = report.officers.size();
    out.note = all > most_officers ? texts.labels.filled("officers_some", {std::to_string(most_officers), std::to_string(all)}) : texts.labels["officers_note"];
    return out;
}

}  // namespace kaoping::campaign
