#pragma once
// From the verdicts of one case to its score (semantics § 6): deduction per subject → cap of the rule → absorbs → points of
// the standard → start and floor → veto.
//
// Every amount is an interval [low, high]: undetermined verdicts and undecided ranges leave it open. All steps are exact in
// millionths; the one division rounds half to even.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/result/verdict.hpp"
#include "engine/score/score_model.hpp"

namespace kaoping::engine {

/// What a person said of the veto of a defect: nothing yet, it is confirmed, it is refused (the defect stays one).
enum class VetoWord : std::uint8_t { none, confirmed, refused };

/// May a subject with this verdict cost something? One whose evaluation failed may.
[[nodiscard]] constexpr bool may_be_defect(Verdict verdict, VerdictSet possible) {
    return ((set_of(verdict) | possible) & defect_verdicts) != 0;
}

/// One subject of one rule in one case, as scoring sees it.
struct ScoredSubject {
    Verdict verdict = Verdict::met;
    VerdictSet possible = 0;
    std::int64_t low = 0, high = 0;       ///< amount that a defect of this subject costs
    bool amount_unknown = false;          ///< the amount itself is unknown (or the subject stands for an unknown list): up to cap or points
    VetoWord veto = VetoWord::none;
    std::span<const std::int32_t> rows{};  ///< rows of the for-each binders; empty: the case

    [[nodiscard]] bool may_be(Verdict v) const { return holds(possible, v) || verdict == v; }
    [[nodiscard]] bool may_be_defect() const { return engine::may_be_defect(verdict, possible); }
};

/// How far a subject's charge is absorbed by another rule's defect.
enum class Absorbed : std::uint8_t { no, possibly, surely };

/// Whether a standard has a subject that is surely applicable, or possibly.
struct Applies {
    bool surely = false, maybe = false;
    void add(Verdict verdict, VerdictSet possible) {
        const bool open = verdict == Verdict::undetermined;
        const bool none = open ? holds(possible, Verdict::not_applicable) : verdict == Verdict::not_applicable || verdict == Verdict::not_selected;
        surely = surely || !none;
        maybe = maybe || (open && (possible & ~set_of(Verdict::not_applicable)) != 0);
    }
    void join(Applies other) {
        surely = surely || other.surely;
        maybe = maybe || other.maybe;
    }
};

struct StandardScore {
    std::int64_t points = 0;
    Interval lost;                 ///< within [0, points]
    bool applicable = false;       ///< at least one subject that is surely applicable
    bool maybe_applicable = false; ///< … or possibly
};

/// Of several vetoes of a case the one that goes furthest: in force, unconfirmed, possible, refused.
enum class Veto : std::uint8_t { none, possible, unconfirmed, in_force, refused };

struct CaseScore {
    std::vector<StandardScore> standards;
    std::optional<Interval> score;        ///< nullopt: nothing applicable (never 100)
    Veto veto = Veto::none;
    bool conservative = false;            ///< the interval may be wider than the possible worlds
};

/// Scores cases one after another; reuses its memory, so one per worker.
class CaseScorer {
public:
    explicit CaseScorer(const ScoreRules& rules);

    /// `subjects[r]` are the subjects of rule r in this case. `charged[r][i]` (same shape, may be null) receives what each
    /// subject was charged after cap and absorbs.
    [[nodiscard]] CaseScore score(std::span<const std::vector<ScoredSubject>> subjects, std::vector<std::vector<Interval>>* charged = nullptr);
    /// The same, where it is known already which standards apply and which rules may cost something; `subjects` of other rules
    /// are empty. All of `out` is written, in the memory it has.
    void score(std::span<const std::vector<ScoredSubject>> subjects, std::span<const Applies> standards, std::span<const int> costly, CaseScore& out);

    /// Of the last case: what subject i of rule r was charged.
    [[nodiscard]] Interval charge(std::size_t r, std::size_t i) const { return charges_[r].empty() ? Interval{} : charges_[r][i]; }

private:
    void charge_costly(std::span<const std::vector<ScoredSubject>> subjects, CaseScore& out, bool& in_doubt);
    [[nodiscard]] Veto find_veto(std::span<const std::vector<ScoredSubject>> subjects) const;

    const ScoreRules& rules_;
    std::vector<std::vector<int>> absorbers_;       ///< by rule: the rules that absorb it
    std::vector<std::vector<Interval>> charges_;    ///< by rule; empty: nothing is charged
    std::vector<int> costly_;                       ///< rules of the last case of which some subject may be a defect
    std::vector<Absorbed> absorbed_;
};

}  // namespace kaoping::engine
