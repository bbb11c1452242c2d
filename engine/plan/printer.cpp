// The plan as text: see printer.hpp.

#include "engine/plan/printer.hpp"

#include <fmt/format.h>

#include "engine/graph/printer.hpp"

namespace kaoping::engine {

namespace {

std::string slot_text(Slot slot) { return slot == no_slot ? "-" : fmt::format("${}", slot); }

std::string rule_line(const PlanRule& rule) {
    std::string out = fmt::format("rule {} version {}: space {}", rule.rule->full_id, rule.rule->version, rule.space);
    const auto add = [&](const char* name, Slot slot) {
        if (slot != no_slot) out += fmt::format(", {} {}", name, slot_text(slot));
    };
    add("guard", rule.guard);
    add("in force", rule.in_force);
    add("exception", rule.exception);
    add("requirement", rule.requirement);
    add("due", rule.due);
    add("done", rule.done);
    add("verdict", rule.verdict);
    add("low", rule.low);
    add("high", rule.high);
    return out + "\n";
}

}  // namespace

std::string print_plan(const dsl::Program& program, const Plan& plan) {
    std::string out;
    for (std::size_t s = 0; s < plan.spaces.size(); ++s)
        out += fmt::format("space {} {}\n", s, space_label(program, plan.spaces, static_cast<std::int32_t>(s)));
    for (std::size_t i = 0; i < plan.instructions.size(); ++i) {
        const Instruction& one = plan.instructions[i];
        const std::string label = vertex_label(program, one.op), kind(kind_name(one.op.kind));
        out += fmt::format("${} {}{}  space {}", i, kind, label == kind ? "" : " " + label, one.op.space);
        for (const Slot arg : one.args) out += " " + slot_text(arg);
        for (std::int32_t l = one.limit; l >= 0; l = plan.limits[static_cast<std::size_t>(l)].within) {
            const RowLimit& limit = plan.limits[static_cast<std::size_t>(l)];
            out += (limit.unless ? "  unless " : "  where ") + slot_text(limit.guard);
        }
        out += one.report ? "  text\n" : "\n";
    }
    for (const PlanRule& rule : plan.rules) out += rule_line(rule);
    return out;
}

}  // namespace kaoping::engine
