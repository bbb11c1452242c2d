#pragma once
// Who answers for the defects that stand (责任追究): per finding the responsible persons by role, and what the scheme's
// `accountability` makes of it.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"

namespace kaoping::campaign {

/// What is to be done with a person for one defect.
enum class Action : std::uint8_t {
    correct,       ///< the scheme does not refer such defects: it is mended, nobody is referred
    review_first,  ///< would be referred, but no reviewer has confirmed the finding yet
    refer,
    refer_heavier, ///< again after a rectification notice
    joint,         ///< a leader of the unit, beside those responsible
};
/// "correct", "review_first", "refer", "refer_heavier", "joint".
[[nodiscard]] std::string_view action_name(Action action);

struct AccountabilityEntry {
    std::string unit, case_id;
    std::int64_t finding = 0;
    std::string rule, severity, role, person;  ///< role and person empty: the case file names nobody
    Action action = Action::correct;
    std::int64_t earlier = 0;  ///< defects of this rule, officer and unit in earlier periods
    std::string after_notice;  ///< "yes", "possibly" (the notice lies inside the period), "no"; empty: no repeat
};
/// By unit, case, finding, role; behind the findings of a unit its leaders, once, where they answer jointly (case empty,
/// finding 0). Memory does not grow with the findings. Throws RegisterError if the campaign is not evaluated.
void each_accountable(Register& file, const Campaign& campaign, const engine::Accountability& rules,
                      const std::function<void(const AccountabilityEntry&)>& take);

/// Counts per unit and action.
struct AccountabilityCount {
    std::string unit;
    std::int64_t findings = 0, corrected = 0, to_review = 0, referred = 0, heavier = 0, leaders = 0;  ///< of findings; of leaders
};
class AccountabilityCounter {
public:
    void add(const AccountabilityEntry& entry);
    [[nodiscard]] const std::vector<AccountabilityCount>& units() const { return units_; }

private:
    std::vector<AccountabilityCount> units_;
    std::int64_t last_ = 0;
};

/// A table of the counts.
[[nodiscard]] std::string accountability_text(const AccountabilityCounter& counter, const engine::Accountability& rules);
/// unit case finding rule severity role person action earlier after_notice; the head with a byte order mark.
[[nodiscard]] std::string accountability_csv_head();
[[nodiscard]] std::string accountability_csv_row(const AccountabilityEntry& entry);

}  // namespace kaoping::campaign
