// One case from verdicts to score: see case_score.hpp.

#include "engine/score/case_score.hpp"

#include <algorithm>

#include "engine/score/charge.hpp"
#include "engine/score/models.hpp"

namespace kaoping::engine {

namespace {

bool surely_applicable(const ScoredSubject& subject) {
    if (subject.verdict == Verdict::undetermined) return !holds(subject.possible, Verdict::not_applicable);
    return subject.verdict != Verdict::not_applicable && subject.verdict != Verdict::not_selected;
}

bool maybe_applicable(const ScoredSubject& subject) {
    return subject.verdict == Verdict::undetermined && (subject.possible & ~set_of(Verdict::not_applicable)) != 0;
}

StandardScore score_standard(const ScoredStandard& standard, std::span<const std::vector<ScoredSubject>> subjects,
                             std::span<const std::vector<Interval>> charges) {
    StandardScore out;
    out.points = standard.points;
    for (const int rule : standard.rules) {
        const auto r = static_cast<std::size_t>(rule);
        for (std::size_t i = 0; i < subjects[r].size(); ++i) {
            out.applicable = out.applicable || surely_applicable(subjects[r][i]);
            out.maybe_applicable = out.maybe_applicable || maybe_applicable(subjects[r][i]);
            // Capped at once, so that no number of subjects can overflow the sum.
            out.lost.low = std::min(out.points, out.lost.low + std::min(out.points, charges[r][i].low));
            out.lost.high = std::min(out.points, out.lost.high + std::min(out.points, charges[r][i].high));
        }
    }
    return out;
}

Veto find_veto(const ScoreRules& rules, std::span<const std::vector<ScoredSubject>> subjects) {
    Veto veto = Veto::none;
    for (std::size_t r = 0; r < rules.rules.size(); ++r) {
        if (!rules.rules[r].veto) continue;
        for (const ScoredSubject& subject : subjects[r]) {
            if (subject.verdict == Verdict::defect) return rules.scheme.veto_needs_confirmation ? Veto::unconfirmed : Veto::in_force;
            if (subject.may_be_defect()) veto = Veto::possible;
        }
    }
    return veto;
}

void apply_floor_and_veto(const Scheme& scheme, CaseScore& out) {
    if (!out.score) return;
    out.score->low = std::max(out.score->low, scheme.floor);
    out.score->high = std::max(out.score->high, scheme.floor);
    if (!scheme.case_veto || scheme.veto_needs_confirmation) return;
    if (out.veto == Veto::in_force) out.score = Interval{0, 0};
    if (out.veto == Veto::possible) out.score->low = 0;
}

/// A defect or nothing that applies: what it costs and whether its standard counts go together, but are bounded apart.
bool costs_or_vanishes(const ScoredSubject& s) {
    return s.verdict == Verdict::undetermined && s.possible == (set_of(Verdict::not_applicable) | set_of(Verdict::defect));
}

/// With one open subject the interval is exact. With several, unknown facts that they share and standards that may not apply
/// are each bounded alone; and a defect in doubt that would absorb others is charged apart from what it would absorb: the
/// interval is then an outer bound of the possible worlds. So it is where a veto in doubt meets a model that counts rules:
/// without the defect there may be nothing left to count.
bool is_conservative(const Scheme& scheme, const CaseScore& score, std::span<const std::vector<ScoredSubject>> subjects, bool absorption_in_doubt) {
    if (!score.score || score.score->exact()) return false;
    const bool in_force = scheme.case_veto && !scheme.veto_needs_confirmation;
    if (scheme.model != ScoreModel::deduction && in_force && score.veto == Veto::possible) return true;
    std::size_t open = absorption_in_doubt ? 1 : 0;
    for (const auto& of_rule : subjects)
        for (const ScoredSubject& s : of_rule) {
            if (costs_or_vanishes(s)) return true;
            open += (s.may_be_defect() && s.verdict != Verdict::defect) || (s.verdict == Verdict::defect && s.low != s.high) ? 1 : 0;
        }
    return open > 1;
}

}  // namespace

CaseScore CaseScorer::score(std::span<const std::vector<ScoredSubject>> subjects, std::vector<std::vector<Interval>>* charged) {
    charges_.resize(rules_.rules.size());
    bool in_doubt = false;
    for (std::size_t r = 0; r < rules_.rules.size(); ++r) {
        const int rule = static_cast<int>(r);
        const std::vector<Absorbed> absorbed = absorbed_subjects(rules_, rule, subjects);
        in_doubt = in_doubt || std::find(absorbed.begin(), absorbed.end(), Absorbed::possibly) != absorbed.end();
        charge_rule(rules_, rule, subjects[r], absorbed, charges_[r]);
    }
    CaseScore out;
    for (const ScoredStandard& standard : rules_.standards) out.standards.push_back(score_standard(standard, subjects, charges_));
    out.score = rules_.scheme.model == ScoreModel::deduction ? deduction_score(rules_, out.standards) : share_score(rules_, subjects);
    out.veto = find_veto(rules_, subjects);
    apply_floor_and_veto(rules_.scheme, out);
    out.conservative = is_conservative(rules_.scheme, out, subjects, in_doubt);
    if (charged != nullptr) *charged = charges_;
    return out;
}

}  // namespace kaoping::engine
