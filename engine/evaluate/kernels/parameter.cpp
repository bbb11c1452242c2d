// Dated parameters and decision tables.

#include <map>

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
    for_each_set(day.present, [&](std::size_t row) {
        for (const auto& entry : of.entries)
            if (entry.range.holds(day.numbers[row])) return put_value(out, row, entry.value);
    });
    return &out;
}

const Column* table_row(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const dsl::Table& table = run.plan->tables[static_cast<std::size_t>(instruction.op.index)];
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::row, rows);
    using Key = std::vector<std::pair<std::int64_t, std::string>>;
    std::map<Key, std::int64_t> index;
    Key key;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        key.clear();
        for (const dsl::Value& value : table.rows[r].keys) key.emplace_back(value.number, value.text);
        index.emplace(key, static_cast<std::int64_t>(r));
    }
    Bits known;
    present_in_all(known, run, instruction, rows);
    for_each_set(known, [&](std::size_t row) {
        key.clear();
        for (std::size_t k = 0; k < instruction.args.size(); ++k) {
            const Column& of = run.arg(instruction, k);
            if (held_as_text(of.kind)) key.emplace_back(0, std::string(of.texts[row]));
            else key.emplace_back(number_at(of, row), std::string());
        }
        const auto found = index.find(key);
        if (found == index.end()) set_absent(out, row);
        else set_number(out, row, found->second);
    });
    return &out;
}

const Column* column(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const dsl::Table& table = run.plan->tables[static_cast<std::size_t>(instruction.op.second)];
    const Column& row_of = run.arg(instruction, 0);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    for (std::size_t w = 0; w < out.known.word_count(); ++w) out.known.word(w) = row_of.known.word(w) & ~row_of.present.word(w);
    for_each_set(row_of.present, [&](std::size_t row) {
        const auto& cell = table.rows[static_cast<std::size_t>(row_of.numbers[row])].cells[static_cast<std::size_t>(instruction.op.index)];
        if (cell) put_value(out, row, *cell);
        else set_absent(out, row);
    });
    return &out;
}

}  // namespace kaoping::engine::kernels
