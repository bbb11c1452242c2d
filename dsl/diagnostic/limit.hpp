#pragma once
// What has hundreds of mistakes is no text that somebody mends one by one: the first ones are shown.

#include "dsl/diagnostic/diagnostic.hpp"

namespace kaoping::dsl {

/// Sorts by file and place.
void sort_by_place(Diagnostics& all);

/// Keeps the first `limit` diagnostics of each file; K0704 stands for the others, an error if one of them is. Takes sorted
/// diagnostics. Doing it twice changes nothing.
void limit_per_file(Diagnostics& sorted, std::size_t limit);

}  // namespace kaoping::dsl
