// Choosing between columns row by row: `if`, `or else`.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

const Column* if_(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &condition = run.arg(instruction, 0), &yes = run.arg(instruction, 1), &no = run.arg(instruction, 2);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    for_each_set(condition.present, [&](std::size_t row) { copy_cell(condition.truth.get(row) ? yes : no, row, out, row); });
    return &out;
}

/// Present → it; absent → the other; unknown stays unknown.
const Column* or_else(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &value = run.arg(instruction, 0), &other = run.arg(instruction, 1);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    for_each_set(value.known, [&](std::size_t row) { copy_cell(value.present.get(row) ? value : other, row, out, row); });
    return &out;
}

}  // namespace kaoping::engine::kernels
