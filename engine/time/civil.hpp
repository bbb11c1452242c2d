#pragma once
// Days and civil dates: the proleptic Gregorian calendar in plain 64-bit integers.
//
// The algorithms are Howard Hinnant's ("chrono-compatible low-level date algorithms"). Written out here because the types of
// the date library hold years as 16 bits and days as 32, and computed instants of rules may lie far outside.

#include <cstdint>

#include "dsl/typed/value.hpp"

namespace kaoping::engine {

constexpr std::int64_t first_day = -719'162;  ///< 0001-01-01
constexpr std::int64_t last_day = 2'932'896;  ///< 9999-12-31

/// Is the day one of the years 0001–9999?
constexpr bool is_civil_day(std::int64_t day) { return first_day <= day && day <= last_day; }

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

struct Civil {
    std::int64_t year = 1970;
    int month = 1, day = 1;
};

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

constexpr std::int64_t day_number(std::int64_t year, int month, int day) {
    const std::int64_t y = month <= 2 ? year - 1 : year;
    const std::int64_t era = floor_div(y, 400);
    const std::int64_t year_of_era = y - era * 400;
    const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146'097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719'468;
}

constexpr Civil civil_of(std::int64_t day) {
    const std::int64_t z = day + 719'468;
    const std::int64_t era = floor_div(z, 146'097);
    const std::int64_t day_of_era = z - era * 146'097;
    const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36'524 - day_of_era / 146'096) / 365;
    const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t m = (5 * day_of_year + 2) / 153;  // from March
    const int month = static_cast<int>(m < 10 ? m + 3 : m - 9);
    return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, static_cast<int>(day_of_year - (153 * m + 2) / 5 + 1)};
}

constexpr bool is_leap(std::int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

constexpr int days_in_month(std::int64_t year, int month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/// The same day number `months` on (or back), or that month's last day; sticky: the last day goes to the last day.
constexpr std::int64_t add_months(std::int64_t day, std::int64_t months, bool sticky) {
    const Civil from = civil_of(day);
    const std::int64_t index = from.year * 12 + (from.month - 1) + months;
    const std::int64_t year = floor_div(index, 12);
    const int month = static_cast<int>(index - year * 12) + 1;
    const int last = days_in_month(year, month);
    const bool to_last = from.day > last || (sticky && from.day == days_in_month(from.year, from.month));
    return day_number(year, month, to_last ? last : from.day);
}

/// Monday is 1, Sunday 7; 1970-01-01 was a Thursday.
constexpr int weekday_of(std::int64_t day) { return static_cast<int>(day + 3 - floor_div(day + 3, 7) * 7) + 1; }

}  // namespace kaoping::engine
