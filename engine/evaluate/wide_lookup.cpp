// See wide_lookup.hpp.

#include "engine/evaluate/wide_lookup.hpp"

#include <algorithm>

#include "engine/casefile/machine.hpp"

namespace kaoping::engine {

void look_up_bits_plainly(std::span<const std::uint64_t> plane, std::span<const std::int32_t> from_row, std::uint64_t* words) {
    for (std::size_t begin = 0; begin < from_row.size(); begin += 64) {
        const std::size_t count = std::min<std::size_t>(64, from_row.size() - begin);
        std::uint64_t word = 0;
        for (std::size_t i = 0; i < count; ++i) {
            const auto row = static_cast<std::size_t>(from_row[begin + i]);
            word |= (plane[row / 64] >> (row % 64) & 1U) << i;
        }
        *words++ = word;
    }
}

void look_up_bits(std::span<const std::uint64_t> plane, std::span<const std::int32_t> from_row, std::uint64_t* words) {
#if defined(__x86_64__)
    if (plane.size() <= most_plane_words_with_avx2 && has_avx2())
        return look_up_bits_with_avx2(plane.data(), plane.size(), from_row.data(), from_row.size(), words);
#endif
    look_up_bits_plainly(plane, from_row, words);
}

}  // namespace kaoping::engine
