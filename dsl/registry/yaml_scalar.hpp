#pragma once
// Where a YAML scalar ends in its text: yaml-cpp tells only where it begins.

#include <cstddef>
#include <string_view>

namespace kaoping::dsl::yaml {

/// Half-open byte range.
struct Extent {
    std::size_t begin = 0, end = 0;
};

/// The range of the scalar (with its quotes) that the parser placed at `begin`: anchors and tags are skipped. Of a block
/// scalar and of a plain one over several lines: its first line.
[[nodiscard]] Extent scalar_extent(std::string_view text, std::size_t begin, std::string_view value);

/// The range inside the quotes of such a range.
[[nodiscard]] Extent inner_extent(std::string_view text, Extent scalar);

}  // namespace kaoping::dsl::yaml
