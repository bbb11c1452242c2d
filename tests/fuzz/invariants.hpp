#pragma once
// What must hold of whatever a reader makes, however broken its text was.

#include <stdexcept>
#include <string>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/source/source.hpp"
#include "engine/casefile/reader.hpp"

namespace fuzz_test {

/// A promise that an input broke.
struct Broken : std::logic_error {
    using std::logic_error::logic_error;
};

inline void demand(bool holds, const std::string& promise) {
    if (!holds) throw Broken(promise);
}

/// Every span lies inside its file, no message is empty, and each of the three forms can be rendered: text that has a line for
/// each, valid JSON, one workflow command a line.
void check_diagnostics(const kaoping::dsl::SourceMap& sources, const kaoping::dsl::Diagnostics& diagnostics);

/// Columns as long as their tables, present implies known, ranges of lists and elements inside their tables and back by the
/// rows' origins, rows grouped by case, members of enums in range, and a finding wherever something is unknown.
void check_batch(const kaoping::dsl::Schema& schema, const kaoping::engine::Layout& layout, const kaoping::engine::ColumnMask& mask,
                 const kaoping::engine::CaseBatch& batch);

}  // namespace fuzz_test
