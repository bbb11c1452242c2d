// The year of a unit, step by step: groups, evaluations, kinds, what is missing, bonus, veto, grades.

#include <doctest/doctest.h>

#include "engine/score/combine.hpp"
#include "tests/score/points.hpp"

using namespace kaoping::engine;

namespace {

Combination scheme() {
    Combination out;
    out.kinds = {{"daily", 20 * pt, MissingKind::redistribute}, {"quarterly", 40 * pt, MissingKind::zero}, {"special", 0, MissingKind::redistribute}};
    out.grades = {{"excellent", 90 * pt}, {"fair", 70 * pt}, {"poor", 0}};
    out.bonus_cap = 5 * pt;
    out.unit_veto_grade = "poor";
    return out;
}

GroupResult group(std::uint64_t scored, std::optional<Interval> score, std::uint64_t vetoes = 0) { return {"", scored, scored, vetoes, score}; }

EvaluationResult evaluation(const std::string& kind, std::vector<GroupResult> groups, std::int64_t weight = pt) { return {kind, kind, weight, {{"east", groups}}}; }

YearScore east(const std::vector<EvaluationResult>& results, const UnitDecisions& decisions = {}, const Combination& by = scheme()) {
    const std::vector<YearScore> units = combine(by, results, decisions);
    REQUIRE(units.size() == 1);
    return units.front();
}

}  // namespace

TEST_CASE("groups count by their cases, evaluations by their weights, kinds by those of the scheme") {
    const YearScore year = east({evaluation("daily", {group(3, points(80, 90)), group(1, points(60, 60)), group(0, std::nullopt)}),
                                 evaluation("quarterly", {group(7, points(90, 90))}), evaluation("quarterly", {group(1, points(60, 60))}, 2 * pt)});
    CHECK(year.kinds[0].score == Interval{75 * pt, 82'500'000});   // (3 × 80 + 60) ÷ 4, (3 × 90 + 60) ÷ 4
    CHECK(year.kinds[1].score == points(70, 70));                  // (90 + 2 × 60) ÷ 3
    CHECK(year.mean == Interval{71'666'667, 74'166'667});          // (20 × 75 + 40 × 70) ÷ 60, (20 × 82.5 + 40 × 70) ÷ 60
    CHECK(year.weight == 60 * pt);
    CHECK(year.score == year.mean);
    CHECK(year.grade_low == "fair");
    CHECK(year.grade_high == "fair");
}

TEST_CASE("a kind without a result shares its weight or counts as nothing, as the scheme says") {
    CHECK(east({evaluation("quarterly", {group(2, points(90, 90))})}).mean == points(90, 90));
    CHECK(east({evaluation("daily", {group(2, points(90, 90))})}).mean == points(30, 30));   // 20 × 90 ÷ 60
    CHECK(east({evaluation("quarterly", {group(2, std::nullopt)})}).mean == points(0, 0));
}

TEST_CASE("a kind of weight 0 decides nothing; where nothing counts there is no score and no grade") {
    Combination by = scheme();
    by.kinds[1].missing = MissingKind::redistribute;
    const YearScore year = east({evaluation("special", {group(2, points(90, 90))})}, {}, by);
    CHECK(year.kinds[2].score == points(90, 90));
    CHECK_FALSE(year.score.has_value());
    CHECK(year.grade_low == "");
}

TEST_CASE("a unit of one evaluation is listed beside those of another") {
    const EvaluationResult west{"daily", "d", pt, {{"west", {group(1, points(80, 80))}}}};
    const std::vector<YearScore> units = combine(scheme(), {evaluation("quarterly", {group(1, points(90, 90))}), west}, {});
    REQUIRE(units.size() == 2);
    CHECK(units[0].unit == "east");
    CHECK(units[1].unit == "west");
    CHECK_FALSE(units[1].kinds[1].score.has_value());
}

TEST_CASE("a bonus counts up to its cap, behind the mean") {
    const std::vector<EvaluationResult> results{evaluation("quarterly", {group(1, points(86, 98))})};
    CHECK(east(results, {{{"east", 4 * pt}}, {}}).score == points(90, 102));
    CHECK(east(results, {{{"east", 4 * pt}}, {}}).grade_low == "excellent");
    CHECK(east(results, {{{"east", 9 * pt}}, {}}).bonus == 5 * pt);
}

TEST_CASE("an interval has the grades of its ends") {
    const YearScore year = east({evaluation("quarterly", {group(1, Interval{89'999'999, 90 * pt})})});
    CHECK(year.grade_low == "fair");
    CHECK(year.grade_high == "excellent");
}

TEST_CASE("a veto decides the grade once a person has confirmed it, or at once where the scheme asks nobody") {
    const std::vector<EvaluationResult> results{evaluation("quarterly", {group(4, points(95, 95), 1)}), evaluation("daily", {group(4, points(95, 95), 2)})};
    const YearScore open = east(results), confirmed = east(results, {{}, {"east"}});
    CHECK(open.vetoes == 3);
    CHECK(open.veto == UnitVeto::unconfirmed);
    CHECK(open.grade_low == "excellent");
    CHECK(confirmed.veto == UnitVeto::in_force);
    CHECK(confirmed.grade_high == "poor");
    CHECK(confirmed.score == points(95, 95));
    Combination strict = scheme(), lenient = scheme();
    strict.veto_needs_confirmation = false;
    lenient.unit_veto_grade = "";
    CHECK(east(results, {}, strict).grade_low == "poor");
    CHECK(east(results, {{}, {"east"}}, lenient).veto == UnitVeto::none);
    CHECK(east({evaluation("quarterly", {group(4, points(95, 95))})}, {{}, {"east"}}).veto == UnitVeto::none);
}

TEST_CASE("means round half to even in the millionth") {
    const auto mean_of = [](std::int64_t a, std::int64_t b) {
        return *east({evaluation("quarterly", {group(1, Interval{a, a}), group(1, Interval{b, b})})}).kinds[1].score;
    };
    CHECK(mean_of(1, 2).low == 2);
    CHECK(mean_of(2, 3).low == 2);
    CHECK(mean_of(3, 4).low == 4);
}
