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
    for_each_wanted(run, done.known, [&](std::size_t row) {
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
                            decide({static_cast<Truth>(g), static_cast<Truth>(x), static_cast<Truth>(r), static_cast<DueState>(d)});
    }
    [[nodiscard]] Decision at(Truth g, Truth x, Truth r, DueState d) const { return cells_[index(g, x, r, d)]; }

private:
    static std::size_t index(Truth g, Truth x, Truth r, DueState d) {
        return ((static_cast<std::size_t>(g) * 3 + static_cast<std::size_t>(x)) * 3 + static_cast<std::size_t>(r)) * 4 + static_cast<std::size_t>(d);
    }
    std::array<Decision, 108> cells_{};
};

/// Rows whose verdict needs no table: most words of 64 rows hold nothing else.
struct Usual {
    std::uint64_t not_applicable = 0, met = 0;
};

Usual usual_rows(const Column& guard, const Column& requirement, const Column* exception, std::size_t w) {
    const std::uint64_t excepted = exception == nullptr ? 0 : ~exception->present.word(w) | exception->truth.word(w);
    return {guard.present.word(w) & ~guard.truth.word(w), guard.truth.word(w) & requirement.truth.word(w) & ~excepted};
}

}  // namespace

/// [guard, requirement, exception?, due?].
const Column* verdict(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    static const DecisionTable table;
    static const Decision not_applicable = table.at(Truth::no, Truth::no, Truth::no, DueState::none), met = table.at(Truth::yes, Truth::no, Truth::yes, DueState::none);
    const std::size_t rows = run.rows(instruction.op.space);
    const Column &guard = run.arg(instruction, 0), &requirement = run.arg(instruction, 1);
    const Column *exception = nullptr, *due = nullptr;
    for (std::size_t i = 2; i < instruction.args.size(); ++i)
        (run.arg_type(instruction, i).is(dsl::Kind::deadline) ? due : exception) = &run.arg(instruction, i);
    give_room(out.verdict, rows);
    give_room(out.possible, rows);
    const auto put = [&](std::size_t row, Decision decision) {
        out.verdict[row] = decision.verdict;
        out.possible[row] = decision.possible;
    };
    const Moment now{false, run.now};
    for (std::size_t begin = 0; begin < rows; begin += 64) {
        const Usual usual = usual_rows(guard, requirement, exception, begin / 64);
        const std::size_t count = std::min<std::size_t>(64, rows - begin);
        const std::uint64_t there = ~std::uint64_t{0} >> (64 - count);
        const Decision most = usual.met == there ? met : not_applicable;
        std::fill_n(out.verdict.data() + begin, count, most.verdict);
        std::fill_n(out.possible.data() + begin, count, most.possible);
        if (usual.met == there) continue;
        for_each_bit(usual.met, [&](std::size_t place) { put(begin + place, met); });
        for_each_bit(there & ~(usual.met | usual.not_applicable), [&](std::size_t place) {
            const std::size_t row = begin + place;
            DueState state = DueState::none;
            if (due != nullptr)
                state = !due->present.get(row) ? DueState::unknown : in_time(*run.time, now, dsl::DeadlineValue::decode(due->numbers[row])) ? DueState::open : DueState::over;
            put(row, table.at(truth_at(guard, row), exception == nullptr ? Truth::no : truth_at(*exception, row), truth_at(requirement, row), state));
        });
    }
    return &out;
}

}  // namespace kaoping::engine::kernels
