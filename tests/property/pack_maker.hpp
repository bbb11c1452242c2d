#pragma once
// A random pack as text: schema, declarations, rules, and what goes with them; and its cases.

#include <cstdint>
#include <string>
#include <vector>

#include "dsl/load.hpp"

namespace kaoping::test {

struct GeneratedPack {
    std::uint64_t seed = 0;
    dsl::MemoryFiles files;
    std::vector<std::string> cases;  ///< JSON, one line each
    std::string as_of;
};

constexpr int cases_per_pack = 50;

[[nodiscard]] GeneratedPack make_pack(std::uint64_t seed);

}  // namespace kaoping::test
