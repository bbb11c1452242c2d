#pragma once
// What the vertices and row spaces of the check graph are. The plan's instructions are vertices in order, so both share
// these types.
//
// Every vertex is a column over the rows of its space. Spaces: the rows of a table of the batch (the case's table is the
// case space), or a nest: for each row of an outer space the items of a list, as pairs (outer row, item row).

#include <array>
#include <cstdint>
#include <string_view>

#include "dsl/typed/expression.hpp"

namespace kaoping::engine {

enum class VertexKind : std::uint8_t {
    // sources
    constant,     // value
    now,
    own_row,      // the rows of a table as elements
    source,       // second: table, index: column
    // change of space
    lift_case,    // [a]: from the case to any space
    lift_outer,   // [a]: from a nest's outer space to the nest
    lift_item,    // [a]: from the item's table to the nest
    gather,       // [element, source]: the source's value at the element's row
    select,       // [condition]: rows that are not false; what a nest keeps
    nest,         // [list, elements to differ from…, (outer key, item key)…, select?]: makes the rows of space `second`
    // access
    follow,       // [reference]; index: record
    key_of,       // [element, source of the key]
    key_text,     // [reference]
    parameter,    // [date?]; index
    table_row,    // [keys]; index: table
    column,       // [row]; index: column, second: table
    // truth
    not_, and_, or_, if_,
    compare,      // index: dsl::Comparison
    is_recorded, is_missing, or_else,
    matches,      // [text]; value.text: pattern
    precedes,
    joined,       // [outer key, item key]: of a nest's pairs, which it keeps where these are equal or unknown
    // arithmetic
    negate, add, subtract, multiply, divide, length_of,
    // folds: [list, P, E…] or, without a list, [P, E…] for each of a fixed number of items; see FoldOver
    at_least, at_most, every, count, count_distinct, sum, least, greatest, first, last, first_by, collect, spans_for,
    spans_join,
    // time
    date_of, period_length, after, within, at_least_after, from_to, age_on,
    // verdict
    in_force,     // [day]; index: effective range
    need,         // [value]: present or unknown
    done_in_time, // [done, due?]
    verdict,      // [guard, requirement, exception?, due?]; index: rule
    deduction,    // [verdict, low, high]; index: rule
    standard,     // [deductions…]; index: standard
    score,        // [standards…]
};
constexpr std::size_t vertex_kind_count = static_cast<std::size_t>(VertexKind::score) + 1;

/// "lift_item", "compare", …
[[nodiscard]] std::string_view kind_name(VertexKind kind);
[[nodiscard]] constexpr bool is_fold(VertexKind kind) { return kind >= VertexKind::at_least && kind <= VertexKind::spans_for; }
[[nodiscard]] constexpr bool is_sink(VertexKind kind) { return kind >= VertexKind::verdict; }

/// What a fold walks for one of its rows: the range of table rows of its list, the rows of a nest that belong to it, or
/// a fixed number of columns of its own space.
enum class FoldOver : std::uint8_t { none, range, nest, columns };

struct Vertex {
    VertexKind kind = VertexKind::constant;
    dsl::Type type;
    std::int32_t space = 0;       ///< number of the space
    std::int32_t index = -1;
    std::int32_t second = -1;
    std::int32_t item_space = -1; ///< of folds: where P and E live; of FoldOver::columns: −1
    FoldOver over = FoldOver::none;
    std::int8_t width = 0;        ///< of folds: arguments per item (P, E…); of nest: number of elements to differ from
    bool has_condition = false;   ///< of folds: the first of them is P; of nest: the last argument is a select
    dsl::Value value;

    bool operator==(const Vertex&) const = default;
    /// A fold over a list, which costs something in each row.
    [[nodiscard]] bool walks_list() const { return is_fold(kind) && over != FoldOver::columns; }
};

enum class SpaceKind : std::uint8_t { table, nest };

struct Space {
    SpaceKind kind = SpaceKind::table;
    std::int32_t table = -1;   ///< of the rows, or of the items
    std::int32_t outer = -1;   ///< of a nest
    std::int32_t nest = -1;    ///< of a nest: the vertex (in a plan: the instruction) that makes its rows
    bool operator==(const Space&) const = default;
};

}  // namespace kaoping::engine
