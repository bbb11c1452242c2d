// The end of a period: semantics § 5, step by step.

#include <optional>

#include "engine/time/civil.hpp"
#include "engine/time/left_out.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

namespace {

using dsl::DeadlineValue;
using dsl::PeriodValue;
using dsl::Unit;

constexpr std::int64_t last_instant = (last_day + 1) * dsl::us_per_day - 1;
constexpr std::int64_t longest_in_days = last_day - first_day;
constexpr std::int64_t longest_in_months = 12 * 9999;

constexpr DeadlineValue never{false, 0, true};

tl::unexpected<TimeError> out_of_range() { return tl::unexpected(TimeError{TimeFault::out_of_range, 0}); }
tl::unexpected<TimeError> no_calendar_of(std::int64_t day) {
    return tl::unexpected(TimeError{TimeFault::missing_year, static_cast<int>(civil_of(day).year)});
}

/// Length in µs; nullopt beyond some ten thousand years.
std::optional<std::int64_t> length_of(PeriodValue period) {
    constexpr std::int64_t longest = 2 * last_instant;
    const std::int64_t unit = PeriodValue{1, period.unit}.microseconds();
    if (period.count < 0 || period.count > longest / unit) return std::nullopt;
    return period.count * unit;
}

std::optional<bool> working(const TimeContext& context, std::int64_t day) {
    // Working days without a calendar: the checker refuses them; here they are the ordinary week.
    if (!context.calendar) return weekday_of(day) <= 5;
    return context.calendar->working(day);
}

/// The n-th working day after d₀ that is not left out; nullopt: never reached.
tl::expected<std::optional<std::int64_t>, TimeError> nth_working_day(const TimeContext& context, std::int64_t d0, std::int64_t n,
                                                                     const LeftOutSpans& left_out) {
    if (n > longest_in_days) return out_of_range();
    std::int64_t day = d0;
    auto next = left_out.begin();
    while (n > 0) {
        if (next != left_out.end() && day >= next->after) {
            if (next->until == for_ever) return std::optional<std::int64_t>();
            day = std::max(day, next->until);
            ++next;
            continue;
        }
        if (!is_civil_day(++day)) return out_of_range();
        const auto counts = working(context, day);
        if (!counts) return no_calendar_of(day);
        if (*counts) --n;
    }
    return std::optional(day);
}

/// The least working day not before a day.
tl::expected<std::int64_t, TimeError> roll(const WorkCalendar& calendar, std::int64_t day) {
    for (;; ++day) {
        if (!is_civil_day(day)) return out_of_range();
        const auto counts = calendar.working(day);
        if (!counts) return no_calendar_of(day);
        if (*counts) return day;
    }
}

/// Where hours start to count: at the act itself, or at the next full hour of the local clock (pack.yaml `counting.hours`).
/// The hour in which the act falls does not count, even if the act is at its first moment.
std::int64_t start_of_hours(const TimeContext& context, PeriodValue period, std::int64_t instant, std::int32_t flags) {
    if ((flags & dsl::hours_next_full) == 0 || period.unit != Unit::hour) return instant;
    const std::int64_t local = context.zone.local_time(instant);
    return instant - (local - floor_div(local, dsl::us_per_hour) * dsl::us_per_hour) + dsl::us_per_hour;
}

/// A day as an instant is its first moment.
std::int64_t instant_of(const TimeContext& context, Moment moment) {
    return moment.is_date ? context.zone.end_of_day(moment.at - 1) + 1 : moment.at;
}

tl::expected<DeadlineValue, TimeError> elapsed_end(const TimeContext& context, PeriodValue period, Moment point,
                                                   std::span<const TimeSpan> spans, std::int32_t flags) {
    const auto length = length_of(period);
    const std::int64_t from = instant_of(context, point);
    if (!length || from > last_instant || from < -last_instant) return out_of_range();
    const std::int64_t start = start_of_hours(context, period, from, flags);
    const auto left_out = left_out_after(spans, start, [&](Moment m) { return std::min(instant_of(context, m), last_instant); });
    const auto end = extend(start + *length, left_out);
    if (!end) return never;
    if (*end > last_instant) return out_of_range();
    return DeadlineValue{false, *end, false};
}

}  // namespace

std::int64_t day_of(const TimeContext& context, Moment moment) { return moment.is_date ? moment.at : context.zone.local_date(moment.at); }

tl::expected<std::int64_t, TimeError> unrolled_end(const TimeContext& context, PeriodValue period, std::int64_t day, std::int32_t flags) {
    if (period.count < 0 || !is_civil_day(day)) return out_of_range();
    std::int64_t end = 0;
    switch (period.unit) {
        case Unit::day:
            if (period.count > longest_in_days) return out_of_range();
            end = day + period.count;
            break;
        case Unit::month:
        case Unit::year:
            if (period.count > longest_in_months) return out_of_range();
            end = add_months(day, period.count * (period.unit == Unit::year ? 12 : 1), (flags & dsl::month_end_sticky) != 0);
            break;
        case Unit::working_day: {
            const auto reached = nth_working_day(context, day, period.count, {});
            if (!reached) return tl::unexpected(reached.error());
            return reached->value_or(day);  // nothing is left out, so it is reached
        }
        default: return out_of_range();
    }
    if (!is_civil_day(end)) return out_of_range();
    return end;
}

tl::expected<DeadlineValue, TimeError> deadline_after(const TimeContext& context, PeriodValue period, Moment point,
                                                      std::span<const TimeSpan> spans, std::int32_t flags) {
    if (period.elapsed()) return elapsed_end(context, period, point, spans, flags);
    const std::int64_t d0 = day_of(context, point);
    if (period.count < 0 || !is_civil_day(d0)) return out_of_range();
    const auto left_out = left_out_after(spans, d0, [&](Moment m) { return std::min(day_of(context, m), last_day); });
    if (period.unit == Unit::working_day) {
        const auto day = nth_working_day(context, d0, period.count, left_out);
        if (!day) return tl::unexpected(day.error());
        return *day ? DeadlineValue{true, **day, false} : never;
    }
    const auto e0 = unrolled_end(context, period, d0, flags);
    if (!e0) return tl::unexpected(e0.error());
    const auto e1 = extend(*e0, left_out);
    if (!e1) return never;
    if (!is_civil_day(*e1)) return out_of_range();
    if (period.rolling == dsl::Rolling::strict || !context.calendar) return DeadlineValue{true, *e1, false};
    const auto e2 = roll(*context.calendar, *e1);
    if (!e2) return tl::unexpected(e2.error());
    return DeadlineValue{true, *e2, false};
}

tl::expected<bool, TimeError> at_least_after(const TimeContext& context, Moment b, Moment a, PeriodValue period, std::int32_t flags) {
    if (period.elapsed()) {
        const auto length = length_of(period);
        if (!length) return out_of_range();
        std::int64_t reached = 0;
        if (__builtin_add_overflow(instant_of(context, a), *length, &reached)) return out_of_range();
        return instant_of(context, b) >= reached;
    }
    const auto e0 = unrolled_end(context, period, day_of(context, a), flags);
    if (!e0) return tl::unexpected(e0.error());
    return day_of(context, b) >= *e0;
}

bool in_time(const TimeContext& context, Moment moment, const DeadlineValue& deadline) {
    if (deadline.never) return true;
    if (deadline.by_day) return day_of(context, moment) <= deadline.at;
    return instant_of(context, moment) <= deadline.at;
}

std::optional<Overdue> overdue(const TimeContext& context, Moment moment, const DeadlineValue& deadline) {
    if (in_time(context, moment, deadline)) return std::nullopt;
    if (deadline.by_day) return Overdue{true, day_of(context, moment) - deadline.at};
    return Overdue{false, instant_of(context, moment) - deadline.at};
}

}  // namespace kaoping::engine
