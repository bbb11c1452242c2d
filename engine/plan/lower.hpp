#pragma once
// Typed pack → check graph: every rule's conditions as shared vertices, its verdict, deduction and score as sinks.

#include <map>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/graph/check_graph.hpp"

namespace kaoping::engine {

struct LoweredLevel {
    VertexId list = no_vertex;
    std::int32_t table = -1;
    std::int32_t space = 0;
};

/// The vertices of one rule, all in the space of its subjects. no_vertex: the rule has no such clause.
struct LoweredRule {
    std::vector<LoweredLevel> levels;
    std::int32_t space = 0;
    VertexId applies = no_vertex;  ///< in the case's space
    VertexId guard = no_vertex, in_force = no_vertex, exception = no_vertex, requirement = no_vertex, due = no_vertex, done = no_vertex;
    VertexId low = no_vertex, high = no_vertex;
    VertexId verdict = no_vertex, deduction = no_vertex;
    std::vector<VertexId> exceptions;
    std::map<std::string, std::vector<VertexId>> holes;  ///< by language, parallel to the message's parts
    std::vector<VertexId> show, responsible;
};

struct LoweredProgram {
    CheckGraph graph;
    std::vector<LoweredRule> rules;
    std::vector<VertexId> standards;
    VertexId score = no_vertex;
    std::vector<dsl::DayRange> effective;
};

/// Without `texts`, what rules say to people is left out.
[[nodiscard]] LoweredProgram lower(const dsl::Program& program, bool texts = true);

}  // namespace kaoping::engine
