// Four rows at once: see wide_compare.hpp.

#include "engine/evaluate/wide_compare.hpp"

#if defined(__x86_64__)

#include <immintrin.h>

namespace kaoping::engine {

namespace {

using dsl::Comparison;

/// A side with a number per row.
struct EachRow {
    const std::int64_t* at;
    explicit EachRow(Numbers numbers) : at(numbers.at) {}
    [[nodiscard]] __m256i four(std::size_t row) const { return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(at + row)); }
    [[nodiscard]] std::int64_t one(std::size_t row) const { return at[row]; }
};
/// A side with one number for all rows.
struct AllRows {
    std::int64_t number;
    explicit AllRows(Numbers numbers) : number(*numbers.at) {}
    [[nodiscard]] __m256i four(std::size_t) const { return _mm256_set1_epi64x(number); }
    [[nodiscard]] std::int64_t one(std::size_t) const { return number; }
};

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
template <typename Relation, typename Left, typename Right>
void compare_sides(Left a, Right b, std::size_t rows, std::uint64_t* words, std::uint64_t opposite) {
    for (std::size_t begin = 0; begin < rows; begin += 64) {
        const std::size_t count = rows - begin < 64 ? rows - begin : 64;
        std::uint64_t word = 0;
        std::size_t i = 0;
        for (; i + 4 <= count; i += 4) {
            const __m256i holds = Relation::four(a.four(begin + i), b.four(begin + i));
            word |= std::uint64_t{static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(holds)))} << i;
        }
        for (; i < count; ++i) word |= std::uint64_t{Relation::one(a.one(begin + i), b.one(begin + i))} << i;
        *words++ = word ^ opposite;
    }
}

template <typename Relation>
void compare_words(Numbers a, Numbers b, std::size_t rows, std::uint64_t* words, std::uint64_t opposite) {
    if (a.one && b.one) return compare_sides<Relation>(AllRows(a), AllRows(b), rows, words, opposite);
    if (a.one) return compare_sides<Relation>(AllRows(a), EachRow(b), rows, words, opposite);
    if (b.one) return compare_sides<Relation>(EachRow(a), AllRows(b), rows, words, opposite);
    compare_sides<Relation>(EachRow(a), EachRow(b), rows, words, opposite);
}

}  // namespace

void compare_rows_with_avx2(Comparison how, Numbers a, Numbers b, std::size_t rows, std::uint64_t* words) {
    constexpr std::uint64_t opposite = ~std::uint64_t{0};
    if (rows == 0) return;  // then there is not even one number
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
