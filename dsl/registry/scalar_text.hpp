#pragma once
// Constants as texts: exact decimals and instants, in the encodings of typed/value.hpp.

#include <cstdint>
#include <optional>
#include <string_view>

namespace kaoping::dsl {

/// `-12.5` → −12 500 000 (millionths); at most six places behind the point, in range; no exponent, no blanks.
[[nodiscard]] std::optional<std::int64_t> parse_decimal(std::string_view text);

/// `2026-03-01T10:20:00+08:00` → µs since 1970-01-01T00:00:00Z. Seconds and their fraction (up to six digits) may be left
/// out, the offset (`Z` or ±hh:mm) may not.
[[nodiscard]] std::optional<std::int64_t> parse_instant(std::string_view text);

}  // namespace kaoping::dsl
