#pragma once
// Expressions that were made before, so that rules of a pack share conditions, values and deadlines as real ones do: the same text
// behind another guard, in another branch, in a rule with the same subjects. What the plan computes once for several users must be
// right for each of them.

#include <optional>
#include <string>
#include <vector>

#include "tests/property/random.hpp"
#include "tests/property/scope.hpp"

namespace kaoping::test {

struct Made {
    dsl::Type type;
    Condition condition;  ///< without facts unless it is a truth value
    Scope scope;          ///< where it was made
    bool dated = false;   ///< reads a dated parameter
};

class MadeBefore {
public:
    /// Long texts are left out: repeated within one another they would grow without bound.
    void keep(Made made);
    /// What was made so far may come again, each once in a rule: a condition that says the same twice is seldom true of anything.
    void start_rule();
    /// One of this type that means something here; nullopt: none.
    [[nodiscard]] std::optional<Made> pick(Random& random, dsl::Type type, const Scope& here);

private:
    std::vector<Made> new_;            ///< in the rule at hand
    std::vector<Made> free_, spent_;   ///< of other rules: not used in the rule at hand, and used
};

}  // namespace kaoping::test
