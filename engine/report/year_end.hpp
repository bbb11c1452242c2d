#pragma once
// The year of each unit for people and programs: a table with the derivation of every score, JSON ("kaoping.year-end/1"), CSV.

#include <string>
#include <vector>

#include "engine/score/combine.hpp"

namespace kaoping::engine {

/// What was combined, and what came out.
struct YearEnd {
    Combination scheme;
    std::vector<EvaluationResult> results;
    UnitDecisions decisions;
    std::vector<YearScore> units;
};

/// How the score of a unit came about, a sentence per step.
[[nodiscard]] std::vector<std::string> derivation_of(const YearEnd& year, const YearScore& unit);

[[nodiscard]] std::string year_end_text(const YearEnd& year, bool colour);
[[nodiscard]] std::string year_end_json(const YearEnd& year);
[[nodiscard]] std::string year_end_csv(const YearEnd& year);

/// "none", "unconfirmed", "in_force".
[[nodiscard]] std::string_view veto_name(UnitVeto veto);

}  // namespace kaoping::engine
