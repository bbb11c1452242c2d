#pragma once
// Defects under rectification, for the terminal.

#include <string>
#include <vector>

#include "engine/campaign/follow/rectification.hpp"

namespace kaoping::campaign {

/// One row per defect, and below how many of them are closed and how many overdue on that day.
[[nodiscard]] std::string rectification_text(const std::vector<DefectState>& defects, const std::string& day);

}  // namespace kaoping::campaign
