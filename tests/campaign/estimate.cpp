// Means and sampling margins against values worked out by hand; quantiles of t from printed tables.

#include <doctest/doctest.h>

#include "engine/campaign/result/estimate.hpp"

using namespace kaoping::campaign;

namespace {

constexpr double t3 = 3.182446, t4 = 2.776445;  // 97.5 %, 3 and 4 degrees of freedom

doctest::Approx about(double value) { return doctest::Approx(value).epsilon(1e-6); }

}  // namespace

TEST_CASE("one stratum: t × √((1 − n ÷ N) s² ÷ n)") {
    const auto got = estimate_mean({{100, {80, 85, 90, 95, 100}}}, 0.95);
    REQUIRE(got);
    CHECK(got->mean == about(90));
    REQUIRE(got->margin);
    CHECK(*got->margin == about(t4 * 3.4460122));  // s² 62.5; 0.95 × 62.5 ÷ 5 = 11.875
}

TEST_CASE("two strata weigh by their cases, and share their degrees of freedom") {
    const auto unequal = estimate_mean({{10, {80, 90, 100}}, {30, {60, 70, 80}}}, 0.95);
    REQUIRE(unequal);
    CHECK(unequal->mean == about(75));  // not 80, the mean of the six
    const auto equal = estimate_mean({{20, {80, 90, 100}}, {20, {60, 70, 80}}}, 0.95);
    REQUIRE(equal);
    REQUIRE(equal->margin);
    CHECK(equal->mean == about(80));
    CHECK(*equal->margin == about(t4 * 3.7638633));  // 2 × ¼ × 0.85 × 100 ÷ 3 = 14.1667; 2 + 2 degrees
}

TEST_CASE("cases without a score make the mean a ratio") {
    const auto got = estimate_mean({{10, {80, 100, std::nullopt, std::nullopt}}}, 0.95);
    REQUIRE(got);
    REQUIRE(got->margin);
    CHECK(got->mean == about(90));
    CHECK(*got->margin == about(t3 * 6.3245553));  // 10² × 0.6 × (200 ÷ 3) ÷ 4 ÷ 5² = 40
}

TEST_CASE("all cases drawn leave nothing to chance") {
    const auto got = estimate_mean({{2, {70, 90}}, {1, {80}}}, 0.95);
    REQUIRE(got);
    REQUIRE(got->margin);
    CHECK(*got->margin == 0);
    CHECK(got->mean == about(80));
}

TEST_CASE("what cannot be known is not said") {
    CHECK(!estimate_mean({{10, {std::nullopt, std::nullopt}}}, 0.95));
    CHECK(!estimate_mean({}, 0.95));
    const auto one_of_several = estimate_mean({{10, {70}}}, 0.95);
    REQUIRE(one_of_several);
    CHECK(!one_of_several->margin);
}
