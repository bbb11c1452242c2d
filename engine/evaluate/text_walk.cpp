// See text_walk.hpp.

#include "engine/evaluate/text_walk.hpp"

#include <algorithm>

#include "engine/evaluate/fact_walk.hpp"
#include "engine/evaluate/kernel_loops.hpp"
#include "engine/evaluate/key_index.hpp"
#include "engine/evaluate/value_text.hpp"

namespace kaoping::engine {

using K = VertexKind;

const PlanTexts& TextWalk::texts_of(const PlanRule& rule) const {
    for (const PlanTexts& texts : rule.texts)
        if (texts.language == language_) return texts;
    return rule.texts.at(0);
}

void TextWalk::texts(const PlanRule& rule, const PlanTexts& from, std::size_t row, int exception, SubjectText& out) const {
    for (std::size_t i = 0; i < from.holes.size(); ++i) {
        if (from.holes[i] == no_slot) out.message += from.texts->message.parts[i].text;
        else value(from.holes[i], row, out.message);
    }
    out.remedy = from.texts->remedy;
    if (exception >= 0) out.reason = from.texts->reasons[static_cast<std::size_t>(exception)];
    for (std::size_t i = 0; i < rule.show.size(); ++i) value(rule.show[i], row, out.shown.emplace_back(ShownText{rule.rule->show[i].label, {}}).text);
    for (std::size_t i = 0; i < rule.responsible.size(); ++i) {
        persons(rule.responsible[i], row, out.responsible);
        out.responsible_by.resize(out.responsible.size(), static_cast<int>(i));
    }
}

void TextWalk::present(const Column& column, dsl::Type type, std::size_t row, std::string& out) const {
    if (held_as_text(column.kind)) out += column.texts[row];
    else if (type.is(dsl::Kind::element)) out += element_name(run_.plan->schema, run_.plan->layout, *run_.batch, type.of, static_cast<std::int32_t>(column.numbers[row]));
    else out += value_text(run_.plan->schema, run_.time->zone, type, number_at(column, row), language_);
}

void TextWalk::value(Slot slot, std::size_t row, std::string& out) const {
    const dsl::Type type = run_.plan->at(slot).op.type;
    if (type.is(dsl::Kind::list)) return list(slot, row, out);
    const Column& column = *run_.slots[static_cast<std::size_t>(slot)];
    switch (column.state(row)) {
        case CellState::absent: out += absent_text(language_); return;
        case CellState::unknown: out += unknown_text(language_); return;
        case CellState::present: return present(column, type, row, out);
    }
}

bool TextWalk::resolve(Slot& slot, std::size_t& row) const {
    for (;;) {
        const Instruction& instruction = run_.plan->at(slot);
        if (instruction.op.kind == K::if_) {
            const Column& condition = *run_.slots[static_cast<std::size_t>(instruction.args[0])];
            if (!condition.present.get(row)) return false;
            slot = instruction.args[condition.truth.get(row) ? 1 : 2];
        } else if (instruction.op.kind == K::lift_case || instruction.op.kind == K::lift_outer || instruction.op.kind == K::lift_item) {
            row = lifted_row(run_, instruction.op, row);
            slot = instruction.args[0];
        } else {
            return true;
        }
    }
}

void TextWalk::list(Slot slot, std::size_t row, std::string& out) const {
    if (!resolve(slot, row)) {
        out += unknown_text(language_);
        return;
    }
    const Instruction& instruction = run_.plan->at(slot);
    FoldItems items(run_, instruction);
    if (!items.open(row)) {
        const bool absent = !items.over_budget() && run_.slots[static_cast<std::size_t>(instruction.args[0])]->known.get(row);
        out += absent ? absent_text(language_) : unknown_text(language_);
        return;
    }
    bool first = true;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items.condition(i) != Truth::yes) continue;
        if (!first) out += ", ";
        first = false;
        const Column& column = items.value(i, 0);
        const std::size_t place = items.place(i);
        if (column.present.get(place)) present(column, instruction.op.type.element_type(), place, out);
        else out += unknown_text(language_);
    }
}

void TextWalk::person(const Column& column, dsl::Type type, std::size_t row, std::int32_t of_case, std::vector<std::string>& out) const {
    if (!column.present.get(row)) return;
    std::string name;
    if (type.is(dsl::Kind::reference)) {
        const std::int32_t found = KeyIndex(run_.plan->schema, *run_.batch, type.of).find(of_case, column.texts[row]);
        name = found < 0 ? std::string(column.texts[row]) : element_name(run_.plan->schema, run_.plan->layout, *run_.batch, type.of, found);
    } else {
        present(column, type, row, name);
    }
    if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(std::move(name));
}

void TextWalk::persons(Slot slot, std::size_t row, std::vector<std::string>& out) const {
    const dsl::Type type = run_.plan->at(slot).op.type;
    const std::int32_t of_case = run_.case_of(run_.plan->at(slot).op.space)[row];
    if (!type.is(dsl::Kind::list)) return person(*run_.slots[static_cast<std::size_t>(slot)], type, row, of_case, out);
    if (!resolve(slot, row)) return;
    const Instruction& instruction = run_.plan->at(slot);
    FoldItems items(run_, instruction);
    if (!items.open(row)) return;
    for (std::size_t i = 0; i < items.size(); ++i)
        if (items.condition(i) == Truth::yes) person(items.value(i, 0), type.element_type(), items.place(i), of_case, out);
}

}  // namespace kaoping::engine
