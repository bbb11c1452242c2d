#pragma once
// The form that nearly all times in case files have, read without a branch per character: for the reader's inner loop. Every
// other form, and every mistake, is parse_datetime's (timestamp.hpp).

#include <cstdint>
#include <cstring>
#include <string_view>

#include "engine/time/civil.hpp"

namespace kaoping::engine {

/// Months of 1970–2069: sixteen places a year, so that a year and a month make one number by shifts; of the places 1 to 12 are months.
struct MonthTable {
    static constexpr int first_year = 1970, years = 100;
    struct Month {
        std::int32_t first_day = 0, days = 0;
    };
    Month months[years * 16] = {};
    constexpr MonthTable() {
        for (int year = first_year; year < first_year + years; ++year)
            for (int month = 1; month <= 12; ++month) {
                const auto first = static_cast<std::int32_t>(day_number(year, month, 1));
                const auto next = static_cast<std::int32_t>(month == 12 ? day_number(year + 1, 1, 1) : day_number(year, month + 1, 1));
                months[(year - first_year) * 16 + month] = {first, next - first};
            }
    }
};
inline constexpr MonthTable month_table;

inline std::uint64_t eight_bytes(const char* at) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof(word));
    return word;
}

/// The high bit of some byte is set if a byte of the word is above the byte of `most` below it, whose bytes are less than 128.
constexpr std::uint64_t bytes_above(std::uint64_t word, std::uint64_t most) { return word | (word + (0x7F7F7F7F7F7F7F7F - most)); }
constexpr std::uint64_t high_bits = 0x8080808080808080;

/// Each byte of the word becomes ten times it and the byte behind it: where two digits begin, their number.
constexpr std::uint64_t pairs(std::uint64_t digits) { return digits * 10 + (digits >> 8); }

// Several small numbers in one word become one number by a multiplication: each is shifted to the place of the last one, where
// they add up; what else the product holds lies below or beyond that place.

/// "2026-03-" as digits.
struct CommonMonth {
    std::uint64_t numbers;  ///< century in byte 0, year of it in byte 2, month in byte 5
    explicit constexpr CommonMonth(std::uint64_t digits) : numbers(pairs(digits) & 0x0000'FF00'00FF'00FF) {}
    static constexpr std::uint64_t digits_most = 0x00'09'09'00'09'09'09'09, numbers_most = 0x00'00'0C'00'00'63'00'14;
    /// A bit of `high_bits` is set if a digit is none, or the month or century too high.
    [[nodiscard]] constexpr std::uint64_t wrong(std::uint64_t digits) const { return bytes_above(digits, digits_most) | bytes_above(numbers, numbers_most); }
    /// The day of the month as days since 1970-01-01. False: there is no such day in the table.
    [[nodiscard]] bool day(std::uint64_t of_month, std::int64_t& out) const {
        constexpr std::uint64_t times = (std::uint64_t{1600} << 40) + (std::uint64_t{16} << 24) + 1;
        const std::uint64_t place = (numbers * times >> 40 & 0xFFFF) - MonthTable::first_year * 16;
        if (place >= MonthTable::years * 16) return false;
        const MonthTable::Month& month = month_table.months[place];
        out = month.first_day + static_cast<std::int64_t>(of_month) - 1;
        return of_month - 1 < static_cast<std::uint64_t>(month.days);
    }
};

/// "02T10:20" or "01+08:00" as digits.
struct CommonClock {
    std::uint64_t numbers;  ///< in bytes 0, 3 and 6
    explicit constexpr CommonClock(std::uint64_t digits) : numbers(pairs(digits) & 0x00'FF'00'00'FF'00'00'FF) {}
    static constexpr std::uint64_t digits_most = 0x0909'00'0909'00'0909;
    /// The same for what a number of each place may be at most: hours to 23, minutes and seconds to 59.
    [[nodiscard]] constexpr std::uint64_t wrong(std::uint64_t digits, std::uint64_t first_most) const {
        return bytes_above(digits, digits_most) | bytes_above(numbers, 0x00'3B'00'00'17'00'00'00 + first_most);
    }
    [[nodiscard]] constexpr std::uint64_t first() const { return numbers & 0xFF; }
    /// Of the hours and minutes behind it.
    [[nodiscard]] constexpr std::int64_t minutes() const { return static_cast<std::int64_t>(numbers * ((std::uint64_t{60} << 24) + 1) >> 48); }
};

/// "2026-03-02": days since 1970-01-01. False as below.
[[nodiscard]] inline bool parse_common_day(std::string_view text, std::int64_t& out) {
    if (text.size() != 10) return false;
    const std::uint64_t digits = eight_bytes(text.data()) ^ eight_bytes("0000-00-");
    const int tens = text[8] - '0', ones = text[9] - '0';
    const CommonMonth month(digits);
    if ((month.wrong(digits) & high_bits) != 0 || tens < 0 || tens > 9 || ones < 0 || ones > 9) return false;
    return month.day(static_cast<std::uint64_t>(tens * 10 + ones), out);
}

/// "2026-03-02T10:20:01+08:00", as nearly all data have it: eight bytes at once, no branch per character. False: it has another
/// form, or is wrong; the long way says what is wrong.
[[nodiscard]] inline bool parse_common_form(std::string_view text, std::int64_t& out) {
    if (text.size() != 25) return false;
    // Digits become 0 to 9, the signs between them 0.
    const std::uint64_t date = eight_bytes(text.data()) ^ eight_bytes("0000-00-");
    const std::uint64_t clock = eight_bytes(text.data() + 8) ^ eight_bytes("00T00:00");
    const std::uint64_t rest = eight_bytes(text.data() + 17) ^ eight_bytes("00+00:00");
    const CommonMonth month(date);
    const CommonClock day_and_time(clock), seconds_and_zone(rest);
    if (((month.wrong(date) | day_and_time.wrong(clock, 99) | seconds_and_zone.wrong(rest, 59)) & high_bits) != 0 || text[16] != ':') return false;
    std::int64_t day = 0;
    if (!month.day(day_and_time.first(), day)) return false;
    const std::int64_t minutes = day * 1440 + day_and_time.minutes() - seconds_and_zone.minutes();
    out = (minutes * 60 + static_cast<std::int64_t>(seconds_and_zone.first())) * dsl::us_per_second;
    return true;
}

}  // namespace kaoping::engine
