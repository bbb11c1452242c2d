#pragma once
// summary.json, format "kaoping.summary/1": what a run was computed from and what it adds up to.

#include <string>

#include "dsl/typed/program.hpp"
#include "engine/run/runner.hpp"
#include "engine/score/scheme.hpp"

namespace kaoping::engine {

/// The whole document, indented. `rules` holds, by full rule id, the counts per verdict of subjects and of cases (which
/// partition the cases by worst verdict); amounts are exact decimals; scores are {"low", "high"} or null.
[[nodiscard]] std::string summary_json(const dsl::Program& program, const Scheme& scheme, const Zone& zone, const RunTotals& totals);

}  // namespace kaoping::engine
