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

TEST_CASE("what was moved is empty, what was copied is a second one") {
    Bits from(130, true);
    Bits copy = from, moved = std::move(from);
    CHECK(from.size() == 0);
    CHECK(moved == copy);
    copy.reset(129);
    CHECK(moved.get(129));
    moved = Bits();
    CHECK(moved.size() == 0);
    from.resize(3, true);  // used again
    CHECK(from.all());
    for (std::size_t rows = 3; rows < 1000; rows += 7) from.grow(rows, rows % 2 == 0);
    for (std::size_t i = 3; i < from.size(); ++i) REQUIRE(from.get(i) == (((i - 3) / 7 * 7 + 3 + 7) % 2 == 0));
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

TEST_CASE("bits that were cut, grown, copied or moved are as if they had been made so") {
    for (const std::size_t most : {65U, 200U, 1000U})
        for (const std::size_t least : {0U, 1U, 63U, 64U}) {
            CAPTURE(most);
            CAPTURE(least);
            Bits bits(most, true);
            bits.resize(least, true);
            CHECK(bits == Bits(least, true));
            CHECK(bits.word_count() == (least + 63) / 64);
            bits.grow(most, false);  // into words that were set before
            CHECK_FALSE(bits.all());
            for (std::size_t i = 0; i < most; ++i) REQUIRE(bits.get(i) == (i < least));
            bits.cut(least);
            bits.grow(most, true);
            CHECK(bits == Bits(most, true));
            bits.put_from(least, false);
            Bits copy(most + 100, true);
            copy = bits;
            CHECK(copy == bits);
            CHECK(Bits(bits) == bits);
            const Bits taken = std::move(copy);
            CHECK(taken == bits);
            CHECK(copy.size() == 0);  // NOLINT: what a moved one promises
            CHECK(copy.word_count() == 0);
        }
}
