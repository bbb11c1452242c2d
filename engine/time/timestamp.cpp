// Times as text: see timestamp.hpp.

#include "engine/time/timestamp.hpp"

#include <date/date.h>
#include <fmt/format.h>

#include "dsl/registry/civil_date.hpp"

namespace kaoping::engine {

namespace {

constexpr std::int64_t first_instant = -719162LL * dsl::us_per_day;
constexpr std::int64_t last_instant = 2932897LL * dsl::us_per_day - 1;

/// Reads digits and signs off a text.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}
    bool digits(std::size_t count, std::int64_t& out) {
        if (text_.size() < count) return false;
        out = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (text_[i] < '0' || text_[i] > '9') return false;
            out = out * 10 + (text_[i] - '0');
        }
        text_.remove_prefix(count);
        return true;
    }
    bool sign(char c) {
        if (text_.empty() || text_[0] != c) return false;
        text_.remove_prefix(1);
        return true;
    }
    [[nodiscard]] bool at_digit() const { return !text_.empty() && text_[0] >= '0' && text_[0] <= '9'; }
    [[nodiscard]] bool empty() const { return text_.empty(); }
    [[nodiscard]] char front() const { return text_.empty() ? '\0' : text_[0]; }

private:
    std::string_view text_;
};

/// Fraction of a second in µs; digits beyond the sixth must be zero.
bool read_fraction(Reader& in, std::int64_t& us) {
    if (!in.at_digit()) return false;
    std::int64_t scale = 100'000, digit = 0;
    us = 0;
    while (in.at_digit()) {
        (void)in.digits(1, digit);
        if (scale == 0 && digit != 0) return false;
        us += digit * scale;
        scale /= 10;
    }
    return true;
}

struct Offset {
    bool given = false;
    std::int64_t us = 0;
};

bool read_offset(Reader& in, Offset& out) {
    if (in.empty()) return true;
    out.given = true;
    if (in.sign('Z')) return in.empty();
    const bool minus = in.front() == '-';
    std::int64_t hours = 0, minutes = 0;
    if (!in.sign('+') && !in.sign('-')) return false;
    if (!in.digits(2, hours) || !in.sign(':') || !in.digits(2, minutes) || !in.empty() || hours > 23 || minutes > 59) return false;
    out.us = (hours * 60 + minutes) * dsl::us_per_minute * (minus ? -1 : 1);
    return true;
}

std::string clock_text(std::int64_t us_of_day) {
    const std::int64_t second = us_of_day / dsl::us_per_second, fraction = us_of_day % dsl::us_per_second;
    std::string out = fmt::format("{:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60);
    if (fraction == 0) return out;
    std::string digits = fmt::format("{:06}", fraction);
    while (digits.back() == '0') digits.pop_back();
    return out + "." + digits;
}

}  // namespace

std::string_view timestamp_error_text(TimestampError error) {
    switch (error) {
        case TimestampError::malformed: return "write a time like 2026-03-02T10:20:00+08:00, or a date like 2026-03-02";
        case TimestampError::out_of_range: return "there is no such day or time";
        case TimestampError::nonexistent_local: return "the clocks skip this local time: write it with its offset";
        case TimestampError::ambiguous_local: return "the clocks show this local time twice: write it with its offset";
    }
    return {};
}

tl::expected<std::int64_t, TimestampError> parse_date(std::string_view text) {
    Reader in(text);
    std::int64_t year = 0, month = 0, day = 0;
    if (!in.digits(4, year) || !in.sign('-') || !in.digits(2, month) || !in.sign('-') || !in.digits(2, day) || !in.empty()) return tl::unexpected(TimestampError::malformed);
    const date::year_month_day civil{date::year(static_cast<int>(year)), date::month(static_cast<unsigned>(month)), date::day(static_cast<unsigned>(day))};
    if (!civil.ok() || year < 1) return tl::unexpected(TimestampError::out_of_range);
    return date::sys_days(civil).time_since_epoch().count();
}

tl::expected<std::int64_t, TimestampError> parse_datetime(std::string_view text, const Zone& zone) {
    if (text.size() < 16 || (text[10] != 'T' && text[10] != ' ')) return tl::unexpected(TimestampError::malformed);
    const auto day = parse_date(text.substr(0, 10));
    if (!day) return day;
    Reader in(text.substr(11));
    std::int64_t hour = 0, minute = 0, second = 0, fraction = 0;
    if (!in.digits(2, hour) || !in.sign(':') || !in.digits(2, minute)) return tl::unexpected(TimestampError::malformed);
    if (in.sign(':')) {
        if (!in.digits(2, second)) return tl::unexpected(TimestampError::malformed);
        if (in.sign('.') && !read_fraction(in, fraction)) return tl::unexpected(TimestampError::malformed);
    }
    Offset offset;
    if (!read_offset(in, offset)) return tl::unexpected(TimestampError::malformed);
    if (hour > 23 || minute > 59 || second > 59) return tl::unexpected(TimestampError::out_of_range);
    const std::int64_t local = *day * dsl::us_per_day + ((hour * 60 + minute) * 60 + second) * dsl::us_per_second + fraction;
    std::int64_t instant = local - offset.us;
    if (!offset.given) {
        const auto found = zone.instant(local);
        if (!found) return tl::unexpected(found.error() == LocalTimeProblem::nonexistent ? TimestampError::nonexistent_local : TimestampError::ambiguous_local);
        instant = *found;
    }
    if (instant < first_instant || instant > last_instant) return tl::unexpected(TimestampError::out_of_range);
    return instant;
}

tl::expected<std::int64_t, TimestampError> parse_as_of(std::string_view text, const Zone& zone) {
    if (text.size() != 10) return parse_datetime(text, zone);
    const auto day = parse_date(text);
    if (!day) return day;
    return zone.end_of_day(*day);
}

std::string format_date(std::int64_t day) { return dsl::day_text(day); }

std::string format_datetime(std::int64_t instant, const Zone& zone) {
    const std::int64_t local = zone.local_time(instant), day = zone.local_date(instant);
    std::int64_t offset = (local - instant) / dsl::us_per_minute;
    const char sign = offset < 0 ? '-' : '+';
    if (offset < 0) offset = -offset;
    return fmt::format("{}T{}{}{:02}:{:02}", format_date(day), clock_text(local - day * dsl::us_per_day), sign, offset / 60, offset % 60);
}

std::string format_deadline(const dsl::DeadlineValue& deadline, const Zone& zone) {
    if (deadline.never) return "not yet running out";
    return deadline.by_day ? format_date(deadline.at) : format_datetime(deadline.at, zone);
}

std::string format_duration(std::int64_t microseconds) {
    const bool negative = microseconds < 0;
    std::uint64_t us = negative ? 0 - static_cast<std::uint64_t>(microseconds) : static_cast<std::uint64_t>(microseconds);
    std::string out;
    const auto part = [&](std::uint64_t unit, const char* name) {
        if (us < unit) return;
        out += fmt::format("{}{} {}", out.empty() ? "" : " ", us / unit, name);
        us %= unit;
    };
    part(static_cast<std::uint64_t>(dsl::us_per_hour), "h");
    part(static_cast<std::uint64_t>(dsl::us_per_minute), "min");
    if (us > 0 || out.empty()) {
        if (!out.empty()) out += " ";
        out += format_number(static_cast<std::int64_t>(us)) + " s";
    }
    return (negative ? "-" : "") + out;
}

std::string format_number(std::int64_t millionths) {
    const bool negative = millionths < 0;
    const std::uint64_t value = negative ? 0 - static_cast<std::uint64_t>(millionths) : static_cast<std::uint64_t>(millionths);
    std::string out = (negative ? "-" : "") + std::to_string(value / 1'000'000);
    if (value % 1'000'000 == 0) return out;
    std::string digits = fmt::format("{:06}", value % 1'000'000);
    while (digits.back() == '0') digits.pop_back();
    return out + "." + digits;
}

std::string overdue_text(const Overdue& late) { return late.days ? fmt::format("{} d", late.amount) : format_duration(late.amount); }

}  // namespace kaoping::engine
