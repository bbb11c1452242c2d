// Eight rows at once: see wide_lookup.hpp. A register holds 256 bits of the plane as eight parts of 32, of which each row picks its own.

#include "engine/evaluate/wide_lookup.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

#include <cstring>

namespace kaoping::engine {

namespace {

constexpr std::size_t words_of_register = 4;
static_assert(most_plane_words_with_avx2 == words_of_register << 2);

/// A plane of at most 256 × 2^Doublings bits.
template <int Doublings>
class Plane {
public:
    Plane(const std::uint64_t* words, std::size_t count) {
        std::uint64_t padded[words_of_register << Doublings] = {};
        for (std::size_t w = 0; w < count; ++w) padded[w] = words[w];
        for (int i = 0; i < 1 << Doublings; ++i) parts_[i] = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(padded + static_cast<std::size_t>(i) * words_of_register));
    }

    /// A bit per row of eight.
    [[nodiscard]] unsigned eight(__m256i rows) const {
        const __m256i place = _mm256_andnot_si256(rows, _mm256_set1_epi32(31));  // of the bit in its part, from the highest down
        return static_cast<unsigned>(_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_sllv_epi32(part_of(rows), place))));
    }

private:
    [[nodiscard]] __m256i part_of(__m256i rows) const {
        const __m256i number = _mm256_srli_epi32(rows, 5);  // of which the lowest three bits count
        const __m256i first = _mm256_permutevar8x32_epi32(parts_[0], number);
        if constexpr (Doublings == 0) return first;
        const __m256i by_bit_8 = _mm256_slli_epi32(rows, 23);
        if constexpr (Doublings >= 1) {
            const __m256i low = choose(first, _mm256_permutevar8x32_epi32(parts_[1], number), by_bit_8);
            if constexpr (Doublings == 1) return low;
            if constexpr (Doublings == 2) {
                const __m256i high = choose(_mm256_permutevar8x32_epi32(parts_[2], number), _mm256_permutevar8x32_epi32(parts_[3], number), by_bit_8);
                return choose(low, high, _mm256_slli_epi32(rows, 22));
            }
        }
    }
    /// `b` where the highest bit is set.
    [[nodiscard]] static __m256i choose(__m256i a, __m256i b, __m256i highest) {
        return _mm256_castps_si256(_mm256_blendv_ps(_mm256_castsi256_ps(a), _mm256_castsi256_ps(b), _mm256_castsi256_ps(highest)));
    }

    __m256i parts_[1 << Doublings];
};

template <int Doublings>
void look_up(const Plane<Doublings> plane, const std::int32_t* from_row, std::size_t rows, std::uint64_t* words) {
    for (std::size_t begin = 0; begin < rows; begin += 64) {
        const std::size_t end = rows - begin < 64 ? rows : begin + 64;
        std::uint64_t word = 0;
        std::size_t row = begin;
        for (; row + 8 <= end; row += 8) word |= std::uint64_t{plane.eight(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(from_row + row)))} << (row - begin);
        if (row < end) {
            std::int32_t rest[8] = {};
            std::memcpy(rest, from_row + row, (end - row) * sizeof *from_row);
            const unsigned bits = plane.eight(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(rest))) & ((1U << (end - row)) - 1);
            word |= std::uint64_t{bits} << (row - begin);
        }
        *words++ = word;
    }
}

}  // namespace

void look_up_bits_with_avx2(const std::uint64_t* plane, std::size_t plane_words, const std::int32_t* from_row, std::size_t rows, std::uint64_t* words) {
    if (plane_words <= words_of_register) look_up(Plane<0>(plane, plane_words), from_row, rows, words);
    else if (plane_words <= 2 * words_of_register) look_up(Plane<1>(plane, plane_words), from_row, rows, words);
    else look_up(Plane<2>(plane, plane_words), from_row, rows, words);
}

}  // namespace kaoping::engine

#endif
