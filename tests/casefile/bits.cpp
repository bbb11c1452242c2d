// Planes of bits: whole words, ranges that cross them, and what lies behind the last row.

#include <doctest/doctest.h>

#include <random>

#include "engine/casefile/bits.hpp"

using kaoping::engine::Bits;

TEST_CASE("a range of bits is what the single bits say") {
    std::mt19937_64 random(7);
    for (const std::size_t size : {1U, 63U, 64U, 65U, 128U, 200U}) {
        Bits bits(size);
        for (std::size_t i = 0; i < size; ++i) bits.put(i, random() % 2 == 0);
        for (std::size_t begin = 0; begin < size; ++begin)
            for (std::size_t count = 0; count <= 64 && begin + count <= size; ++count) {
                std::uint64_t expected = 0;
                for (std::size_t i = 0; i < count; ++i) expected |= std::uint64_t{bits.get(begin + i)} << i;
                REQUIRE(bits.range(begin, count) == expected);
            }
    }
}

TEST_CASE("all and none hold of the rows that there are") {
    CHECK(Bits().all());
    CHECK(Bits().none());
    for (const std::size_t size : {1U, 63U, 64U, 65U, 130U}) {
        CAPTURE(size);
        Bits set(size, true), clear(size);
        CHECK(set.all());
        CHECK_FALSE(set.none());
        CHECK(clear.none());
        CHECK_FALSE(clear.all());
        for (const std::size_t at : {std::size_t{0}, size / 2, size - 1}) {
            set.reset(at);
            clear.set(at);
            CHECK_FALSE(set.all());
            CHECK_FALSE(clear.none());
            set.set(at);
            clear.reset(at);
        }
    }
}
