#pragma once
// The rows of a decision table out of a CSV file (RFC 4180, UTF-8, header line with the column names in any order).

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "dsl/typed/program.hpp"
#include "dsl/typed/schema.hpp"

namespace kaoping::dsl {

/// Fills `table.rows` from a registered CSV text according to the table's typed keys and columns (number, text, bool, date,
/// datetime with offset, enums by member name). An empty cell is absent in a column of optional type, the empty text in a text
/// column, else a mistake. Two rows with the same keys are a mistake. Never throws.
void read_table(const SourceMap& map, FileId file, const Schema& schema, Table& table, Diagnostics& out);

}  // namespace kaoping::dsl
