#pragma once
// What the subjects of one rule are charged: deduction per subject, cap of the rule, absorbs (the first three steps of
// semantics § 6).

#include <span>
#include <vector>

#include "engine/score/case_score.hpp"

namespace kaoping::engine {

/// How far a subject's charge is absorbed by another rule's defect.
enum class Absorbed : std::uint8_t { no, possibly, surely };

/// For each subject of rule `rule`, whether a defect of a rule that absorbs it takes its charge.
[[nodiscard]] std::vector<Absorbed> absorbed_subjects(const ScoreRules& rules, int rule,
                                                      std::span<const std::vector<ScoredSubject>> subjects);

/// Charges of the subjects of one rule, in order; the sum of each end is at most the cap.
void charge_rule(const ScoreRules& rules, int rule, std::span<const ScoredSubject> subjects, std::span<const Absorbed> absorbed,
                 std::vector<Interval>& out);

}  // namespace kaoping::engine
