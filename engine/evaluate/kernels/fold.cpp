// Folds over values: unknown if any item may or may not belong, or belongs with an unknown value.

#include <algorithm>

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"
#include "engine/score/decimal.hpp"

namespace kaoping::engine::kernels {

namespace {

/// `begin()` per row, `take(column, row)` per item, `end(row, items)` when all are known.
template <typename Begin, typename Take, typename End>
const Column* fold(Evaluation& run, const Instruction& instruction, ValueColumn& out, Begin begin, Take take, End end) {
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    FoldItems items(run, instruction);
    items.each_row(rows, [&](std::size_t row) {
        begin();
        bool known = true;
        std::size_t taken = 0;
        for (std::size_t i = 0; i < items.size() && known; ++i) {
            const Truth belongs = items.condition(i);
            if (belongs == Truth::no) continue;
            const Column& value = items.value(i, 0);
            known = belongs == Truth::yes && value.present.get(items.place(i));
            if (!known) break;
            take(value, items.place(i));
            ++taken;
        }
        if (known) end(row, taken);
    });
    return &out;
}

template <typename Better>
const Column* extreme(Evaluation& run, const Instruction& instruction, ValueColumn& out, Better better) {
    std::int64_t best = 0;
    bool any = false;
    return fold(
        run, instruction, out, [&] { any = false; },
        [&](const Column& value, std::size_t row) {
            if (!any || better(value.numbers[row], best)) best = value.numbers[row];
            any = true;
        },
        [&](std::size_t row, std::size_t) {
            if (any) set_number(out, row, best);
            else set_absent(out, row);
        });
}

}  // namespace

const Column* count(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return fold(
        run, instruction, out, [] {}, [](const Column&, std::size_t) {},
        [&](std::size_t row, std::size_t taken) { set_number(out, row, static_cast<std::int64_t>(taken) * dsl::number_scale); });
}

const Column* count_distinct(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    std::vector<std::int64_t> numbers;
    std::vector<std::string_view> texts;
    const auto distinct = [](auto& values) {
        std::sort(values.begin(), values.end());
        return static_cast<std::int64_t>(std::unique(values.begin(), values.end()) - values.begin());
    };
    return fold(
        run, instruction, out,
        [&] {
            numbers.clear();
            texts.clear();
        },
        [&](const Column& value, std::size_t row) {
            if (held_as_text(value.kind)) texts.push_back(value.texts[row]);
            else numbers.push_back(number_at(value, row));
        },
        [&](std::size_t row, std::size_t) { set_number(out, row, (distinct(numbers) + distinct(texts)) * dsl::number_scale); });
}

const Column* sum(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    Int128 total = 0;
    return fold(
        run, instruction, out, [&] { total = 0; }, [&](const Column& value, std::size_t row) { total += value.numbers[row]; },
        [&](std::size_t row, std::size_t) {
            const auto narrow = static_cast<std::int64_t>(total);
            if (static_cast<Int128>(narrow) == total) set_number(out, row, narrow);
            else run.faulted = true;
        });
}

const Column* least(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return extreme(run, instruction, out, [](std::int64_t a, std::int64_t best) { return a < best; });
}

const Column* greatest(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return extreme(run, instruction, out, [](std::int64_t a, std::int64_t best) { return a > best; });
}

}  // namespace kaoping::engine::kernels
