// Days, months and years between two moments, and age: semantics § 5.

#include "engine/time/civil.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

std::int64_t days_from(const TimeContext& context, Moment a, Moment b) { return day_of(context, b) - day_of(context, a); }

std::int64_t months_from(const TimeContext& context, Moment a, Moment b) {
    const std::int64_t from = day_of(context, a), to = day_of(context, b);
    const Civil x = civil_of(from), y = civil_of(to);
    const std::int64_t months = (y.year - x.year) * 12 + (y.month - x.month);
    // In b's own month the day number may not have come yet.
    return add_months(from, months, false) <= to ? months : months - 1;
}

std::int64_t years_from(const TimeContext& context, Moment a, Moment b) { return floor_div(months_from(context, a, b), 12); }

std::int64_t age_on(const TimeContext& context, std::int64_t born, Moment on) {
    return years_from(context, {true, born}, {true, day_of(context, on) - 1});
}

}  // namespace kaoping::engine
