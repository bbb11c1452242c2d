#pragma once
// A finding that a person adds to a case under a standard, because the engine did not see it.

#include <cstdint>
#include <string>

#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/review/rescore.hpp"

namespace kaoping::campaign {

struct AddedFinding {
    std::int64_t run = 0;
    std::string case_id;
    std::string file;          ///< of the case
    std::string standard;      ///< full id
    std::string rule;          ///< full id of the rule that should have found it; empty: there is none
    std::string severity;      ///< flaw, fault, veto
    std::string message;
    std::int64_t amount = 0;   ///< millionths of a point
};

/// What is wrong with standard, rule or severity: a sentence; empty: nothing.
[[nodiscard]] std::string problem_of(const AddedFinding& added, const CaseRescorer& rescorer);

/// Writes it with its basis and its line as of kaoping.findings/1 (kind "manual"), and returns its number. Inside the transaction of
/// the review, which adds the reviewer's word on it.
[[nodiscard]] std::int64_t insert_added(SQLite::Database& database, const AddedFinding& added);

}  // namespace kaoping::campaign
