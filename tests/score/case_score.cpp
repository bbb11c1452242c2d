// Semantics § 6, step by step: caps, absorption, redistribution, ranges, undetermined verdicts, vetoes, models.

#include <cmath>

#include <doctest/doctest.h>

#include "engine/score/case_score.hpp"
#include "engine/score/weighted_mean.hpp"
#include "tests/score/points.hpp"

using namespace kaoping::engine;

namespace {

VerdictSet set(std::initializer_list<Verdict> verdicts) {
    VerdictSet out = 0;
    for (const Verdict v : verdicts) out |= set_of(v);
    return out;
}

ScoredSubject subject(Verdict verdict, std::int64_t low, std::int64_t high, VerdictSet possible = 0) {
    ScoredSubject s;
    s.verdict = verdict;
    s.possible = possible != 0 ? possible : set_of(verdict);
    s.low = low * pt;
    s.high = high * pt;
    return s;
}

ScoredSubject open_subject(std::int64_t amount) {
    return subject(Verdict::undetermined, amount, amount, set({Verdict::met, Verdict::defect}));
}

/// Two standards of 10 and 30 points with one rule each.
ScoreRules two_standards() {
    ScoreRules rules;
    ScoredRule a, b;
    a.full_id = "p.a.one";
    a.standard = 0;
    b.full_id = "p.b.two";
    b.standard = 1;
    rules.rules = {a, b};
    rules.standards = {{"p.a", "A", 10 * pt, {0}}, {"p.b", "B", 30 * pt, {1}}};
    return rules;
}

}  // namespace

TEST_CASE("what a standard loses never exceeds its points") {
    const ScoreRules rules = two_standards();
    CaseScorer scorer(rules);
    const std::vector<std::vector<ScoredSubject>> subjects{
        {subject(Verdict::defect, 7, 7), subject(Verdict::defect, 7, 7)}, {subject(Verdict::met, 5, 5)}};
    const CaseScore score = scorer.score(subjects);
    CHECK(score.standards[0].lost == points(10, 10));
    CHECK(score.score == points(75, 75));  // 100 × (0 + 30) ÷ 40
    CHECK_FALSE(score.conservative);
}

TEST_CASE("the cap is used up in the order of the subjects") {
    ScoreRules rules = two_standards();
    rules.rules[0].cap = 8 * pt;
    CaseScorer scorer(rules);
    std::vector<std::vector<Interval>> charged;
    const std::vector<std::vector<ScoredSubject>> subjects{
        {subject(Verdict::defect, 5, 5), subject(Verdict::defect, 5, 5), subject(Verdict::defect, 5, 5)}, {}};
    const CaseScore score = scorer.score(subjects, &charged);
    CHECK(charged[0] == std::vector<Interval>{points(5, 5), points(3, 3), points(0, 0)});
    CHECK(score.score == points(20, 20));  // 100 × (10 − 8) ÷ 10: standard B does not apply and its points are redistributed
}

TEST_CASE("points of a standard that does not apply can be kept in full instead") {
    ScoreRules rules = two_standards();
    rules.scheme.not_applicable = NotApplicablePoints::full_marks;
    CaseScorer scorer(rules);
    const std::vector<std::vector<ScoredSubject>> subjects{{subject(Verdict::defect, 2, 2)}, {subject(Verdict::not_applicable, 0, 0)}};
    CHECK(scorer.score(subjects).score == points(95, 95));  // 100 × (8 + 30) ÷ 40
}

TEST_CASE("nothing applicable: no score, never 100") {
    const ScoreRules rules = two_standards();
    CaseScorer scorer(rules);
    CHECK_FALSE(scorer.score(std::vector<std::vector<ScoredSubject>>{{}, {subject(Verdict::not_applicable, 5, 5)}}).score.has_value());
}

TEST_CASE("an undetermined subject opens the interval, a pending one costs nothing") {
    const ScoreRules rules = two_standards();
    CaseScorer scorer(rules);
    const std::vector<std::vector<ScoredSubject>> subjects{{open_subject(4)}, {subject(Verdict::pending, 9, 9)}};
    CHECK(scorer.score(subjects).score == points(90, 100));
}

TEST_CASE("a range is open until the assessor decides") {
    const ScoreRules rules = two_standards();
    CaseScorer scorer(rules);
    CHECK(scorer.score(std::vector<std::vector<ScoredSubject>>{{subject(Verdict::defect, 1, 5)}, {}}).score == points(50, 90));
}

TEST_CASE("a standard that may not apply is taken in or left out, whichever is the bound") {
    const ScoreRules rules = two_standards();
    CaseScorer scorer(rules);
    // A lost 5 of 10 for sure; B is met if it applies at all: 50 without B, 87.5 with it.
    const ScoredSubject maybe = subject(Verdict::undetermined, 0, 0, set({Verdict::not_applicable, Verdict::met}));
    const auto score = scorer.score(std::vector<std::vector<ScoredSubject>>{{subject(Verdict::defect, 5, 5)}, {maybe}}).score;
    CHECK(score == Interval{50 * pt, 87 * pt + pt / 2});
}

TEST_CASE("a failed evaluation may cost what a defect costs") {
    const ScoreRules rules = two_standards();
    CaseScorer scorer(rules);
    CHECK(scorer.score(std::vector<std::vector<ScoredSubject>>{{subject(Verdict::failed, 5, 5)}, {}}).score == points(50, 100));
}

TEST_CASE("an unknown amount costs at most the cap, else the points") {
    ScoreRules rules = two_standards();
    CaseScorer scorer(rules);
    ScoredSubject unknown = open_subject(0);
    unknown.amount_unknown = true;
    const std::vector<std::vector<ScoredSubject>> subjects{{unknown}, {}};
    CHECK(scorer.score(subjects).score == points(0, 100));
    rules.rules[0].cap = 2 * pt;
    CHECK(scorer.score(subjects).score == points(80, 100));
}

TEST_CASE("per case: one charge, however many defects") {
    ScoreRules rules = two_standards();
    rules.rules[0].per_case = true;
    CaseScorer scorer(rules);
    std::vector<std::vector<Interval>> charged;
    const std::vector<std::vector<ScoredSubject>> subjects{{open_subject(3), subject(Verdict::defect, 3, 3), subject(Verdict::defect, 3, 3)}, {}};
    CHECK(scorer.score(subjects, &charged).score == points(70, 70));
    CHECK(charged[0] == std::vector<Interval>{points(0, 0), points(3, 3), points(0, 0)});
}

TEST_CASE("the same root cause is charged once") {
    ScoreRules rules = two_standards();
    rules.rules[1].absorbs = {0};
    rules.rules[0].subject = rules.rules[1].subject = {0};
    const std::int32_t first[] = {1}, second[] = {2};
    ScoredSubject a = subject(Verdict::defect, 4, 4), b = a, absorber = subject(Verdict::defect, 6, 6);
    a.rows = first;
    b.rows = second;
    absorber.rows = second;
    CaseScorer scorer(rules);
    std::vector<std::vector<Interval>> charged;
    SUBCASE("only of the same subject") {
        (void)scorer.score(std::vector<std::vector<ScoredSubject>>{{a, b}, {absorber}}, &charged);
        CHECK(charged[0] == std::vector<Interval>{points(4, 4), points(0, 0)});
    }
    SUBCASE("a case-wide absorber takes them all") {
        rules.rules[1].subject = {};
        (void)scorer.score(std::vector<std::vector<ScoredSubject>>{{a, b}, {absorber}}, &charged);
        CHECK(charged[0] == std::vector<Interval>{points(0, 0), points(0, 0)});
    }
    SUBCASE("a possible absorber only lowers the low end") {
        absorber.verdict = Verdict::undetermined;
        absorber.possible = set({Verdict::met, Verdict::defect});
        const CaseScore score = scorer.score(std::vector<std::vector<ScoredSubject>>{{a, b}, {absorber}}, &charged);
        CHECK(charged[0] == std::vector<Interval>{points(4, 4), points(0, 4)});
        CHECK(score.conservative);
    }
}

TEST_CASE("a veto takes effect only when confirmed, where the scheme asks for it") {
    ScoreRules rules = two_standards();
    rules.rules[0].veto = true;
    CaseScorer scorer(rules);
    const std::vector<std::vector<ScoredSubject>> defect{{subject(Verdict::defect, 1, 1)}, {}};
    CHECK(scorer.score(defect).veto == Veto::unconfirmed);
    CHECK(scorer.score(defect).score == points(90, 90));
    rules.scheme.veto_needs_confirmation = false;
    CHECK(scorer.score(defect).veto == Veto::in_force);
    CHECK(scorer.score(defect).score == points(0, 0));
    const CaseScore open = scorer.score(std::vector<std::vector<ScoredSubject>>{{open_subject(1)}, {}});
    CHECK(open.veto == Veto::possible);
    CHECK(open.score == points(0, 100));
}

TEST_CASE("what a person said of a veto counts, whatever the scheme does by itself; of several vetoes the one that goes furthest") {
    ScoreRules rules = two_standards();
    rules.rules[0].veto = true;
    CaseScorer scorer(rules);
    ScoredSubject confirmed = subject(Verdict::defect, 1, 1), refused = confirmed;
    confirmed.veto = VetoWord::confirmed;
    refused.veto = VetoWord::refused;
    const auto veto_of = [&](const std::vector<ScoredSubject>& subjects) { return scorer.score(std::vector<std::vector<ScoredSubject>>{subjects, {}}); };
    for (const bool asks : {true, false}) {
        rules.scheme.veto_needs_confirmation = asks;
        CHECK(veto_of({confirmed}).veto == Veto::in_force);
        CHECK(veto_of({confirmed}).score == points(0, 0));
        CHECK(veto_of({refused}).veto == Veto::refused);
        CHECK(veto_of({refused}).score == points(90, 90));  // the defect stays one
        CHECK(veto_of({refused, open_subject(1)}).veto == Veto::possible);
        CHECK(veto_of({refused, confirmed}).veto == Veto::in_force);
    }
    rules.scheme.veto_needs_confirmation = true;
    CHECK(veto_of({refused, subject(Verdict::defect, 1, 1)}).veto == Veto::unconfirmed);
    rules.scheme.case_veto = false;
    CHECK(veto_of({confirmed}).score == points(90, 90));
}

TEST_CASE("the XCCDF models count passes, not points") {
    ScoreRules rules = two_standards();
    rules.rules[1].weight = 3 * pt;
    const std::vector<std::vector<ScoredSubject>> half{{subject(Verdict::defect, 1, 1)}, {subject(Verdict::met, 1, 1)}};
    const std::vector<std::vector<ScoredSubject>> open{{open_subject(1)}, {subject(Verdict::met, 1, 1)}};
    const std::vector<std::vector<ScoredSubject>> excused{{subject(Verdict::exempt, 1, 1)}, {subject(Verdict::pending, 1, 1)}};
    CaseScorer scorer(rules);
    struct Row {
        ScoreModel model;
        Interval half, open;
    };
    for (const Row& row : {Row{ScoreModel::weighted, points(75, 75), points(75, 100)}, Row{ScoreModel::flat, points(75, 75), points(75, 100)},
                           Row{ScoreModel::flat_unweighted, points(50, 50), points(50, 100)},
                           Row{ScoreModel::absolute, points(0, 0), points(0, 100)}}) {
        rules.scheme.model = row.model;
        CHECK(scorer.score(half).score == row.half);
        CHECK(scorer.score(open).score == row.open);
        CHECK_FALSE(scorer.score(excused).score.has_value());
    }
}

TEST_CASE("the bounds of a mean with optional members are the optimum over all choices") {
    const std::int64_t scale = MeanMember::share_scale;
    std::uint32_t seed = 7;
    const auto random = [&seed](std::uint32_t below) {
        seed = seed * 1664525U + 1013904223U;
        return (seed >> 8) % below;
    };
    for (int round = 0; round < 500; ++round) {
        std::vector<MeanMember> members(1 + random(6));
        for (MeanMember& m : members) {
            m.weight = 1 + random(9);
            const std::int64_t low = random(11) * scale / 10;
            m.low = m.weight * low;
            m.high = m.weight * std::min<std::int64_t>(scale, low + random(4) * scale / 10);
            m.optional = random(2) == 0;
        }
        double least = 1e9, greatest = -1;
        for (unsigned chosen = 1; chosen < (1U << members.size()); ++chosen) {
            double low = 0, high = 0, weight = 0;
            bool allowed = true;
            for (std::size_t i = 0; i < members.size(); ++i) {
                if ((chosen >> i & 1U) == 0) {
                    allowed = allowed && members[i].optional;
                    continue;
                }
                low += static_cast<double>(members[i].low);
                high += static_cast<double>(members[i].high);
                weight += static_cast<double>(members[i].weight);
            }
            if (!allowed) continue;
            least = std::min(least, low / weight);
            greatest = std::max(greatest, high / weight);
        }
        const auto mean = weighted_mean(members, scale);
        REQUIRE(mean.has_value());
        CHECK(std::abs(static_cast<double>(mean->low) - least) <= 0.5001);
        CHECK(std::abs(static_cast<double>(mean->high) - greatest) <= 0.5001);
    }
}
