#include "moment.hpp"

#include <charconv>
#include <chrono>
#include <fmt/format.h>

namespace generator {
namespace {

std::chrono::year_month_day civil(Date d) { return std::chrono::sys_days{std::chrono::days{d.day}}; }

bool read_number(std::string_view text, int& out) {
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

Date date_of(Moment m) { return {(m.second - (m.second % 86400 + 86400) % 86400) / 86400}; }
Moment first_second(Date d) { return {d.day * 86400}; }
Moment last_second(Date d) { return {d.day * 86400 + 86399}; }
Moment next_morning(Moment m) { return first_second(date_of(m) + 1) + hours(9); }

Date make_date(int year, int month, int day) {
    const std::chrono::year_month_day civil_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
        std::chrono::day{static_cast<unsigned>(day)}};
    return {std::chrono::sys_days{civil_day}.time_since_epoch().count()};
}

Date months_after(Date d, int n) {
    const auto day = civil(d);
    const auto month = day.year() / day.month() + std::chrono::months{n};
    std::chrono::year_month_day out = month / day.day();
    if (!out.ok())
        out = std::chrono::year_month_day{month / std::chrono::last};
    return {std::chrono::sys_days{out}.time_since_epoch().count()};
}

int year_of(Date d) { return static_cast<int>(civil(d).year()); }

bool read_date(std::string_view text, Date& out) {
    int year = 0, month = 0, day = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !read_number(text.substr(0, 4), year) || !read_number(text.substr(5, 2), month) ||
        !read_number(text.substr(8), day))
        return false;
    const std::chrono::year_month_day civil_day{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
        std::chrono::day{static_cast<unsigned>(day)}};
    if (!civil_day.ok())
        return false;
    out = make_date(year, month, day);
    return true;
}

std::string text_of(Date d) {
    const auto day = civil(d);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string text_of(Moment m) {
    const Date d = date_of(m);
    const auto second = m.second - first_second(d).second;
    return fmt::format("{}T{:02}:{:02}:{:02}+08:00", text_of(d), second / 3600, second / 60 % 60, second % 60);
}

}  // namespace generator
