// How units are compared: rank intervals and case mix, by hand.

#include <doctest/doctest.h>

#include <cmath>

#include "engine/campaign/report/comparison.hpp"

using namespace kaoping::campaign;

namespace {

RankedScore score(double low, double high, double margin) { return {Estimate{low, margin}, Estimate{high, margin}}; }

}  // namespace

TEST_CASE("a rank interval counts the units that are surely better and surely worse") {
    const auto ranks = rank_units({score(90, 90, 2), score(88, 88, 1), score(70, 70, 3)});  // 88…92, 87…89, 67…73
    REQUIRE(ranks.size() == 3);
    CHECK(ranks[0].rank == 1);
    CHECK(ranks[0].best == 1);
    CHECK(ranks[0].worst == 2);
    CHECK(ranks[1].rank == 2);
    CHECK(ranks[1].best == 1);
    CHECK(ranks[1].worst == 2);
    CHECK(ranks[2].best == 3);
    CHECK(ranks[2].worst == 3);
}

TEST_CASE("missing facts make rank intervals wide, as margins do") {
    const auto ranks = rank_units({score(90, 90, 0), score(60, 95, 0)});
    CHECK(ranks[0].rank == 1);
    CHECK(ranks[0].worst == 2);
    CHECK(ranks[1].best == 1);
    const auto apart = rank_units({score(90, 90, 0), score(60, 89, 0)});
    CHECK(apart[0].worst == 1);
    CHECK(apart[1].best == 2);
}

TEST_CASE("a unit whose margin is not known may have any rank, one without a score has none, and equals share theirs") {
    const auto ranks = rank_units({score(90, 90, 1), {Estimate{80, std::nullopt}, Estimate{80, std::nullopt}}, {}, score(70, 70, 1), score(70, 70, 1)});
    CHECK(ranks[1].rank == 2);
    CHECK(ranks[1].best == 1);
    CHECK(ranks[1].worst == 4);
    CHECK(ranks[2].rank == 0);
    CHECK(ranks[0].best == 1);
    CHECK(ranks[0].worst == 2);  // the unit of unknown margin may be better
    CHECK(ranks[3].rank == 3);
    CHECK(ranks[4].rank == 3);
    CHECK(ranks[3].worst == 4);
}

TEST_CASE("all intervals hold at once with the confidence that is asked for") {
    CHECK(joint_confidence(0.95, 1) == doctest::Approx(0.95));
    CHECK(std::pow(joint_confidence(0.95, 8), 8) == doctest::Approx(0.95));
}

TEST_CASE("a unit of difficult kinds is measured against these kinds") {
    // x: 90 and 80 points; y: 70 and 60; all strata have ten cases, of which five were drawn.
    const std::vector<MixStratum> strata{{0, 0, 10, 5, 5, 450, 450}, {1, 1, 10, 5, 5, 350, 350}, {2, 0, 10, 5, 5, 400, 400}, {2, 1, 10, 5, 5, 300, 300}};
    const auto adjusted = adjust_for_kinds(strata, 4);
    REQUIRE(adjusted.size() == 4);
    CHECK(adjusted[0]->low == doctest::Approx(80));  // all 75; has 90, 85 expected of x
    CHECK(adjusted[1]->low == doctest::Approx(80));  // has 70, 65 expected of y
    CHECK(adjusted[2]->low == doctest::Approx(70));  // has 70, 75 expected
    CHECK_FALSE(adjusted[3].has_value());
    CHECK(ranks_of(adjusted) == std::vector<int>{1, 1, 3, 0});
}

TEST_CASE("strata weigh by their cases, and cases without a score do not count") {
    // Of one unit: x has 30 cases, of three drawn two scored 100 each; y has 10 cases, one drawn and scored 40.
    const std::vector<MixStratum> strata{{0, 0, 30, 3, 2, 200, 200}, {0, 1, 10, 1, 1, 40, 60}};
    const auto adjusted = adjust_for_kinds(strata, 1);
    CHECK(adjusted[0]->low == doctest::Approx((20 * 100 + 10 * 40) / 30.0));  // alone, a unit is as all
    CHECK(adjusted[0]->high == doctest::Approx((20 * 100 + 10 * 60) / 30.0));
}

TEST_CASE("open points of other units do not turn an adjusted range round") {
    // x: the first unit 80 to 90, the second one 80 exactly. All badly: 80, expected 80. All well: mean 85, expected 85.
    const auto adjusted = adjust_for_kinds({{0, 0, 10, 10, 10, 800, 900}, {1, 0, 10, 10, 10, 800, 800}}, 2);
    CHECK(adjusted[0]->low == doctest::Approx(80));
    CHECK(adjusted[0]->high == doctest::Approx(90));
    CHECK(adjusted[1]->low == doctest::Approx(80));
    CHECK(adjusted[1]->high == doctest::Approx(80));
    // The second unit has other kinds besides: with all points well its x is expected to be better than it is.
    const auto mixed = adjust_for_kinds({{0, 0, 10, 10, 10, 800, 900}, {1, 0, 10, 10, 10, 800, 800}, {0, 1, 30, 30, 30, 1500, 1500}}, 2);
    CHECK(mixed[1]->low == doctest::Approx(59));   // all well: mean of all 64, has 80, expected 85
    CHECK(mixed[1]->high == doctest::Approx(62));  // all badly: 62, 80, 80
}
