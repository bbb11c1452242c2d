#pragma once
// The summary of a run for a terminal of 80 columns.

#include <string>

#include "dsl/typed/program.hpp"
#include "engine/run/runner.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

/// Counts, scores by unit, rules with defects, what could not be judged; ends with a line end. Names of units that are too
/// long are cut with "…". A grade that missing facts may still raise reads "≥ …". `colour` adds terminal escapes.
[[nodiscard]] std::string text_summary(const dsl::Program& program, const Scheme& scheme, const Zone& zone, const RunTotals& totals, bool colour);

/// The pending subjects of `due`, soonest first: due, rule, case.
[[nodiscard]] std::string text_due(const dsl::Program& program, const std::vector<Finding>& due);

}  // namespace kaoping::engine
