#pragma once
// Waivers: defects for which nothing is deducted, for a reason outside of the case. They stay visible as waived.

#include <cstdint>
#include <string>

#include "engine/campaign/campaign.hpp"
#include "engine/campaign/review/rescore.hpp"

namespace kaoping::campaign {

/// law_changed 法律修改, law_disputed 法律争议, force_majeure 不可抗力, new_evidence 新证据, self_corrected 自查自纠.
struct Waiver {
    std::string ground, authority;      ///< authority: who allows it and by which paper
    std::string from_day, until_day;    ///< days, both included: when the act was due (if it was not, as of when the run judges)
    std::string unit, case_id, rule;    ///< which findings; empty: any
    std::int64_t finding = 0;           ///< 0: any
};

/// Grants a waiver; the number of findings that it covers by now. It also covers those of a later evaluation. Throws RegisterError if the
/// person may not grant it, or it names a unit, case, rule or finding that the campaign does not have.
[[nodiscard]] std::int64_t grant_waiver(Register& file, const Campaign& campaign, CaseRescorer& rescorer, const Waiver& waiver, const Who& who);

}  // namespace kaoping::campaign
