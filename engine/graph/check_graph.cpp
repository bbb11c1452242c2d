// Construction with hash-consing: see check_graph.hpp.

#include "engine/graph/check_graph.hpp"

#include <algorithm>
#include <functional>

#include "engine/graph/simplify.hpp"

namespace kaoping::engine {

namespace {

constexpr std::uint64_t mixed(std::uint64_t seed, std::uint64_t part) {
    const std::uint64_t product = (seed ^ part) * 0x9E3779B97F4A7C15U;
    return product ^ (product >> 32);
}

constexpr std::uint64_t pair_of(std::int32_t high, std::int32_t low) {
    return static_cast<std::uint64_t>(static_cast<std::uint32_t>(high)) << 32 | static_cast<std::uint32_t>(low);
}

/// Every lookup makes one: two numbers go into it at a time.
std::size_t hash_of(const Vertex& v, std::span<const VertexId> args) {
    std::uint64_t seed = static_cast<std::uint64_t>(v.kind) << 8 | static_cast<std::uint64_t>(v.type.kind);
    seed = mixed(seed, pair_of(v.type.of, v.space));
    seed = mixed(seed, pair_of(v.index, v.second));
    seed = mixed(seed, static_cast<std::uint64_t>(v.value.number) + pair_of(v.item_space, 0));
    if (!v.value.text.empty()) seed = mixed(seed, std::hash<std::string_view>()(v.value.text));
    for (const VertexId arg : args) seed = mixed(seed, static_cast<std::uint64_t>(arg) + 1);
    return seed;
}

}  // namespace

ArgList CheckGraph::args(VertexId id) const {
    ArgList out;
    out.reserve(boost::out_degree(static_cast<std::size_t>(id), graph_));
    for (auto [edge, end] = boost::out_edges(static_cast<std::size_t>(id), graph_); edge != end; ++edge)
        out.push_back(static_cast<VertexId>(boost::target(*edge, graph_)));
    return out;
}

bool CheckGraph::has_args(VertexId id, std::span<const VertexId> args) const {
    const auto [begin, end] = boost::out_edges(static_cast<std::size_t>(id), graph_);
    return std::equal(begin, end, args.begin(), args.end(), [this](const auto& edge, VertexId arg) { return static_cast<VertexId>(boost::target(edge, graph_)) == arg; });
}

VertexId CheckGraph::intern(const Vertex& vertex, std::span<const VertexId> args) {
    for (std::size_t hash = hash_of(vertex, args);; ++hash) {
        const auto [found, is_new] = known_.try_emplace(hash, static_cast<VertexId>(size()));
        if (is_new) break;
        if (at(found->second) == vertex && has_args(found->second, args)) return found->second;
    }
    const auto id = boost::add_vertex(vertex, graph_);
    graph_.out_edge_list(id).reserve(args.size());
    for (const VertexId arg : args) boost::add_edge(id, static_cast<std::size_t>(arg), graph_);
    return static_cast<VertexId>(id);
}

VertexId CheckGraph::add(const Vertex& vertex, std::span<const VertexId> args) {
    if (!may_be_simpler(vertex.kind)) return intern(vertex, args);
    ArgList kept(args.begin(), args.end());
    if (const VertexId simpler = simplify(*this, vertex, kept); simpler != no_vertex) return simpler;
    return intern(vertex, kept);
}

void CheckGraph::reserve(std::size_t vertices) {
    graph_.m_vertices.reserve(vertices);  // Boost.Graph has no function for it
    known_.reserve(vertices);
}

std::int32_t CheckGraph::table_space(std::int32_t table) {
    const auto at = static_cast<std::size_t>(table);
    if (at >= table_spaces_.size()) table_spaces_.resize(at + 1, -1);
    if (table_spaces_[at] < 0) {
        table_spaces_[at] = static_cast<std::int32_t>(spaces_.size());
        spaces_.push_back({SpaceKind::table, table, -1, -1});
    }
    return table_spaces_[at];
}

std::int32_t CheckGraph::nest_space(std::int32_t outer, std::int32_t table, Vertex nest, std::span<const VertexId> args) {
    nest.kind = VertexKind::nest;
    nest.space = outer;
    nest.second = -1;
    const VertexId id = intern(nest, args);
    for (std::size_t s = 0; s < spaces_.size(); ++s)
        if (spaces_[s].nest == id) return static_cast<std::int32_t>(s);
    spaces_.push_back({SpaceKind::nest, table, outer, id});
    return static_cast<std::int32_t>(spaces_.size() - 1);
}

}  // namespace kaoping::engine
