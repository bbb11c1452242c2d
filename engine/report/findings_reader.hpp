#pragma once
// Reads a line of findings.jsonl (format "kaoping.findings/1") again.

#include <optional>
#include <string_view>

#include "dsl/typed/program.hpp"
#include "engine/result/finding.hpp"

namespace kaoping::engine {

/// The verdict that is spelt so.
[[nodiscard]] std::optional<Verdict> verdict_named(std::string_view name);

/// The finding of a line that FindingsJson wrote by the same packs. Unit and kind of the case are not in the line and stay empty. A
/// rule that the program does not have gives −1; nothing where the line is no finding.
[[nodiscard]] std::optional<Finding> read_finding(const dsl::Program& program, std::string_view line);

}  // namespace kaoping::engine
