// Choosing between columns row by row: `if`, `or else`.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

namespace {

/// Rows of `first` take the cell of `a`, those of `second` that of `b`, all other rows stay unknown.
void choose(const Bits& first, const Column& a, const Bits& second, const Column& b, ValueColumn& out, std::size_t rows) {
    shape(out, out.kind, rows);
    if (out.kind == dsl::Kind::spans) {  // which are stored in the order of rows
        for (std::size_t row = 0; row < rows; ++row) {
            if (first.get(row)) copy_cell(a, row, out, row);
            else if (second.get(row)) copy_cell(b, row, out, row);
        }
        return;
    }
    const auto by_words = [&](Bits Column::* plane) {
        for (std::size_t w = 0; w < first.word_count(); ++w) (out.*plane).word(w) = (first.word(w) & (a.*plane).word(w)) | (second.word(w) & (b.*plane).word(w));
    };
    by_words(&Column::known);
    by_words(&Column::present);
    switch (out.kind) {
        case dsl::Kind::boolean: return by_words(&Column::truth);
        case dsl::Kind::text:
        case dsl::Kind::reference:
        case dsl::Kind::list: return for_each_set(out.present, [&](std::size_t row) { copy_cell(first.get(row) ? a : b, row, out, row); });
        default:
            for (std::size_t row = 0; row < rows; ++row) out.numbers[row] = first.get(row) ? a.numbers[row] : b.numbers[row];
    }
}

}  // namespace

const Column* if_(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &condition = run.arg(instruction, 0), &yes = run.arg(instruction, 1), &no = run.arg(instruction, 2);
    Bits otherwise = condition.present;
    for (std::size_t w = 0; w < otherwise.word_count(); ++w) otherwise.word(w) &= ~condition.truth.word(w);
    out.kind = instruction.op.type.kind;
    choose(condition.truth, yes, otherwise, no, out, run.rows(instruction.op.space));
    return &out;
}

/// Present → it; absent → the other; unknown stays unknown.
const Column* or_else(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &value = run.arg(instruction, 0), &other = run.arg(instruction, 1);
    Bits absent = value.known;
    for (std::size_t w = 0; w < absent.word_count(); ++w) absent.word(w) &= ~value.present.word(w);
    out.kind = instruction.op.type.kind;
    choose(value.present, value, absent, other, out, run.rows(instruction.op.space));
    return &out;
}

}  // namespace kaoping::engine::kernels
