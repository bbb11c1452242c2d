#pragma once
// The typed pack as text, for `kaoping check --emit typed` and for tests.

#include <string>
#include <string_view>

#include "dsl/typed/program.hpp"

namespace kaoping::dsl {

/// "is_recorded", "at_least", "first_by": every operator has a name of its own.
[[nodiscard]] std::string_view op_name(Op op);

/// "number?", "[text]", "-> Person", "MeasureKind", "deadline".
[[nodiscard]] std::string type_name(const Program& program, Type type);

/// `(compare <= (field i.ends_at) …)`: operators in front, one line. Names as in the rule file.
[[nodiscard]] std::string print_typed(const Program& program, ExprId id);

/// Schema, parameters, defines and rules: a line per declaration or clause, with the types of lets.
[[nodiscard]] std::string print_program(const Program& program);

}  // namespace kaoping::dsl
