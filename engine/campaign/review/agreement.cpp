// Agreement: see agreement.hpp.

#include "engine/campaign/review/agreement.hpp"

#include <map>
#include <set>

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/result/number_list.hpp"
#include "engine/report/csv.hpp"
#include "engine/report/text_table.hpp"

namespace kaoping::campaign {

namespace {

constexpr const char* reviewed_findings = R"sql(
    select f.case_id, f.unit, f.finding, f.rule, f.standard, f.origin, found.verdict, word.decision, actor, word.reason, coalesce(f.line ->> '$.message', '')
    from standing_finding f join finding found on found.id = f.finding
    join finding_word word on word.finding = f.finding and word.event = (select max(event) from finding_word newest where newest.finding = f.finding)
    join event on event.id = word.event
    where f.campaign = ? order by f.rule, f.case_id, f.finding)sql";

std::optional<double> share(std::int64_t of, std::int64_t all) {
    if (all == 0) return std::nullopt;
    return static_cast<double>(of) / static_cast<double>(all);
}

/// Counts one reviewed finding; true if engine and people do not agree on it.
bool count(RuleAgreement& to, const std::string& origin, const std::string& engine, const std::string& decision) {
    const bool confirmed = decision == "confirm";
    if (origin == "manual") {
        to.people_only += confirmed ? 1 : 0;
        return confirmed;
    }
    if (engine != "defect") {
        ++to.left_open;
        return false;
    }
    ++(confirmed ? to.both : to.engine_only);
    return !confirmed;
}

using ByRule = std::map<std::string, RuleAgreement>;
using CaseRule = std::pair<std::string, std::string>;

/// The rules that the engine says are met in the cases that people reviewed, and under which they added nothing.
void count_met(SQLite::Database& database, const Campaign& campaign, const dsl::Program& program, const std::set<std::string>& cases,
               const std::set<CaseRule>& with_finding, ByRule& rules) {
    for (const std::string& case_id : cases) {
        SQLite::Statement met = query(database, "select rules from case_met where run = ? and case_id = ?", campaign.run, case_id);
        if (!met.executeStep()) continue;
        std::set<std::string> ids;  // versions of a rule count once
        for (const int number : list_numbers(met.getColumn(0).getString())) ids.insert(program.rules.at(static_cast<std::size_t>(number)).full_id);
        for (const std::string& id : ids)
            if (with_finding.count({case_id, id}) == 0) ++rules[id].neither;
    }
}

std::string percent(std::optional<double> share) { return share ? fmt::format("{:.1f} %", *share * 100) : "–"; }

std::vector<std::string> row_of(const RuleAgreement& one, const std::string& title) {
    const auto kappa = one.kappa();
    return {title,
            std::to_string(one.both),
            std::to_string(one.engine_only),
            std::to_string(one.people_only),
            std::to_string(one.neither),
            std::to_string(one.left_open),
            percent(one.precision()),
            percent(one.recall()),
            kappa ? fmt::format("{:.2f}", *kappa) : "–"};
}

}  // namespace

std::optional<double> RuleAgreement::precision() const { return share(both, both + engine_only); }
std::optional<double> RuleAgreement::recall() const { return share(both, both + people_only); }

std::optional<double> RuleAgreement::kappa() const {
    const auto all = static_cast<double>(both + engine_only + people_only + neither);
    const auto engine = static_cast<double>(both + engine_only), people = static_cast<double>(both + people_only);
    if (all == 0) return std::nullopt;
    const double observed = static_cast<double>(both + neither) / all;
    const double by_chance = (engine * people + (all - engine) * (all - people)) / (all * all);
    if (by_chance >= 1) return std::nullopt;
    return (observed - by_chance) / (1 - by_chance);
}

Agreement agreement_of(Register& file, const Campaign& campaign, const dsl::Program& program) {
    Agreement out;
    ByRule rules;
    file.read([&](SQLite::Database& database) {
        std::set<std::string> cases;
        std::set<CaseRule> with_finding;
        SQLite::Statement row = query(database, reviewed_findings, campaign.id);
        while (row.executeStep()) {
            const std::string case_id = row.getColumn(0), rule = row.getColumn(3), origin = row.getColumn(5), engine = row.getColumn(6),
                              decision = row.getColumn(7);
            cases.insert(case_id);
            RuleAgreement of_no_rule;
            const bool differ = count(rule.empty() ? of_no_rule : rules[rule], origin, engine, decision);
            if (differ || origin == "engine") with_finding.emplace(case_id, rule);
            if (differ)
                out.disagreements.push_back({case_id, row.getColumn(1), row.getColumn(2), rule, row.getColumn(4), origin == "manual" ? "not found" : engine,
                                             decision == "confirm" ? "defect" : "no defect", row.getColumn(8), row.getColumn(9), row.getColumn(10)});
        }
        count_met(database, campaign, program, cases, with_finding, rules);
    });
    for (auto& [id, one] : rules) {
        out.total.both += one.both;
        out.total.engine_only += one.engine_only;
        out.total.people_only += one.people_only;
        out.total.neither += one.neither;
        out.total.left_open += one.left_open;
        one.rule = id;
        out.rules.push_back(one);
    }
    return out;
}

std::string agreement_text(const Agreement& agreement) {
    if (agreement.rules.empty() && agreement.disagreements.empty()) return "nothing was reviewed yet\n";
    using engine::Align;
    std::vector<std::vector<std::string>> rows;
    for (const RuleAgreement& one : agreement.rules)
        if (one.both + one.engine_only + one.people_only + one.left_open > 0) rows.push_back(row_of(one, one.rule));
    rows.push_back(row_of(agreement.total, "all rules"));
    std::string out = engine::text_table({{"rule", Align::left, 60},
                                          {"both", Align::right},
                                          {"engine only", Align::right},
                                          {"people only", Align::right},
                                          {"neither", Align::right},
                                          {"left open", Align::right},
                                          {"precision", Align::right},
                                          {"recall", Align::right},
                                          {"kappa", Align::right}},
                                         rows);
    out +=
        "both, engine only, people only, neither: who sees a defect, in the cases that people reviewed; left open: what the engine left to people.\n"
        "precision: of the engine's defects, those that people confirmed; recall: of the defects people see, those that the engine found.\n"
        "kappa: agreement beyond chance. Rules of which people said nothing are in the total only.\n";
    if (agreement.disagreements.empty()) return out;
    rows.clear();
    for (const Disagreement& one : agreement.disagreements)
        rows.push_back({one.case_id, one.finding, one.rule.empty() ? one.standard : one.rule, one.engine, one.people, one.by, one.reason});
    return out + "\n" +
           engine::text_table(
               {{"case"}, {"finding", Align::right}, {"rule or standard", Align::left, 50}, {"engine"}, {"people"}, {"who"}, {"reason", Align::left, 60}},
               rows);
}

std::string disagreements_csv(const Agreement& agreement) {
    std::string out = std::string(engine::csv::byte_order_mark) + "case,unit,finding,rule,standard,engine,people,by,reason,message\r\n";
    for (const Disagreement& one : agreement.disagreements) {
        for (const std::string* cell :
             {&one.case_id, &one.unit, &one.finding, &one.rule, &one.standard, &one.engine, &one.people, &one.by, &one.reason, &one.message})
            engine::csv::cell(out, *cell);
        engine::csv::end_row(out);
    }
    return out;
}

}  // namespace kaoping::campaign
