// See table_rows.hpp.

#include "engine/casefile/table_rows.hpp"

#include <algorithm>

namespace kaoping::engine {

namespace {

void resize_values(Column& column, std::size_t rows) {
    switch (column.kind) {
        case dsl::Kind::boolean: break;
        case dsl::Kind::text: column.texts.resize(rows); break;
        case dsl::Kind::reference:
            column.texts.resize(rows);
            column.numbers.resize(rows);
            break;
        case dsl::Kind::list:
            column.begin.resize(rows);
            column.end.resize(rows);
            break;
        default: column.numbers.resize(rows); break;
    }
}

Column& column_of(Table& table, std::int32_t number) { return table.columns[static_cast<std::size_t>(number)]; }

}  // namespace

void grow_rows(Table& table, std::span<const std::int32_t> columns, std::size_t rows) {
    table.case_of.resize(rows);
    table.origin.resize(rows);
    for (const std::int32_t number : columns) {
        Column& column = column_of(table, number);
        column.known.grow(rows, true);
        column.present.grow(rows, true);
        if (column.kind == dsl::Kind::boolean) column.truth.grow(rows, false);
        resize_values(column, rows);
    }
}

void cut_rows(Table& table, std::span<const std::int32_t> columns) {
    const auto rows = static_cast<std::size_t>(table.rows);
    table.case_of.resize(rows);
    table.origin.resize(rows);
    for (const std::int32_t number : columns) {
        Column& column = column_of(table, number);
        column.known.cut(rows);
        column.present.cut(rows);
        if (column.kind == dsl::Kind::boolean) column.truth.cut(rows);
        resize_values(column, rows);
    }
}

void drop_rows(Table& table, std::span<const std::int32_t> columns, std::size_t from) {
    table.rows = static_cast<std::int32_t>(from);
    if (table.row_places.size() > from) table.row_places.resize(from);
    for (auto& places : table.cell_places)
        if (places.size() > from) places.resize(from);
    for (const std::int32_t number : columns) {
        Column& column = column_of(table, number);
        column.known.put_from(from, true);
        column.present.put_from(from, true);
        if (column.kind == dsl::Kind::boolean) column.truth.put_from(from, false);
        // Numbers and ranges may stay, as nobody reads cells that are not present; texts would dangle.
        if (column.texts.size() > from) std::fill(column.texts.begin() + static_cast<std::ptrdiff_t>(from), column.texts.end(), std::string_view());
    }
}

void clear_rows(Table& table) {
    table.rows = 0;  // what the table says of each row may stay until it is cut: there is no row to read it of
    table.case_begin.clear();
    table.row_places.clear();
    table.cell_places.clear();
    for (Column& column : table.columns) {
        for (Bits* bits : {&column.known, &column.present, &column.truth}) bits->cut(0);
        column.texts.clear();  // numbers and ranges may stay, as above
    }
}

}  // namespace kaoping::engine
