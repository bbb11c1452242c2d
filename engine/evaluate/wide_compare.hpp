#pragma once
// Comparison of whole number columns with the instructions of the machine at hand: the build itself is portable, and what it
// may take for granted has no comparison of 64-bit numbers side by side.

#include <cstddef>
#include <cstdint>

#include "dsl/typed/expression.hpp"

namespace kaoping::engine {

/// A side of a comparison: a number per row, or one for all rows.
struct Numbers {
    const std::int64_t* at = nullptr;
    bool one = false;
};

/// Bit r of the words: does a of row r compare to b of row r as asked? Writes (rows + 63) / 64 words; bits behind the last row are any.
void compare_rows(dsl::Comparison how, Numbers a, Numbers b, std::size_t rows, std::uint64_t* words);

/// The same without what the machine at hand may have: for tests, and for machines without it.
void compare_rows_plainly(dsl::Comparison how, Numbers a, Numbers b, std::size_t rows, std::uint64_t* words);

#if defined(__x86_64__)
/// Only where the machine has AVX2.
void compare_rows_with_avx2(dsl::Comparison how, Numbers a, Numbers b, std::size_t rows, std::uint64_t* words);
#endif

}  // namespace kaoping::engine
