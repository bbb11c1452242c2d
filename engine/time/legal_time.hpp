#pragma once
// Legal time: zones, working days, and the end of a period (semantics §§ 4–5; CPL art 105, ADM art 35, P25 art 143).
//
// Instants are µs since 1970-01-01T00:00:00Z, days are days since 1970-01-01. All functions are pure, thread-safe and do
// not allocate, except where stated (deadline_after does with more than 8 spans).

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "dsl/typed/expression.hpp"
#include "dsl/typed/program.hpp"
#include "dsl/typed/value.hpp"

namespace kaoping::engine {

enum class LocalTimeProblem { nonexistent, ambiguous };

/// A time zone of the system's zone files (package tzdata).
class Zone {
public:
    /// Error: a sentence for a person ("there is no time zone "Asia/Shangai"").
    [[nodiscard]] static tl::expected<Zone, std::string> find(const std::string& name);

    [[nodiscard]] const std::string& name() const;
    /// Local day of an instant; a few nanoseconds.
    [[nodiscard]] std::int64_t local_date(std::int64_t instant) const;
    /// Local time of an instant, as µs since 1970-01-01T00:00:00 local.
    [[nodiscard]] std::int64_t local_time(std::int64_t instant) const;
    /// Instant of a local time; nonexistent in a gap, ambiguous where the clock is set back.
    [[nodiscard]] tl::expected<std::int64_t, LocalTimeProblem> instant(std::int64_t local) const;
    /// Last instant (µs) of a local day; of a day that the clocks skip, the last instant before it.
    [[nodiscard]] std::int64_t end_of_day(std::int64_t day) const;

private:
    struct Impl;
    std::shared_ptr<const Impl> impl_;
};

/// Working days: make-up days, and Monday to Friday without public holidays. nullopt: the calendar lacks the year.
class WorkCalendar {
public:
    explicit WorkCalendar(const dsl::CalendarData& data);
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] std::optional<bool> working(std::int64_t day) const {
        const std::uint64_t at = static_cast<std::uint64_t>(day) - static_cast<std::uint64_t>(first_day_);
        if (at >= days_.size() || days_[at] == Day::unknown) return std::nullopt;
        return days_[at] == Day::working;
    }

private:
    enum class Day : std::uint8_t { unknown, working, free };
    std::string name_;
    std::int64_t first_day_ = 0;
    std::vector<Day> days_;  ///< from first_day_ on, to the end of the last year that is known
};

/// What legal time depends on: of one run.
struct TimeContext {
    Zone zone;
    std::optional<WorkCalendar> calendar;  ///< nullopt: periods never roll
};

/// A day or an instant.
struct Moment {
    bool is_date = false;
    std::int64_t at = 0;
};

/// A span of `not counting`: from A to B; open: still running.
struct TimeSpan {
    Moment from, to;
    bool open = false;
};

enum class TimeFault { missing_year, out_of_range };
struct TimeError {
    TimeFault fault = TimeFault::missing_year;
    int year = 0;  ///< of missing_year
};

/// The deadline `period after point`, semantics § 5. `spans` must not be reversed (that is a gap, found before).
/// An open span gives `never` if the end is not reached before it begins. flags: dsl::CountingFlags. Elapsed periods need an instant as point.
[[nodiscard]] tl::expected<dsl::DeadlineValue, TimeError> deadline_after(const TimeContext& context, dsl::PeriodValue period, Moment point,
                                                                         std::span<const TimeSpan> spans, std::int32_t flags);

/// e₀ of semantics § 5 for calendar periods (never rolled); working days as there.
[[nodiscard]] tl::expected<std::int64_t, TimeError> unrolled_end(const TimeContext& context, dsl::PeriodValue period, std::int64_t day,
                                                                 std::int32_t flags);

/// `b at least P after a` (semantics § 4).
[[nodiscard]] tl::expected<bool, TimeError> at_least_after(const TimeContext& context, Moment b, Moment a, dsl::PeriodValue period,
                                                           std::int32_t flags);

/// Is the moment in time? An instant against a day: its local date; a date only against days.
[[nodiscard]] bool in_time(const TimeContext& context, Moment moment, const dsl::DeadlineValue& deadline);

/// How late the moment is; nothing if in time. Days from the last day, or elapsed µs.
struct Overdue {
    bool days = false;
    std::int64_t amount = 0;
};
[[nodiscard]] std::optional<Overdue> overdue(const TimeContext& context, Moment moment, const dsl::DeadlineValue& deadline);
/// "3 d", "1 s", "2 h 5 min", "0.000001 s".
[[nodiscard]] std::string overdue_text(const Overdue& late);

[[nodiscard]] std::int64_t days_from(const TimeContext& context, Moment a, Moment b);
[[nodiscard]] std::int64_t months_from(const TimeContext& context, Moment a, Moment b);
[[nodiscard]] std::int64_t years_from(const TimeContext& context, Moment a, Moment b);
/// Full years on a day: years from birth to the day before it.
[[nodiscard]] std::int64_t age_on(const TimeContext& context, std::int64_t born, Moment on);

/// `a <= b`: instants as such, by days if either is a date.
[[nodiscard]] bool not_before(const TimeContext& context, Moment b, Moment a);
/// A span that ends before it begins; never one that still runs.
[[nodiscard]] bool reversed(const TimeContext& context, const TimeSpan& span);

/// Local day of a moment.
[[nodiscard]] std::int64_t day_of(const TimeContext& context, Moment moment);

}  // namespace kaoping::engine
