// Names of vertex kinds: see vertex.hpp.

#include "engine/graph/vertex.hpp"

namespace kaoping::engine {

std::string_view kind_name(VertexKind kind) {
    constexpr std::array<std::string_view, vertex_kind_count> names{
        "constant",   "now",          "own_row",     "source",        "lift_case",  "lift_outer", "lift_item", "gather",
        "select",     "nest",         "follow",      "key_of",        "key_text",   "parameter",  "table_row", "column",
        "not",        "and",          "or",          "if",            "compare",    "is_recorded", "is_missing", "or_else",
        "matches",    "precedes",     "joined",      "negate",      "add",           "subtract",   "multiply",   "divide",    "length_of",
        "at_least",   "at_most",      "every",       "count",         "count_distinct", "sum",    "least",     "greatest",
        "first",      "last",         "first_by",    "collect",       "spans_for",  "spans_join", "date_of",  "period_length",
        "after",      "within",       "at_least_after", "from_to",    "age_on",     "in_force",   "need",      "done_in_time",
        "verdict",    "deduction",    "standard",    "score"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace kaoping::engine
