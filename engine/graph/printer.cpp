// The check graph as text and as drawings: see printer.hpp.

#include "engine/graph/printer.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

namespace kaoping::engine {

namespace {

std::string arguments(const CheckGraph& graph, VertexId id) {
    std::string out;
    for (const VertexId arg : graph.args(id)) out += fmt::format("{}#{}", out.empty() ? "" : " ", arg);
    return out;
}

/// A text between double quotes of DOT and Mermaid, on one line.
std::string quoted(std::string_view text, std::string_view quote, std::string_view backslash) {
    std::string out;
    for (const char c : text) {
        if (c == '"') out += quote;
        else if (c == '\\') out += backslash;
        else out += c == '\n' ? ' ' : c;
    }
    return out;
}

std::map<std::int32_t, std::vector<VertexId>> by_space(const CheckGraph& graph, const std::vector<VertexId>& shown) {
    std::map<std::int32_t, std::vector<VertexId>> out;
    for (const VertexId id : shown) out[graph.at(id).space].push_back(id);
    return out;
}

}  // namespace

std::string print_graph(const dsl::Program& program, const CheckGraph& graph) {
    std::string out;
    for (std::size_t i = 0; i < graph.size(); ++i) {
        const auto id = static_cast<VertexId>(i);
        const Vertex& vertex = graph.at(id);
        const std::string label = vertex_label(program, vertex), kind(kind_name(vertex.kind));
        const std::string args = arguments(graph, id);
        out += fmt::format("#{} {}{}  ({}){}{}\n", id, kind, label == kind ? "" : " " + label, space_label(program, graph.spaces(), vertex.space),
                           args.empty() ? "" : "  ", args);
    }
    return out;
}

std::vector<VertexId> needed_by(const CheckGraph& graph, const std::vector<VertexId>& wanted) {
    std::vector<bool> seen(graph.size(), wanted.empty());
    std::vector<VertexId> open;
    const auto want = [&](VertexId id) {
        if (id == no_vertex || seen[static_cast<std::size_t>(id)]) return;
        seen[static_cast<std::size_t>(id)] = true;
        open.push_back(id);
    };
    for (const VertexId id : wanted) want(id);
    while (!open.empty()) {
        const VertexId id = open.back();
        open.pop_back();
        for (const VertexId arg : graph.args(id)) want(arg);
        const Space& space = graph.spaces()[static_cast<std::size_t>(graph.at(id).space)];
        if (space.kind == SpaceKind::nest) want(space.nest);
    }
    std::vector<VertexId> out;
    for (std::size_t i = 0; i < seen.size(); ++i)
        if (seen[i]) out.push_back(static_cast<VertexId>(i));
    return out;
}

std::string graph_dot(const dsl::Program& program, const CheckGraph& graph, const std::vector<VertexId>& shown) {
    std::string out = "digraph checks {\n  rankdir=LR;\n  node [shape=box, fontname=\"sans-serif\", fontsize=10];\n";
    for (const auto& [space, vertices] : by_space(graph, shown)) {
        out += fmt::format("  subgraph cluster_{} {{\n    label=\"{}\";\n    color=gray;\n", space, quoted(space_label(program, graph.spaces(), space), "\\\"", "\\\\"));
        for (const VertexId id : vertices)
            out += fmt::format("    v{} [label=\"{}\"{}];\n", id, quoted(vertex_label(program, graph.at(id)), "\\\"", "\\\\"),
                               is_sink(graph.at(id).kind) ? ", style=bold" : "");
        out += "  }\n";
    }
    for (const VertexId id : shown)
        for (const VertexId arg : graph.args(id)) out += fmt::format("  v{} -> v{};\n", arg, id);
    return out + "}\n";
}

std::string graph_mermaid(const dsl::Program& program, const CheckGraph& graph, const std::vector<VertexId>& shown) {
    std::string out = "flowchart LR\n";
    for (const auto& [space, vertices] : by_space(graph, shown)) {
        out += fmt::format("  subgraph s{}[\"{}\"]\n", space, quoted(space_label(program, graph.spaces(), space), "#quot;", "#92;"));
        for (const VertexId id : vertices) out += fmt::format("    v{}[\"{}\"]\n", id, quoted(vertex_label(program, graph.at(id)), "#quot;", "#92;"));
        out += "  end\n";
    }
    for (const VertexId id : shown)
        for (const VertexId arg : graph.args(id)) out += fmt::format("  v{} --> v{}\n", arg, id);
    return out;
}

std::string graph_stats(const dsl::Program& program, const CheckGraph& graph, const std::vector<VertexId>& shown) {
    std::map<std::string_view, std::size_t> kinds;
    std::size_t edges = 0;
    std::vector<std::size_t> uses(graph.size());
    for (const VertexId id : shown) {
        ++kinds[kind_name(graph.at(id).kind)];
        for (const VertexId arg : graph.args(id)) {
            ++edges;
            ++uses[static_cast<std::size_t>(arg)];
        }
    }
    const auto shared = std::count_if(shown.begin(), shown.end(), [&](VertexId id) { return uses[static_cast<std::size_t>(id)] > 1; });
    std::string out = fmt::format("{} vertices, {} edges, {} used more than once\n\nrow spaces\n", shown.size(), edges, shared);
    for (const auto& [space, vertices] : by_space(graph, shown))
        out += fmt::format("  {:6}  {}\n", vertices.size(), space_label(program, graph.spaces(), space));
    out += "\nkinds\n";
    for (const auto& [kind, count] : kinds) out += fmt::format("  {:6}  {}\n", count, kind);
    return out;
}

}  // namespace kaoping::engine
