// The two greedy optima: see weighted_mean.hpp.

#include "engine/score/weighted_mean.hpp"

#include <algorithm>
#include <vector>

#include "engine/score/decimal.hpp"

namespace kaoping::engine {

namespace {

struct Sum {
    Int128 value = 0;
    Int128 weight = 0;
    void add(Int128 v, std::int64_t w) {
        value += v;
        weight += w;
    }
};

/// a.value / a.weight < b.value / b.weight, for positive weights.
bool below(Int128 value_a, Int128 weight_a, Int128 value_b, Int128 weight_b) {
    return value_a * weight_b < value_b * weight_a;
}

/// `sign` 1 for the least, −1 for the greatest mean (values are negated by the caller).
Sum least_mean(std::span<const MeanMember> members, bool greatest) {
    const auto value = [&](const MeanMember& m) { return greatest ? -m.high : m.low; };
    Sum sum;
    std::vector<const MeanMember*> optional;
    for (const MeanMember& m : members)
        if (m.weight > 0 && m.optional) optional.push_back(&m);
        else if (m.weight > 0) sum.add(value(m), m.weight);
    std::stable_sort(optional.begin(), optional.end(),
                     [&](const MeanMember* a, const MeanMember* b) { return below(value(*a), a->weight, value(*b), b->weight); });
    for (const MeanMember* m : optional) {
        if (sum.weight > 0 && !below(value(*m), m->weight, sum.value, sum.weight)) break;
        sum.add(value(*m), m->weight);
    }
    return sum;
}

}  // namespace

std::optional<Interval> weighted_mean(std::span<const MeanMember> members, std::int64_t scale) {
    const auto counts = [](const MeanMember& m) { return m.weight > 0; };
    if (std::none_of(members.begin(), members.end(), counts)) return std::nullopt;
    const Sum low = least_mean(members, false);
    const bool exact = std::all_of(members.begin(), members.end(), [&](const MeanMember& m) { return !counts(m) || (!m.optional && m.low == m.high); });
    if (exact) {
        const std::int64_t mean = scale_amount(scale, low.value, low.weight * MeanMember::share_scale);
        return Interval{mean, mean};
    }
    const Sum high = least_mean(members, true);
    return Interval{scale_amount(scale, low.value, low.weight * MeanMember::share_scale),
                    scale_amount(scale, -high.value, high.weight * MeanMember::share_scale)};
}

}  // namespace kaoping::engine
