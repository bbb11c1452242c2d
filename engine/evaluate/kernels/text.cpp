// Texts: patterns, lengths.

#include "dsl/source/utf8.hpp"
#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

namespace {

/// Names of laws, articles and the like come again and again: what a pattern said of a short text is kept, within bounds.
std::optional<bool> occurs_in(KnownPattern& of, std::string_view text) {
    constexpr std::size_t most = 4096, longest = 64;
    if (text.size() > longest) return of.pattern->occurs_in(text);
    if (const auto found = of.said.find(text); found != of.said.end()) return found->second;
    if (of.said.size() == most) of.said.clear();
    return of.said.emplace(std::string(text), of.pattern->occurs_in(text)).first->second;
}

}  // namespace

const Column* matches(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    KnownPattern& pattern = run.patterns[static_cast<Slot>(&instruction - run.plan->instructions.data())];
    if (!pattern.pattern) pattern.pattern = dsl::Pattern::compile(instruction.op.value.text);
    const Column& text = run.arg(instruction, 0);
    shape(out, dsl::Kind::boolean, run.rows(instruction.op.space));
    for_each_wanted(run, text.present, [&](std::size_t row) {
        const std::optional<bool> occurs = occurs_in(pattern, text.texts[row]);
        if (occurs) set_truth(out, row, *occurs);
        else run.faulted = true;
    });
    return &out;
}

const Column* length_of(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& text = run.arg(instruction, 0);
    shape(out, dsl::Kind::number, run.rows(instruction.op.space));
    for_each_wanted(run, text.present, [&](std::size_t row) {
        set_number(out, row, static_cast<std::int64_t>(dsl::code_point_count(text.texts[row])) * dsl::number_scale);
    });
    return &out;
}

}  // namespace kaoping::engine::kernels
