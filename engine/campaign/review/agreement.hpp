#pragma once
// How engine and reviewers agree, rule by rule, and where they do not.
//
// Compared is what was reviewed: each defect of the engine on which people said something; each finding that people added and
// for which they named a rule; and each rule that the engine says is met in a case that people reviewed, where they added nothing under
// it. What the engine left open (undetermined, failed) is counted apart: it claimed nothing there.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"

namespace kaoping::campaign {

struct RuleAgreement {
    std::string rule;               ///< full id; empty: of the total
    std::int64_t both = 0;          ///< both say defect
    std::int64_t engine_only = 0;   ///< the engine says defect, people dismissed it
    std::int64_t people_only = 0;   ///< people added it, the engine says met
    std::int64_t neither = 0;       ///< both say met
    std::int64_t left_open = 0;     ///< the engine left it to people, who decided
    /// Of the engine's defects, how many people confirmed; of the defects people see, how many the engine found. nullopt: of none.
    [[nodiscard]] std::optional<double> precision() const;
    [[nodiscard]] std::optional<double> recall() const;
    /// Cohen's kappa (A Coefficient of Agreement for Nominal Scales, 1960): agreement beyond chance, 1 at most. nullopt: both always
    /// say the same, so chance alone would agree as well.
    [[nodiscard]] std::optional<double> kappa() const;
};

/// One finding on which they do not agree.
struct Disagreement {
    std::string case_id, unit, finding, rule, standard, engine, people, by, reason, message;
};

struct Agreement {
    std::vector<RuleAgreement> rules;  ///< of which something was reviewed, by id
    RuleAgreement total;
    std::vector<Disagreement> disagreements;  ///< by rule, then case
};

/// Of the last finished run, by what people said last.
[[nodiscard]] Agreement agreement_of(Register& file, const Campaign& campaign, const dsl::Program& program);
/// For the terminal.
[[nodiscard]] std::string agreement_text(const Agreement& agreement);
/// With a byte order mark.
[[nodiscard]] std::string disagreements_csv(const Agreement& agreement);

}  // namespace kaoping::campaign
