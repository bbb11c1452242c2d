// Masking of small counts: see masking.hpp.

#include "engine/campaign/publish/masking.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

namespace kaoping::campaign {

MaskedList mask_list(const std::vector<std::int64_t>& counts) {
    MaskedList out{{counts.begin(), counts.end()}, std::accumulate(counts.begin(), counts.end(), std::int64_t{0})};
    std::map<std::int64_t, std::vector<std::size_t>> others;  // by count: the smallest are masked next, zeros last: they hide nobody
    std::int64_t sum = 0, masked = 0;
    const auto mask = [&](std::size_t i) {
        out.counts[i].reset();
        sum += counts[i];
        ++masked;
    };
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (is_small(counts[i])) mask(i);
        else others[counts[i] == 0 ? std::numeric_limits<std::int64_t>::max() : counts[i]].push_back(i);
    }
    if (masked == 0) return out;
    const auto safe = [&] { return masked >= 2 && sum > masked * (least_published - 1); };
    for (auto next = others.begin(); next != others.end() && !safe(); ++next) std::for_each(next->second.begin(), next->second.end(), mask);
    if (!safe()) out.total.reset();
    return out;
}

}  // namespace kaoping::campaign
