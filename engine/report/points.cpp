// Points and grades as people read them: see points.hpp.

#include "engine/report/points.hpp"

#include <cmath>

#include <fmt/format.h>

namespace kaoping::engine {

std::string points_text(Int128 millionths) {
    constexpr Int128 hundredth = 10'000;
    const Int128 shifted = millionths + hundredth / 2;
    Int128 hundredths = shifted / hundredth;
    if (shifted % hundredth < 0) --hundredths;  // half up is towards +∞
    const bool negative = hundredths < 0;
    std::string digits = std::to_string(static_cast<std::uint64_t>(negative ? -hundredths : hundredths));
    if (digits.size() < 3) digits.insert(0, 3 - digits.size(), '0');
    digits.insert(digits.size() - 2, ".");
    return negative ? "−" + digits : digits;
}

std::string percent_text(double share) { return fmt::format("{:.1f} %", std::floor(share * 1000) / 10); }

std::string points_text(const std::optional<Interval>& points) {
    if (!points) return "–";
    std::string low = points_text(points->low);
    const std::string high = points_text(points->high);
    return low == high ? low : low + "–" + high;
}

GradeRange grades_of(const Scheme& scheme, const std::optional<Interval>& score) {
    if (!score) return {};
    return {scheme.grade_of(score->low), scheme.grade_of(score->high)};
}

GradeRange grades_of(const Scheme& scheme, const ScoreTally& group) {
    if (group.vetoes > 0 && !scheme.veto_needs_confirmation && !scheme.unit_veto_grade.empty())
        return {scheme.unit_veto_grade, scheme.unit_veto_grade};
    return grades_of(scheme, group.mean());
}

}  // namespace kaoping::engine
