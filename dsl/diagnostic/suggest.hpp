#pragma once
// "did you mean": the name nearest to a misspelt one.

#include <string>
#include <string_view>
#include <vector>

namespace kaoping::dsl {

/// The candidate within edit distance max(1, length / 3) of the name (transpositions count 1), the nearest one and among
/// equals the first; empty if none is near.
[[nodiscard]] std::string nearest_name(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace kaoping::dsl
