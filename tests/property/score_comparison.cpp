// See score_comparison.hpp.

#include "tests/property/score_comparison.hpp"

#include <fmt/format.h>

#include "engine/score/case_score.hpp"
#include "tests/property/comparison.hpp"
#include "tests/property/world_score.hpp"

namespace kaoping::test {

using engine::ScoredSubject;
using engine::VetoWord;
using Subjects = std::vector<std::vector<ScoredSubject>>;

namespace {

Subjects of_reference(LoadedPack& pack, std::size_t c) {
    Subjects out;
    for (const auto& of_rule : pack.reference()) {
        out.emplace_back();
        for (const engine::ReferenceSubject& s : of_rule[c]) {
            const bool unknown = s.list_unknown || !s.amount_known;
            out.back().push_back({s.decision.verdict, s.decision.possible, unknown ? 0 : s.low, unknown ? 0 : s.high, unknown, VetoWord::none, s.rows});
        }
    }
    return out;
}

Subjects of_plan(const std::vector<engine::RuleColumn>& columns, std::size_t c) {
    Subjects out;
    for (const engine::RuleColumn& column : columns) {
        out.emplace_back();
        for (auto i = static_cast<std::size_t>(column.case_begin[c]); i < static_cast<std::size_t>(column.case_begin[c + 1]); ++i) {
            const auto amount = column.amount(i);
            out.back().push_back({column.verdict[i], column.possible[i], amount ? amount->low : 0, amount ? amount->high : 0, !amount, VetoWord::none, column.rows(i)});
        }
    }
    return out;
}

std::string score_text(const engine::CaseScore& score, const std::vector<std::vector<engine::Interval>>& charged) {
    std::string out = score.score ? fmt::format("score {}..{}", score.score->low, score.score->high) : "no score";
    out += fmt::format(" veto {} conservative {}", static_cast<int>(score.veto), score.conservative);
    for (const engine::StandardScore& s : score.standards) out += fmt::format(" lost {}..{} {} {}", s.lost.low, s.lost.high, s.applicable, s.maybe_applicable);
    for (const auto& of_rule : charged) {
        out += " |";
        for (const engine::Interval& charge : of_rule) out += fmt::format(" {}..{}", charge.low, charge.high);
    }
    return out;
}

engine::Scheme scheme_of(std::uint64_t number) {
    engine::Scheme scheme;
    if (number % 3 == 1) scheme.not_applicable = engine::NotApplicablePoints::full_marks;
    if (number % 4 == 3) scheme.veto_needs_confirmation = false;
    if (number % 5 == 4) scheme.floor = 40'000'000;
    if (number % 7 == 5) scheme.model = engine::ScoreModel::flat_unweighted;
    if (number % 7 == 6) scheme.model = engine::ScoreModel::absolute;
    return scheme;
}

}  // namespace

std::optional<Mismatch> compare_scores(LoadedPack& pack, const std::vector<engine::RuleColumn>& columns) {
    std::vector<std::vector<engine::Interval>> charged_a, charged_b;
    for (std::size_t c = 0; c < pack.batch().cases(); ++c) {
        const engine::ScoreRules rules = engine::make_score_rules(pack.program(), scheme_of(c));
        engine::CaseScorer scorer(rules);
        const Subjects a = of_reference(pack, c), b = of_plan(columns, c);
        const engine::CaseScore score = scorer.score(a, &charged_a);
        const std::string expected = score_text(score, charged_a);
        const std::string given = score_text(scorer.score(b, &charged_b), charged_b);
        if (expected != given) return Mismatch{-1, static_cast<int>(c), "  reference  " + expected + "\n  plan       " + given + "\n"};
        const std::string worlds = compare_with_worlds(rules, a, score);
        if (!worlds.empty()) return Mismatch{-1, static_cast<int>(c), worlds + "  " + expected + "\n"};
    }
    return std::nullopt;
}

}  // namespace kaoping::test
