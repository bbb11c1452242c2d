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

/// Are all bytes of the word 0 to 9, those under `signs` 0?
inline bool are_digits(std::uint64_t word, std::uint64_t signs) {
    constexpr std::uint64_t high = 0x8080808080808080, to_high = 0x7676767676767676;
    return ((word | (word + to_high)) & high) == 0 && (word & signs) == 0;
}

/// Two digits whose first is byte `at` of a word.
constexpr int pair_at(std::uint64_t word, int at) {
    return static_cast<int>(word >> (8 * at) & 15) * 10 + static_cast<int>(word >> (8 * at + 8) & 15);
}

/// "2026-03-02T10:20:01+08:00", as nearly all data have it: eight bytes at once, no branch per character. False: it has another
/// form, or is wrong; the long way says what is wrong.
[[nodiscard]] inline bool parse_common_form(std::string_view text, std::int64_t& out) {
    if (text.size() != 25 || text[24] < '0' || text[24] > '9') return false;
    // Digits become 0 to 9, the signs between them 0.
    const std::uint64_t day = eight_bytes(text.data()) ^ eight_bytes("0000-00-");
    const std::uint64_t clock = eight_bytes(text.data() + 8) ^ eight_bytes("00T00:00");
    const std::uint64_t rest = eight_bytes(text.data() + 16) ^ eight_bytes(":00+00:0");
    if (!are_digits(day, 0xFF0000FF00000000) || !are_digits(clock, 0x0000FF0000FF0000) || !are_digits(rest, 0x00FF0000FF0000FF)) return false;
    const int year = pair_at(day, 0) * 100 + pair_at(day, 2), month = pair_at(day, 5), of_month = pair_at(clock, 0);
    const int hours = pair_at(clock, 3), minutes = pair_at(clock, 6), seconds = pair_at(rest, 1);
    const int offset_hours = pair_at(rest, 4), offset_minutes = static_cast<int>(rest >> 56) * 10 + (text[24] - '0');
    const int index = (year - MonthTable::first_year) * 12 + month - 1;
    const bool clock_good = hours <= 23 && minutes <= 59 && seconds <= 59 && offset_hours <= 23 && offset_minutes <= 59;
    if (!clock_good || month < 1 || month > 12 || index < 0 || index >= MonthTable::months) return false;
    const std::int64_t number = month_table.starts[index] + of_month - 1;
    if (of_month < 1 || number >= month_table.starts[index + 1]) return false;
    const std::int64_t second = number * 86'400 + (hours - offset_hours) * 3600 + (minutes - offset_minutes) * 60 + seconds;
    out = second * dsl::us_per_second;
    return true;
}

}  // namespace kaoping::engine
