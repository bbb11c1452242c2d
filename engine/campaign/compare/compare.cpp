// Comparison of campaigns: see compare.hpp.

#include "engine/campaign/compare/compare.hpp"

#include <algorithm>
#include <map>

#include <fmt/core.h>

#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/result/unit_results.hpp"

namespace kaoping::campaign {

namespace {

constexpr std::int64_t few = 5;  // cases, below which a normal distribution of the share is no help

struct Stratified {
    std::int64_t cases = 0, drawn = 0;
};
/// Of one campaign the strata, and of each rule the drawn cases with a defect by stratum.
struct DefectCounts {
    std::vector<Stratified> strata;
    std::map<std::string, std::map<std::size_t, std::int64_t>> rules;
};

DefectCounts read_counts(SQLite::Database& database, const Campaign& campaign) {
    DefectCounts out;
    std::map<std::pair<std::string, std::string>, std::size_t> numbers;
    SQLite::Statement strata = query(database, "select unit, kind, cases, drawn from stratum where draw = ? order by unit, kind", campaign.draw);
    while (strata.executeStep()) {
        numbers[{strata.getColumn(0), strata.getColumn(1)}] = out.strata.size();
        out.strata.push_back({strata.getColumn(2).getInt64(), strata.getColumn(3).getInt64()});
    }
    SQLite::Statement row = query(database,
                                  "select rule, unit, kind, count(distinct case_id) from standing_finding where campaign = ? and verdict = 'defect' "
                                  "and state in ('open', 'confirmed') and rule <> '' group by rule, unit, kind",
                                  campaign.id);
    while (row.executeStep()) out.rules[row.getColumn(0)][numbers.at({row.getColumn(1), row.getColumn(2)})] = row.getColumn(3).getInt64();
    return out;
}

/// The share of all cases with a defect of a rule; `count` receives the drawn ones.
Measured share_of(const DefectCounts& counts, const std::string& rule, double confidence, std::int64_t& count) {
    const auto found = counts.rules.find(rule);
    std::vector<StratumScores> strata;
    std::int64_t drawn = 0, cases = 0;
    for (std::size_t i = 0; i < counts.strata.size(); ++i) {
        std::int64_t defects = 0;
        if (found != counts.rules.end())
            if (const auto here = found->second.find(i); here != found->second.end()) defects = here->second;
        StratumScores& stratum = strata.emplace_back(StratumScores{counts.strata[i].cases, {}});
        stratum.scores.assign(static_cast<std::size_t>(counts.strata[i].drawn), 0.0);
        std::fill_n(stratum.scores.begin(), defects, 1.0);
        count += defects;
        drawn += counts.strata[i].drawn;
        cases += counts.strata[i].cases;
    }
    const Estimate share = estimate_mean(strata, confidence).value_or(Estimate{0, std::nullopt});
    Measured out{share.mean, share.mean, share.margin, share.margin};
    if (drawn < cases && out.margin_low && std::min(count, drawn - count) < few)
        out.margin_low = out.margin_high = std::max(*out.margin_low, exact_share_margin(count, drawn, confidence));
    return out;
}

std::vector<Compared> compare_rules(const DefectCounts& first, const DefectCounts& second, double confidence) {
    std::map<std::string, Compared> out;
    for (const DefectCounts* counts : {&first, &second})
        for (const auto& [rule, strata] : counts->rules) out[rule].name = rule;
    std::vector<Compared> rows;
    for (auto& [rule, row] : out) {
        row.first = share_of(first, rule, confidence, row.first_drawn);
        row.second = share_of(second, rule, confidence, row.second_drawn);
        row.apart = difference(*row.first, *row.second);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Compared> compare_units(const std::vector<UnitResult>& first, const std::vector<UnitResult>& second) {
    std::map<std::string, Compared> out;
    const auto add = [&out](const std::vector<UnitResult>& units, std::optional<Measured> Compared::* side) {
        for (const UnitResult& unit : units) {
            Compared& row = out[unit.unit];
            row.name = unit.unit;
            if (unit.low && unit.high) row.*side = Measured{unit.low->mean, unit.high->mean, unit.low->margin, unit.high->margin};
        }
    };
    add(first, &Compared::first);
    add(second, &Compared::second);
    std::vector<Compared> rows;
    for (auto& [name, row] : out) {
        if (row.first && row.second) row.apart = difference(*row.first, *row.second);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

Comparison compare_campaigns(Register& file, const Campaign& first, const Campaign& second, double confidence) {
    require_evaluated(first);
    require_evaluated(second);
    if (first.id == second.id) throw RegisterError(fmt::format("{} is compared with itself; name two campaigns", first.id));
    Comparison out;
    out.confidence = confidence;
    out.units = compare_units(unit_results(file, first, confidence), unit_results(file, second, confidence));
    DefectCounts before, after;
    file.read([&](SQLite::Database& database) {
        before = read_counts(database, first);
        after = read_counts(database, second);
    });
    out.rules = compare_rules(before, after, confidence);
    return out;
}

}  // namespace kaoping::campaign
