#pragma once
// Comparing units fairly: how sure their ranks are, and what remains when all have the same kinds of cases.
//
// Rank intervals: every unit gets a confidence interval of its score, wide enough that all K of them hold at once (each with
// the confidence c^(1/K); units are sampled independently). The rank of a unit lies between one more than the number of units
// whose interval is wholly above its own, and K less the number of those wholly below (Klein, Wright, Wieczorek: A joint
// confidence region for an overall ranking of populations, J. R. Stat. Soc. C 69, 2020, 589–606). The interval of a unit reaches
// from the lower end of its score less the margin to the upper end and its margin, so it holds both kinds of doubt.
//
// Case mix: indirect standardisation. Expected of a unit is the mean that it would have if each of its kinds of cases scored as
// that kind does over all units; adjusted is the mean of all + what the unit has − what is expected of it. Its ends: all open points of all units turn out badly, or
// all well; where a unit has fewer of them than the others, the former is the better one for it.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/campaign/result/estimate.hpp"

namespace kaoping::campaign {

/// Both ends of a score interval, in points.
struct Ends {
    double low = 0, high = 0;
};

/// 1 is the best; 0: no score, so no rank.
struct UnitRank {
    int rank = 0;             ///< by the lower end of the score, then the upper one; equal scores share a rank
    int best = 0, worst = 0;  ///< the joint rank interval; where a margin is not known: all ranks
};

/// The confidence that each of `units` intervals needs so that all hold at once with `confidence`.
[[nodiscard]] double joint_confidence(double confidence, std::size_t units);

struct RankedScore {
    std::optional<Estimate> low, high;  ///< with margins of the joint confidence
};
[[nodiscard]] std::vector<UnitRank> rank_units(const std::vector<RankedScore>& scores);

/// Ranks by both ends alone, highest first; equal ones share a rank; 0 for nothing.
[[nodiscard]] std::vector<int> ranks_of(const std::vector<std::optional<Ends>>& scores);

/// What the sample of one unit says of one kind of its cases.
struct MixStratum {
    std::size_t unit = 0, kind = 0;          ///< from 0
    std::int64_t cases = 0;                  ///< of the stratum
    std::int64_t drawn = 0, scored = 0;
    double low_sum = 0, high_sum = 0;        ///< of the scored cases, points
};
/// By unit; nothing for a unit without a score.
[[nodiscard]] std::vector<std::optional<Ends>> adjust_for_kinds(const std::vector<MixStratum>& strata, std::size_t units);

}  // namespace kaoping::campaign
