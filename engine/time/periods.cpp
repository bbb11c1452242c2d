// The end of a period: semantics § 5, step by step.

#include <date/date.h>

#include <algorithm>
#include <boost/container/small_vector.hpp>

#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

namespace {

using dsl::DeadlineValue;
using dsl::PeriodValue;
using dsl::Unit;

constexpr std::int64_t min_day = -719162;  ///< 0001-01-01
constexpr std::int64_t max_day = 2932896;  ///< 9999-12-31
constexpr std::int64_t max_working_days = 100'000;

date::year_month_day civil_of(std::int64_t day) { return date::year_month_day(date::sys_days(date::days(static_cast<int>(day)))); }
std::int64_t number_of(date::year_month_day civil) { return date::sys_days(civil).time_since_epoch().count(); }
bool in_range(std::int64_t day) { return day >= min_day && day <= max_day; }

tl::unexpected<TimeError> out_of_range() { return tl::unexpected(TimeError{TimeFault::out_of_range, 0}); }

/// Days that do not count: (after, until], merged, by day, later than d₀.
struct LeftOut {
    std::int64_t after, until;
};
using LeftOutDays = boost::container::small_vector<LeftOut, 8>;

template <typename Interval, typename List>
void merge(List& all) {
    std::sort(all.begin(), all.end(), [](const Interval& a, const Interval& b) { return a.after < b.after; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (kept > 0 && all[i].after <= all[kept - 1].until) all[kept - 1].until = std::max(all[kept - 1].until, all[i].until);
        else all[kept++] = all[i];
    }
    all.resize(kept);
}

LeftOutDays left_out_days(const TimeContext& context, std::span<const TimeSpan> spans, std::int64_t d0) {
    LeftOutDays out;
    for (const TimeSpan& span : spans) {
        const LeftOut days{std::max(day_of(context, span.from), d0), day_of(context, span.to)};
        if (days.until > days.after) out.push_back(days);
    }
    merge<LeftOut>(out);
    return out;
}

/// The same day number `months` on, or that month's last day.
std::optional<std::int64_t> add_months(std::int64_t day, std::int64_t months, bool sticky) {
    if (months > 12 * 10000) return std::nullopt;
    const date::year_month_day from = civil_of(day);
    const date::year_month target = from.year() / from.month() + date::months(static_cast<int>(months));
    if (int(target.year()) > 9999) return std::nullopt;
    const date::day last = date::year_month_day_last(target.year(), date::month_day_last(target.month())).day();
    const bool at_end = from.day() == date::year_month_day_last(from.year(), date::month_day_last(from.month())).day();
    const date::day to = sticky && at_end ? last : std::min(from.day(), last);
    return number_of(target.year() / target.month() / to);
}

/// The n-th working day after d₀ that is not left out. Without a calendar only the week counts.
tl::expected<std::int64_t, TimeError> nth_working_day(const TimeContext& context, std::int64_t d0, std::int64_t n, const LeftOutDays& left_out) {
    if (n > max_working_days) return out_of_range();
    std::int64_t day = d0;
    for (std::int64_t counted = 0; counted < n;) {
        if (!in_range(++day)) return out_of_range();
        const bool out = std::any_of(left_out.begin(), left_out.end(), [day](const LeftOut& l) { return l.after < day && day <= l.until; });
        if (out) continue;
        bool working = date::weekday(date::sys_days(date::days(static_cast<int>(day)))).iso_encoding() <= 5;
        if (context.calendar) {
            const auto known = context.calendar->working(day);
            if (!known) return tl::unexpected(TimeError{TimeFault::missing_year, static_cast<int>(civil_of(day).year())});
            working = *known;
        }
        if (working) ++counted;
    }
    return day;
}

/// The least working day not before a day.
tl::expected<std::int64_t, TimeError> roll(const TimeContext& context, std::int64_t day) {
    for (;; ++day) {
        if (!in_range(day)) return out_of_range();
        const auto known = context.calendar->working(day);
        if (!known) return tl::unexpected(TimeError{TimeFault::missing_year, static_cast<int>(civil_of(day).year())});
        if (*known) return day;
    }
}

/// Start of counting for hours: the act itself, or the next full hour (pack.yaml `counting.hours`).
std::int64_t counting_start(const TimeContext& context, PeriodValue period, std::int64_t instant, std::int32_t flags) {
    if ((flags & dsl::hours_next_full) == 0 || period.unit != Unit::hour) return instant;
    const std::int64_t local = context.zone.local_time(instant);
    std::int64_t into = local % dsl::us_per_hour;
    if (into < 0) into += dsl::us_per_hour;
    return instant - into + dsl::us_per_hour;
}

/// Start of a local day as an instant.
std::int64_t instant_of(const TimeContext& context, const Moment& moment) { return moment.is_date ? context.zone.end_of_day(moment.at - 1) + 1 : moment.at; }

tl::expected<DeadlineValue, TimeError> elapsed_end(const TimeContext& context, PeriodValue period, std::int64_t instant, std::span<const TimeSpan> spans, std::int32_t flags) {
    constexpr std::int64_t limit = max_day * dsl::us_per_day;
    if (period.count > limit / dsl::us_per_second) return out_of_range();
    const std::int64_t length = period.microseconds();
    const std::int64_t start = counting_start(context, period, instant, flags);
    if (length > limit || start > limit - length) return out_of_range();
    std::int64_t end = start + length;
    boost::container::small_vector<LeftOut, 8> left_out;
    for (const TimeSpan& span : spans) {
        const LeftOut one{std::max(instant_of(context, span.from), start), instant_of(context, span.to)};
        if (one.until > one.after) left_out.push_back(one);
    }
    merge<LeftOut>(left_out);
    for (const LeftOut& one : left_out)
        if (one.after < end) end += one.until - one.after;
    if (end > limit) return out_of_range();
    return DeadlineValue{false, end, false};
}

}  // namespace

std::int64_t day_of(const TimeContext& context, Moment moment) { return moment.is_date ? moment.at : context.zone.local_date(moment.at); }

tl::expected<std::int64_t, TimeError> unrolled_end(const TimeContext& context, PeriodValue period, std::int64_t day, std::int32_t flags) {
    if (period.count < 0 || !in_range(day)) return out_of_range();
    switch (period.unit) {
        case Unit::day:
            if (period.count > max_day - min_day || !in_range(day + period.count)) return out_of_range();
            return day + period.count;
        case Unit::month:
        case Unit::year: {
            if (period.count > 12 * 10000) return out_of_range();
            const auto end = add_months(day, period.count * (period.unit == Unit::year ? 12 : 1), (flags & dsl::month_end_sticky) != 0);
            if (!end) return out_of_range();
            return *end;
        }
        case Unit::working_day: return nth_working_day(context, day, period.count, {});
        default: return out_of_range();
    }
}

tl::expected<DeadlineValue, TimeError> deadline_after(const TimeContext& context, PeriodValue period, Moment point, std::span<const TimeSpan> spans, std::int32_t flags) {
    if (period.count < 0) return out_of_range();
    if (std::any_of(spans.begin(), spans.end(), [](const TimeSpan& s) { return s.open; })) return DeadlineValue{false, 0, true};
    if (period.elapsed()) return elapsed_end(context, period, point.at, spans, flags);
    const std::int64_t d0 = day_of(context, point);
    const LeftOutDays left_out = left_out_days(context, spans, d0);
    if (period.unit == Unit::working_day) {
        const auto day = nth_working_day(context, d0, period.count, left_out);
        if (!day) return tl::unexpected(day.error());
        return DeadlineValue{true, *day, false};
    }
    const auto e0 = unrolled_end(context, period, d0, flags);
    if (!e0) return tl::unexpected(e0.error());
    std::int64_t end = *e0;
    for (const LeftOut& one : left_out)
        if (one.after < end) end += one.until - one.after;
    if (!in_range(end)) return out_of_range();
    if (period.rolling == dsl::Rolling::strict || !context.calendar) return DeadlineValue{true, end, false};
    const auto rolled = roll(context, end);
    if (!rolled) return tl::unexpected(rolled.error());
    return DeadlineValue{true, *rolled, false};
}

tl::expected<bool, TimeError> at_least_after(const TimeContext& context, Moment b, Moment a, PeriodValue period, std::int32_t flags) {
    if (period.elapsed()) {
        if (period.count > max_day * 86400) return out_of_range();
        return b.at - a.at >= period.microseconds();
    }
    const auto e0 = unrolled_end(context, period, day_of(context, a), flags);
    if (!e0) return tl::unexpected(e0.error());
    return day_of(context, b) >= *e0;
}

bool in_time(const TimeContext& context, Moment moment, const DeadlineValue& deadline) {
    if (deadline.never) return true;
    if (deadline.by_day) return day_of(context, moment) <= deadline.at;
    return (moment.is_date ? context.zone.end_of_day(moment.at) : moment.at) <= deadline.at;
}

std::optional<Overdue> overdue(const TimeContext& context, Moment moment, const DeadlineValue& deadline) {
    if (in_time(context, moment, deadline)) return std::nullopt;
    if (deadline.by_day) return Overdue{true, day_of(context, moment) - deadline.at};
    return Overdue{false, moment.at - deadline.at};
}

std::int64_t days_from(const TimeContext& context, Moment a, Moment b) { return day_of(context, b) - day_of(context, a); }

std::int64_t months_from(const TimeContext& context, Moment a, Moment b) {
    const std::int64_t from = day_of(context, a), to = day_of(context, b);
    const date::year_month_day x = civil_of(from), y = civil_of(to);
    std::int64_t months = (int(y.year()) - int(x.year())) * 12LL + (int(unsigned(y.month())) - int(unsigned(x.month())));
    // The day number may not have come yet in the last month; the last day of a short month stands for it.
    const auto reached = [&](std::int64_t n) {
        const date::year_month target = x.year() / x.month() + date::months(static_cast<int>(n));
        const date::day last = date::year_month_day_last(target.year(), date::month_day_last(target.month())).day();
        return number_of(target.year() / target.month() / std::min(x.day(), last)) <= to;
    };
    while (!reached(months)) --months;
    return months;
}

std::int64_t years_from(const TimeContext& context, Moment a, Moment b) {
    const std::int64_t months = months_from(context, a, b);
    return months >= 0 ? months / 12 : -((-months + 11) / 12);
}

std::int64_t age_on(const TimeContext& context, std::int64_t born, Moment on) {
    return years_from(context, {true, born}, {true, day_of(context, on) - 1});
}

}  // namespace kaoping::engine
