#pragma once
// Parameters, tables and defines of a random pack.

#include "tests/property/expression_maker.hpp"
#include "tests/property/rule_maker.hpp"

namespace kaoping::test {

/// Appends declarations to the text (and CSV files), and says in `declared` what rules may use.
void make_declarations(Random& random, const SchemaModel& schema, const ValuePool& pool, DeclaredModel& declared, ExpressionMaker& maker, RuleText& out);

}  // namespace kaoping::test
