#pragma once
// A batch looked through once, rule by rule: what its cases have in common with most cases costs no more than this pass. Which
// standards a case touches, and the few rules of it that cost something or are to be reported, come out.

#include <span>
#include <vector>

#include "engine/evaluate/rule_column.hpp"
#include "engine/run/case_unions.hpp"
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
        std::vector<int> costly;     ///< rules with a subject that is or may be a defect (all rules, if the model counts them)
        std::vector<int> reported;   ///< rules with a subject to be reported
    };
    [[nodiscard]] const OfCase& of_case(std::size_t c) const { return cases_[c]; }
    /// Verdicts of all subjects of a case.
    [[nodiscard]] VerdictSet seen(std::size_t c) const { return seen_by_any_[c]; }
    /// Which standards a case touches; valid until the next call.
    [[nodiscard]] std::span<const Applies> standards(std::size_t c);

private:
    /// What the subjects of one rule in one batch have in common.
    struct Scan {
        VerdictCounts counts{};
        VerdictSet seen = 0, offered = 0;
    };
    Scan scan(const RuleColumn& column, std::size_t cases);
    [[nodiscard]] CaseUnions& unions_of(const RuleColumn& column);
    void note(int rule, const RuleColumn& column, const Scan& all, std::size_t cases);
    void note_standard(std::size_t standard, const RuleColumn& column, VerdictSet seen, std::size_t cases);

    const ScoreRules& rules_;
    VerdictSet reported_;
    /// Which subjects of a list of the batch at hand are of one case.
    struct List {
        CaseUnions unions;
        bool prepared = false;
    };
    std::vector<List> lists_;                         ///< by RuleColumn::list
    std::vector<OfCase> cases_;
    std::vector<VerdictSet> seen_by_any_;             ///< by case
    std::vector<std::vector<std::uint8_t>> surely_;   ///< by standard, then by case: it surely applies
    std::vector<std::vector<std::uint8_t>> maybe_;    ///< …, or it may
    std::vector<Applies> standards_;                  ///< of the case asked for
    std::vector<VerdictSet> seen_, offered_;          ///< of the rule at hand, by case: verdicts of its subjects, and those that are possible
};

}  // namespace kaoping::engine
