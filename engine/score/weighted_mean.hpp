#pragma once
// Bounds of a weighted mean whose values are intervals and of whose members some may not count at all.
//
// The least mean takes the low end of every sure member, and of the optional ones those, cheapest first, that pull the
// mean down: an optional member below the mean lowers it, one above raises it, so taking them in ascending order until
// none lies below is the exact optimum. The greatest mean is the mirror image.

#include <cstdint>
#include <optional>
#include <span>

#include "engine/result/verdict.hpp"
#include "engine/score/decimal.hpp"

namespace kaoping::engine {

/// A member of the mean: weight × share, share in [0, 1]. The sums are weight × share × share_scale.
struct MeanMember {
    static constexpr std::int64_t share_scale = 1'000'000;
    std::int64_t weight = 0;   ///< millionths, ≥ 0; a member of weight 0 does not count
    Int128 low = 0;          ///< weight × share_scale × least share
    Int128 high = 0;
    bool optional = false;
};

/// [least, greatest] × `scale`, each rounded half to even. If only optional members exist, the bounds are over the worlds in
/// which at least one counts. nullopt: no member of positive weight.
[[nodiscard]] std::optional<Interval> weighted_mean(std::span<const MeanMember> members, std::int64_t scale);

}  // namespace kaoping::engine
