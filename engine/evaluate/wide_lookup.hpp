#pragma once
// Bits of a plane, row by row in any order, with the instructions of the machine at hand: like wide_compare.hpp.

#include <cstddef>
#include <cstdint>
#include <span>

namespace kaoping::engine {

/// Bit r of `words` becomes bit from_row[r] of `plane`, a word of 64 bits each; from_row[r] is none beyond it. Writes
/// (from_row.size() + 63) / 64 words; bits behind the last row are 0.
void look_up_bits(std::span<const std::uint64_t> plane, std::span<const std::int32_t> from_row, std::uint64_t* words);

/// The same without what the machine at hand may have: for tests, for longer planes, and for machines without it.
void look_up_bits_plainly(std::span<const std::uint64_t> plane, std::span<const std::int32_t> from_row, std::uint64_t* words);

/// Words of a plane that lie in registers while it is looked up with AVX2.
constexpr std::size_t most_plane_words_with_avx2 = 16;

#if defined(__x86_64__)
/// Only where the machine has AVX2, and of no longer planes.
void look_up_bits_with_avx2(const std::uint64_t* plane, std::size_t plane_words, const std::int32_t* from_row, std::size_t rows, std::uint64_t* words);
#endif

}  // namespace kaoping::engine
