// Spans of time that do not count.

#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/kernels.hpp"

namespace kaoping::engine::kernels {

/// Values: from, to. `to` absent: still running. A reversed span is a gap.
const Column* spans_for(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::spans, rows);
    FoldItems items(run, instruction);
    items.each_row(rows, [&](std::size_t row) {
        out.begin[row] = static_cast<std::int32_t>(out.spans.size());
        bool known = true;
        for (std::size_t i = 0; i < items.size() && known; ++i) {
            const Truth belongs = items.condition(i);
            if (belongs == Truth::no) continue;
            const Column &from = items.value(i, 0), &to = items.value(i, 1);
            const std::size_t place = items.place(i);
            known = belongs == Truth::yes && from.present.get(place) && to.known.get(place);
            if (!known) break;
            TimeSpan span{moment_at(from, run.plan->at(items.value_slot(i, 0)).op.type, place), {}, !to.present.get(place)};
            if (!span.open) {
                span.to = moment_at(to, run.plan->at(items.value_slot(i, 1)).op.type, place);
                known = !reversed(*run.time, span);
            }
            out.spans.push_back(span);
        }
        out.end[row] = static_cast<std::int32_t>(out.spans.size());
        if (known) set_present(out, row);
    });
    return &out;
}

const Column* spans_join(Evaluation& run, const Instruction& instruction, ValueColumn& out) {
    const std::size_t rows = run.rows(instruction.op.space);
    shape(out, dsl::Kind::spans, rows);
    Bits known;
    present_in_all(known, run, instruction, rows);
    for_each_set(known, [&](std::size_t row) {
        set_present(out, row);
        out.begin[row] = static_cast<std::int32_t>(out.spans.size());
        for (std::size_t i = 0; i < instruction.args.size(); ++i) {
            const auto& part = static_cast<const ValueColumn&>(run.arg(instruction, i));
            out.spans.insert(out.spans.end(), part.spans.begin() + part.begin[row], part.spans.begin() + part.end[row]);
        }
        out.end[row] = static_cast<std::int32_t>(out.spans.size());
    });
    return &out;
}

}  // namespace kaoping::engine::kernels
