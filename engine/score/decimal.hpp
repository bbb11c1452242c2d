#pragma once
// Exact arithmetic on amounts in millionths, with 128-bit intermediates.

#include <cstdint>

namespace kaoping::engine {

__extension__ using Int128 = __int128;

/// a ÷ b, rounded half to even; b > 0.
[[nodiscard]] constexpr Int128 divide_half_even(Int128 a, Int128 b) {
    Int128 quotient = a / b;
    Int128 rest = a % b;
    if (rest < 0) {
        rest += b;
        --quotient;
    }
    const Int128 twice = rest * 2;
    if (twice > b || (twice == b && quotient % 2 != 0)) ++quotient;
    return quotient;
}

/// a × b ÷ c in millionths, rounded half to even; c > 0.
[[nodiscard]] constexpr std::int64_t scale_amount(std::int64_t a, Int128 b, Int128 c) {
    return static_cast<std::int64_t>(divide_half_even(static_cast<Int128>(a) * b, c));
}

}  // namespace kaoping::engine
