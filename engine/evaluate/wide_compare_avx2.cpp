// Four rows at once: see wide_compare.hpp.

#include "engine/evaluate/wide_compare.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

namespace kaoping::engine {

namespace {

using dsl::Comparison;

__m256i four_at(const std::int64_t* at) { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at)); }

/// Of equal and greater; the others are these with their sides changed, or their opposites.
struct Equal {
    static __m256i four(__m256i a, __m256i b) { return _mm256_cmpeq_epi64(a, b); }
    static bool one(std::int64_t a, std::int64_t b) { return a == b; }
};
struct Greater {
    static __m256i four(__m256i a, __m256i b) { return _mm256_cmpgt_epi64(a, b); }
    static bool one(std::int64_t a, std::int64_t b) { return a > b; }
};

/// `opposite`: all bits set, if the bits are to say that it does not hold.
template <typename Relation>
void compare_words(const std::int64_t* a, const std::int64_t* b, std::size_t rows, std::uint64_t* words, std::uint64_t opposite) {
    for (std::size_t begin = 0; begin < rows; begin += 64) {
        const std::size_t count = rows - begin < 64 ? rows - begin : 64;
        std::uint64_t word = 0;
        std::size_t i = 0;
        for (; i + 4 <= count; i += 4) {
            const __m256i holds = Relation::four(four_at(a + begin + i), four_at(b + begin + i));
            word |= std::uint64_t{static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(holds)))} << i;
        }
        for (; i < count; ++i) word |= std::uint64_t{Relation::one(a[begin + i], b[begin + i])} << i;
        *words++ = word ^ opposite;
    }
}

}  // namespace

void compare_rows_with_avx2(Comparison how, const std::int64_t* a, const std::int64_t* b, std::size_t rows, std::uint64_t* words) {
    constexpr std::uint64_t opposite = ~std::uint64_t{0};
    switch (how) {
        case Comparison::equal: return compare_words<Equal>(a, b, rows, words, 0);
        case Comparison::not_equal: return compare_words<Equal>(a, b, rows, words, opposite);
        case Comparison::less: return compare_words<Greater>(b, a, rows, words, 0);
        case Comparison::less_equal: return compare_words<Greater>(a, b, rows, words, opposite);
        case Comparison::greater: return compare_words<Greater>(a, b, rows, words, 0);
        case Comparison::greater_equal: return compare_words<Greater>(b, a, rows, words, opposite);
    }
}

}  // namespace kaoping::engine

#endif
