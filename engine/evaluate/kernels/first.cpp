// first and last walk in order and stop at what they cannot decide; first by takes the smallest key.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

namespace {

/// An item that is absent (behind `needs`) makes the result unknown, not absent.
void copy_present(const Column& from, std::size_t from_row, ValueColumn& out, std::size_t row) {
    if (from.present.get(from_row)) copy_cell(from, from_row, out, row);
}

const Column* walk(Evaluation& run, const Instruction& instruction, ValueColumn& out, bool forward) {
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    FoldItems items(run, instruction);
    items.each_row(rows, [&](std::size_t row) {
        Truth found = Truth::no;
        for (std::size_t k = 0; k < items.size() && found == Truth::no; ++k) {
            const std::size_t i = forward ? k : items.size() - 1 - k;
            found = items.condition(i);
            if (found == Truth::yes) copy_present(items.value(i, items.values() - 1), items.place(i), out, row);
        }
        if (found == Truth::no) set_absent(out, row);
    });
    return &out;
}

}  // namespace

const Column* first(Evaluation& run, const Instruction& instruction, ValueColumn& out) { return walk(run, instruction, out, true); }
const Column* last(Evaluation& run, const Instruction& instruction, ValueColumn& out) { return walk(run, instruction, out, false); }

/// Value 0 is the key, value 1 the item. index 1: `last … by`, the greatest key, the last of equals.
const Column* first_by(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    FoldItems items(run, instruction);
    items.each_row(rows, [&](std::size_t row) {
        const std::optional<std::size_t> best = best_by_key(items, instruction.op.index == 1);
        if (!best) return;
        if (*best == items.size()) set_absent(out, row);
        else copy_present(items.value(*best, 1), items.place(*best), out, row);
    });
    return &out;
}

}  // namespace kaoping::engine::kernels
