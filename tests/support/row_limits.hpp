#pragma once
// What every plan promises of its limits of rows.

#include "engine/plan/plan.hpp"

namespace kaoping_test {

/// Is each limit known before what it limits is asked for, and of its rows?
[[nodiscard]] inline bool limits_are_known_in_time(const kaoping::engine::Plan& plan) {
    using kaoping::engine::RowLimit;
    const auto leads = [&](std::int32_t limit, kaoping::engine::Slot to, std::int32_t space) {
        if (limit < 0) return true;
        const RowLimit& of = plan.limits.at(static_cast<std::size_t>(limit));
        return of.guard < to && plan.at(of.guard).op.space == space;
    };
    for (std::size_t i = 0; i < plan.instructions.size(); ++i)
        if (!leads(plan.instructions[i].limit, static_cast<kaoping::engine::Slot>(i), plan.instructions[i].op.space)) return false;
    for (const RowLimit& of : plan.limits)
        if (!leads(of.within, of.guard, plan.at(of.guard).op.space)) return false;
    return true;
}

}  // namespace kaoping_test
