#pragma once
// Files of the project, and goldens: whole outputs that a person has reviewed.

#include <string>

namespace kaoping_test {

/// The text of a file of the project; empty if there is none.
std::string read_project_file(const std::string& path);

/// Compares a text with the golden file at `path` (below the project's root); with KAOPING_BLESS=1 in the environment it is
/// written there instead, to be reviewed with `git diff`.
void check_golden(const std::string& path, const std::string& text);

}  // namespace kaoping_test
