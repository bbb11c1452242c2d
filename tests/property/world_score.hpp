#pragma once
// The slow scorer: every open verdict and every undecided amount taken each way it can still turn out; a world in which all
// is decided is scored by the plain words of semantics § 6.

#include <string>
#include <vector>

#include "engine/score/case_score.hpp"

namespace kaoping::test {

/// Checks an interval against the worlds: it holds each world's score, and touches the least and greatest of them unless it
/// says that it is conservative. Empty: it agrees, or there are too many worlds to try.
/// Models: deduction, flat without weights, absolute.
[[nodiscard]] std::string compare_with_worlds(const engine::ScoreRules& rules, const std::vector<std::vector<engine::ScoredSubject>>& subjects, const engine::CaseScore& score);

}  // namespace kaoping::test
