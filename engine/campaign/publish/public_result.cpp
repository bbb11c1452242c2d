// What the public may see: see public_result.hpp.

#include "engine/campaign/publish/public_result.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"

namespace kaoping::campaign {

namespace {

void add_units(const ClosedCampaign& closed, PublicResult& out) {
    std::vector<std::int64_t> cases, drawn, defects;
    for (const ClosedUnit& unit : closed.units) {
        cases.push_back(unit.cases);
        drawn.push_back(unit.drawn);
        defects.push_back(unit.defects);
    }
    const MaskedList of_cases = mask_list(cases), of_drawn = mask_list(drawn), of_defects = mask_list(defects);
    for (std::size_t i = 0; i < closed.units.size(); ++i) {
        const ClosedUnit& unit = closed.units[i];
        PublicUnit& one = out.units.emplace_back();
        one.name = unit.unit;
        one.cases = of_cases.counts[i];
        one.drawn = of_drawn.counts[i];
        one.defects = of_defects.counts[i];
        one.scored = unit.scored >= least_published;
        if (!one.scored) continue;
        one.score = unit.score;
        if (unit.margin_low && unit.margin_high) one.margin = std::max(*unit.margin_low, *unit.margin_high);
        one.grade_low = unit.grade_low;
        one.grade_high = unit.grade_high;
    }
    out.cases = of_cases.total;
    out.drawn = of_drawn.total;
    out.defects = of_defects.total;
}

/// Of each rule the drawn cases with a defect that stands.
std::map<std::string, std::int64_t> cases_by_rule(Register& file, const Campaign& campaign) {
    std::map<std::string, std::int64_t> out;
    file.read([&](SQLite::Database& database) {
        SQLite::Statement row = query(database,
                                      "select rule, count(distinct case_id) from standing_finding where campaign = ? and verdict = 'defect' "
                                      "and state in ('open', 'confirmed') group by rule",
                                      campaign.id);
        while (row.executeStep()) out[row.getColumn(0)] = row.getColumn(1).getInt64();
    });
    return out;
}

void add_rules(const std::map<std::string, std::int64_t>& counts, std::int64_t drawn, const engine::html::Texts& texts, PublicResult& out) {
    const dsl::Program& program = texts.program();
    std::set<std::string> done;  // versions of a rule share its id: the last one's title counts
    for (auto rule = program.rules.rbegin(); rule != program.rules.rend(); ++rule) {
        const auto found = counts.find(rule->full_id);
        if (found == counts.end() || !done.insert(rule->full_id).second) continue;
        PublicRule one{texts.standard_title(static_cast<std::size_t>(rule->standard)), texts.texts(*rule).title, std::string(dsl::severity_name(rule->severity)), found->second};
        if (is_small(found->second) || is_small(drawn - found->second)) one.cases.reset();  // nor by what the others are
        out.rules.push_back(std::move(one));
    }
    std::reverse(out.rules.begin(), out.rules.end());
}

}  // namespace

PublicResult public_result(Register& file, const Campaign& campaign, const engine::html::Texts& texts, const std::string& title) {
    const ClosedCampaign closed = closed_campaign(file, campaign);
    PublicResult out;
    out.title = title.empty() ? texts.labels.filled("pub_title", {closed.period_from, closed.period_until}) : title;
    out.period_from = closed.period_from;
    out.period_until = closed.period_until;
    out.confidence = closed.confidence;
    add_units(closed, out);
    std::int64_t drawn = 0;
    for (const ClosedUnit& unit : closed.units) drawn += unit.drawn;
    add_rules(cases_by_rule(file, campaign), drawn, texts, out);
    return out;
}

void register_publication(Register& file, const Campaign& campaign, const std::string& form, const std::string& hash, const Who& who) {
    file.write([&](SQLite::Database& database) {
        execute(database, "insert into publication values (?, ?, ?, ?)", add_event(database, "results_published", who), campaign.id, form, hash);
    });
}

}  // namespace kaoping::campaign
