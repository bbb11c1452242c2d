#pragma once
// Reads the units of a scores.json (format "kaoping.scores/1") that a run wrote.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "engine/score/combine.hpp"

namespace kaoping::engine {

/// Groups of cases by their unit; groups without a unit stand under "". Error: a sentence for a person.
[[nodiscard]] tl::expected<std::map<std::string, std::vector<GroupResult>>, std::string> read_unit_scores(std::string_view text);

}  // namespace kaoping::engine
