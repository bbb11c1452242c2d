// References: the element with a key inside the same case, keys as texts, positions.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"
#include "engine/evaluate/key_index.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine::kernels {

const Column* follow(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& reference = run.arg(instruction, 0);
    const std::size_t rows = run.rows(instruction.op.space);
    const auto case_of = run.case_of(instruction.op.space);
    shape(out, dsl::Kind::element, rows);
    for (std::size_t w = 0; w < out.known.word_count(); ++w) out.known.word(w) = reference.known.word(w) & ~reference.present.word(w);
    KeyIndex index(run.plan->schema, *run.batch, instruction.op.index);
    for_each_set(reference.present, [&](std::size_t row) {
        // What the data say the reader has looked up; what an expression made is looked up here.
        std::int64_t found = reference.numbers[row];
        if (found == not_looked_up) found = index.find(case_of[row], reference.texts[row]);
        if (found >= 0) set_number(out, row, found);
    });
    return &out;
}

const Column* key_of(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& key = run.arg(instruction, 0);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::reference, rows);
    for_each_set(key.present, [&](std::size_t row) {
        set_present(out, row);
        out.texts[row] = key.kind == dsl::Kind::number ? std::string_view(run.texts.emplace_back(format_number(key.numbers[row]))) : key.texts[row];
    });
    return &out;
}

const Column* key_text(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& reference = run.arg(instruction, 0);
    shape(out, dsl::Kind::text, run.rows(instruction.op.space));
    for_each_set(reference.present, [&](std::size_t row) {
        set_present(out, row);
        out.texts[row] = reference.texts[row];
    });
    return &out;
}

const Column* precedes(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &a = run.arg(instruction, 0), &b = run.arg(instruction, 1);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::boolean, rows);
    Bits known;
    present_in_all(known, run, instruction, rows);
    fill_truth(out, rows, known, [&](std::size_t row) { return a.numbers[row] < b.numbers[row]; });
    return &out;
}

}  // namespace kaoping::engine::kernels
