// Whole columns of numbers compared: each way of doing it says the same as a comparison of single numbers.

#include <doctest/doctest.h>

#include <cstdint>
#include <limits>
#include <random>
#include <vector>

#include "engine/evaluate/wide_compare.hpp"

using namespace kaoping;
using dsl::Comparison;

namespace {

bool holds(Comparison how, std::int64_t a, std::int64_t b) {
    switch (how) {
        case Comparison::equal: return a == b;
        case Comparison::not_equal: return a != b;
        case Comparison::less: return a < b;
        case Comparison::less_equal: return a <= b;
        case Comparison::greater: return a > b;
        case Comparison::greater_equal: return a >= b;
    }
    return false;
}

constexpr Comparison all[] = {Comparison::equal, Comparison::not_equal, Comparison::less, Comparison::less_equal, Comparison::greater, Comparison::greater_equal};

}  // namespace

TEST_CASE("columns of any length, and one number for all rows, are compared as their numbers are") {
    constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min(), most = std::numeric_limits<std::int64_t>::max();
    const std::vector<std::int64_t> values{least, least + 1, -1, 0, 1, std::int64_t{1} << 32, most - 1, most};
    std::mt19937_64 random(11);
    for (const std::size_t rows : {0U, 1U, 3U, 4U, 5U, 63U, 64U, 65U, 67U, 128U, 200U}) {
        std::vector<std::int64_t> a(rows), b(rows);
        for (std::size_t i = 0; i < rows; ++i) {
            a[i] = values[random() % values.size()];
            b[i] = values[random() % values.size()];
        }
        const std::int64_t one = values[random() % values.size()];
        for (const Comparison how : all)
            for (const bool one_left : {false, true})
                for (const bool one_right : {false, true}) {
                    CAPTURE(rows);
                    CAPTURE(static_cast<int>(how));
                    CAPTURE(one_left);
                    CAPTURE(one_right);
                    const engine::Numbers left{one_left ? &one : a.data(), one_left}, right{one_right ? &one : b.data(), one_right};
                    std::vector<std::uint64_t> plain((rows + 63) / 64), wide((rows + 63) / 64);
                    engine::compare_rows_plainly(how, left, right, rows, plain.data());
                    engine::compare_rows(how, left, right, rows, wide.data());
                    for (std::size_t i = 0; i < rows; ++i) {
                        REQUIRE((plain[i / 64] >> (i % 64) & 1U) == (holds(how, one_left ? one : a[i], one_right ? one : b[i]) ? 1U : 0U));
                        REQUIRE((wide[i / 64] >> (i % 64) & 1U) == (plain[i / 64] >> (i % 64) & 1U));
                    }
                }
    }
}
