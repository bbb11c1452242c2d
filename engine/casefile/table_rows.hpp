#pragma once
// Rows of a table while it is being filled: columns grow in blocks, so that adding a row costs an addition. New cells are
// present, as nearly all will be: what turns out not to be is marked. What was made room for stays from batch to batch: only
// planes are cut to the rows that there are.

#include <cstddef>
#include <span>

#include "engine/casefile/batch.hpp"

namespace kaoping::engine {

/// Room for `rows` rows in the table's own vectors and in the columns that are filled; new cells are present, with whatever value an earlier batch left.
void grow_rows(Table& table, std::span<const std::int32_t> columns, std::size_t rows);
/// Planes get the rows that there are, and no more; cells that are not present lose the text that an earlier batch left.
void cut_rows(Table& table, std::span<const std::int32_t> columns);
/// Takes back the rows from one on: the planes of their cells are as new.
void drop_rows(Table& table, std::span<const std::int32_t> columns, std::size_t from);
/// No rows; the memory stays.
void clear_rows(Table& table);

}  // namespace kaoping::engine
