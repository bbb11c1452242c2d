#pragma once
// What the subjects of one rule are charged: deduction per subject, cap of the rule, absorbs (the first three steps of
// semantics § 6).

#include <span>
#include <vector>

#include "engine/score/case_score.hpp"

namespace kaoping::engine {

/// For each subject of rule `rule`, whether a defect of one of the rules that absorb it takes its charge.
void absorbed_subjects(const ScoreRules& rules, int rule, std::span<const int> absorbers, std::span<const std::vector<ScoredSubject>> subjects,
                       std::vector<Absorbed>& out);

/// Charges of the subjects of one rule, in order; the sum of each end is at most the cap.
void charge_rule(const ScoreRules& rules, int rule, std::span<const ScoredSubject> subjects, std::span<const Absorbed> absorbed,
                 std::vector<Interval>& out);

}  // namespace kaoping::engine
