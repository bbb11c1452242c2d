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

/// One subject of one rule in one case, as scoring sees it.
struct ScoredSubject {
    Verdict verdict = Verdict::met;
    VerdictSet possible = 0;
    std::int64_t low = 0, high = 0;       ///< amount that a defect of this subject costs
    bool amount_unknown = false;          ///< the amount itself is unknown (or the subject stands for an unknown list): up to cap or points
    std::span<const std::int32_t> rows;   ///< rows of the for-each binders; empty: the case

    [[nodiscard]] bool may_be(Verdict v) const { return holds(possible, v) || verdict == v; }
    [[nodiscard]] bool may_be_defect() const { return may_be(Verdict::defect) || verdict == Verdict::failed; }
};

struct StandardScore {
    std::int64_t points = 0;
    Interval lost;                 ///< within [0, points]
    bool applicable = false;       ///< at least one subject that is surely applicable
    bool maybe_applicable = false; ///< … or possibly
};

enum class Veto : std::uint8_t { none, possible, unconfirmed, in_force };

struct CaseScore {
    std::vector<StandardScore> standards;
    std::optional<Interval> score;        ///< nullopt: nothing applicable (never 100)
    Veto veto = Veto::none;
    bool conservative = false;            ///< the interval may be wider than the possible worlds
};

/// Scores cases one after another; reuses its memory, so one per worker.
class CaseScorer {
public:
    explicit CaseScorer(const ScoreRules& rules) : rules_(rules) {}

    /// `subjects[r]` are the subjects of rule r in this case. `charged[r][i]` (same shape, may be null) receives what each
    /// subject was charged after cap and absorbs.
    [[nodiscard]] CaseScore score(std::span<const std::vector<ScoredSubject>> subjects, std::vector<std::vector<Interval>>* charged = nullptr);

private:
    const ScoreRules& rules_;
    std::vector<std::vector<Interval>> charges_;
};

}  // namespace kaoping::engine
