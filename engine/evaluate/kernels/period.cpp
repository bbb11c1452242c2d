// Periods and deadlines (semantics § 5).

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

const Column* period_length(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& period = run.arg(instruction, 0);
    shape(out, dsl::Kind::duration, run.rows(instruction.op.space));
    for_each_wanted(run, period.present, [&](std::size_t row) {
        const auto value = dsl::PeriodValue::decode(period.numbers[row]);
        if (value.elapsed() && value.count <= INT64_MAX / dsl::us_per_hour) set_number(out, row, value.microseconds());
        else run.faulted = true;
    });
    return &out;
}

const Column* after(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &period = run.arg(instruction, 0), &point = run.arg(instruction, 1);
    const dsl::Type point_type = run.arg_type(instruction, 1);
    const auto* spans = instruction.args.size() > 2 ? static_cast<const ValueColumn*>(&run.arg(instruction, 2)) : nullptr;
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::deadline, rows);
    Bits known;
    present_in_all(known, run, instruction, rows);
    for_each_wanted(run, known, [&](std::size_t row) {
        std::span<const TimeSpan> left_out;
        if (spans != nullptr) left_out = std::span(spans->spans).subspan(static_cast<std::size_t>(spans->begin[row]), static_cast<std::size_t>(spans->end[row] - spans->begin[row]));
        const auto end = deadline_after(*run.time, dsl::PeriodValue::decode(period.numbers[row]), moment_at(point, point_type, row), left_out, instruction.op.second);
        if (end) set_number(out, row, end->encode());
        else run.faulted = run.faulted || end.error().fault == TimeFault::out_of_range;
    });
    return &out;
}

/// [b, a, deadline]: `a <= b`, by days if either is a date, and `b` in time. One of them false decides.
const Column* within(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &b = run.arg(instruction, 0), &a = run.arg(instruction, 1), &deadline = run.arg(instruction, 2);
    const dsl::Type b_type = run.arg_type(instruction, 0), a_type = run.arg_type(instruction, 1);
    shape(out, dsl::Kind::boolean, run.rows(instruction.op.space));
    for_each_wanted(run, b.present, [&](std::size_t row) {
        const Moment end = moment_at(b, b_type, row);
        Truth from = Truth::unknown, until = Truth::unknown;
        if (a.present.get(row)) from = not_before(*run.time, end, moment_at(a, a_type, row)) ? Truth::yes : Truth::no;
        if (deadline.present.get(row)) until = in_time(*run.time, end, dsl::DeadlineValue::decode(deadline.numbers[row])) ? Truth::yes : Truth::no;
        if (from == Truth::no || until == Truth::no) set_truth(out, row, false);
        else if (from == Truth::yes && until == Truth::yes) set_truth(out, row, true);
    });
    return &out;
}

/// [b, a, period].
const Column* at_least_after(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &b = run.arg(instruction, 0), &a = run.arg(instruction, 1), &period = run.arg(instruction, 2);
    const dsl::Type b_type = run.arg_type(instruction, 0), a_type = run.arg_type(instruction, 1);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::boolean, rows);
    Bits known;
    present_in_all(known, run, instruction, rows);
    for_each_wanted(run, known, [&](std::size_t row) {
        const auto holds = engine::at_least_after(*run.time, moment_at(b, b_type, row), moment_at(a, a_type, row), dsl::PeriodValue::decode(period.numbers[row]), instruction.op.second);
        if (holds) set_truth(out, row, *holds);
        else run.faulted = run.faulted || holds.error().fault == TimeFault::out_of_range;
    });
    return &out;
}

}  // namespace kaoping::engine::kernels
