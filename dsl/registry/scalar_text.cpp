// Decimals and instants as texts: see scalar_text.hpp.

#include "dsl/registry/scalar_text.hpp"

#include <algorithm>
#include <limits>

#include "dsl/registry/civil_date.hpp"
#include "dsl/typed/value.hpp"

namespace kaoping::dsl {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

/// Takes exactly two digits from the front; −1 if there are none.
int two_digits(std::string_view& text) {
    if (text.size() < 2 || !is_digit(text[0]) || !is_digit(text[1])) return -1;
    const int value = (text[0] - '0') * 10 + (text[1] - '0');
    text.remove_prefix(2);
    return value;
}

bool take(std::string_view& text, char c) {
    if (text.empty() || text[0] != c) return false;
    text.remove_prefix(1);
    return true;
}

/// Up to six digits as millionths, padded on the right.
std::optional<std::int64_t> fraction(std::string_view digits) {
    if (!all_digits(digits) || digits.size() > 6) return std::nullopt;
    std::int64_t value = 0;
    for (std::size_t i = 0; i < 6; ++i) value = value * 10 + (i < digits.size() ? digits[i] - '0' : 0);
    return value;
}

/// `:SS` and `.ffffff`, both of which may be missing; −1 if wrong.
std::int64_t take_seconds(std::string_view& rest) {
    if (!take(rest, ':')) return 0;
    const int seconds = two_digits(rest);
    if (seconds < 0 || seconds > 59) return -1;
    if (!take(rest, '.')) return seconds * us_per_second;
    const std::size_t length = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin());
    const auto part = fraction(rest.substr(0, length));
    rest.remove_prefix(length);
    return part ? seconds * us_per_second + *part : -1;
}

/// `Z` or ±hh:mm at the end of the text, in µs.
std::optional<std::int64_t> offset(std::string_view rest) {
    if (rest == "Z" || rest == "z") return 0;
    const bool negative = take(rest, '-');
    if (!negative && !take(rest, '+')) return std::nullopt;
    const int hours = two_digits(rest);
    const int minutes = take(rest, ':') ? two_digits(rest) : -1;
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || !rest.empty()) return std::nullopt;
    return (negative ? -1 : 1) * (hours * us_per_hour + minutes * us_per_minute);
}

}  // namespace

std::optional<std::int64_t> parse_decimal(std::string_view text) {
    const bool negative = take(text, '-');
    const std::size_t point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    if (!all_digits(whole)) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : whole)
        if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, c - '0', &value)) return std::nullopt;
    const auto part = point == std::string_view::npos ? 0 : fraction(text.substr(point + 1));
    if (!part || __builtin_mul_overflow(value, number_scale, &value) || __builtin_add_overflow(value, *part, &value)) return std::nullopt;
    return negative ? -value : value;
}

std::optional<std::int64_t> parse_instant(std::string_view text) {
    const auto day = parse_day(text.substr(0, 10));
    if (!day || text.size() < 16 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
    std::string_view rest = text.substr(11);
    const int hours = two_digits(rest);
    const int minutes = take(rest, ':') ? two_digits(rest) : -1;
    const std::int64_t seconds = take_seconds(rest);
    const auto zone = offset(rest);
    if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || !zone) return std::nullopt;
    return *day * us_per_day + hours * us_per_hour + minutes * us_per_minute + seconds - *zone;
}

}  // namespace kaoping::dsl
