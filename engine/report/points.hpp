#pragma once
// Points and grades as people read them.

#include <cstdint>
#include <optional>
#include <string>

#include "engine/result/summary.hpp"
#include "engine/score/decimal.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

/// Two digits, rounded half up: "82.50". Scores are rounded only here, when they are printed (semantics § 6).
[[nodiscard]] std::string points_text(Int128 millionths);
/// "97.4 %", rounded down: 100 % means all.
[[nodiscard]] std::string percent_text(double share);
/// "82.50", or "82.50–90.00" while facts are missing; "–" where there is no score.
[[nodiscard]] std::string points_text(const std::optional<Interval>& points);

/// The grades of the ends of an interval; equal unless it spans several. Empty texts: the scheme has no grades.
struct GradeRange {
    std::string low, high;
    bool operator==(const GradeRange&) const = default;
};
[[nodiscard]] GradeRange grades_of(const Scheme& scheme, const std::optional<Interval>& score);

/// Of a group of cases (a unit): the grade of its mean; vetoes that are in force decide where the scheme says so.
[[nodiscard]] GradeRange grades_of(const Scheme& scheme, const ScoreTally& group);

}  // namespace kaoping::engine
