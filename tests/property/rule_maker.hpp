#pragma once
// The rule file of a random pack: parameters, tables, defines, standards and rules; every clause on a line of its own.

#include <string>
#include <utility>
#include <vector>

#include "tests/property/schema_maker.hpp"
#include "tests/property/value_pool.hpp"

namespace kaoping::test {

struct RuleText {
    std::string text;
    std::string applies_when;  ///< empty: always
    std::vector<std::pair<std::string, std::string>> tables;  ///< CSV files
    std::string catalogue;     ///< the texts in another language
};

[[nodiscard]] RuleText make_rules(Random& random, const SchemaModel& schema, const ValuePool& pool);

}  // namespace kaoping::test
