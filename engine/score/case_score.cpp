// One case from verdicts to score: see case_score.hpp.

#include "engine/score/case_score.hpp"

#include <algorithm>

#include "engine/score/charge.hpp"
#include "engine/score/models.hpp"

namespace kaoping::engine {

namespace {

void apply_floor_and_veto(const Scheme& scheme, CaseScore& out) {
    if (!out.score) return;
    out.score->low = std::max(out.score->low, scheme.floor);
    out.score->high = std::max(out.score->high, scheme.floor);
    if (!scheme.case_veto) return;
    if (out.veto == Veto::in_force) out.score = Interval{0, 0};
    if (out.veto == Veto::possible && !scheme.veto_needs_confirmation) out.score->low = 0;
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

CaseScorer::CaseScorer(const ScoreRules& rules) : rules_(rules), absorbers_(rules.rules.size()), charges_(rules.rules.size()) {
    for (std::size_t other = 0; other < rules.rules.size(); ++other)
        for (const int rule : rules.rules[other].absorbs) absorbers_[static_cast<std::size_t>(rule)].push_back(static_cast<int>(other));
}

void CaseScorer::charge_costly(std::span<const std::vector<ScoredSubject>> subjects, CaseScore& out, bool& in_doubt) {
    for (const int rule : costly_) {
        const auto r = static_cast<std::size_t>(rule);
        absorbed_subjects(rules_, rule, absorbers_[r], subjects, absorbed_);
        in_doubt = in_doubt || std::find(absorbed_.begin(), absorbed_.end(), Absorbed::possibly) != absorbed_.end();
        charge_rule(rules_, rule, subjects[r], absorbed_, charges_[r]);
        StandardScore& standard = out.standards[static_cast<std::size_t>(rules_.rules[r].standard)];
        for (const Interval& charge : charges_[r]) {
            // Capped at once, so that no number of subjects can overflow the sum.
            standard.lost.low = std::min(standard.points, standard.lost.low + std::min(standard.points, charge.low));
            standard.lost.high = std::min(standard.points, standard.lost.high + std::min(standard.points, charge.high));
        }
    }
}

Veto CaseScorer::find_veto(std::span<const std::vector<ScoredSubject>> subjects) const {
    bool unconfirmed = false, possible = false, refused = false;
    for (const int rule : costly_) {
        if (!rules_.rules[static_cast<std::size_t>(rule)].veto) continue;
        for (const ScoredSubject& subject : subjects[static_cast<std::size_t>(rule)]) {
            if (subject.verdict != Verdict::defect) possible = possible || subject.may_be_defect();
            else if (subject.veto == VetoWord::refused) refused = true;
            else if (subject.veto == VetoWord::confirmed || !rules_.scheme.veto_needs_confirmation) return Veto::in_force;
            else unconfirmed = true;
        }
    }
    return unconfirmed ? Veto::unconfirmed : possible ? Veto::possible : refused ? Veto::refused : Veto::none;
}

void CaseScorer::score(std::span<const std::vector<ScoredSubject>> subjects, std::span<const Applies> standards, std::span<const int> costly, CaseScore& out) {
    for (const int rule : costly_) charges_[static_cast<std::size_t>(rule)].clear();
    costly_.assign(costly.begin(), costly.end());
    out.standards.resize(standards.size());
    for (std::size_t s = 0; s < standards.size(); ++s) out.standards[s] = {rules_.standards[s].points, {}, standards[s].surely, standards[s].maybe};
    bool in_doubt = false;
    charge_costly(subjects, out, in_doubt);
    out.score = rules_.scheme.model == ScoreModel::deduction ? deduction_score(rules_, out.standards) : share_score(rules_, subjects);
    out.veto = find_veto(subjects);
    apply_floor_and_veto(rules_.scheme, out);
    out.conservative = is_conservative(rules_.scheme, out, subjects, in_doubt);
}

CaseScore CaseScorer::score(std::span<const std::vector<ScoredSubject>> subjects, std::vector<std::vector<Interval>>* charged) {
    std::vector<Applies> standards(rules_.standards.size());
    std::vector<int> costly;
    for (std::size_t r = 0; r < subjects.size(); ++r) {
        for (const ScoredSubject& subject : subjects[r]) standards[static_cast<std::size_t>(rules_.rules[r].standard)].add(subject.verdict, subject.possible);
        if (std::any_of(subjects[r].begin(), subjects[r].end(), [](const ScoredSubject& s) { return s.may_be_defect(); })) costly.push_back(static_cast<int>(r));
    }
    CaseScore out;
    score(subjects, standards, costly, out);
    if (charged == nullptr) return out;
    charged->resize(subjects.size());
    for (std::size_t r = 0; r < subjects.size(); ++r) {
        (*charged)[r] = charges_[r];
        (*charged)[r].resize(subjects[r].size());
    }
    return out;
}

}  // namespace kaoping::engine
