// Change of space: a row takes the value of its case, of its outer row, of its item, or of the element that it names.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

namespace {

const Column* take_rows(Evaluation& run, const Instruction& instruction, std::span<const std::int32_t> from_row, ValueColumn& out) {
    take_cells(run.arg(instruction, 0), from_row, out);
    return &out;
}

const NestRows& nest_of(const Evaluation& run, const Instruction& instruction) { return run.nests[static_cast<std::size_t>(instruction.op.space)]; }

}  // namespace

const Column* lift_case(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return take_rows(run, instruction, run.case_of(instruction.op.space), out);
}

const Column* lift_outer(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const NestRows& nest = nest_of(run, instruction);
    return take_rows(run, instruction, std::span(nest.outer).first(nest.rows()), out);
}

const Column* lift_item(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const NestRows& nest = nest_of(run, instruction);
    return take_rows(run, instruction, std::span(nest.item).first(nest.rows()), out);
}

/// Absent elements give absent cells, unknown ones unknown cells.
const Column* gather(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &element = run.arg(instruction, 0), &source = run.arg(instruction, 1);
    const std::size_t rows = run.rows(instruction.op.space);
    if (source.known.size() == 0) {
        shape(out, source.kind, rows);
    } else {
        std::vector<std::int32_t>& from_row = run.row_buffer;
        give_room(from_row, rows);
        for (std::size_t row = 0; row < rows; ++row)  // rows without an element take any: it is masked below
            from_row[row] = static_cast<std::int32_t>(element.numbers[row]) & -static_cast<std::int32_t>(element.present.get(row));
        take_cells(source, std::span(from_row).first(rows), out);
    }
    for (std::size_t w = 0; w < out.known.word_count(); ++w) {
        const std::uint64_t there = element.present.word(w), absent = element.known.word(w) & ~there;
        out.known.word(w) = (out.known.word(w) & there) | absent;
        out.present.word(w) &= there;
        if (out.kind == dsl::Kind::boolean) out.truth.word(w) &= there;
    }
    return &out;
}

}  // namespace kaoping::engine::kernels
