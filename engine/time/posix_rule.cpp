// POSIX rules of time zones: see posix_rule.hpp.

#include "engine/time/posix_rule.hpp"

#include "engine/time/civil.hpp"

namespace kaoping::engine {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool take(std::string_view& text, char c) {
    if (text.empty() || text[0] != c) return false;
    text.remove_prefix(1);
    return true;
}

/// At most three digits.
bool take_number(std::string_view& text, int& out) {
    std::size_t count = 0;
    for (out = 0; count < 3 && count < text.size() && is_digit(text[count]); ++count) out = out * 10 + (text[count] - '0');
    text.remove_prefix(count);
    return count > 0;
}

/// `CET` or `<+03>`.
bool take_name(std::string_view& text) {
    if (take(text, '<')) {
        const std::size_t end = text.find('>');
        if (end == std::string_view::npos) return false;
        text.remove_prefix(end + 1);
        return true;
    }
    std::size_t count = 0;
    while (count < text.size() && is_letter(text[count])) ++count;
    text.remove_prefix(count);
    return count >= 3;
}

/// `-1`, `+3:30`, `2:00:00`, in seconds.
bool take_time(std::string_view& text, std::int64_t& out) {
    const bool negative = take(text, '-');
    if (!negative) take(text, '+');
    int hours = 0, minutes = 0, seconds = 0;
    if (!take_number(text, hours)) return false;
    if (take(text, ':') && !take_number(text, minutes)) return false;
    if (take(text, ':') && !take_number(text, seconds)) return false;
    out = (hours * 60LL + minutes) * 60 + seconds;
    if (negative) out = -out;
    return true;
}

}  // namespace

std::int64_t PosixRule::Change::day_of(std::int64_t year) const {
    const std::int64_t new_year = day_number(year, 1, 1);
    if (form == Form::plain) return new_year + day;
    if (form == Form::no_leap) return new_year + day - 1 + (is_leap(year) && day >= 60 ? 1 : 0);
    const std::int64_t first = day_number(year, month, 1);
    const std::int64_t found = first + (weekday - weekday_of(first) % 7 + 7) % 7 + 7 * (week - 1);
    return found < first + days_in_month(year, month) ? found : found - 7;
}

bool PosixRule::take_change(std::string_view& text, Change& out) {
    if (!take(text, ',')) return false;
    if (take(text, 'M')) {
        if (!take_number(text, out.month) || !take(text, '.') || !take_number(text, out.week) || !take(text, '.') ||
            !take_number(text, out.weekday))
            return false;
        if (out.month < 1 || out.month > 12 || out.week < 1 || out.week > 5 || out.weekday > 6) return false;
    } else {
        out.form = take(text, 'J') ? Change::Form::no_leap : Change::Form::plain;
        if (!take_number(text, out.day) || out.day > 366) return false;
    }
    return !take(text, '/') || take_time(text, out.seconds);
}

std::optional<PosixRule> PosixRule::read(std::string_view text) {
    PosixRule out;
    std::int64_t west = 0;
    if (!take_name(text) || !take_time(text, west)) return std::nullopt;
    out.standard_ = -west;
    if (text.empty()) return out;
    if (!take_name(text)) return std::nullopt;
    out.has_summer_ = true;
    out.summer_ = out.standard_ + 3600;
    if (!text.empty() && text[0] != ',') {
        if (!take_time(text, west)) return std::nullopt;
        out.summer_ = -west;
    }
    if (!take_change(text, out.start_) || !take_change(text, out.end_) || !text.empty()) return std::nullopt;
    return out;
}

}  // namespace kaoping::engine
