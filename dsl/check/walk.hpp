#pragma once
// Walking typed expressions, lets and defines included.

#include <functional>
#include <vector>

#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

/// The expressions of a rule that decide its verdict, and its deduction: what a reader of the rule would call its content.
[[nodiscard]] std::vector<ExprId> roots_of(const Rule& rule);

/// Calls `visit` once for every node that can be reached from the roots, through lets and defines.
void for_each_node(const Program& program, const std::vector<ExprId>& roots, const std::function<void(const Expr&)>& visit);

}  // namespace kaoping::dsl
