#pragma once
// A batch looked through once, rule by rule: what its cases have in common with most cases costs no more than this pass. Which
// standards a case touches, and the few rules of it that cost something or are to be reported, come out.

#include <span>
#include <vector>

#include "engine/evaluate/rule_column.hpp"
#include "engine/run/tally.hpp"
#include "engine/score/case_score.hpp"

namespace kaoping::engine {

class BatchDigest {
public:
    /// `reported`: subjects with one of these verdicts are to be looked at again.
    BatchDigest(const ScoreRules& rules, VerdictSet reported) : rules_(rules), reported_(reported) {}

    /// Counts all rules into `tallies` too. Valid until the next batch.
    void make(std::span<const RuleColumn> columns, std::size_t cases, RuleTallies& tallies);

    struct OfCase {
        VerdictSet seen = 0;         ///< verdicts of all its subjects
        std::vector<int> costly;     ///< rules with a subject that is or may be a defect (all rules, if the model counts them)
        std::vector<int> reported;   ///< rules with a subject to be reported
    };
    [[nodiscard]] const OfCase& of_case(std::size_t c) const { return cases_[c]; }
    [[nodiscard]] std::span<const Applies> standards(std::size_t c) const {
        return std::span(standards_).subspan(c * rules_.standards.size(), rules_.standards.size());
    }

private:
    void scan(const RuleColumn& column, std::size_t cases);
    void note(int rule, const RuleColumn& column, std::size_t cases);

    const ScoreRules& rules_;
    VerdictSet reported_;
    std::vector<OfCase> cases_;
    std::vector<Applies> standards_;         ///< by case, then by standard
    VerdictCounts counts_{};                 ///< of the rule at hand, as are the sets
    std::vector<VerdictSet> seen_, offered_; ///< by case: verdicts of its subjects, and those that are possible
};

}  // namespace kaoping::engine
