// Facts of operators: see fact_walk.hpp.

#include "engine/evaluate/fact_walk.hpp"

#include "engine/evaluate/fact_text.hpp"
#include "engine/evaluate/kernel_loops.hpp"

namespace kaoping::engine {

using K = VertexKind;

std::size_t lifted_row(const Evaluation& run, const Vertex& lift, std::size_t row) {
    const auto space = static_cast<std::size_t>(lift.space);
    if (lift.kind == K::lift_case) return static_cast<std::size_t>(run.case_of(lift.space)[row]);
    return static_cast<std::size_t>(lift.kind == K::lift_outer ? run.nests[space].outer[row] : run.nests[space].item[row]);
}

std::string FactWalk::pointer(std::int32_t table, std::size_t row, std::int32_t field) const {
    return pointer_of(run_.plan->schema, run_.plan->layout, *run_.batch, table, static_cast<int>(row), field);
}

void FactWalk::needed(Slot slot, std::size_t row) {
    const Column& of = column(slot);
    if (of.present.get(row)) return;
    if (of.known.get(row)) facts_.push_back(needed_fact(place_of(slot, row)));
    else unknown(slot, row);
}

void FactWalk::unknown(Slot slot, std::size_t row) {
    if (column(slot).known.get(row) || !seen_.emplace(slot, row).second) return;
    explain(slot, row);
}

void FactWalk::explain(Slot slot, std::size_t row) {
    const Instruction& instruction = run_.plan->at(slot);
    const Vertex& op = instruction.op;
    if (is_fold(op.kind)) return fold(instruction, row);
    switch (op.kind) {
        case K::source: return source(instruction, row);
        case K::gather: return gather(instruction, row);
        case K::lift_case:
        case K::lift_outer:
        case K::lift_item: return unknown(instruction.args[0], lifted_row(run_, op, row));
        case K::joined: {
            const NestRows& nest = run_.nests[static_cast<std::size_t>(op.space)];
            needed(instruction.args[0], static_cast<std::size_t>(nest.outer[row]));
            needed(instruction.args[1], static_cast<std::size_t>(nest.item[row]));
            return;
        }
        case K::follow:
            unknown(instruction.args[0], row);
            if (column(instruction.args[0]).present.get(row)) facts_.push_back(dangling_fact(place_of(instruction.args[0], row)));
            return;
        case K::if_: {
            const Column& condition = column(instruction.args[0]);
            if (!condition.present.get(row)) return needed(instruction.args[0], row);
            return unknown(instruction.args[condition.truth.get(row) ? 1 : 2], row);
        }
        case K::or_else: {
            unknown(instruction.args[0], row);
            if (column(instruction.args[0]).known.get(row)) unknown(instruction.args[1], row);
            return;
        }
        case K::is_recorded:
        case K::is_missing:
        case K::column: return unknown(instruction.args[0], row);
        case K::done_in_time:
            unknown(instruction.args[0], row);
            if (column(instruction.args[0]).known.get(row)) needed(instruction.args[1], row);
            return;
        case K::within: {  // a side that is known to hold does not matter
            needed(instruction.args[0], row);
            if (!column(instruction.args[1]).present.get(row)) needed(instruction.args[1], row);
            if (!column(instruction.args[2]).present.get(row)) needed(instruction.args[2], row);
            return;
        }
        default: return operands(instruction, row);
    }
}

void FactWalk::source(const Instruction& instruction, std::size_t row) {
    facts_.push_back(gap_fact(pointer(instruction.op.second, row, instruction.op.index)));
}

void FactWalk::gather(const Instruction& instruction, std::size_t row) {
    const Column& element = column(instruction.args[0]);
    if (!element.present.get(row)) return unknown(instruction.args[0], row);
    unknown(instruction.args[1], static_cast<std::size_t>(element.numbers[row]));
}

void FactWalk::operands(const Instruction& instruction, std::size_t row) {
    bool all_present = true;
    for (const Slot arg : instruction.args) {
        all_present = all_present && column(arg).present.get(row);
        needed(arg, row);
    }
    if (all_present) facts_.push_back(own_fault(instruction, row));
}

Fact FactWalk::own_fault(const Instruction& instruction, std::size_t row) const {
    switch (instruction.op.kind) {
        case K::parameter: return parameter_fact(run_.plan->parameters[static_cast<std::size_t>(instruction.op.index)].name);
        case K::matches: return fault_fact("a pattern that takes too long");
        case K::divide:
            return fault_fact(column(instruction.args[1]).numbers[row] == 0 ? "division by zero" : "overflow");
        case K::multiply: {
            const std::int64_t factor = column(instruction.args[1]).numbers[row];
            const bool whole = factor >= 0 && factor % dsl::number_scale == 0;
            return fault_fact(instruction.op.type.is(dsl::Kind::period) && !whole ? "a period times something that is no whole number" : "overflow");
        }
        case K::after:
        case K::at_least_after: return time_fault(instruction, row);
        default: return fault_fact("overflow");
    }
}

Fact FactWalk::time_fault(const Instruction& instruction, std::size_t row) const {
    const auto moment = [&](std::size_t i) {
        return moment_at(column(instruction.args[i]), run_.plan->at(instruction.args[i]).op.type, row);
    };
    const auto period = [&](std::size_t i) { return dsl::PeriodValue::decode(column(instruction.args[i]).numbers[row]); };
    const TimeContext& time = *run_.time;
    if (instruction.op.kind == K::at_least_after)
        return time_fact(time, at_least_after(time, moment(0), moment(1), period(2), instruction.op.second).error());
    std::span<const TimeSpan> spans;
    if (instruction.args.size() > 2) {
        const auto& of = static_cast<const ValueColumn&>(column(instruction.args[2]));
        spans = std::span(of.spans).subspan(static_cast<std::size_t>(of.begin[row]), static_cast<std::size_t>(of.end[row] - of.begin[row]));
    }
    return time_fact(time, deadline_after(time, period(0), moment(1), spans, instruction.op.second).error());
}

}  // namespace kaoping::engine
