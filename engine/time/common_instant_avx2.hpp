#pragma once
// The form that nearly all times in case files have (common_timestamp.hpp), all its signs at once; only where the machine has AVX2.
//
// The text lies in a register as two halves, which overlap: `"2026-03-02T10:2` and `T10:20:01+08:00"`.

#if defined(__x86_64__)

#include <immintrin.h>

#include <array>
#include <cstdint>

#include "engine/time/common_timestamp.hpp"

namespace kaoping::engine {

namespace common_instant {

using Bytes = std::array<std::uint8_t, 32>;
using Numbers = std::array<std::int16_t, 16>;

alignas(32) inline constexpr char form[] = "\"0000-00-00T00:0" "T00:00:00+00:00\"";
/// How far a byte may be above the form's.
alignas(32) inline constexpr Bytes room = [] {
    Bytes out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = form[i] == '0' ? 9 : 0;
    return out;
}();

inline constexpr std::uint8_t none = 0x80;  // of an order: a zero
// Two digits each: century, year of it, month, 0; day; and hour, minute, second, 0; hours and minutes of the zone.
alignas(32) inline constexpr Bytes order = {1, 2, 3, 4, 6, 7, none, none, 9,  10, none, none, none, none, none, none,
                                     1, 2, 4, 5, 7, 8, none, none, 10, 11, 13,   14,   none, none, none, none};
alignas(32) inline constexpr Numbers most = {20, 99, 12, 0, 31, 0, 0, 0, 23, 59, 59, 0, 23, 59, 0, 0};
// What makes of them the place of the month in its table, the day of it, and the seconds of the day and those of the zone.
alignas(32) inline constexpr Numbers weights = {1600, 16, 1, 0, 1, 0, 0, 0, 3600, 60, 1, 0, -3600, -60, 0, 0};

[[gnu::target("avx2"), gnu::always_inline]] inline __m256i all(const void* of) { return _mm256_load_si256(static_cast<const __m256i*>(of)); }
[[gnu::target("avx2"), gnu::always_inline]] inline __m128i half(const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); }
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i halves(const char* low, const char* high) { return _mm256_inserti128_si256(_mm256_castsi128_si256(half(low)), half(high), 1); }

}  // namespace common_instant

/// `"2026-03-02T10:20:01+08:00"` with its quotes, as parse_common_instant reads what is between them; no_common_instant: it has another
/// form, or is wrong. Reads 27 bytes.
[[nodiscard, gnu::target("avx2")]] inline std::int64_t common_instant_with_avx2(const char* quoted) {
    using namespace common_instant;
    const __m256i digits = _mm256_sub_epi8(halves(quoted, quoted + 11), all(form));
    const __m256i numbers = _mm256_maddubs_epi16(_mm256_shuffle_epi8(digits, all(&order)), _mm256_set1_epi16(0x010A));  // ten times the first digit, once the second
    const __m256i wrong = _mm256_or_si256(_mm256_subs_epu8(digits, all(&room)), _mm256_subs_epu16(numbers, all(&most)));
    if (_mm256_testz_si256(wrong, wrong) == 0) return no_common_instant;
    const __m256i parts = _mm256_madd_epi16(numbers, all(&weights));
    const __m256i sums = _mm256_hadd_epi32(parts, parts);
    const auto date = static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm256_castsi256_si128(sums)));
    const auto time = static_cast<std::uint64_t>(_mm_cvtsi128_si64(_mm256_extracti128_si256(sums, 1)));
    const std::uint32_t place = static_cast<std::uint32_t>(date) - MonthTable::first_year * 16;
    if (place >= MonthTable::years * 16) return no_common_instant;
    const MonthTable::Month& month = month_table.months[place];
    const std::uint64_t day = date >> 32;
    if (day - 1 >= static_cast<std::uint64_t>(month.days)) return no_common_instant;
    const std::int64_t seconds = static_cast<std::int32_t>(time) + static_cast<std::int32_t>(time >> 32);
    return ((month.eve + static_cast<std::int64_t>(day)) * std::int64_t{86'400} + seconds) * dsl::us_per_second;
}

}  // namespace kaoping::engine

#endif
