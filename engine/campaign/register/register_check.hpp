#pragma once
// Is the register whole? What a crash, a bad disk or a hand with an SQL tool may have done to it.

#include <string>
#include <vector>

#include "engine/campaign/register/register.hpp"

namespace kaoping::campaign {

struct RegisterCheck {
    std::int64_t campaigns = 0, events = 0;
    std::vector<std::string> problems;  ///< sentences; empty: nothing is wrong
};

/// Looks at the file's structure (SQLite's integrity_check), at references, and at what this folder promises: events run from 1
/// without gaps, and each has exactly one subject of its kind; the triggers that keep tables append-only are there; strata and
/// samples, runs and their sums agree. Throws RegisterDamaged where the file is too broken to be looked at.
[[nodiscard]] RegisterCheck check_register(Register& file);

}  // namespace kaoping::campaign
