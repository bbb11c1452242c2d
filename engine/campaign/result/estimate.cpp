// Estimates: see estimate.hpp.

#include "engine/campaign/result/estimate.hpp"

#include <cmath>

#include <boost/math/distributions/students_t.hpp>

namespace kaoping::campaign {

namespace {

/// Estimated totals over all cases: of the scores, and of the cases that have one.
struct Totals {
    double score = 0, scored = 0;
};

Totals totals_of(const std::vector<StratumScores>& strata) {
    Totals out;
    for (const StratumScores& stratum : strata) {
        if (stratum.scores.empty()) continue;
        const double expansion = static_cast<double>(stratum.cases) / static_cast<double>(stratum.scores.size());
        for (const std::optional<double>& score : stratum.scores) {
            out.score += expansion * score.value_or(0);
            out.scored += score ? expansion : 0;
        }
    }
    return out;
}

/// Sum of squared differences from their mean of what each case adds to the linearised mean: score − mean, or 0 without a score.
double spread(const StratumScores& stratum, double mean) {
    double sum = 0, squares = 0;
    for (const std::optional<double>& score : stratum.scores) sum += score ? *score - mean : 0;
    const double middle = sum / static_cast<double>(stratum.scores.size());
    for (const std::optional<double>& score : stratum.scores) {
        const double difference = (score ? *score - mean : 0) - middle;
        squares += difference * difference;
    }
    return squares;
}

}  // namespace

std::optional<Estimate> estimate_mean(const std::vector<StratumScores>& strata, double confidence) {
    const Totals totals = totals_of(strata);
    if (totals.scored <= 0) return std::nullopt;
    Estimate out{totals.score / totals.scored, 0.0};
    double variance = 0, freedom = 0;  // freedom: sum of v² ÷ (n − 1)
    for (const StratumScores& stratum : strata) {
        const auto n = static_cast<double>(stratum.scores.size()), all = static_cast<double>(stratum.cases);
        if (n >= all) continue;
        if (n < 2) return Estimate{out.mean, std::nullopt};
        const double part = all * all * (1 - n / all) * spread(stratum, out.mean) / (n - 1) / n / (totals.scored * totals.scored);
        variance += part;
        freedom += part * part / (n - 1);
    }
    if (variance <= 0) return out;
    const boost::math::students_t distribution(variance * variance / freedom);
    out.margin = boost::math::quantile(distribution, (1 + confidence) / 2) * std::sqrt(variance);
    return out;
}

}  // namespace kaoping::campaign
