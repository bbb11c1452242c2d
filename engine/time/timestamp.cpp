// Reading times: see timestamp.hpp.

#include "engine/time/timestamp.hpp"

#include "engine/time/civil.hpp"
#include "engine/time/common_timestamp.hpp"

namespace kaoping::engine {

namespace {

/// Two digits at a place of the text; −1 if there are none.
int two_digits(std::string_view text, std::size_t at) {
    if (at + 2 > text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) return -1;
    return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

bool at(std::string_view text, std::size_t place, char c) { return place < text.size() && text[place] == c; }

/// ".25" in front of the text, taken off, in µs; −1 if wrong. Digits beyond the sixth must be zero.
std::int64_t take_fraction(std::string_view& text) {
    std::int64_t us = 0, scale = 100'000;
    std::size_t i = 1;
    for (; i < text.size() && is_digit(text[i]); ++i) {
        if (scale == 0 && text[i] != '0') return -1;
        us += (text[i] - '0') * scale;
        scale /= 10;
    }
    if (i == 1) return -1;
    text.remove_prefix(i);
    return us;
}

constexpr std::int64_t no_offset = INT64_MIN;

/// "Z", "+08:00" or nothing, in µs.
tl::expected<std::int64_t, TimestampError> read_offset(std::string_view text) {
    if (text.empty()) return no_offset;
    if (text == "Z" || text == "z") return 0;
    const int hours = two_digits(text, 1), minutes = two_digits(text, 4);
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' || hours < 0 || minutes < 0)
        return tl::unexpected(TimestampError::malformed);
    if (hours > 23 || minutes > 59) return tl::unexpected(TimestampError::out_of_range);
    return (hours * 60 + minutes) * dsl::us_per_minute * (text[0] == '-' ? -1 : 1);
}

/// "10:20", "10:20:01", "10:20:01.25" in front of the text, taken off, in µs of the day.
tl::expected<std::int64_t, TimestampError> take_clock(std::string_view& text) {
    const int hours = two_digits(text, 0), minutes = two_digits(text, 3);
    if (hours < 0 || minutes < 0 || text[2] != ':') return tl::unexpected(TimestampError::malformed);
    text.remove_prefix(5);
    int seconds = 0;
    std::int64_t fraction = 0;
    if (at(text, 0, ':')) {
        seconds = two_digits(text, 1);
        if (seconds < 0) return tl::unexpected(TimestampError::malformed);
        text.remove_prefix(3);
        if (at(text, 0, '.') && (fraction = take_fraction(text)) < 0) return tl::unexpected(TimestampError::malformed);
    }
    if (hours > 23 || minutes > 59 || seconds > 59) return tl::unexpected(TimestampError::out_of_range);
    return ((hours * 60 + minutes) * 60 + seconds) * dsl::us_per_second + fraction;
}

}  // namespace

std::string_view timestamp_error_text(TimestampError error) {
    switch (error) {
        case TimestampError::malformed: return "write a time like 2026-03-02T10:20:00+08:00 and a date like 2026-03-02";
        case TimestampError::out_of_range: return "there is no such day or time of day";
        case TimestampError::nonexistent_local: return "the clocks skip this local time; write it with its offset";
        case TimestampError::ambiguous_local: return "the clocks show this local time twice; write it with its offset";
    }
    return {};
}

tl::expected<std::int64_t, TimestampError> parse_date(std::string_view text) {
    const int century = two_digits(text, 0), year_of = two_digits(text, 2), month = two_digits(text, 5), day = two_digits(text, 8);
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || century < 0 || year_of < 0 || month < 0 || day < 0)
        return tl::unexpected(TimestampError::malformed);
    const int year = century * 100 + year_of;
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month)) return tl::unexpected(TimestampError::out_of_range);
    return day_number(year, month, day);
}

tl::expected<std::int64_t, TimestampError> parse_datetime(std::string_view text, const Zone& zone) {
    if (std::int64_t instant = 0; parse_common_instant(text, instant)) return instant;
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ')) return tl::unexpected(TimestampError::malformed);
    const auto day = parse_date(text.substr(0, 10));
    if (!day) return day;
    std::string_view rest = text.substr(11);
    const auto clock = take_clock(rest);
    if (!clock) return clock;
    const auto offset = read_offset(rest);
    if (!offset) return offset;
    const std::int64_t local = *day * dsl::us_per_day + *clock;
    if (*offset != no_offset) return local - *offset;
    const auto instant = zone.instant(local);
    if (instant) return *instant;
    return tl::unexpected(instant.error() == LocalTimeProblem::nonexistent ? TimestampError::nonexistent_local : TimestampError::ambiguous_local);
}

tl::expected<std::int64_t, TimestampError> parse_as_of(std::string_view text, const Zone& zone) {
    if (text.size() != 10) return parse_datetime(text, zone);
    const auto day = parse_date(text);
    if (!day) return day;
    return zone.end_of_day(*day);
}

}  // namespace kaoping::engine
