#pragma once
// What an expression may name where it stands, and what is known there.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dsl/source/source.hpp"
#include "dsl/source/text_map.hpp"

namespace kaoping::dsl {

/// A name that an expression may use: a binder or a let, in the order of declaration.
struct Variable {
    std::string_view name;    ///< in the rule file
    bool is_let = false;
    std::int32_t index = -1;  ///< of the binder or let
    Span span;
    bool used = false;
    std::string list_path;    ///< of a binder: the list it runs over (expression_check.hpp: path_of); empty: not known
};

/// Variables in scope and the paths that are known to be present (semantics § 1, narrowing).
class Scope {
public:
    struct Mark {
        std::size_t variables, present;
    };
    [[nodiscard]] Mark mark() const { return {variables_.size(), present_.size()}; }
    /// Forgets what came after the mark.
    void restore(Mark mark);
    void add(Variable variable);
    /// The last one of that name; null: there is none.
    [[nodiscard]] Variable* find(std::string_view name);
    [[nodiscard]] const std::vector<Variable>& variables() const { return variables_; }
    void assume(const std::string& path);
    [[nodiscard]] bool is_present(const std::string& path) const { return known_.contains(path); }

private:
    std::vector<Variable> variables_;
    std::vector<std::size_t> hidden_;  ///< by variable: an earlier one of its name, or its own number
    ViewMap<std::size_t> by_name_;
    std::vector<std::string> present_;
    TextSet known_;  ///< what is in `present_`
};

}  // namespace kaoping::dsl
