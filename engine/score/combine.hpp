#pragma once
// Results of evaluations to the score of a unit's year: groups of cases → mean of one evaluation → mean of a kind → weighted
// mean of the kinds → bonus → grade, with the unit's veto.
//
// Pure; every amount is an interval in millionths. All weights are fixed, so every step is monotone and the low ends give the
// low end. Each mean is one division, rounded half to even. A bonus is added behind the mean: a year may exceed what a single
// evaluation can reach.

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/result/verdict.hpp"
#include "engine/score/combination.hpp"

namespace kaoping::engine {

/// Cases of one unit that were scored together in one evaluation ("criminal", or all its cases).
struct GroupResult {
    std::string label;              ///< what else the cases are grouped by; may be empty
    std::uint64_t cases = 0;
    std::uint64_t scored = 0;       ///< cases with a score
    std::uint64_t vetoes = 0;       ///< cases with a veto, in force or not confirmed
    std::optional<Interval> score;  ///< mean of the scored cases
};

/// One evaluation: its scores.json.
struct EvaluationResult {
    std::string kind;               ///< "quarterly"
    std::string name;               ///< what the derivation calls it: the folder
    std::int64_t weight = 1'000'000;  ///< among the evaluations of its kind, millionths, > 0
    std::map<std::string, std::vector<GroupResult>> units;
};

/// What people decided, by unit.
struct UnitDecisions {
    std::map<std::string, std::int64_t> bonus;  ///< granted points, millionths
    std::set<std::string> confirmed_vetoes;
};

/// What one evaluation says of a unit.
struct EvaluationScore {
    std::size_t evaluation = 0;     ///< number in the results
    std::vector<GroupResult> groups;
    std::optional<Interval> score;  ///< mean of the groups by their scored cases
};

struct KindScore {
    std::optional<Interval> score;  ///< mean of the evaluations by their weights; nullopt: no result of this kind
    std::vector<EvaluationScore> evaluations;
};

enum class UnitVeto : std::uint8_t { none, unconfirmed, in_force };

struct YearScore {
    std::string unit;
    std::vector<KindScore> kinds;   ///< by number of the scheme
    std::int64_t weight = 0;        ///< sum of the weights that count, millionths
    std::optional<Interval> mean;   ///< of the kinds; nullopt: nothing counts
    std::int64_t bonus = 0;         ///< what counts of it
    std::optional<Interval> score;
    std::uint64_t vetoes = 0;       ///< cases of the year
    UnitVeto veto = UnitVeto::none;
    std::string grade_low, grade_high;  ///< of the ends of the score; equal where a veto decides
};

/// By name of the unit. A unit is listed if any evaluation has it; kinds that the scheme lacks are left out.
[[nodiscard]] std::vector<YearScore> combine(const Combination& scheme, const std::vector<EvaluationResult>& results, const UnitDecisions& decisions);

}  // namespace kaoping::engine
