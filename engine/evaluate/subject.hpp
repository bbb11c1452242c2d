#pragma once
// Where the subjects of a rule stand in the data: their tables, and their pointer as reports print it.

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/casefile/batch.hpp"

namespace kaoping::engine {

/// Table of the items of a list expression: through lets, calls and comprehensions; −1 for a list of computed items.
[[nodiscard]] int item_table_of(const dsl::Program& program, const Layout& layout, dsl::ExprId list);

/// Table of the rows of each for-each binder, in order; empty for a rule about the case.
[[nodiscard]] std::vector<int> subject_tables(const dsl::Program& program, const Layout& layout, const dsl::Rule& rule);

/// "/measures/0+/documents/2": pointers of the rows, joined by '+'; rows of −1 (behind an unknown list) are left out; "" for
/// the case. `tables` and `rows` are parallel.
[[nodiscard]] std::string subject_pointer(const dsl::Schema& schema, const Layout& layout, const CaseBatch& batch, std::span<const int> tables,
                                          std::span<const std::int32_t> rows);

}  // namespace kaoping::engine
