// The verdict table over columns (semantics § 2).

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

/// [done, due?]: recorded, and not after due.
const Column* done_in_time(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& done = run.arg(instruction, 0);
    const Column* due = instruction.args.size() > 1 ? &run.arg(instruction, 1) : nullptr;
    const dsl::Type type = run.arg_type(instruction, 0);
    shape(out, dsl::Kind::boolean, run.rows(instruction.op.space));
    for_each_set(done.known, [&](std::size_t row) {
        if (!done.present.get(row)) set_truth(out, row, false);
        else if (due == nullptr) set_truth(out, row, true);
        else if (due->present.get(row)) set_truth(out, row, in_time(*run.time, moment_at(done, type, row), dsl::DeadlineValue::decode(due->numbers[row])));
    });
    return &out;
}

namespace {

/// The 108 combinations of inputs, decided once.
class DecisionTable {
public:
    DecisionTable() {
        for (int g = 0; g < 3; ++g)
            for (int x = 0; x < 3; ++x)
                for (int r = 0; r < 3; ++r)
                    for (int d = 0; d < 4; ++d)
                        cells_[index(static_cast<Truth>(g), static_cast<Truth>(x), static_cast<Truth>(r), static_cast<DueState>(d))] =
                            encode(decide({static_cast<Truth>(g), static_cast<Truth>(x), static_cast<Truth>(r), static_cast<DueState>(d)}));
    }
    [[nodiscard]] std::int64_t at(Truth g, Truth x, Truth r, DueState d) const { return cells_[index(g, x, r, d)]; }

private:
    static std::size_t index(Truth g, Truth x, Truth r, DueState d) {
        return ((static_cast<std::size_t>(g) * 3 + static_cast<std::size_t>(x)) * 3 + static_cast<std::size_t>(r)) * 4 + static_cast<std::size_t>(d);
    }
    std::array<std::int64_t, 108> cells_{};
};

}  // namespace

/// [guard, requirement, exception?, due?].
const Column* verdict(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    static const DecisionTable table;
    const std::size_t rows = run.rows(instruction.op.space);
    const Column &guard = run.arg(instruction, 0), &requirement = run.arg(instruction, 1);
    const Column *exception = nullptr, *due = nullptr;
    for (std::size_t i = 2; i < instruction.args.size(); ++i)
        (run.arg_type(instruction, i).is(dsl::Kind::deadline) ? due : exception) = &run.arg(instruction, i);
    shape(out, dsl::Kind::number, rows);
    out.known.resize(rows, true);
    out.present.resize(rows, true);
    const Moment now{false, run.now};
    for (std::size_t row = 0; row < rows; ++row) {
        DueState state = DueState::none;
        if (due != nullptr)
            state = !due->present.get(row) ? DueState::unknown : in_time(*run.time, now, dsl::DeadlineValue::decode(due->numbers[row])) ? DueState::open : DueState::over;
        out.numbers[row] = table.at(truth_at(guard, row), exception == nullptr ? Truth::no : truth_at(*exception, row), truth_at(requirement, row), state);
    }
    return &out;
}

}  // namespace kaoping::engine::kernels
