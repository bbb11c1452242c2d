#pragma once
// Constant folding while the graph is built: what is already known is no vertex.

#include "engine/graph/check_graph.hpp"

namespace kaoping::engine {

/// Kinds that simplify knows something of.
[[nodiscard]] bool may_be_simpler(VertexKind kind);

/// A vertex that has the same value on every row and gives the same reasons where it is unknown; no_vertex if there is none.
/// May shorten `args` (neutral and repeated operands of and, or).
[[nodiscard]] VertexId simplify(CheckGraph& graph, const Vertex& vertex, ArgList& args);

/// The truth of a constant condition: 0 or 1; −1 if it is not constant.
[[nodiscard]] int constant_truth(const CheckGraph& graph, VertexId id);

}  // namespace kaoping::engine
