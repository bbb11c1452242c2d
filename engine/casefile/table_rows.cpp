// See table_rows.hpp.

#include "engine/casefile/table_rows.hpp"

#include <algorithm>

namespace kaoping::engine {

namespace {

void give_values_room(Column& column, std::size_t rows) {
    switch (column.kind) {
        case dsl::Kind::boolean: break;
        case dsl::Kind::text: give_room(column.texts, rows); break;
        case dsl::Kind::reference:
            give_room(column.texts, rows);
            give_room(column.numbers, rows);
            break;
        case dsl::Kind::list:
            give_room(column.begin, rows);
            give_room(column.end, rows);
            break;
        default: give_room(column.numbers, rows); break;
    }
}

/// For all rows together: which cells of a row are present, and which of these are texts, is hard to foresee.
void empty_absent(Column& column, std::size_t rows) {
    for (std::size_t w = 0; w < column.present.word_count(); ++w) {
        const std::size_t begin = w * 64, left = rows - begin;
        const std::uint64_t all = left < 64 ? (std::uint64_t{1} << left) - 1 : ~std::uint64_t{0};
        for_each_bit(~column.present.word(w) & all, [&](std::size_t place) { column.texts[begin + place] = {}; });
    }
}

Column& column_of(Table& table, std::int32_t number) { return table.columns[static_cast<std::size_t>(number)]; }

}  // namespace

void grow_rows(Table& table, std::span<const std::int32_t> columns, std::size_t rows) {
    give_room(table.case_of, rows);
    give_room(table.origin, rows);
    for (const std::int32_t number : columns) {
        Column& column = column_of(table, number);
        column.known.grow(rows, true);
        column.present.grow(rows, true);
        if (column.kind == dsl::Kind::boolean) column.truth.grow(rows, false);
        give_values_room(column, rows);
    }
}

void cut_rows(Table& table, std::span<const std::int32_t> columns) {
    const auto rows = static_cast<std::size_t>(table.rows);
    for (const std::int32_t number : columns) {
        Column& column = column_of(table, number);
        column.known.cut(rows);
        column.present.cut(rows);
        if (column.kind == dsl::Kind::boolean) column.truth.cut(rows);
        if (held_as_text(column.kind)) empty_absent(column, rows);
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
    }
}

void clear_rows(Table& table) {
    for (Column& column : table.columns)
        for (Bits* bits : {&column.known, &column.present, &column.truth}) bits->cut(0);
    table.rows = 0;  // values, and what the table says of each row, may stay: there is no row to read them of
    table.case_begin.clear();
    table.row_places.clear();
    table.cell_places.clear();
}

}  // namespace kaoping::engine
