#pragma once
// Taking over what a reviewer filled in: all of a sheet, or nothing of it.
//
// The role of the person is the level: the legal officer of a unit reviews the cases of the own unit, the legal department those
// of all; what the department said prevails, and only it confirms or refuses vetoes. Whoever a case file names does not review it.
//
// A row with the number of a finding: `confirm` (it is a defect; an amount may be chosen within the rule's range, and has to be
// where it is not known) or `dismiss` (it is none; with the reason). Cells left empty leave the amount and the veto as they were
// said before. A row without a number adds a finding: case, standard, severity, message, amount, reason; `rule`, if a rule should have
// found it.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/campaign/campaign.hpp"
#include "engine/campaign/review/rescore.hpp"
#include "engine/campaign/review/sheet_reader.hpp"

namespace kaoping::campaign {

struct ReviewDone {
    std::string level;            ///< unit, department
    std::int64_t confirmed = 0, dismissed = 0, added = 0, cases = 0;
    std::vector<std::string> problems;  ///< one for each refused line; then nothing was taken over
};

/// `sheet`: its name; `hash`: of its bytes. Throws RegisterError if the person may not review at all or no run is finished.
[[nodiscard]] ReviewDone review(Register& file, const Campaign& campaign, CaseRescorer& rescorer, const std::string& sheet, const std::string& hash,
                                const std::vector<SheetLine>& lines, const Who& who);

}  // namespace kaoping::campaign
