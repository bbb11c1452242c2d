#pragma once
// From the scores of drawn cases to the mean of all cases of a unit, with what chance may have done to it.
//
// Stratified systematic sample without replacement, treated as a random one inside each stratum. Cases without a score
// (nothing applies to them) make the mean a ratio, whose variance is linearised (Cochran, Sampling Techniques, 3rd ed. 1977,
// §§ 5.11, 6.11); where all have one, it is the stratified mean exactly. Degrees of freedom: Satterthwaite (Cochran § 5.4).

#include <cstdint>
#include <optional>
#include <vector>

namespace kaoping::campaign {

struct StratumScores {
    std::int64_t cases = 0;                     ///< of the stratum
    std::vector<std::optional<double>> scores;  ///< of its drawn cases; nullopt: no score
};

struct Estimate {
    double mean = 0;
    /// Half the width of the confidence interval; 0 if all cases were drawn; nullopt: not known, a stratum gave one of several.
    std::optional<double> margin;
};

/// nullopt: no case has a score. `confidence` between 0 and 1.
[[nodiscard]] std::optional<Estimate> estimate_mean(const std::vector<StratumScores>& strata, double confidence);

/// Below this number of scored cases, unless all were drawn, a unit is marked as a small sample: the interval leans on the
/// normal distribution of means, which few cases do not promise.
constexpr std::int64_t small_sample = 30;

}  // namespace kaoping::campaign
