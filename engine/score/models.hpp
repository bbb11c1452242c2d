#pragma once
// The scoring models: charges or verdicts of one case to its score. XCCDF 1.2 § 7.3.2 for all but `deduction`.

#include <optional>
#include <span>
#include <vector>

#include "engine/score/case_score.hpp"

namespace kaoping::engine {

/// Model `deduction`: start less what the standards lost, standards that do not apply as the scheme says.
[[nodiscard]] std::optional<Interval> deduction_score(const ScoreRules& rules, std::span<const StandardScore> standards);

/// The XCCDF models: each rule id passes, fails, does not count, or is one of these that we do not know.
[[nodiscard]] std::optional<Interval> share_score(const ScoreRules& rules, std::span<const std::vector<ScoredSubject>> subjects);

}  // namespace kaoping::engine
