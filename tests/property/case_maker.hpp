#pragma once
// A random case file of a schema as one line of JSON, with gaps of every sort in about half of them.

#include <string>

#include "tests/property/schema_maker.hpp"
#include "tests/property/value_pool.hpp"

namespace kaoping::test {

/// `long_lists`: the lists of the case itself have dozens of items.
[[nodiscard]] std::string make_case(Random& random, const SchemaModel& schema, const ValuePool& pool, bool long_lists);

}  // namespace kaoping::test
