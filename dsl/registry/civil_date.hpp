#pragma once
// Days as texts: 2026-01-31 ⇄ days since 1970-01-01.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kaoping::dsl {

/// The day of a text `YYYY-MM-DD` (exactly so; the day must exist, in years 0001–9999, as in case files); nullopt otherwise.
[[nodiscard]] std::optional<std::int64_t> parse_day(std::string_view text);

[[nodiscard]] std::string day_text(std::int64_t day);

/// The calendar year of a day.
[[nodiscard]] int year_of(std::int64_t day);

}  // namespace kaoping::dsl
