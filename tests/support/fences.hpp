#pragma once
// Fenced blocks of a Markdown page: what tests run of it.

#include <string>
#include <string_view>
#include <vector>

namespace kaoping_test {

struct Fence {
    std::string info;     ///< the words behind the opening fence: "rules", "yaml sources.yaml"
    std::string text;     ///< with a line end behind every line
    int line = 0;         ///< of the opening fence, from 1
    bool joined = false;  ///< nothing but blank lines between this block and the one before it
};

/// The blocks between lines that begin with three backticks, in order.
[[nodiscard]] std::vector<Fence> fences_of(std::string_view page);

}  // namespace kaoping_test
