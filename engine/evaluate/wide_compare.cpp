// See wide_compare.hpp.

#include "engine/evaluate/wide_compare.hpp"

#include <algorithm>
#include <functional>

#include "engine/casefile/machine.hpp"

namespace kaoping::engine {

namespace {

using dsl::Comparison;

template <typename Holds>
void compare_words(Numbers a, Numbers b, std::size_t rows, std::uint64_t* words, Holds holds) {
    const std::size_t step_a = a.one ? 0 : 1, step_b = b.one ? 0 : 1;
    for (std::size_t begin = 0; begin < rows; begin += 64) {
        const std::size_t count = std::min<std::size_t>(64, rows - begin);
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < count; ++i) word |= std::uint64_t{holds(a.at[(begin + i) * step_a], b.at[(begin + i) * step_b])} << i;
        *words++ = word;
    }
}

}  // namespace

void compare_rows_plainly(Comparison how, Numbers a, Numbers b, std::size_t rows, std::uint64_t* words) {
    // One loop per comparison, so that the compiler sees a plain compare in each.
    switch (how) {
        case Comparison::equal: return compare_words(a, b, rows, words, std::equal_to<>());
        case Comparison::not_equal: return compare_words(a, b, rows, words, std::not_equal_to<>());
        case Comparison::less: return compare_words(a, b, rows, words, std::less<>());
        case Comparison::less_equal: return compare_words(a, b, rows, words, std::less_equal<>());
        case Comparison::greater: return compare_words(a, b, rows, words, std::greater<>());
        case Comparison::greater_equal: return compare_words(a, b, rows, words, std::greater_equal<>());
    }
}

void compare_rows(Comparison how, Numbers a, Numbers b, std::size_t rows, std::uint64_t* words) {
#if defined(__x86_64__)
    if (has_avx2()) return compare_rows_with_avx2(how, a, b, rows, words);
#endif
    compare_rows_plainly(how, a, b, rows, words);
}

}  // namespace kaoping::engine
