#pragma once
// What stands after a decision: the affected cases are scored again, and the new scores and charges are kept beside the old.
//
// All functions run inside the transaction of the decision.

#include <cstdint>
#include <set>
#include <string>

#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/review/rescore.hpp"

namespace kaoping::campaign {

/// A case as it is now, with all that people said of it; waivers of the campaign included. Throws RegisterError if the run was
/// made by a kaoping that did not keep what scoring again needs.
[[nodiscard]] JudgedCase read_judged_case(SQLite::Database& database, std::int64_t run, const std::string& case_id);

/// Writes what stands from `event` on.
void renew_standing(SQLite::Database& database, CaseRescorer& rescorer, std::int64_t run, std::int64_t event, const std::set<std::string>& cases);

/// The same for all cases of the run with a finding that a waiver covers: this one, or any if it is 0.
void renew_waived(SQLite::Database& database, CaseRescorer& rescorer, std::int64_t run, std::int64_t event, std::int64_t waiver);

}  // namespace kaoping::campaign
