#pragma once
// The check graph as text and as drawings.

#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/graph/check_graph.hpp"

namespace kaoping::engine {

/// "compare <=", "source measures.starts_at", "constant 24 hours".
[[nodiscard]] std::string vertex_label(const dsl::Program& program, const Vertex& vertex);
/// "case", "measures", "measures × documents".
[[nodiscard]] std::string space_label(const dsl::Program& program, const std::vector<Space>& spaces, std::int32_t space);

/// One vertex per line: number, space, label, arguments.
[[nodiscard]] std::string print_graph(const dsl::Program& program, const CheckGraph& graph);

/// The vertices that the given ones need, themselves among them, in order; all of them if none are given.
[[nodiscard]] std::vector<VertexId> needed_by(const CheckGraph& graph, const std::vector<VertexId>& wanted);

/// Graphviz; row spaces are clusters.
[[nodiscard]] std::string graph_dot(const dsl::Program& program, const CheckGraph& graph, const std::vector<VertexId>& shown);
[[nodiscard]] std::string graph_mermaid(const dsl::Program& program, const CheckGraph& graph, const std::vector<VertexId>& shown);

/// Counts by kind and by space, and how much of the rules' conditions is shared.
[[nodiscard]] std::string graph_stats(const dsl::Program& program, const CheckGraph& graph, const std::vector<VertexId>& shown);

}  // namespace kaoping::engine
