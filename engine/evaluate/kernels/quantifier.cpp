// Quantifiers: t, f and u of the table of semantics § 1 are counted per row. The condition of `every` is P ∧ ¬Q.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

namespace {

struct Counts {
    std::int64_t yes = 0, unknown = 0;
};

/// `decide(counts)`: the truth of the quantifier.
template <typename Decide>
const Column* quantify(Evaluation& run, const Instruction& instruction, ValueColumn& out, Decide decide) {
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::boolean, rows);
    FoldItems items(run, instruction);
    for (std::size_t row = 0; row < rows; ++row) {
        if (!items.open(row)) continue;
        Counts counts;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Truth truth = items.condition(i);
            counts.yes += truth == Truth::yes;
            counts.unknown += truth == Truth::unknown;
        }
        const Truth truth = decide(counts);
        if (truth != Truth::unknown) set_truth(out, row, truth == Truth::yes);
    }
    return &out;
}

Truth between(bool yes, bool no) { return yes ? Truth::yes : no ? Truth::no : Truth::unknown; }

}  // namespace

const Column* at_least(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::int64_t wanted = instruction.op.index;
    return quantify(run, instruction, out, [&](Counts c) { return between(c.yes >= wanted, c.yes + c.unknown < wanted); });
}

const Column* at_most(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::int64_t wanted = instruction.op.index;
    return quantify(run, instruction, out, [&](Counts c) { return between(c.yes + c.unknown <= wanted, c.yes > wanted); });
}

const Column* every(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return quantify(run, instruction, out, [](Counts c) { return between(c.yes == 0 && c.unknown == 0, c.yes > 0); });
}

}  // namespace kaoping::engine::kernels
