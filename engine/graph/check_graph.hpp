#pragma once
// The check graph: one directed acyclic graph for all rules of all packs, on Boost.Graph. Edges lead from a vertex to its
// arguments, in order.
//
// `add` hash-conses: a vertex that is already there, with the same arguments, is returned instead. So equal conditions of
// many rules are one vertex, computed once.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <boost/container/small_vector.hpp>
#include <boost/graph/adjacency_list.hpp>
#include <boost/unordered/unordered_flat_map.hpp>

#include "engine/graph/vertex.hpp"

namespace kaoping::engine {

using VertexId = std::int32_t;
constexpr VertexId no_vertex = -1;

/// Arguments of one vertex. Few have more than eight: building a graph would else be mostly allocation.
using ArgList = boost::container::small_vector<VertexId, 8>;

/// Edges have no properties. Boost.Graph allocates one for each of them all the same: they share one.
struct EdgeProperty {
    static void* operator new(std::size_t) {
        static EdgeProperty shared;
        return &shared;
    }
    static void operator delete(void*) {}
};

/// The edges of one vertex: few have more than two.
struct FewEdges {};

}  // namespace kaoping::engine

// How Boost.Graph is told of a container that it does not know.
namespace boost {
template <typename Edge>
struct container_gen<kaoping::engine::FewEdges, Edge> {
    using type = container::small_vector<Edge, 2>;
};
template <>
struct parallel_edge_traits<kaoping::engine::FewEdges> {
    using type = allow_parallel_edge_tag;
};
namespace container {
template <typename Edge, std::size_t n>
graph_detail::vector_tag container_category(const small_vector<Edge, n>&) {
    return {};
}
}  // namespace container
}  // namespace boost

namespace kaoping::engine {

class CheckGraph {
public:
    using Boost = boost::adjacency_list<FewEdges, boost::vecS, boost::directedS, Vertex, EdgeProperty>;

    /// The vertex with these properties and arguments: an old one if there is one, after simplifying constants.
    VertexId add(const Vertex& vertex, std::span<const VertexId> args);
    VertexId add(const Vertex& vertex, std::initializer_list<VertexId> args) { return add(vertex, std::span(args.begin(), args.size())); }

    /// Makes room for so many vertices: adding them then moves none.
    void reserve(std::size_t vertices);

    /// The space of a table's rows; the case's table must be asked for first (it is space 0).
    std::int32_t table_space(std::int32_t table);
    /// Adds a nest vertex in space `outer` and the space that it makes (or finds both).
    std::int32_t nest_space(std::int32_t outer, std::int32_t table, Vertex nest, std::span<const VertexId> args);

    [[nodiscard]] const Boost& boost() const { return graph_; }
    [[nodiscard]] const Vertex& at(VertexId id) const { return graph_[static_cast<std::size_t>(id)]; }
    [[nodiscard]] ArgList args(VertexId id) const;
    [[nodiscard]] std::size_t size() const { return boost::num_vertices(graph_); }
    [[nodiscard]] const std::vector<Space>& spaces() const { return spaces_; }

private:
    VertexId intern(const Vertex& vertex, std::span<const VertexId> args);
    [[nodiscard]] bool has_args(VertexId id, std::span<const VertexId> args) const;

    Boost graph_;
    std::vector<Space> spaces_;
    std::vector<std::int32_t> table_spaces_;  ///< by table; −1: not asked for yet
    boost::unordered_flat_map<std::size_t, VertexId> known_;  ///< by hash; of two with one hash the later stands under the next number
};

}  // namespace kaoping::engine
