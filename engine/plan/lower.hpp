#pragma once
// Typed pack → check graph: every rule's conditions as shared vertices, its verdict, deduction and score as sinks.

#include <string_view>
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

/// What a rule says in one language ("": the rule file's own).
struct LoweredTexts {
    std::string_view language;
    const dsl::RuleTexts* texts = nullptr;
    std::vector<VertexId> holes;  ///< by part of the message; no_vertex: only text
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
    std::vector<LoweredTexts> texts;  ///< the rule file's own first
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
