// Order of two moments, days, months and years between them, and age: semantics §§ 4–5.

#include "engine/time/civil.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

bool not_before(const TimeContext& context, Moment b, Moment a) {
    if (!a.is_date && !b.is_date) return a.at <= b.at;
    return day_of(context, a) <= day_of(context, b);
}

bool reversed(const TimeContext& context, const TimeSpan& span) { return !span.open && !not_before(context, span.to, span.from); }

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
