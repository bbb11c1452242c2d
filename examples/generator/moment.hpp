// Times of the generated cases: seconds and days of one clock, that of China, so no zone is needed.
#pragma once
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace generator {

struct Span {
    std::int64_t seconds = 0;
    friend constexpr Span operator+(Span a, Span b) { return {a.seconds + b.seconds}; }
    friend constexpr Span operator-(Span a, Span b) { return {a.seconds - b.seconds}; }
    friend constexpr Span operator-(Span a) { return {-a.seconds}; }
    friend constexpr auto operator<=>(Span, Span) = default;
};
constexpr Span seconds(std::int64_t n) { return {n}; }
constexpr Span minutes(std::int64_t n) { return {n * 60}; }
constexpr Span hours(std::int64_t n) { return {n * 3600}; }
constexpr Span days(std::int64_t n) { return {n * 86400}; }

// A day, counted from 1970-01-01.
struct Date {
    std::int64_t day = 0;
    friend constexpr Date operator+(Date d, std::int64_t n) { return {d.day + n}; }
    friend constexpr auto operator<=>(Date, Date) = default;
};

// A second, counted from 1970-01-01T00:00:00+08:00.
struct Moment {
    std::int64_t second = 0;
    friend constexpr Moment operator+(Moment m, Span s) { return {m.second + s.seconds}; }
    friend constexpr Moment operator-(Moment m, Span s) { return {m.second - s.seconds}; }
    friend constexpr Span operator-(Moment a, Moment b) { return {a.second - b.second}; }
    friend constexpr auto operator<=>(Moment, Moment) = default;
};

Date date_of(Moment m);
Moment first_second(Date d);
Moment last_second(Date d);
Moment next_morning(Moment m);   // 9:00 of the day after

Date make_date(int year, int month, int day);
// The same day of the month `n` months on, or that month's last day.
Date months_after(Date d, int n);
int year_of(Date d);
// "2026-07-01"; false if `text` is none.
bool read_date(std::string_view text, Date& out);

std::string text_of(Date d);     // 2026-07-01
std::string text_of(Moment m);   // 2026-07-01T08:30:00+08:00

}  // namespace generator
