// Access: fields, references, calls, parameters, tables. See walker.hpp.

#include "engine/evaluate/fact_text.hpp"
#include "engine/reference/walker.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::engine::reference {

using dsl::Op;

Value Walker::value(dsl::ExprId id) {
    const dsl::Expr& e = program_.expr(id);
    switch (e.op) {
        case Op::constant: {
            Value v = Value::of(e.value.number);
            v.text = e.value.text.view();
            return v;
        }
        case Op::now: return Value::of(now_);
        case Op::case_: return Value::of(case_row_);
        case Op::binder: return bound(e.index);
        case Op::let: return value(program_.lets[static_cast<std::size_t>(e.index)].value);
        case Op::field: return field(e);
        case Op::follow: return follow(e);
        case Op::key_of: return key_of(e);
        case Op::key_text: return operand(e.args[0]);
        case Op::call: return call(e);
        case Op::parameter: return parameter(e);
        case Op::table_row: return table_row(e);
        case Op::column: return column(e);
        case Op::if_: return if_form(e);
        case Op::or_else: {
            Value v = value(e.args[0]);
            return v.absent() ? value(e.args[1]) : v;
        }
        case Op::negate:
        case Op::add:
        case Op::subtract:
        case Op::multiply:
        case Op::divide:
        case Op::length_of: return arithmetic(e);
        case Op::count:
        case Op::count_distinct:
        case Op::sum:
        case Op::least:
        case Op::greatest: return fold(e);
        case Op::first:
        case Op::last: return first(e);
        case Op::first_by: return first_by(e);
        case Op::list: {
            Value v;
            for (const dsl::ExprId arg : e.args) v.items.push_back({placed(arg, value(arg)), {Truth::yes, {}}});
            return v;
        }
        case Op::comprehension: return comprehension(e);
        case Op::spans_for: return spans_for(e);
        case Op::spans_join: return spans_join(e);
        case Op::date_of:
        case Op::period_length:
        case Op::from_to:
        case Op::age_on: return calendar(e);
        case Op::after: return after(e);
        default: {
            const Truth3 t = truth(id);
            return t.truth == Truth::unknown ? Value::lacking(t.facts) : Value::of(t.truth == Truth::yes ? 1 : 0);
        }
    }
}

Value Walker::operand(dsl::ExprId id) {
    Value v = value(id);
    return v.absent() ? Value::lacking(needed_fact(place_of(id))) : v;
}

std::string Walker::place_of(dsl::ExprId id) {
    const dsl::Expr& e = program_.expr(id);
    switch (e.op) {
        case Op::field: {
            const Value base = value(e.args[0]);
            if (!base.present()) return place_of(e.args[0]);
            return pointer_of(program_.schema, layout_, batch_, program_.expr(e.args[0]).type.of, static_cast<int>(base.number), e.index);
        }
        case Op::let: return place_of(program_.lets[static_cast<std::size_t>(e.index)].value);
        case Op::call:
            bind_arguments(e);
            return place_of(program_.defines[static_cast<std::size_t>(e.index)].body);
        case Op::if_: return place_of(e.args[truth(e.args[0]).truth == Truth::yes ? 1 : 2]);
        case Op::comprehension:
        case Op::follow:
        case Op::first:
        case Op::last:
        case Op::first_by:
        case Op::least:
        case Op::greatest: return place_of(e.args[0]);
        case Op::binder: {
            const Value& v = bound(e.index);
            if (!v.place.empty()) return v.place;
            return v.table < 0 ? subject_ : pointer_of(program_.schema, layout_, batch_, v.table, v.row);
        }
        default: return subject_;
    }
}

Value Walker::field(const dsl::Expr& e) {
    const Value base = value(e.args[0]);
    if (!base.present()) return base;
    return cell(program_.expr(e.args[0]).type.of, static_cast<std::int32_t>(base.number), e.index);
}

Value Walker::cell(int record, std::int32_t row, int field) {
    const Column& column = batch_.tables[static_cast<std::size_t>(record)].columns[static_cast<std::size_t>(field)];
    const auto i = static_cast<std::size_t>(row);
    switch (column.state(i)) {
        case CellState::unknown: return Value::lacking(gap_fact(pointer_of(program_.schema, layout_, batch_, record, row, field)));
        case CellState::absent: return Value::nothing();
        case CellState::present: break;
    }
    switch (column.kind) {
        case dsl::Kind::list: return list_cell(record, row, field, column);
        case dsl::Kind::boolean: return Value::of(column.truth.get(i) ? 1 : 0);
        case dsl::Kind::text:
        case dsl::Kind::reference: {
            Value v;
            v.text = std::string(column.texts[i]);
            return v;
        }
        default: return Value::of(column.numbers[i]);
    }
}

Value Walker::list_cell(int record, std::int32_t row, int field, const Column& column) {
    Value out;
    const int table = layout_.item_table(record, field);
    const bool elements = program_.schema.records[static_cast<std::size_t>(record)].fields[static_cast<std::size_t>(field)].type.item == dsl::Kind::element;
    for (std::int32_t r = column.begin[static_cast<std::size_t>(row)]; r < column.end[static_cast<std::size_t>(row)]; ++r) {
        Value item = Value::of(elements ? r : 0);
        if (!elements) {
            const Column& cells = batch_.tables[static_cast<std::size_t>(table)].columns[0];
            const auto i = static_cast<std::size_t>(r);
            if (!cells.present.get(i)) item = Value::lacking(gap_fact(pointer_of(program_.schema, layout_, batch_, table, r)));
            else if (cells.kind == dsl::Kind::text || cells.kind == dsl::Kind::reference) item.text = std::string(cells.texts[i]);
            else item.number = cells.kind == dsl::Kind::boolean ? (cells.truth.get(i) ? 1 : 0) : cells.numbers[i];
        }
        item.table = table;
        item.row = r;
        out.items.push_back({std::move(item), {Truth::yes, {}}});
    }
    return out;
}

std::int32_t Walker::find(int record, const std::string& wanted) const {
    const Table& table = batch_.tables[static_cast<std::size_t>(record)];
    const Column& keys = table.columns[static_cast<std::size_t>(program_.schema.records[static_cast<std::size_t>(record)].key_field)];
    std::int32_t found = -1;
    for (std::int32_t r = 0; r < table.rows; ++r) {
        const auto i = static_cast<std::size_t>(r);
        if (table.case_of[i] != case_row_ || !keys.present.get(i)) continue;
        const std::string key = keys.kind == dsl::Kind::number ? format_number(keys.numbers[i]) : std::string(keys.texts[i]);
        if (key != wanted) continue;
        if (found >= 0) return -1;
        found = r;
    }
    return found;
}

Value Walker::follow(const dsl::Expr& e) {
    const Value reference = value(e.args[0]);
    if (!reference.present()) return reference;
    const std::int32_t found = find(e.type.of, reference.text);
    return found >= 0 ? Value::of(found) : Value::lacking(dangling_fact(place_of(e.args[0])));
}

Value Walker::key_of(const dsl::Expr& e) {
    const Value element = operand(e.args[0]);
    if (!element.present()) return element;
    const int record = program_.expr(e.args[0]).type.of;
    Value key = cell(record, static_cast<std::int32_t>(element.number), program_.schema.records[static_cast<std::size_t>(record)].key_field);
    const dsl::Record& of = program_.schema.records[static_cast<std::size_t>(record)];
    if (key.present() && of.fields[static_cast<std::size_t>(of.key_field)].type.is(dsl::Kind::number)) key.text = format_number(key.number);
    return key;
}

Value Walker::placed(dsl::ExprId id, Value v) {
    const dsl::Type type = program_.expr(id).type;
    if (v.absent() || type.is(dsl::Kind::reference) || type.is(dsl::Kind::list)) v.place = place_of(id);
    return v;
}

void Walker::bind_arguments(const dsl::Expr& e) {
    const dsl::Define& define = program_.defines[static_cast<std::size_t>(e.index)];
    std::vector<Value> arguments;
    for (const dsl::ExprId arg : e.args) arguments.push_back(placed(arg, value(arg)));
    for (std::size_t i = 0; i < arguments.size(); ++i) bind(define.parameters[i], std::move(arguments[i]));
}

Value Walker::call(const dsl::Expr& e) {
    bind_arguments(e);
    return value(program_.defines[static_cast<std::size_t>(e.index)].body);
}

Value Walker::parameter(const dsl::Expr& e) {
    const dsl::Parameter& of = program_.parameters[static_cast<std::size_t>(e.index)];
    const auto make = [](const dsl::Value& from) {
        Value v = Value::of(from.number);
        v.text = from.text.view();
        return v;
    };
    if (e.args[0] == dsl::no_expr) return make(of.entries.front().value);
    const Value day = operand(e.args[0]);
    if (!day.present()) return day;
    for (const auto& entry : of.entries)
        if (entry.range.holds(day.number)) return make(entry.value);
    return Value::lacking(parameter_fact(of.name));
}

Value Walker::table_row(const dsl::Expr& e) {
    const dsl::Table& table = program_.tables[static_cast<std::size_t>(e.index)];
    std::vector<Value> keys;
    Facts facts;
    for (const dsl::ExprId arg : e.args) {
        keys.push_back(operand(arg));
        if (keys.back().unknown()) add_facts(facts, keys.back().facts);
    }
    if (!facts.empty()) return Value::lacking(std::move(facts));
    for (std::size_t r = 0; r < table.rows; ++r) {
        const std::span<const dsl::Value> of_row = table.keys_of(r);
        bool same = true;
        for (std::size_t k = 0; k < keys.size(); ++k)
            same = same && of_row[k].number == keys[k].number && of_row[k].text == keys[k].text;
        if (same) return Value::of(static_cast<std::int64_t>(r));
    }
    return Value::nothing();
}

Value Walker::column(const dsl::Expr& e) {
    const Value row = value(e.args[0]);
    if (!row.present()) return row;
    const dsl::Table& table = program_.tables[static_cast<std::size_t>(program_.expr(e.args[0]).type.of)];
    const auto& cell = table.cell(static_cast<std::size_t>(row.number), static_cast<std::size_t>(e.index));
    if (!cell) return Value::nothing();
    Value v = Value::of(cell->number);
    v.text = cell->text;
    return v;
}

}  // namespace kaoping::engine::reference
