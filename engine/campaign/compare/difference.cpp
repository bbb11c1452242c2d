// Differences: see difference.hpp.

#include "engine/campaign/compare/difference.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/binomial.hpp>

namespace kaoping::campaign {

Difference difference(const Measured& first, const Measured& second) {
    Difference out{second.low - first.high, second.high - first.low, std::nullopt};
    if (first.margin_low && first.margin_high && second.margin_low && second.margin_high)
        out.margin = std::max(std::hypot(*second.margin_low, *first.margin_high), std::hypot(*second.margin_high, *first.margin_low));
    return out;
}

double exact_share_margin(std::int64_t count, std::int64_t of, double confidence) {
    using boost::math::binomial_distribution;
    const auto trials = static_cast<double>(of), successes = static_cast<double>(count), share = successes / trials, tail = (1 - confidence) / 2;
    const double low = binomial_distribution<>::find_lower_bound_on_p(trials, successes, tail);
    const double high = binomial_distribution<>::find_upper_bound_on_p(trials, successes, tail);
    return std::max(share - low, high - share);
}

}  // namespace kaoping::campaign
