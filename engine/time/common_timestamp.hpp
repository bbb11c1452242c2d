#pragma once
// The form that nearly all times in case files have, read without a branch per character: for the reader's inner loop. Every
// other form, and every mistake, is parse_datetime's (timestamp.hpp).

#include <cstdint>
#include <cstring>
#include <string_view>

#include "engine/time/civil.hpp"

namespace kaoping::engine {

/// First days of the months of 1970–2069, and of the month behind them.
struct MonthTable {
    static constexpr int first_year = 1970, months = 1200;
    std::int32_t starts[months + 1] = {};
    constexpr MonthTable() {
        for (int m = 0; m <= months; ++m) starts[m] = static_cast<std::int32_t>(day_number(first_year + m / 12, m % 12 + 1, 1));
    }
};
inline constexpr MonthTable month_table;

inline std::uint64_t eight_bytes(const char* at) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof(word));
    return word;
}

/// Is some byte of a word above the byte of `most` below it? Bytes of both are less than 128.
inline bool any_above(std::uint64_t word, std::uint64_t most) {
    constexpr std::uint64_t high = 0x8080808080808080;
    return ((word | (word + (high - 0x0101010101010101 - most))) & high) != 0;
}

/// Each byte of the word becomes ten times it and the byte behind it: where two digits begin, their number.
constexpr std::uint64_t pairs(std::uint64_t digits) { return digits * 10 + (digits >> 8); }
constexpr std::int64_t byte_at(std::uint64_t word, int at) { return static_cast<std::int64_t>(word >> (8 * at) & 0xFF); }

/// The day of "2026-03-" as read by `pairs`, and of a number behind it. False: there is no such day in the table.
inline bool day_in_table(std::uint64_t date, std::int64_t of_month, std::int64_t& out) {
    const std::int64_t year = byte_at(date, 0) * 100 + byte_at(date, 2), month = byte_at(date, 5);
    const std::int64_t index = (year - MonthTable::first_year) * 12 + month - 1;
    if (month < 1 || month > 12 || index < 0 || index >= MonthTable::months) return false;
    out = month_table.starts[index] + of_month - 1;
    return of_month >= 1 && out < month_table.starts[index + 1];
}

inline constexpr std::uint64_t dddd_dd = 0x00'0909'00'09090909;

/// "2026-03-02": days since 1970-01-01. False as below.
[[nodiscard]] inline bool parse_common_day(std::string_view text, std::int64_t& out) {
    if (text.size() != 10) return false;
    const std::uint64_t day = eight_bytes(text.data()) ^ eight_bytes("0000-00-");
    const int tens = text[8] - '0', ones = text[9] - '0';
    if (any_above(day, dddd_dd) || tens < 0 || tens > 9 || ones < 0 || ones > 9) return false;
    return day_in_table(pairs(day), tens * 10 + ones, out);
}

/// "2026-03-02T10:20:01+08:00", as nearly all data have it: eight bytes at once, no branch per character. False: it has another
/// form, or is wrong; the long way says what is wrong.
[[nodiscard]] inline bool parse_common_form(std::string_view text, std::int64_t& out) {
    if (text.size() != 25) return false;
    // Digits become 0 to 9, the signs between them 0.
    const std::uint64_t day = eight_bytes(text.data()) ^ eight_bytes("0000-00-");
    const std::uint64_t clock = eight_bytes(text.data() + 8) ^ eight_bytes("00T00:00");
    const std::uint64_t rest = eight_bytes(text.data() + 17) ^ eight_bytes("00+00:00");
    constexpr std::uint64_t dd_dd_dd = 0x0909'00'0909'00'0909, mm_last = 0x00'3B'00'00'17'00'00'63, ss_first = 0x00'3B'00'00'17'00'00'3B;
    if (any_above(day, dddd_dd) || any_above(clock, dd_dd_dd) || any_above(rest, dd_dd_dd) || text[16] != ':') return false;
    const std::uint64_t date = pairs(day), times = pairs(clock), behind = pairs(rest);
    constexpr std::uint64_t numbers = 0x00'FF'00'00'FF'00'00'FF;  // where pairs begin
    // Hours up to 23, minutes and seconds up to 59 (hexadecimal 17, 3B).
    if (any_above(times & numbers, mm_last) || any_above(behind & numbers, ss_first)) return false;
    std::int64_t number = 0;
    if (!day_in_table(date, byte_at(times, 0), number)) return false;
    const std::int64_t minutes = (byte_at(times, 3) - byte_at(behind, 3)) * 60 + byte_at(times, 6) - byte_at(behind, 6);
    out = (number * 86'400 + minutes * 60 + byte_at(behind, 0)) * dsl::us_per_second;
    return true;
}

}  // namespace kaoping::engine
