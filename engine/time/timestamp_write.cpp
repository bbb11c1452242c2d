// Times, durations and numbers as reports show them: see timestamp.hpp.

#include <fmt/format.h>

#include "engine/time/civil.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine {

namespace {

/// ".25" for 250000 millionths, without trailing zeros; nothing for 0.
std::string fraction_text(std::uint64_t millionths) {
    if (millionths == 0) return {};
    std::string out = fmt::format(".{:06}", millionths);
    while (out.back() == '0') out.pop_back();
    return out;
}

/// Of a number below 100.
void append_two_digits(std::string& out, std::uint64_t number) {
    out += static_cast<char>('0' + number / 10);
    out += static_cast<char>('0' + number % 10);
}

std::uint64_t magnitude(std::int64_t value) {
    return value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
}

}  // namespace

std::string format_date(std::int64_t day) {
    const Civil civil = civil_of(day);
    if (!is_civil_day(day)) return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
    std::string out;
    const auto year = static_cast<std::uint64_t>(civil.year);
    append_two_digits(out, year / 100);
    append_two_digits(out, year % 100);
    append_two_digits(out += '-', static_cast<std::uint64_t>(civil.month));
    append_two_digits(out += '-', static_cast<std::uint64_t>(civil.day));
    return out;
}

std::string format_datetime(std::int64_t instant, const Zone& zone) {
    // Old offsets have seconds ("local mean time"), RFC 3339 has none: the time is then written at the offset cut to minutes.
    const std::int64_t minutes = (zone.local_time(instant) - instant) / dsl::us_per_minute;
    const std::int64_t local = instant + minutes * dsl::us_per_minute;
    const std::int64_t day = floor_div(local, dsl::us_per_day);
    const auto of_day = static_cast<std::uint64_t>(local - day * dsl::us_per_day);
    const std::uint64_t second = of_day / dsl::us_per_second, offset = magnitude(minutes);
    std::string out = format_date(day);
    append_two_digits(out += 'T', second / 3600);
    append_two_digits(out += ':', second / 60 % 60);
    append_two_digits(out += ':', second % 60);
    out += fraction_text(of_day % dsl::us_per_second);
    append_two_digits(out += minutes < 0 ? '-' : '+', offset / 60);
    append_two_digits(out += ':', offset % 60);
    return out;
}

namespace {

constexpr std::string_view end_of_day = "the end of ";

}  // namespace

std::string moment_text(std::int64_t instant, const Zone& zone) {
    const std::int64_t day = zone.local_date(instant);
    return instant == zone.end_of_day(day) ? std::string(end_of_day) + format_date(day) : format_datetime(instant, zone);
}

tl::expected<std::int64_t, TimestampError> read_moment(std::string_view text, const Zone& zone) {
    return text.starts_with(end_of_day) ? parse_as_of(text.substr(end_of_day.size()), zone) : parse_datetime(text, zone);
}

std::string format_deadline(const dsl::DeadlineValue& deadline, const Zone& zone) {
    if (deadline.never) return "no end yet";
    return deadline.by_day ? format_date(deadline.at) : format_datetime(deadline.at, zone);
}

std::string format_duration(std::int64_t microseconds) {
    const std::uint64_t us = magnitude(microseconds);
    const std::uint64_t hours = us / dsl::us_per_hour, minutes = us % dsl::us_per_hour / dsl::us_per_minute;
    const std::uint64_t rest = us % dsl::us_per_minute;
    std::string out = microseconds < 0 ? "-" : "";
    if (hours > 0) out += fmt::format("{} h", hours);
    if (minutes > 0) out += fmt::format("{}{} min", hours > 0 ? " " : "", minutes);
    if (rest > 0 || us == 0)
        out += fmt::format("{}{}{} s", hours + minutes > 0 ? " " : "", rest / dsl::us_per_second, fraction_text(rest % dsl::us_per_second));
    return out;
}

std::string format_number(std::int64_t millionths) {
    std::string out;
    append_number(out, millionths);
    return out;
}

void append_number(std::string& out, std::int64_t millionths) {
    const std::uint64_t value = magnitude(millionths);
    if (millionths < 0) out += '-';
    const fmt::format_int whole(value / dsl::number_scale);
    out.append(whole.data(), whole.size());
    if (value % dsl::number_scale != 0) out += fraction_text(value % dsl::number_scale);
}

std::string overdue_text(const Overdue& late) { return late.days ? fmt::format("{} d", late.amount) : format_duration(late.amount); }

}  // namespace kaoping::engine
