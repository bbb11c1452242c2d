// Facts of folds, and the places of absent values: see fact_walk.hpp.

#include "engine/evaluate/fact_text.hpp"
#include "engine/evaluate/fact_walk.hpp"
#include "engine/evaluate/kernel_loops.hpp"

namespace kaoping::engine {

using K = VertexKind;

void FactWalk::fold(const Instruction& instruction, std::size_t row) {
    FoldItems items(run_, instruction);
    if (!items.open(row)) {
        if (items.over_budget()) facts_.push_back(fault_fact("too many pairs"));
        else needed(instruction.args[0], row);
        return;
    }
    if (instruction.op.kind == K::first || instruction.op.kind == K::last) return first(items, instruction.op.kind == K::first);
    bool any = false;
    for (std::size_t i = 0; i < items.size(); ++i) fold_item(instruction, items, i, any);
    if (any) return;
    if (instruction.op.kind == K::first_by) {  // the item that was found is unknown itself
        const std::optional<std::size_t> best = best_by_key(items, instruction.op.index == 1);
        needed(items.value_slot(*best, 1), items.place(*best));
    } else {
        facts_.push_back(fault_fact("overflow"));
    }
}

void FactWalk::fold_item(const Instruction& instruction, const FoldItems& items, std::size_t i, bool& any) {
    const Truth belongs = items.condition(i);
    if (belongs == Truth::no) return;
    if (belongs == Truth::unknown) {
        needed(items.condition_slot(i), items.place(i));
        any = true;
    }
    // Quantifiers have no value; of first by the key alone decides; an end of a span may be absent.
    const bool keyed = instruction.op.kind == K::first_by;
    const bool spans = instruction.op.kind == K::spans_for;
    for (std::size_t v = 0; v < (keyed ? 1 : items.values()); ++v) {
        const Column& value = items.value(i, v);
        if (value.present.get(items.place(i)) || (spans && v == 1 && value.known.get(items.place(i)))) continue;
        needed(items.value_slot(i, v), items.place(i));
        any = true;
    }
    if (!spans) return;
    const Column &from = items.value(i, 0), &to = items.value(i, 1);
    const std::size_t place = items.place(i);
    if (!from.present.get(place) || !to.present.get(place)) return;
    const TimeSpan span{moment_at(from, run_.plan->at(items.value_slot(i, 0)).op.type, place), moment_at(to, run_.plan->at(items.value_slot(i, 1)).op.type, place), false};
    if (!reversed(*run_.time, span)) return;
    facts_.push_back(reversed_span_fact(item_pointer(instruction, place)));
    any = true;
}

/// first and last stop at the item that cannot be decided; if all could be, the item that was found is unknown itself.
void FactWalk::first(const FoldItems& items, bool forward) {
    for (std::size_t k = 0; k < items.size(); ++k) {
        const std::size_t i = forward ? k : items.size() - 1 - k;
        const Truth belongs = items.condition(i);
        if (belongs == Truth::no) continue;
        if (belongs == Truth::unknown) return needed(items.condition_slot(i), items.place(i));
        return needed(items.value_slot(i, items.values() - 1), items.place(i));
    }
}

std::string FactWalk::item_pointer(const Instruction& fold, std::size_t place) const {
    if (fold.op.over == FoldOver::columns) return subject_;
    const Space& space = run_.plan->spaces[static_cast<std::size_t>(fold.op.item_space)];
    const std::size_t row = space.kind == SpaceKind::table ? place : static_cast<std::size_t>(run_.nests[static_cast<std::size_t>(fold.op.item_space)].item[place]);
    return pointer(space.table, row);
}

std::string FactWalk::place_of(Slot slot, std::size_t row) const {
    const Instruction& instruction = run_.plan->at(slot);
    const Vertex& op = instruction.op;
    switch (op.kind) {
        case K::source: return pointer(op.second, row, op.index);
        case K::own_row: return pointer(op.second, row);
        case K::lift_case:
        case K::lift_outer:
        case K::lift_item: return place_of(instruction.args[0], lifted_row(run_, op, row));
        case K::gather: {
            const Column& element = column(instruction.args[0]);
            if (!element.present.get(row)) return place_of(instruction.args[0], row);
            return place_of(instruction.args[1], static_cast<std::size_t>(element.numbers[row]));
        }
        case K::if_: return place_of(instruction.args[column(instruction.args[0]).truth.get(row) ? 1 : 2], row);
        case K::follow:
        case K::key_of: return place_of(instruction.args[0], row);
        case K::first:
        case K::last:
        case K::first_by:
        case K::least:
        case K::greatest: return op.over == FoldOver::columns ? subject_ : place_of(instruction.args[0], row);
        default: return subject_;
    }
}

}  // namespace kaoping::engine
