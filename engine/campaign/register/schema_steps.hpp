#pragma once
// The steps of the register's tables, one file each: see schema.hpp.

#include <span>

namespace kaoping::campaign {

struct SchemaStep {
    const char* sql;
    std::span<const char* const> tables;  ///< made anew, all append-only
};

[[nodiscard]] SchemaStep sample_step();  ///< 1
[[nodiscard]] SchemaStep review_step();  ///< 2
[[nodiscard]] SchemaStep followup_step();  ///< 3

}  // namespace kaoping::campaign
