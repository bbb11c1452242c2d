// Comparing units: see comparison.hpp.

#include "engine/campaign/report/comparison.hpp"

#include <algorithm>
#include <cmath>

namespace kaoping::campaign {

namespace {

bool better(const Ends& a, const Ends& b) { return a.low > b.low || (a.low == b.low && a.high > b.high); }

/// A sum of scores and the number of cases that it stands for, both expanded to all cases of the strata.
struct Expanded {
    double low = 0, high = 0, cases = 0;

    void add(const MixStratum& stratum) {
        const double expansion = static_cast<double>(stratum.cases) / static_cast<double>(stratum.drawn);
        low += expansion * stratum.low_sum;
        high += expansion * stratum.high_sum;
        cases += expansion * static_cast<double>(stratum.scored);
    }
    [[nodiscard]] Ends mean() const { return {low / cases, high / cases}; }
};

}  // namespace

double joint_confidence(double confidence, std::size_t units) { return std::pow(confidence, 1.0 / static_cast<double>(std::max<std::size_t>(units, 1))); }

std::vector<int> ranks_of(const std::vector<std::optional<Ends>>& scores) {
    std::vector<int> out;
    for (const std::optional<Ends>& own : scores)
        out.push_back(!own ? 0 : 1 + static_cast<int>(std::count_if(scores.begin(), scores.end(), [&](const auto& other) { return other && better(*other, *own); })));
    return out;
}

std::vector<UnitRank> rank_units(const std::vector<RankedScore>& scores) {
    std::vector<std::optional<Ends>> means, intervals;  // an interval that is not known may be anywhere
    for (const RankedScore& score : scores) {
        means.push_back(score.low && score.high ? std::optional<Ends>({score.low->mean, score.high->mean}) : std::nullopt);
        if (!means.back()) intervals.emplace_back();
        else if (!score.low->margin || !score.high->margin) intervals.push_back(Ends{-INFINITY, INFINITY});
        else intervals.push_back(Ends{score.low->mean - *score.low->margin, score.high->mean + *score.high->margin});
    }
    const std::vector<int> ranks = ranks_of(means);
    const auto ranked = static_cast<int>(std::count_if(means.begin(), means.end(), [](const auto& mean) { return mean.has_value(); }));
    std::vector<UnitRank> out;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (!intervals[i]) {
            out.emplace_back();
            continue;
        }
        const auto number = [&](const auto& holds) { return static_cast<int>(std::count_if(intervals.begin(), intervals.end(), [&](const auto& other) { return other && holds(*other); })); };
        const int above = number([&](const Ends& other) { return other.low > intervals[i]->high; });
        const int below = number([&](const Ends& other) { return other.high < intervals[i]->low; });
        out.push_back({ranks[i], above + 1, ranked - below});
    }
    return out;
}

std::vector<std::optional<Ends>> adjust_for_kinds(const std::vector<MixStratum>& strata, std::size_t units) {
    std::size_t kinds = 0;
    for (const MixStratum& stratum : strata) kinds = std::max(kinds, stratum.kind + 1);
    std::vector<Expanded> of_kind(kinds), of_unit(units);
    Expanded all;
    for (const MixStratum& stratum : strata) {
        of_kind[stratum.kind].add(stratum);
        of_unit[stratum.unit].add(stratum);
        all.add(stratum);
    }
    std::vector<Ends> expected(units);  // sums over the scored cases of the unit
    for (const MixStratum& stratum : strata) {
        const double cases = static_cast<double>(stratum.cases) / static_cast<double>(stratum.drawn) * static_cast<double>(stratum.scored);
        if (cases == 0) continue;
        expected[stratum.unit].low += cases * of_kind[stratum.kind].mean().low;
        expected[stratum.unit].high += cases * of_kind[stratum.kind].mean().high;
    }
    std::vector<std::optional<Ends>> out;
    for (std::size_t u = 0; u < units; ++u) {
        const double cases = of_unit[u].cases;
        if (cases == 0) {
            out.emplace_back();
            continue;
        }
        const double badly = all.mean().low + of_unit[u].mean().low - expected[u].low / cases, well = all.mean().high + of_unit[u].mean().high - expected[u].high / cases;
        out.push_back(Ends{std::min(badly, well), std::max(badly, well)});
    }
    return out;
}

}  // namespace kaoping::campaign
