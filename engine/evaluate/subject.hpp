#pragma once
// What a subject is called: pointers of its elements.

#include <span>
#include <string>
#include <vector>

#include "dsl/typed/program.hpp"
#include "engine/casefile/batch.hpp"

namespace kaoping::engine {

/// Table of the items of each for-each binder of a rule.
[[nodiscard]] std::vector<int> subject_tables(const dsl::Program& program, const Layout& layout, const dsl::Rule& rule);

/// JSON pointers of the elements joined by '+'; "" for the case. Rows that are −1 (behind an unknown list) are left out.
[[nodiscard]] std::string subject_pointer(const dsl::Schema& schema, const Layout& layout, const CaseBatch& batch, std::span<const int> tables,
                                          std::span<const std::int32_t> rows);

}  // namespace kaoping::engine
