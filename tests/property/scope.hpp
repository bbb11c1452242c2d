#pragma once
// What is known at a place of a rule: the names that stand there, and which paths are present.

#include <set>
#include <string>
#include <vector>

#include "dsl/typed/type.hpp"

namespace kaoping::test {

using Paths = std::set<std::string>;

/// A name in scope, or a name followed by fields.
struct Variable {
    std::string name;
    dsl::Type type;
    std::string list;   ///< of an element: the list that it stands in; empty: not known
    Paths yes, no;      ///< of a truth value: paths that are present where it is true, or false
};

struct Condition {
    std::string text;
    Paths yes, no;
};

/// A deadline in days, or in hours.
[[nodiscard]] constexpr dsl::Type deadline_in(bool days) {
    return {dsl::Kind::deadline, false, dsl::Kind::error, static_cast<std::int32_t>(days ? dsl::Counting::days : dsl::Counting::hours)};
}

struct Scope {
    std::vector<Variable> variables;
    Paths present;
    bool has_on = false;
    bool has_due = false;
    bool due_in_days = false;
};

}  // namespace kaoping::test
