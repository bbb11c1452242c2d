#pragma once
// What a run adds up to: counts per verdict, scores per unit, coverage. Each worker counts by itself; as all sums are exact,
// the order of merging makes no difference.

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/result/verdict.hpp"
#include "engine/score/decimal.hpp"

namespace kaoping::engine {

using VerdictCounts = std::array<std::uint64_t, verdict_count>;

/// By full rule id (all versions together).
struct RuleTally {
    VerdictCounts subjects{};
    VerdictCounts cases{};  ///< partitions the cases by worst verdict
};

/// Sum of the scores of a group of cases; cases without a score (nothing applicable) are counted apart.
struct ScoreTally {
    std::uint64_t cases = 0;
    std::uint64_t unscored = 0;
    Int128 low = 0, high = 0;       ///< sums, millionths
    std::uint64_t vetoes = 0;         ///< cases with a veto (any state but none and possible)
    std::uint64_t defects = 0;        ///< subjects
    /// Mean of the scored cases, half to even; nullopt without any.
    [[nodiscard]] std::optional<Interval> mean() const;
};

struct StandardTally {
    std::uint64_t applicable_cases = 0;
    Int128 lost_low = 0, lost_high = 0;
    std::uint64_t defects = 0;
};

/// Adds up what was counted apart.
void add(ScoreTally& to, const ScoreTally& from);
void add(std::vector<StandardTally>& to, const std::vector<StandardTally>& from);

struct Summary {
    std::uint64_t cases = 0;
    std::uint64_t unreadable = 0;
    std::uint64_t data_findings = 0;
    std::map<std::string, std::uint64_t> data_findings_by_code;
    std::map<std::string, RuleTally> rules;
    std::vector<StandardTally> standards;                       ///< by standard number of the program
    ScoreTally total;
    std::map<std::vector<std::string>, ScoreTally> groups;      ///< by the scheme's aggregate_by (unit, kind): texts as in the data
    std::map<std::vector<std::string>, std::vector<StandardTally>> group_standards;
    VerdictCounts subjects{};                                   ///< over all rules
    std::uint64_t defects_by_severity[3] = {0, 0, 0};           ///< flaw, fault, veto (subjects)

    /// Share of subjects with a definite verdict (met, defect, exempt) among the applicable ones; 1 if there are none.
    [[nodiscard]] double coverage() const;
    void merge(Summary other);
};

}  // namespace kaoping::engine
