#pragma once
// A proof as lines for a terminal.

#include <cstddef>
#include <string>
#include <vector>

#include "engine/explain/proof.hpp"

namespace kaoping::engine {

/// The tree as indented lines, at most `width` cells wide where what is written in the rule can be cut.
[[nodiscard]] std::string proof_text(const std::vector<ProofNode>& nodes, std::size_t indent, std::size_t width);

}  // namespace kaoping::engine
