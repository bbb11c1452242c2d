#pragma once
// Within which time a unit may object to a finding, and the objection is decided.

#include <cstdint>

namespace kaoping::engine {

struct TimeLimit {
    std::int64_t days = 3;
    bool working = false;  ///< counted in working days
};

/// The defaults are those of a published local regulation; a province writes its own.
struct ObjectionTerms {
    TimeLimit within;           ///< from the day on which the unit was told
    TimeLimit decision_within;  ///< from the day on which it objected
};

}  // namespace kaoping::engine
