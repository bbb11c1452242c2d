#pragma once
// The parts of a run's identity with the roles under which tables keep them.

#include "engine/result/run_identity.hpp"

namespace kaoping::campaign {

/// Calls `take(role, part)` for packs, tailoring, schema, scheme and calendar.
template <typename Take>
void each_part(const engine::RunIdentity& identity, const Take& take) {
    for (const engine::RunIdentity::Part& part : identity.packs) take("pack", part);
    for (const engine::RunIdentity::Part& part : identity.tailoring) take("tailoring", part);
    take("schema", identity.schema);
    take("scheme", identity.scheme);
    take("calendar", identity.calendar);
}

}  // namespace kaoping::campaign
