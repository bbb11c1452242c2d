// See rule_column.hpp.

#include "engine/evaluate/rule_column.hpp"

namespace kaoping::engine {

namespace {

bool is(const Column& column, std::size_t row, bool truth) { return column.present.get(row) && column.truth.get(row) == truth; }

}  // namespace

bool RuleColumn::in_force(std::size_t subject) const {
    return in_force_column == nullptr || list_unknown(subject) || !is(*in_force_column, static_cast<std::size_t>(at[subject]), false);
}

int RuleColumn::exception(std::size_t subject) const {
    if (list_unknown(subject)) return -1;
    for (std::size_t i = 0; i < exceptions.size(); ++i)
        if (is(*exceptions[i], static_cast<std::size_t>(at[subject]), true)) return static_cast<int>(i);
    return -1;
}

}  // namespace kaoping::engine
