#pragma once
// The zone and the calendar that a pack's schema names.

#include <string>

#include <tl/expected.hpp>

#include "dsl/typed/program.hpp"
#include "engine/time/legal_time.hpp"

namespace kaoping::engine {

/// Error: a sentence for a person (a zone that does not exist).
[[nodiscard]] tl::expected<TimeContext, std::string> make_time_context(const dsl::Program& program);

}  // namespace kaoping::engine
