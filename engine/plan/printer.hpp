#pragma once
// The plan as text, for `kaoping check --emit plan`.

#include <string>

#include "dsl/typed/program.hpp"
#include "engine/plan/plan.hpp"

namespace kaoping::engine {

/// Row spaces, instructions (slot, kind, space, arguments; `text` marks those that only a reported subject needs) and the
/// slots of each rule.
[[nodiscard]] std::string print_plan(const dsl::Program& program, const Plan& plan);

}  // namespace kaoping::engine
