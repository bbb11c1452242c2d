// Days of time limits: see legal_days.hpp.

#include "engine/campaign/legal_days.hpp"

#include <fmt/core.h>

#include "engine/campaign/register/event.hpp"
#include "engine/campaign/register/register.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::campaign {

namespace {

std::int64_t day_of(const char* what, const std::string& text) {
    const auto day = engine::parse_date(text);
    if (!day) throw RegisterError(fmt::format("{} {}: write a day, as in 2026-10-12", what, text));
    return *day;
}

}  // namespace

std::string last_day(const engine::TimeContext& time, const engine::TimeLimit& limit, const std::string& from) {
    const dsl::PeriodValue period{limit.days, limit.working ? dsl::Unit::working_day : dsl::Unit::day, dsl::Rolling::unstated};
    const auto end = engine::deadline_after(time, period, {true, day_of("day", from)}, {}, dsl::count_plain);
    if (end) return engine::format_date(end->at);
    throw RegisterError(
        end.error().fault == engine::TimeFault::missing_year
            ? fmt::format("the calendar of the packs lacks the year {}, so the end of the time limit from {} is not known", end.error().year, from)
            : fmt::format("a time limit from {} ends beyond all years", from));
}

std::string local_day(const engine::TimeContext& time, const std::string& utc) {
    const auto instant = engine::parse_datetime(utc, time.zone);
    if (!instant) throw RegisterDamaged(utc + ": the register has an event whose time cannot be read");
    return engine::format_date(time.zone.local_date(*instant));
}

std::string today(const engine::TimeContext& time) { return local_day(time, utc_now()); }

std::string past_day(const engine::TimeContext& time, const char* what, const std::string& given) {
    const std::string now = today(time);
    if (given.empty()) return now;
    if (day_of(what, given) > day_of(what, now)) throw RegisterError(fmt::format("{} {}: this day is still to come (today is {})", what, given, now));
    return given;
}

}  // namespace kaoping::campaign
