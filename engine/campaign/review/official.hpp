#pragma once
// The people who decide: registered with a role, and kept apart from those whom a case file names.

#include <string>
#include <vector>

#include "engine/campaign/register/event.hpp"
#include "engine/campaign/register/register.hpp"

namespace kaoping::campaign {

struct Official {
    std::string id;    ///< number of the person, as case files name officers
    std::string name;
    std::string role;  ///< unit_legal (法制员 of a unit), legal_department, leader
    std::string unit;  ///< of unit_legal; of a leader: may be empty, then of all; else empty
};

/// Registers a person, or changes the role or unit of one from now on; what was decided before stands.
void register_official(Register& file, const Official& official, const Who& who);
/// By id.
[[nodiscard]] std::vector<Official> officials(Register& file);

/// The registered person whose id or whose name (if only one has it) is `person`. Inside a transaction. Throws RegisterError.
[[nodiscard]] Official find_official(SQLite::Database& database, const std::string& person);

/// Is the person named in the case file: as its officer, or as responsible for something that was found in it? Inside a transaction.
[[nodiscard]] bool named_in_case(SQLite::Database& database, const Official& official, std::int64_t run, const std::string& case_id);

}  // namespace kaoping::campaign
