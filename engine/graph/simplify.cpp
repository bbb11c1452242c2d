// Constant folding: see simplify.hpp. Only where no unknown and no fault could be lost.

#include "engine/graph/simplify.hpp"

#include <algorithm>

namespace kaoping::engine {

namespace {

bool is_constant(const CheckGraph& graph, VertexId id) { return graph.at(id).kind == VertexKind::constant; }

VertexId truth_constant(CheckGraph& graph, std::int32_t space, bool value) {
    Vertex constant;
    constant.kind = VertexKind::constant;
    constant.type = {dsl::Kind::boolean, false, dsl::Kind::error, -1};
    constant.space = space;
    constant.value.number = value ? 1 : 0;
    return graph.add(constant, {});
}

VertexId simplify_junction(CheckGraph& graph, const Vertex& vertex, ArgList& args) {
    const int absorbing = vertex.kind == VertexKind::or_ ? 1 : 0;
    ArgList kept;
    for (const VertexId arg : args) {
        const int truth = constant_truth(graph, arg);
        if (truth == absorbing) return arg;
        if (truth < 0 && std::find(kept.begin(), kept.end(), arg) == kept.end()) kept.push_back(arg);
    }
    if (kept.empty()) return truth_constant(graph, vertex.space, absorbing == 0);
    if (kept.size() == 1 && !graph.at(kept[0]).type.optional) return kept[0];
    args = std::move(kept);
    return no_vertex;
}

VertexId simplify_compare(CheckGraph& graph, const Vertex& vertex, const ArgList& args) {
    if (!is_constant(graph, args[0]) || !is_constant(graph, args[1])) return no_vertex;
    const dsl::Kind kind = graph.at(args[0]).type.kind;
    if (kind == dsl::Kind::deadline || graph.at(args[1]).type.kind == dsl::Kind::deadline) return no_vertex;
    const dsl::Value &a = graph.at(args[0]).value, &b = graph.at(args[1]).value;
    const bool texts = kind == dsl::Kind::text || kind == dsl::Kind::reference;
    const int order = texts ? a.text.view().compare(b.text) : (a.number < b.number ? -1 : a.number > b.number ? 1 : 0);
    const auto comparison = static_cast<dsl::Comparison>(vertex.index);
    bool result = false;
    switch (comparison) {
        case dsl::Comparison::equal: result = order == 0; break;
        case dsl::Comparison::not_equal: result = order != 0; break;
        case dsl::Comparison::less: result = order < 0; break;
        case dsl::Comparison::less_equal: result = order <= 0; break;
        case dsl::Comparison::greater: result = order > 0; break;
        case dsl::Comparison::greater_equal: result = order >= 0; break;
    }
    return truth_constant(graph, vertex.space, result);
}

}  // namespace

int constant_truth(const CheckGraph& graph, VertexId id) {
    const Vertex& vertex = graph.at(id);
    if (vertex.kind != VertexKind::constant || !vertex.type.is(dsl::Kind::boolean)) return -1;
    return vertex.value.number != 0 ? 1 : 0;
}

bool may_be_simpler(VertexKind kind) {
    switch (kind) {
        case VertexKind::lift_case:
        case VertexKind::lift_outer:
        case VertexKind::lift_item:
        case VertexKind::not_:
        case VertexKind::and_:
        case VertexKind::or_:
        case VertexKind::if_:
        case VertexKind::compare:
        case VertexKind::is_recorded:
        case VertexKind::is_missing:
        case VertexKind::or_else: return true;
        default: return false;
    }
}

VertexId simplify(CheckGraph& graph, const Vertex& vertex, ArgList& args) {
    switch (vertex.kind) {
        case VertexKind::lift_case:
        case VertexKind::lift_outer:
        case VertexKind::lift_item: {
            if (!is_constant(graph, args[0])) return no_vertex;
            Vertex constant = graph.at(args[0]);
            constant.space = vertex.space;
            return graph.add(constant, {});
        }
        case VertexKind::not_:
            if (const int truth = constant_truth(graph, args[0]); truth >= 0) return truth_constant(graph, vertex.space, truth == 0);
            return no_vertex;
        case VertexKind::and_:
        case VertexKind::or_: return simplify_junction(graph, vertex, args);
        case VertexKind::if_:
            if (const int truth = constant_truth(graph, args[0]); truth >= 0) return args[truth != 0 ? 1 : 2];
            return no_vertex;
        case VertexKind::compare: return simplify_compare(graph, vertex, args);
        case VertexKind::is_recorded:
        case VertexKind::is_missing:
            if (is_constant(graph, args[0])) return truth_constant(graph, vertex.space, vertex.kind == VertexKind::is_recorded);
            return no_vertex;
        case VertexKind::or_else: return is_constant(graph, args[0]) ? args[0] : no_vertex;
        default: return no_vertex;
    }
}

}  // namespace kaoping::engine
