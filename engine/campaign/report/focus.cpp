// Training and visits: see focus.hpp.

#include "engine/campaign/report/focus.hpp"

#include <algorithm>

namespace kaoping::campaign {

namespace {

constexpr std::size_t most_rules_each = 3;

double per_hundred(const Losses& losses, std::int64_t cases) {
    return cases == 0 ? 0 : static_cast<double>(losses.low) / 1e6 * 100 / static_cast<double>(cases);
}

std::vector<RuleKey> gravest_of_unit(const CampaignReport& report, const std::string& unit) {
    std::vector<std::pair<std::int64_t, RuleKey>> rules;
    for (const auto& [key, rule] : report.rules)
        if (const auto found = rule.units.find(unit); found != rule.units.end() && found->second.defects() > 0) rules.emplace_back(-found->second.low, key);
    std::sort(rules.begin(), rules.end());
    std::vector<RuleKey> out;
    for (std::size_t i = 0; i < std::min(rules.size(), most_rules_each); ++i) out.push_back(rules[i].second);
    return out;
}

}  // namespace

std::vector<TrainingNeed> training_needs(const CampaignReport& report) {
    std::vector<TrainingNeed> out;
    for (const auto& [key, rule] : report.rules) {
        if (rule.losses.defects() == 0) continue;
        Urgency urgency{per_hundred(rule.losses, report.cases), {}};
        const auto before = report.earlier.rules.find(key);
        if (!report.earlier.campaign.empty()) urgency.before = before == report.earlier.rules.end() ? 0 : per_hundred(before->second, report.earlier.cases);
        out.push_back({key, &rule, urgency});
    }
    std::stable_sort(out.begin(), out.end(), [](const TrainingNeed& a, const TrainingNeed& b) { return a.urgency.value() > b.urgency.value(); });
    return out;
}

std::vector<Visit> visits_needed(const CampaignReport& report) {
    std::vector<Visit> out;
    for (const UnitReport& unit : report.units) {
        if (unit.losses.defects() == 0) continue;
        Urgency urgency{per_hundred(unit.losses, unit.result.drawn), {}};
        if (const auto before = report.earlier.units.find(unit.result.unit); before != report.earlier.units.end())
            urgency.before = per_hundred(before->second.losses, before->second.cases);
        out.push_back({&unit, urgency, gravest_of_unit(report, unit.result.unit)});
    }
    std::stable_sort(out.begin(), out.end(), [](const Visit& a, const Visit& b) { return a.urgency.value() > b.urgency.value(); });
    return out;
}

}  // namespace kaoping::campaign
