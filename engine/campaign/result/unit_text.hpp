#pragma once
// Unit results for people: a table for the terminal, and CSV.

#include <string>
#include <vector>

#include "engine/campaign/result/unit_results.hpp"

namespace kaoping::campaign {

/// "± 3.20", the larger one of the two ends; "not known"; "–" without a score.
[[nodiscard]] std::string margin_text(const UnitResult& result);

/// One row per unit: the score (an interval while facts are missing) and, in a column of its own, the sampling margin: the larger
/// one of the two ends. Notes below the table say what the columns mean and mark small samples.
[[nodiscard]] std::string unit_table(const std::vector<UnitResult>& results, double confidence);

/// With both ends and their margins in points with six digits, and a byte order mark. An empty margin: not known.
[[nodiscard]] std::string unit_csv(const std::vector<UnitResult>& results, double confidence);

}  // namespace kaoping::campaign
