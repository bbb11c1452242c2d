#pragma once
// The form that nearly all times in case files have, read without a branch per character: for the reader's inner loop. Every
// other form, and every mistake, is parse_datetime's (timestamp.hpp).

#include <cstdint>
#include <cstring>
#include <limits>
#include <string_view>

#include "engine/time/civil.hpp"

namespace kaoping::engine {

/// Stands for what has another form, or is wrong.
inline constexpr std::int64_t no_common_instant = std::numeric_limits<std::int64_t>::max();

/// Months of 1970–2069: sixteen places a year, so that a year and a month make one number by shifts; of the places 1 to 12 are months.
struct MonthTable {
    static constexpr int first_year = 1970, years = 100;
    struct Month {
        std::int32_t eve = 0, days = 0;  ///< the day before its first one, since 1970-01-01
    };
    Month months[years * 16] = {};
    constexpr MonthTable() {
        for (int year = first_year; year < first_year + years; ++year)
            for (int month = 1; month <= 12; ++month) {
                const auto first = static_cast<std::int32_t>(day_number(year, month, 1));
                const auto next = static_cast<std::int32_t>(month == 12 ? day_number(year + 1, 1, 1) : day_number(year, month + 1, 1));
                months[(year - first_year) * 16 + month] = {first - 1, next - first};
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
        out = month.eve + static_cast<std::int64_t>(of_month);
        return of_month - 1 < static_cast<std::uint64_t>(month.days);
    }
};

/// "01+08:00" as digits: seconds and a zone.
struct CommonSeconds {
    std::uint64_t numbers;  ///< seconds in byte 0, hours in byte 3, minutes in byte 6
    explicit constexpr CommonSeconds(std::uint64_t digits) : numbers(pairs(digits) & 0x00'FF'00'00'FF'00'00'FF) {}
    static constexpr std::uint64_t digits_most = 0x0909'00'0909'00'0909, numbers_most = 0x00'3B'00'00'17'00'00'3B;
    /// As above.
    [[nodiscard]] constexpr std::uint64_t wrong(std::uint64_t digits) const { return bytes_above(digits, digits_most) | bytes_above(numbers, numbers_most); }
    [[nodiscard]] constexpr std::int64_t seconds() const { return static_cast<std::int64_t>(numbers & 0xFF); }
    /// How far the zone is before UTC, in minutes.
    [[nodiscard]] constexpr std::int64_t zone() const { return static_cast<std::int64_t>(numbers * ((std::uint64_t{60} << 24) + 1) >> 48); }
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

/// Sixteen bytes at once, or eight numbers of two bytes, with whatever instructions the compiler has for them.
using SixteenBytes [[gnu::vector_size(16)]] = std::uint8_t;
using EightNumbers [[gnu::vector_size(16)]] = std::uint16_t;
using TwoWords [[gnu::vector_size(16)]] = std::uint64_t;

inline SixteenBytes sixteen_bytes(const char* at) {
    SixteenBytes out;
    std::memcpy(&out, at, sizeof(out));
    return out;
}

/// "2026-03-02T10:20:". Two digits that begin at an even place are one of the eight numbers of the text, those at an odd place one
/// of the text from its second byte on; together they fill six of eight.
struct CommonMinute {
    TwoWords numbers;  ///< century, year of it, month, 0; day, hour, 0, minute
    TwoWords wrong;    ///< a bit of `high_bits` is set if a digit is none, or a number too high
    explicit CommonMinute(const char* text) {
        constexpr std::uint8_t n = 0x7F - 9, s = 0x7F;  // what makes more than 127 of a digit above 9, of a sign that is not as expected
        constexpr SixteenBytes even_room = {n, n, n, n, s, n, n, s, n, n, s, n, n, s, n, n}, odd_room = {n, n, n, s, n, n, s, n, n, s, n, n, s, n, n, s};
        constexpr std::uint16_t p = 10 * 256 + 1;  // ten times the first byte and once the second one, in place of the second one
        constexpr EightNumbers even_pairs = {p, p, 0, 0, p, 0, 0, p}, odd_pairs = {0, 0, p, 0, 0, p, 0, 0};
        constexpr EightNumbers room = {0x7F - 20, 0x7F - 99, 0x7F - 12, 0, 0x7F - 31, 0x7F - 23, 0, 0x7F - 59};
        const SixteenBytes even = sixteen_bytes(text) ^ sixteen_bytes("0000-00-00T00:00"), odd = sixteen_bytes(text + 1) ^ sixteen_bytes("000-00-00T00:00:");
        const EightNumbers found = (reinterpret_cast<EightNumbers>(even) * even_pairs | reinterpret_cast<EightNumbers>(odd) * odd_pairs) >> 8;
        numbers = reinterpret_cast<TwoWords>(found);
        wrong = reinterpret_cast<TwoWords>(even | (even + even_room) | odd | (odd + odd_room)) | reinterpret_cast<TwoWords>(found + room);
    }
};

/// "01+08:00" behind the minutes: seconds, and how far the zone is before UTC in minutes. False: it is wrong.
inline bool parse_common_seconds(const char* text, std::int64_t& seconds, std::int64_t& zone) {
    const std::uint64_t chinese = eight_bytes(text) ^ eight_bytes("00+08:00");
    if (chinese >> 16 == 0) {  // as all of China has it
        seconds = static_cast<std::int64_t>((chinese & 0xFF) * 10 + (chinese >> 8));
        zone = 480;
        return ((chinese | (chinese + 0x767A)) & 0x8080) == 0;  // digits to 9 and to 5
    }
    const std::uint64_t digits = eight_bytes(text) ^ eight_bytes("00+00:00");
    const CommonSeconds read(digits);
    seconds = read.seconds();
    zone = read.zone();
    return (read.wrong(digits) & high_bits) == 0;
}

/// "2026-03-02T10:20:01+08:00", as nearly all data have it: no branch per character. False: it has another form, or is wrong; the
/// long way says what is wrong.
[[nodiscard]] inline bool parse_common_instant(std::string_view text, std::int64_t& out) {
    if (text.size() != 25) return false;
    const CommonMinute minute(text.data());
    std::int64_t seconds = 0, zone = 0;
    if (((minute.wrong[0] | minute.wrong[1]) & high_bits) != 0 || !parse_common_seconds(text.data() + 17, seconds, zone)) return false;
    constexpr std::uint64_t to_month = (std::uint64_t{1600} << 32) + (std::uint64_t{16} << 16) + 1;
    constexpr std::uint64_t to_minutes = (std::uint64_t{1440} << 48) + (std::uint64_t{60} << 32) + 1;
    const std::uint64_t place = (minute.numbers[0] * to_month >> 32 & 0xFFFF) - MonthTable::first_year * 16;
    if (place >= MonthTable::years * 16) return false;
    const MonthTable::Month& month = month_table.months[place];
    if ((minute.numbers[1] & 0xFF) - 1 >= static_cast<std::uint64_t>(month.days)) return false;
    const std::int64_t minutes = month.eve * std::int64_t{1440} + static_cast<std::int64_t>(minute.numbers[1] * to_minutes >> 48) - zone;
    out = (minutes * 60 + seconds) * dsl::us_per_second;
    return true;
}

}  // namespace kaoping::engine
