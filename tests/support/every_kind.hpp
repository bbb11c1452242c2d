#pragma once
// Case texts decoded by a schema that has every kind of field: tests/data/every-kind.

#include <string>
#include <vector>

#include "engine/casefile/reader.hpp"

namespace kaoping_test {

[[nodiscard]] const kaoping::dsl::Schema& every_kind();
/// Asia/Shanghai.
[[nodiscard]] const kaoping::engine::Zone& every_kind_zone();

/// One cell: `="text"`, `=12000000` (numbers in their encoding), `=true`, `=[2]` (a list of two), `=` (an element), `-` absent,
/// `?` unknown.
[[nodiscard]] std::string dump_cell(const kaoping::engine::Column& column, std::size_t row);

/// All cells, findings and places of a batch, as text: what must not depend on how the input was cut into chunks.
[[nodiscard]] std::string dump_cases(const kaoping::dsl::Schema& schema, const kaoping::engine::Layout& layout, const kaoping::engine::CaseBatch& batch);

/// "<code> <pointer>" and, where the format keeps places, " <line>:<column>".
[[nodiscard]] std::string finding_line(const kaoping::engine::DataFinding& finding);

}  // namespace kaoping_test
