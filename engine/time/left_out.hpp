#pragma once
// Time that does not count: the union of the spans of `not counting`, in days or in µs (semantics § 5, step 2).

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>

#include <boost/container/small_vector.hpp>

#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

/// The points x with after < x <= until (days), or after <= x < until (instants); `for_ever` as end: still running.
struct LeftOut {
    std::int64_t after = 0, until = 0;
};

constexpr std::int64_t for_ever = std::numeric_limits<std::int64_t>::max();

/// Up to 8 spans lie on the stack.
using LeftOutSpans = boost::container::small_vector<LeftOut, 8>;

/// The parts of the spans behind `start`, sorted, merged where they touch. `place` gives the day or instant of a moment.
template <typename Place>
LeftOutSpans left_out_after(std::span<const TimeSpan> spans, std::int64_t start, Place place) {
    LeftOutSpans all;
    for (const TimeSpan& span : spans) {
        const LeftOut one{std::max(place(span.from), start), span.open ? for_ever : place(span.to)};
        if (one.until > one.after) all.push_back(one);
    }
    std::sort(all.begin(), all.end(), [](const LeftOut& a, const LeftOut& b) { return a.after < b.after; });
    std::size_t kept = 0;
    for (const LeftOut& one : all) {
        if (kept > 0 && one.after <= all[kept - 1].until) all[kept - 1].until = std::max(all[kept - 1].until, one.until);
        else all[kept++] = one;
    }
    all.resize(kept);
    return all;
}

/// Moves an end back by all that is left out before it, also by what begins in the time so gained; a span that begins at
/// the end or later does not matter. nullopt: the end is never reached, a span still runs.
inline std::optional<std::int64_t> extend(std::int64_t end, const LeftOutSpans& left_out) {
    for (const LeftOut& one : left_out) {
        if (one.after >= end) break;
        if (one.until == for_ever) return std::nullopt;
        end += one.until - one.after;
    }
    return end;
}

}  // namespace kaoping::engine
