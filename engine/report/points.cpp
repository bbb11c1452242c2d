// Points and grades as people read them: see points.hpp.

#include "engine/report/points.hpp"

#include <fmt/format.h>

#include "engine/score/decimal.hpp"

namespace kaoping::engine {

std::string points_text(std::int64_t millionths) {
    constexpr std::int64_t hundredth = 10'000;
    std::int64_t hundredths = millionths / hundredth;
    std::int64_t rest = millionths % hundredth;
    if (rest < 0) {
        rest += hundredth;
        --hundredths;
    }
    if (rest * 2 >= hundredth) ++hundredths;
    const std::int64_t size = hundredths < 0 ? -hundredths : hundredths;
    return fmt::format("{}{}.{:02}", hundredths < 0 ? "-" : "", size / 100, size % 100);
}

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
