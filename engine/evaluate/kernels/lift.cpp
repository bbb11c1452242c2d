// Change of space: a row takes the value of its case, of its outer row, of its item, or of the element that it names.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

namespace {

const Column* take_rows(Evaluation& run, const Instruction& instruction, const std::vector<std::int32_t>& from_row, ValueColumn& out) {
    const Column& from = run.arg(instruction, 0);
    shape(out, from.kind, from_row.size());
    copy_cells(from, out, [&](auto copy) {
        for (std::size_t row = 0; row < from_row.size(); ++row) copy(row, static_cast<std::size_t>(from_row[row]));
    });
    return &out;
}

const NestRows& nest_of(const Evaluation& run, const Instruction& instruction) { return run.nests[static_cast<std::size_t>(instruction.op.space)]; }

}  // namespace

const Column* lift_case(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return take_rows(run, instruction, run.case_of(instruction.op.space), out);
}

const Column* lift_outer(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return take_rows(run, instruction, nest_of(run, instruction).outer, out);
}

const Column* lift_item(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return take_rows(run, instruction, nest_of(run, instruction).item, out);
}

const Column* gather(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &element = run.arg(instruction, 0), &source = run.arg(instruction, 1);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, source.kind, rows);
    for (std::size_t w = 0; w < out.known.word_count(); ++w) out.known.word(w) = element.known.word(w) & ~element.present.word(w);
    copy_cells(source, out, [&](auto copy) {
        for_each_set(element.present, [&](std::size_t row) { copy(row, static_cast<std::size_t>(element.numbers[row])); });
    });
    return &out;
}

}  // namespace kaoping::engine::kernels
