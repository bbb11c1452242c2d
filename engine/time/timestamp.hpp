#pragma once
// Times as text: reading what case files hold, writing what reports show.

#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

enum class TimestampError { malformed, out_of_range, nonexistent_local, ambiguous_local };
[[nodiscard]] std::string_view timestamp_error_text(TimestampError error);

/// An instant from "2026-03-02T10:20:01+08:00": seconds and fractions (up to µs; further digits must be 0) optional, `Z`
/// or offset optional (then local time of the zone), `T` or one blank between date and time. A date alone is malformed.
/// Years 0001–9999.
[[nodiscard]] tl::expected<std::int64_t, TimestampError> parse_datetime(std::string_view text, const Zone& zone);
/// A day from "2026-03-02".
[[nodiscard]] tl::expected<std::int64_t, TimestampError> parse_date(std::string_view text);
/// A moment for `--as-of`: a datetime, or a date, which means the last instant of that day.
[[nodiscard]] tl::expected<std::int64_t, TimestampError> parse_as_of(std::string_view text, const Zone& zone);

/// RFC 3339 with the zone's offset; fractions only where there are any.
[[nodiscard]] std::string format_datetime(std::int64_t instant, const Zone& zone);
[[nodiscard]] std::string format_date(std::int64_t day);
/// "the end of 2026-03-31" for the last instant of a day, which is what a date means as `--as-of`; else as format_datetime.
[[nodiscard]] std::string moment_text(std::int64_t instant, const Zone& zone);
/// The instant that `moment_text` wrote in this zone.
[[nodiscard]] tl::expected<std::int64_t, TimestampError> read_moment(std::string_view text, const Zone& zone);
/// The last day, or the last instant.
[[nodiscard]] std::string format_deadline(const dsl::DeadlineValue& deadline, const Zone& zone);
/// "2 h 5 min", "-3 s".
[[nodiscard]] std::string format_duration(std::int64_t microseconds);
/// Exact decimal without trailing zeros: "0.5", "-12".
[[nodiscard]] std::string format_number(std::int64_t millionths);
void append_number(std::string& out, std::int64_t millionths);

}  // namespace kaoping::engine
