#pragma once
// The score of a case from what the register keeps of it and what people said of its findings, without the case file.
//
// Semantics § 6 in full, by the engine's own scorer: as long as nobody said anything, the result is the engine's to the last
// millionth. A confirmed finding is a defect, a dismissed one is met, a waived one is exempt; a veto takes effect as the scheme
// says. What people add under a standard is charged to that standard; in the models that count rules, all that one case was
// given under a standard counts as one more rule that is not met.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/score/case_score.hpp"
#include "engine/score/score_model.hpp"

namespace kaoping::campaign {

/// What people said last of a finding.
enum class Said : std::uint8_t { nothing, confirmed, dismissed };

struct JudgedFinding {
    std::int64_t id = 0;
    int rule = -1;                             ///< number in the program; −1: added by a person
    std::string standard;                      ///< full id
    bool veto = false;                         ///< severity veto
    std::string subject;                       ///< equal texts: the same elements of the case
    engine::Verdict verdict = engine::Verdict::defect;  ///< the engine's
    engine::VerdictSet possible = 0;           ///< of undetermined
    std::optional<engine::Interval> amount;    ///< of a defect, before cap and absorption; nullopt: not known
    Said said = Said::nothing;
    std::optional<std::int64_t> chosen;        ///< amount that a person chose; of confirmed
    engine::VetoWord veto_word = engine::VetoWord::none;
    bool waived = false;
};

/// A case as the register keeps it.
struct JudgedCase {
    std::vector<int> met_rules;
    std::vector<JudgedFinding> findings;       ///< in the order in which they were found
};

struct StandingFinding {
    engine::Verdict verdict = engine::Verdict::defect;
    engine::Interval deduct;                   ///< charged, after cap and absorption
    const char* state = "open";                ///< open, confirmed, dismissed, waived
};
struct StandingCase {
    engine::CaseScore score;
    std::vector<StandingFinding> findings;     ///< as in JudgedCase
};

/// Reuses its memory, so one for many cases.
class CaseRescorer {
public:
    /// `program` must outlive it and be the one of the run.
    CaseRescorer(const dsl::Program& program, const engine::Scheme& scheme);

    [[nodiscard]] StandingCase score(const JudgedCase& judged);

    /// Within which a person chooses: the rule's range, or what its cap or standard allows where the amount is not known; of a
    /// finding of a person, the points of the standard.
    [[nodiscard]] engine::Interval amounts(const JudgedFinding& finding) const;
    [[nodiscard]] const engine::ScoreRules& rules() const { return rules_; }
    [[nodiscard]] const dsl::Program& program() const { return program_; }
    /// Number of a standard by its full id; −1: there is none.
    [[nodiscard]] int standard(const std::string& full_id) const;

private:
    [[nodiscard]] int scored_rule(const JudgedFinding& finding) const;
    [[nodiscard]] engine::ScoredSubject subject(const JudgedFinding& finding, std::size_t number);

    const dsl::Program& program_;
    engine::ScoreRules rules_;                 ///< behind the program's: two more for each standard, of people; the second with veto
    engine::CaseScorer scorer_;
    std::vector<std::vector<engine::ScoredSubject>> subjects_;
    std::vector<std::int32_t> rows_;           ///< by finding: number of its subject
};

}  // namespace kaoping::campaign
