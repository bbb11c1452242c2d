// Sources: what is the same on every row, the rows themselves, and columns of the batch.

#include <numeric>

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

namespace {

/// Shapes a column whose rows are all present; returns their number.
std::size_t shape_present(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    out.known.resize(rows, true);
    out.present.resize(rows, true);
    return rows;
}

}  // namespace

const Column* constant(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::size_t rows = shape_present(run, instruction, out);
    const dsl::Kind kind = instruction.op.type.kind;
    if (kind == dsl::Kind::boolean) out.truth.resize(rows, instruction.op.value.number != 0);
    else if (held_as_text(kind)) out.texts.assign(rows, instruction.op.value.text);
    else if (kind != dsl::Kind::spans) out.numbers.assign(rows, instruction.op.value.number);
    return &out;
}

const Column* now(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::size_t rows = shape_present(run, instruction, out);
    out.numbers.assign(rows, run.now);
    return &out;
}

const Column* own_row(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    shape_present(run, instruction, out);
    std::iota(out.numbers.begin(), out.numbers.end(), 0);
    return &out;
}

const Column* source(Evaluation& run, const Instruction& instruction, ValueColumn&) {
    return &run.batch->tables[static_cast<std::size_t>(instruction.op.second)].columns[static_cast<std::size_t>(instruction.op.index)];
}

}  // namespace kaoping::engine::kernels
