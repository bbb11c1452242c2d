// Planes looked up in any order: each way of doing it says the same as looking up single bits.

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <vector>

#include "engine/evaluate/wide_lookup.hpp"

using namespace kaoping;

TEST_CASE("planes of any length are looked up as their bits are") {
    std::mt19937_64 random(13);
    for (const std::size_t source : {1U, 31U, 32U, 64U, 65U, 255U, 256U, 257U, 511U, 512U, 513U, 768U, 1023U, 1024U, 1025U, 5000U})
        for (const std::size_t rows : {0U, 1U, 7U, 8U, 9U, 63U, 64U, 65U, 130U, 1000U}) {
            CAPTURE(source);
            CAPTURE(rows);
            std::vector<std::uint64_t> plane((source + 63) / 64);
            for (std::uint64_t& word : plane) word = random();
            std::vector<std::int32_t> from_row(rows);
            for (std::int32_t& row : from_row) row = static_cast<std::int32_t>(random() % source);
            const std::size_t words = (rows + 63) / 64;
            std::vector<std::uint64_t> plain(words + 1, 7), wide(words + 1, 7);
            engine::look_up_bits_plainly(plane, from_row, plain.data());
            engine::look_up_bits(plane, from_row, wide.data());
            std::vector<std::uint64_t> expected(words + 1);
            expected.back() = 7;  // behind the last word nothing is written
            for (std::size_t i = 0; i < rows; ++i) {
                const auto row = static_cast<std::size_t>(from_row[i]);
                expected[i / 64] |= (plane[row / 64] >> (row % 64) & 1U) << (i % 64);
            }
            REQUIRE(plain == expected);
            REQUIRE(wide == expected);
        }
}

TEST_CASE("nothing is looked up in a plane without rows") {
    std::uint64_t word = 7;
    engine::look_up_bits({}, {}, &word);
    engine::look_up_bits_plainly({}, {}, &word);
    CHECK(word == 7);
}
