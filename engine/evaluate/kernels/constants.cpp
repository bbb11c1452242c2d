// Sources: what is the same on every row, the rows themselves, and columns of the batch.

#include <numeric>

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

namespace {

/// Shapes a column whose rows are all present.
void shape_present(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    out.known.resize(rows, true);
    out.present.resize(rows, true);
}

}  // namespace

const Column* constant(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const dsl::Kind kind = instruction.op.type.kind;
    const std::size_t rows = run.rows(instruction.op.space);
    if (kind == dsl::Kind::spans) {
        shape_present(run, instruction, out);
        return &out;
    }
    out.kind = kind;
    out.known.resize(rows, true);
    out.present.resize(rows, true);
    // The column has been nothing else in earlier batches: what stands there is right, and only more rows are written.
    if (kind == dsl::Kind::boolean) out.truth.resize(rows, instruction.op.value.number != 0);
    else if (held_as_text(kind)) out.texts.resize(rows, instruction.op.value.text);
    if (kind != dsl::Kind::boolean && kind != dsl::Kind::text) out.numbers.resize(rows, kind == dsl::Kind::reference ? not_looked_up : instruction.op.value.number);
    return &out;
}

const Column* now(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    shape_present(run, instruction, out);
    std::fill_n(out.numbers.begin(), out.present.size(), run.now);
    return &out;
}

const Column* own_row(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    shape_present(run, instruction, out);
    std::iota(out.numbers.begin(), out.numbers.begin() + static_cast<std::ptrdiff_t>(out.present.size()), 0);
    return &out;
}

const Column* source(Evaluation& run, const Instruction& instruction, ValueColumn&) {
    return &run.batch->tables[static_cast<std::size_t>(instruction.op.second)].columns[static_cast<std::size_t>(instruction.op.index)];
}

}  // namespace kaoping::engine::kernels
