// What vertices and row spaces are called: see printer.hpp.

#include <array>

#include <fmt/format.h>

#include "dsl/typed/printer.hpp"
#include "engine/casefile/batch.hpp"
#include "engine/graph/printer.hpp"

namespace kaoping::engine {

namespace {

/// Records by name; a list of scalars by the record and field that hold it.
std::string table_label(const dsl::Program& program, std::int32_t table) {
    const auto& records = program.schema.records;
    if (table < static_cast<std::int32_t>(records.size())) return records[static_cast<std::size_t>(table)].name;
    const Layout layout(program.schema);
    for (std::size_t r = 0; r < records.size(); ++r)
        for (std::size_t f = 0; f < records[r].fields.size(); ++f)
            if (layout.item_table(static_cast<int>(r), static_cast<int>(f)) == table) return records[r].name + "." + records[r].fields[f].name;
    return "items";
}

std::string column_label(const dsl::Program& program, std::int32_t table, std::int32_t column) {
    const auto& records = program.schema.records;
    if (table >= static_cast<std::int32_t>(records.size())) return table_label(program, table);
    const dsl::Record& record = records[static_cast<std::size_t>(table)];
    return record.name + "." + record.fields[static_cast<std::size_t>(column)].name;
}

std::string constant_label(const dsl::Program& program, const Vertex& vertex) {
    dsl::Program one;  // the printer of typed packs knows how constants are written
    one.schema = program.schema;
    one.exprs.push_back({});
    one.exprs[0].type = vertex.type;
    one.exprs[0].value = vertex.value;
    return dsl::print_typed(one, 0);
}

}  // namespace

std::string space_label(const dsl::Program& program, const std::vector<Space>& spaces, std::int32_t space) {
    const Space& of = spaces[static_cast<std::size_t>(space)];
    const std::string table = table_label(program, of.table);
    return of.kind == SpaceKind::table ? table : space_label(program, spaces, of.outer) + " × " + table;
}

std::string vertex_label(const dsl::Program& program, const Vertex& vertex) {
    static constexpr std::array<std::string_view, 6> signs{"=", "!=", "<", "<=", ">", ">="};
    const std::string name(kind_name(vertex.kind));
    const auto index = static_cast<std::size_t>(vertex.index);
    switch (vertex.kind) {
        case VertexKind::constant: return constant_label(program, vertex);
        case VertexKind::source: return column_label(program, vertex.second, vertex.index);
        case VertexKind::compare: return std::string(signs[index]);
        case VertexKind::follow: return "follow " + program.schema.records[index].name;
        case VertexKind::parameter: return "parameter " + program.parameters[index].name;
        case VertexKind::table_row: return "row of " + program.tables[index].name;
        case VertexKind::column: return "column " + program.tables[static_cast<std::size_t>(vertex.second)].columns[index].name;
        case VertexKind::matches: return fmt::format("matches \"{}\"", vertex.value.text.view());
        case VertexKind::verdict: return "verdict " + program.rules[index].full_id;
        case VertexKind::deduction: return "deduction " + program.rules[index].full_id;
        case VertexKind::standard: return "standard " + program.standards[index].full_id;
        default: return name;
    }
}

}  // namespace kaoping::engine
