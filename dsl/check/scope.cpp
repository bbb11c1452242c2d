// See scope.hpp.

#include "dsl/check/scope.hpp"

#include <utility>

namespace kaoping::dsl {

void Scope::restore(Mark mark) {
    for (; variables_.size() > mark.variables; variables_.pop_back(), hidden_.pop_back()) {
        const auto of_name = by_name_.find(variables_.back().name);
        if (hidden_.back() == variables_.size() - 1) by_name_.erase(of_name);
        else of_name->second = hidden_.back();
    }
    for (; present_.size() > mark.present; present_.pop_back()) known_.erase(present_.back());
}

void Scope::add(Variable variable) {
    const auto [of_name, is_new] = by_name_.try_emplace(variable.name, variables_.size());
    hidden_.push_back(of_name->second);
    of_name->second = variables_.size();
    variables_.push_back(std::move(variable));
}

Variable* Scope::find(std::string_view name) {
    const auto found = by_name_.find(name);
    return found == by_name_.end() ? nullptr : &variables_[found->second];
}

void Scope::assume(const std::string& path) {
    if (!path.empty() && known_.insert(path).second) present_.push_back(path);
}

}  // namespace kaoping::dsl
