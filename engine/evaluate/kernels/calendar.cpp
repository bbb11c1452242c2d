// Days, ages, and whether a rule is in force.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

const Column* date_of(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& instant = run.arg(instruction, 0);
    shape(out, dsl::Kind::date, run.rows(instruction.op.space));
    for_each_wanted(run, instant.present, [&](std::size_t row) { set_number(out, row, run.time->zone.local_date(instant.numbers[row])); });
    return &out;
}

const Column* from_to(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &a = run.arg(instruction, 0), &b = run.arg(instruction, 1);
    const dsl::Type a_type = run.arg_type(instruction, 0), b_type = run.arg_type(instruction, 1);
    const auto unit = static_cast<dsl::Unit>(instruction.op.index);
    const auto count = unit == dsl::Unit::day ? days_from : unit == dsl::Unit::month ? months_from : years_from;
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::number, rows);
    Bits known;
    present_in_all(known, run, instruction, rows);
    for_each_wanted(run, known, [&](std::size_t row) {
        set_number(out, row, count(*run.time, moment_at(a, a_type, row), moment_at(b, b_type, row)) * dsl::number_scale);
    });
    return &out;
}

const Column* age_on(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column &born = run.arg(instruction, 0), &on = run.arg(instruction, 1);
    const dsl::Type on_type = run.arg_type(instruction, 1);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::number, rows);
    Bits known;
    present_in_all(known, run, instruction, rows);
    for_each_wanted(run, known, [&](std::size_t row) {
        set_number(out, row, engine::age_on(*run.time, born.numbers[row], moment_at(on, on_type, row)) * dsl::number_scale);
    });
    return &out;
}

const Column* in_force(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& day = run.arg(instruction, 0);
    const dsl::DayRange& range = run.plan->effective[static_cast<std::size_t>(instruction.op.index)];
    const std::size_t rows = run.rows(instruction.op.space);
    shape_planes(out, rows);
    fill_truth(out, rows, day.present, [&](std::size_t row) { return range.holds(day.numbers[row]); });
    return &out;
}

}  // namespace kaoping::engine::kernels
