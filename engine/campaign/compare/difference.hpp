#pragma once
// Do two estimates differ? Only where their intervals show it.
//
// Samples of two campaigns are independent, so the variances of their estimates add up: the margin of a difference is
// √(m₁² + m₂²). A difference is shown if its interval, score intervals and margin together, does not hold 0. Each is looked at
// by itself: of many that do not exist, some (5 in 100 at 95 %) will seem to be there by chance.

#include <cstdint>
#include <optional>

namespace kaoping::campaign {

/// An estimate that may be an interval, with the sampling margin of each end.
struct Measured {
    double low = 0, high = 0;
    std::optional<double> margin_low, margin_high;  ///< nullopt: not known; then no difference is shown
};
/// Second less first.
struct Difference {
    double low = 0, high = 0;      ///< by the intervals alone
    std::optional<double> margin;  ///< of sampling; the larger one of both ends
    [[nodiscard]] bool shown() const { return margin && (low - *margin > 0 || high + *margin < 0); }
};
[[nodiscard]] Difference difference(const Measured& first, const Measured& second);

/// The margin of a share of few: the larger distance from `count` ÷ `of` to the ends of the exact binomial interval (Clopper,
/// Pearson: The use of confidence or fiducial limits, Biometrika 26, 1934, 404–413). 0 ≤ count ≤ of, of > 0.
[[nodiscard]] double exact_share_margin(std::int64_t count, std::int64_t of, double confidence);

}  // namespace kaoping::campaign
