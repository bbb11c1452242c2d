#pragma once
// Sixteen bytes side by side: what the compilers' vector types give, for which no instruction set needs to be asked.

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace kaoping::engine {

using Sixteen [[gnu::vector_size(16)]] = std::uint8_t;

[[nodiscard, gnu::always_inline]] inline Sixteen sixteen_at(const void* at) {
    Sixteen out;
    std::memcpy(&out, at, sizeof out);
    return out;
}

/// A bit per byte, the first one lowest, of what a comparison gives: bytes that are all ones or all zeros.
template <typename Compared>
[[nodiscard, gnu::always_inline]] inline std::uint32_t mask_of(const Compared& compared) {
    static_assert(sizeof compared == 16);
#if defined(__SSE2__)
    return static_cast<std::uint32_t>(_mm_movemask_epi8(reinterpret_cast<__m128i>(compared)));
#else
    std::uint64_t words[2];
    std::memcpy(words, &compared, sizeof words);
    // The multiplication brings the lowest bits of eight bytes side by side.
    const auto mask = [](std::uint64_t word) { return static_cast<std::uint32_t>((word & 0x0101010101010101) * 0x0102040810204080 >> 56); };
    return mask(words[0]) | mask(words[1]) << 8;
#endif
}

/// The number of the first byte in a mask that has one: not as int, which would have to become an offset first.
[[nodiscard, gnu::always_inline]] inline std::size_t first_of(std::uint32_t mask) { return static_cast<unsigned>(__builtin_ctz(mask)); }
[[nodiscard, gnu::always_inline]] inline std::size_t first_of(std::uint64_t mask) { return static_cast<unsigned>(__builtin_ctzll(mask)); }

}  // namespace kaoping::engine
