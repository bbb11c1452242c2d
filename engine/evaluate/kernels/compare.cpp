// Comparison: numbers and times, truth values, texts by code points, deadlines; what a join has compared already.

#include <limits>

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"
#include "engine/evaluate/wide_compare.hpp"

namespace kaoping::engine::kernels {

namespace {

using dsl::Comparison;

/// One loop per comparison, so that the compiler sees a plain compare in each. `value(column, row)` reads an operand.
template <typename Value>
void compare_by(Comparison how, ValueColumn& out, std::size_t rows, const Bits& known, Value value) {
    switch (how) {
        case Comparison::equal: return fill_truth(out, rows, known, [&](std::size_t r) { return value(0, r) == value(1, r); });
        case Comparison::not_equal: return fill_truth(out, rows, known, [&](std::size_t r) { return value(0, r) != value(1, r); });
        case Comparison::less: return fill_truth(out, rows, known, [&](std::size_t r) { return value(0, r) < value(1, r); });
        case Comparison::less_equal: return fill_truth(out, rows, known, [&](std::size_t r) { return value(0, r) <= value(1, r); });
        case Comparison::greater: return fill_truth(out, rows, known, [&](std::size_t r) { return value(0, r) > value(1, r); });
        case Comparison::greater_equal: return fill_truth(out, rows, known, [&](std::size_t r) { return value(0, r) >= value(1, r); });
    }
}

/// Constants, which most columns are compared to, are the same number on all rows: their columns need not be read.
Numbers numbers_of(const Evaluation& run, const Instruction& instruction, std::size_t side) {
    const Instruction& operand = run.plan->at(instruction.args[side]);
    if (operand.op.kind == VertexKind::constant) return {&operand.op.value.number, true};
    return {run.arg(instruction, side).numbers.data(), false};
}

void compare_numbers(const Evaluation& run, const Instruction& instruction, std::size_t rows, ValueColumn& out) {
    const Column &a = run.arg(instruction, 0), &b = run.arg(instruction, 1);
    shape_planes(out, rows);
    compare_rows(static_cast<Comparison>(instruction.op.index), numbers_of(run, instruction, 0), numbers_of(run, instruction, 1), rows, out.truth.data());
    for (std::size_t w = 0; w < out.truth.word_count(); ++w) {
        const std::uint64_t known = a.present.word(w) & b.present.word(w);
        out.known.word(w) = known;
        out.present.word(w) = known;
        out.truth.word(w) &= known;
    }
}

/// References that were looked up are the same where their elements are; the others, which are few, are compared as texts.
void compare_references(const Evaluation& run, const Instruction& instruction, std::size_t rows, ValueColumn& out) {
    const Column &a = run.arg(instruction, 0), &b = run.arg(instruction, 1);
    const bool opposite = static_cast<Comparison>(instruction.op.index) == Comparison::not_equal;
    const Numbers of_a{a.numbers.data(), false}, of_b{b.numbers.data(), false};
    constexpr std::int64_t first_element = 0;
    shape_planes(out, rows);  // of which two first hold where a side was not looked up
    compare_rows(Comparison::equal, of_a, of_b, rows, out.truth.data());
    compare_rows(Comparison::less, of_a, {&first_element, true}, rows, out.known.data());
    compare_rows(Comparison::less, of_b, {&first_element, true}, rows, out.present.data());
    for (std::size_t w = 0; w < out.truth.word_count(); ++w) {
        const std::uint64_t known = a.present.word(w) & b.present.word(w);
        std::uint64_t same = out.truth.word(w);
        for_each_bit(known & (out.known.word(w) | out.present.word(w)), [&](std::size_t place) {
            const std::uint64_t bit = std::uint64_t{1} << place;
            const std::size_t row = w * 64 + place;
            same = same_text(a.texts[row], b.texts[row]) ? same | bit : same & ~bit;
        });
        out.known.word(w) = out.present.word(w) = known;
        out.truth.word(w) = (opposite ? ~same : same) & known;
    }
}

/// The last instant that is in time, for deadlines among themselves.
std::int64_t last_instant(const Zone& zone, std::int64_t encoded) {
    const auto deadline = dsl::DeadlineValue::decode(encoded);
    if (deadline.never) return std::numeric_limits<std::int64_t>::max();
    return deadline.by_day ? zone.end_of_day(deadline.at) : deadline.at;
}

/// A moment against a deadline: in time (less_equal), or late.
void compare_moment(Evaluation& run, const Instruction& instruction, const Bits& known, bool wanted, ValueColumn& out) {
    const Column &moment = run.arg(instruction, 0), &deadline = run.arg(instruction, 1);
    const dsl::Type type = run.arg_type(instruction, 0);
    for_each_wanted(run, known, [&](std::size_t row) {
        set_truth(out, row, in_time(*run.time, moment_at(moment, type, row), dsl::DeadlineValue::decode(deadline.numbers[row])) == wanted);
    });
}

}  // namespace

const Column* compare(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const Column *sides[2] = {&run.arg(instruction, 0), &run.arg(instruction, 1)};
    const auto how = static_cast<Comparison>(instruction.op.index);
    const std::size_t rows = run.rows(instruction.op.space);
    const bool from_deadline = run.arg_type(instruction, 0).is(dsl::Kind::deadline), to_deadline = run.arg_type(instruction, 1).is(dsl::Kind::deadline);
    const dsl::Kind kind = sides[0]->kind;
    if (!from_deadline && !to_deadline && !held_as_text(kind) && kind != dsl::Kind::boolean) {
        compare_numbers(run, instruction, rows, out);
        return &out;
    }
    const bool for_equality = how == Comparison::equal || how == Comparison::not_equal;
    if (for_equality && kind == dsl::Kind::reference && sides[1]->kind == kind) {
        compare_references(run, instruction, rows, out);
        return &out;
    }
    shape(out, dsl::Kind::boolean, rows);
    Bits known;
    present_in_all(known, run, instruction, rows);
    if (to_deadline && !from_deadline)
        compare_moment(run, instruction, known, how == Comparison::less_equal, out);
    else if (from_deadline)
        compare_by(how, out, rows, known, [&](int side, std::size_t row) { return known.get(row) ? last_instant(run.time->zone, sides[side]->numbers[row]) : 0; });
    else if (kind == dsl::Kind::boolean)
        compare_by(how, out, rows, known, [&](int side, std::size_t row) { return sides[side]->truth.get(row); });
    else if (for_equality)
        fill_truth(out, rows, known, [&](std::size_t row) { return same_cell_text(*sides[0], row, *sides[1], row) == (how == Comparison::equal); });
    else
        compare_by(how, out, rows, known, [&](int side, std::size_t row) { return sides[side]->texts[row]; });
    return &out;
}

/// The nest has dropped the pairs whose keys are known and different.
const Column* joined(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const NestRows& nest = run.nests[static_cast<std::size_t>(instruction.op.space)];
    const Bits &outer = run.arg(instruction, 0).present, &item = run.arg(instruction, 1).present;
    const std::size_t rows = nest.rows();
    out.kind = dsl::Kind::boolean;
    out.truth.resize(rows, true);
    if (!outer.all() || !item.all())
        for (std::size_t row = 0; row < rows; ++row)
            out.truth.put(row, outer.get(static_cast<std::size_t>(nest.outer[row])) && item.get(static_cast<std::size_t>(nest.item[row])));
    out.known = out.present = out.truth;
    return &out;
}

}  // namespace kaoping::engine::kernels
