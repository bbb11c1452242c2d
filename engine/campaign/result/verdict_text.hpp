#pragma once
// Verdicts as the register spells them.

#include <algorithm>
#include <string>
#include <string_view>

#include "engine/campaign/register/register.hpp"
#include "engine/result/verdict.hpp"

namespace kaoping::campaign {

/// Throws RegisterDamaged if there is no such verdict.
[[nodiscard]] inline engine::Verdict verdict_named(std::string_view name) {
    for (const engine::Verdict verdict : engine::all_verdicts)
        if (engine::verdict_name(verdict) == name) return verdict;
    throw RegisterDamaged("the register names a verdict that there is not: " + std::string(name));
}

/// "defect met", as in findings.
[[nodiscard]] inline std::string verdicts_text(engine::VerdictSet set) {
    std::string out;
    for (const engine::Verdict verdict : engine::all_verdicts) {
        if (!engine::holds(set, verdict)) continue;
        if (!out.empty()) out += ' ';
        out += engine::verdict_name(verdict);
    }
    return out;
}

[[nodiscard]] inline engine::VerdictSet verdicts_named(std::string_view text) {
    engine::VerdictSet out = 0;
    while (!text.empty()) {
        const std::string_view name = text.substr(0, text.find(' '));
        out |= engine::set_of(verdict_named(name));
        text.remove_prefix(std::min(text.size(), name.size() + 1));
    }
    return out;
}

}  // namespace kaoping::campaign
