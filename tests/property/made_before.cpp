// See made_before.hpp.

#include "tests/property/made_before.hpp"

#include <algorithm>
#include <iterator>

namespace kaoping::test {

namespace {

constexpr std::size_t longest = 400;

bool mentions(const std::string& text, const std::string& name) { return text.find(name) != std::string::npos; }

bool has(const Scope& scope, const std::string& name) {
    return std::any_of(scope.variables.begin(), scope.variables.end(), [&](const Variable& one) { return one.name == name; });
}

/// Whether each name of the text stands here for what it stood for there: names that it binds itself must not be bound here.
bool same_names(const std::string& text, const Scope& here, const Scope& there) {
    return std::all_of(there.variables.begin(), there.variables.end(), [&](const Variable& one) { return has(here, one.name) || !mentions(text, one.name); }) &&
           std::all_of(here.variables.begin(), here.variables.end(), [&](const Variable& one) { return has(there, one.name) || !mentions(text, one.name); });
}

/// Whether each path of the text is known to be present here if it was there, and only then.
bool same_facts(const std::string& text, const Paths& here, const Paths& there) {
    const auto differs = [&](const Paths& of, const Paths& other) { return std::any_of(of.begin(), of.end(), [&](const std::string& path) { return other.count(path) == 0 && mentions(text, path); }); };
    return !differs(here, there) && !differs(there, here);
}

bool fits(const Made& made, const Scope& here) {
    const std::string& text = made.condition.text;
    if (made.dated && !here.has_on) return false;
    // Another rule's `due` is another deadline: days or hours must be the same.
    if (mentions(text, "due") && !(here.has_due && here.due_in_days == made.scope.due_in_days)) return false;
    return same_names(text, here, made.scope) && same_facts(text, here.present, made.scope.present);
}

}  // namespace

void MadeBefore::keep(Made made) {
    if (made.condition.text.size() <= longest) new_.push_back(std::move(made));
}

void MadeBefore::start_rule() {
    for (std::vector<Made>* from : {&new_, &spent_}) {
        std::move(from->begin(), from->end(), std::back_inserter(free_));
        from->clear();
    }
}

std::optional<Made> MadeBefore::pick(Random& random, dsl::Type type, const Scope& here) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < free_.size(); ++i)
        if (free_[i].type == type && fits(free_[i], here)) found.push_back(i);
    if (found.empty()) return std::nullopt;
    const auto chosen = free_.begin() + static_cast<std::ptrdiff_t>(random.pick(found));
    spent_.push_back(std::move(*chosen));
    free_.erase(chosen);
    return spent_.back();
}

}  // namespace kaoping::test
