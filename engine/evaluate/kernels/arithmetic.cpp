// Exact arithmetic on numbers and times; what does not fit is a fault.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"
#include "engine/score/decimal.hpp"

namespace kaoping::engine::kernels {

namespace {

/// `compute(a, b, result)`: false where the result cannot be held.
template <typename Compute>
const Column* binary(Evaluation& run, const Instruction& instruction, ValueColumn& out, Compute compute) {
    const Column &a = run.arg(instruction, 0), &b = run.arg(instruction, 1);
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, instruction.op.type.kind, rows);
    Bits known;
    present_in_all(known, run, instruction, rows);
    for_each_wanted(run, known, [&](std::size_t row) {
        std::int64_t result = 0;
        if (compute(a.numbers[row], b.numbers[row], result)) set_number(out, row, result);
        else run.faulted = true;
    });
    return &out;
}

bool narrow(Int128 wide, std::int64_t& out) {
    out = static_cast<std::int64_t>(wide);
    return static_cast<Int128>(out) == wide;
}

bool multiplied_period(std::int64_t encoded, std::int64_t factor, std::int64_t& out) {
    auto period = dsl::PeriodValue::decode(encoded);
    if (factor < 0 || factor % dsl::number_scale != 0) return false;
    const Int128 count = static_cast<Int128>(period.count) * (factor / dsl::number_scale);
    if (count > dsl::max_period_count) return false;
    period.count = static_cast<std::int64_t>(count);
    out = period.encode();
    return true;
}

}  // namespace

const Column* negate(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column& a = run.arg(instruction, 0);
    shape(out, instruction.op.type.kind, run.rows(instruction.op.space));
    for_each_wanted(run, a.present, [&](std::size_t row) {
        std::int64_t result = 0;
        if (narrow(-static_cast<Int128>(a.numbers[row]), result)) set_number(out, row, result);
        else run.faulted = true;
    });
    return &out;
}

const Column* add(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return binary(run, instruction, out, [](std::int64_t a, std::int64_t b, std::int64_t& result) { return !__builtin_add_overflow(a, b, &result); });
}

const Column* subtract(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return binary(run, instruction, out, [](std::int64_t a, std::int64_t b, std::int64_t& result) { return !__builtin_sub_overflow(a, b, &result); });
}

const Column* multiply(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    if (instruction.op.type.is(dsl::Kind::period)) return binary(run, instruction, out, multiplied_period);
    return binary(run, instruction, out, [](std::int64_t a, std::int64_t b, std::int64_t& result) {
        return narrow(divide_half_even(static_cast<Int128>(a) * b, dsl::number_scale), result);
    });
}

const Column* divide(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    return binary(run, instruction, out, [](std::int64_t a, std::int64_t b, std::int64_t& result) {
        if (b == 0) return false;
        const Int128 scaled = static_cast<Int128>(a) * dsl::number_scale, by = b;
        return narrow(by < 0 ? divide_half_even(-scaled, -by) : divide_half_even(scaled, by), result);
    });
}

}  // namespace kaoping::engine::kernels
