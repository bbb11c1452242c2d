// Dated parameters and decision tables.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

namespace {

void put_value(ValueColumn& out, std::size_t row, const dsl::Value& value) {
    set_present(out, row);
    if (out.kind == dsl::Kind::boolean) out.truth.put(row, value.number != 0);
    else if (held_as_text(out.kind)) out.texts[row] = value.text;
    else out.numbers[row] = value.number;
}

}  // namespace

const Column* parameter(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const dsl::Parameter& of = run.plan->parameters[static_cast<std::size_t>(instruction.op.index)];
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    if (instruction.args.empty()) {
        for (std::size_t row = 0; row < rows; ++row) put_value(out, row, of.entries.front().value);
        return &out;
    }
    const Column& day = run.arg(instruction, 0);
    for_each_wanted(run, day.present, [&](std::size_t row) {
        for (const auto& entry : of.entries)
            if (entry.range.holds(day.numbers[row])) return put_value(out, row, entry.value);
    });
    return &out;
}

const Column* table_row(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    std::optional<TableIndex>& index = run.tables[static_cast<std::size_t>(instruction.op.index)];
    if (!index) index.emplace(run.plan->tables[static_cast<std::size_t>(instruction.op.index)]);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::row, rows);
    std::vector<const Column*> keys;
    for (std::size_t k = 0; k < instruction.args.size(); ++k) keys.push_back(&run.arg(instruction, k));
    Bits known;
    present_in_all(known, run, instruction, rows);
    for_each_wanted(run, known, [&](std::size_t row) {
        const std::int64_t found = index->find(keys, row);
        if (found < 0) set_absent(out, row);
        else set_number(out, row, found);
    });
    return &out;
}

const Column* column(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const dsl::Table& table = run.plan->tables[static_cast<std::size_t>(instruction.op.second)];
    const Column& row_of = run.arg(instruction, 0);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    for (std::size_t w = 0; w < out.known.word_count(); ++w) out.known.word(w) = row_of.known.word(w) & ~row_of.present.word(w);
    for_each_wanted(run, row_of.present, [&](std::size_t row) {
        const auto& cell = table.cell(static_cast<std::size_t>(row_of.numbers[row]), static_cast<std::size_t>(instruction.op.index));
        if (cell) put_value(out, row, *cell);
        else set_absent(out, row);
    });
    return &out;
}

}  // namespace kaoping::engine::kernels
