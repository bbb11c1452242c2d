// Days as texts: see civil_date.hpp.

#include "dsl/registry/civil_date.hpp"

#include <fmt/format.h>

#include <chrono>

namespace kaoping::dsl {

namespace {

std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    return value;
}

std::chrono::year_month_day civil(std::int64_t day) {
    return std::chrono::sys_days(std::chrono::days(day));
}

}  // namespace

std::optional<std::int64_t> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = digits(text.substr(0, 4)), month = digits(text.substr(5, 2)), day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (*year < 1 || !date.ok()) return std::nullopt;
    return std::chrono::sys_days(date).time_since_epoch().count();
}

std::string day_text(std::int64_t day) {
    const auto date = civil(day);
    return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

int year_of(std::int64_t day) { return int(civil(day).year()); }

}  // namespace kaoping::dsl
