// Quantifiers, folds, first and last, comprehensions: see walker.hpp.

#include <set>

#include "engine/evaluate/fact_text.hpp"
#include "engine/reference/walker.hpp"
#include "engine/score/decimal.hpp"

namespace kaoping::engine::reference {

using dsl::Op;

Truth3 Walker::chosen(const Item& item, std::int32_t binder, dsl::ExprId condition) {
    if (item.member.truth == Truth::no) return known(false);
    if (binder >= 0) bind(binder, item.value);
    if (condition == dsl::no_expr) return item.member;
    const Truth3 holds = truth(condition);
    if (holds.truth == Truth::no) return known(false);
    if (holds.truth == Truth::yes) return item.member;
    Facts facts = holds.facts;
    add_facts(facts, item.member.facts);
    return lacking(std::move(facts));
}

Truth3 Walker::quantifier(const dsl::Expr& e) {
    const Value list = operand(e.args[0]);
    if (list.unknown()) return lacking(list.facts);
    std::int64_t yes = 0, no = 0, unknown = 0;
    Facts facts;
    for (const Item& item : list.items) {
        Truth3 body = chosen(item, e.index, e.args[1]);
        if (e.op == Op::every) {  // ¬P ∨ Q
            if (body.truth == Truth::no) continue;
            const Truth3 q = truth(e.args[2]);
            if (q.truth == Truth::yes) continue;
            if (body.truth == Truth::yes && q.truth == Truth::no) {
                ++no;
                continue;
            }
            ++unknown;
            add_facts(facts, body.facts);
            add_facts(facts, q.facts);
            continue;
        }
        if (body.truth == Truth::yes) ++yes;
        if (body.truth == Truth::unknown) {
            ++unknown;
            add_facts(facts, body.facts);
        }
    }
    if (e.op == Op::every) return no > 0 ? known(false) : unknown > 0 ? lacking(std::move(facts)) : known(true);
    const bool at_least = e.op == Op::at_least;
    if (at_least ? yes >= e.second : yes + unknown <= e.second) return known(true);
    if (at_least ? yes + unknown < e.second : yes > e.second) return known(false);
    return lacking(std::move(facts));
}

Truth3 Walker::is_empty(const dsl::Expr& e) {
    const Value list = operand(e.args[0]);
    if (list.unknown()) return lacking(list.facts);
    Facts facts;
    bool unknown = false;
    for (const Item& item : list.items) {
        if (item.member.truth == Truth::yes) return known(false);
        unknown = unknown || item.member.truth == Truth::unknown;
        add_facts(facts, item.member.facts);
    }
    return unknown ? lacking(std::move(facts)) : known(true);
}

Truth3 Walker::precedes(const dsl::Expr& e) {
    const Value a = operand(e.args[0]), b = operand(e.args[1]);
    if (a.unknown() || b.unknown()) return lacking(missing_of(a, b));
    return known(a.number < b.number);
}

Value Walker::fold(const dsl::Expr& e) {
    const Value list = operand(e.args[0]);
    if (list.unknown()) return list;
    Facts facts;
    bool unknown = false;
    std::vector<Value> values;
    for (const Item& item : list.items) {
        const Truth3 in = chosen(item, e.index, e.args[1]);
        if (in.truth == Truth::no) continue;
        Value v = e.args[2] == dsl::no_expr ? needed(item.value) : operand(e.args[2]);
        if (in.truth == Truth::unknown || v.unknown()) {
            unknown = true;
            add_facts(facts, in.facts);
            if (v.unknown()) add_facts(facts, v.facts);
        }
        values.push_back(std::move(v));
    }
    if (unknown) return Value::lacking(std::move(facts));
    if (e.op == Op::count) return Value::of(static_cast<std::int64_t>(values.size()) * dsl::number_scale);
    if (e.op == Op::count_distinct) {
        std::set<std::pair<std::int64_t, std::string>> distinct;
        const dsl::Type type = e.args[2] == dsl::no_expr ? program_.expr(e.args[0]).type.element_type() : program_.expr(e.args[2]).type;
        const bool by_text = type.is(dsl::Kind::text) || type.is(dsl::Kind::reference);
        for (const Value& v : values) distinct.emplace(by_text ? 0 : v.number, v.text);
        return Value::of(static_cast<std::int64_t>(distinct.size()) * dsl::number_scale);
    }
    if (e.op == Op::sum) {
        Int128 sum = 0;
        for (const Value& v : values) sum += v.number;
        if (sum > INT64_MAX || sum < INT64_MIN) return Value::lacking(fault_fact("overflow"));
        return Value::of(static_cast<std::int64_t>(sum));
    }
    if (values.empty()) return Value::nothing();
    std::int64_t best = values.front().number;
    for (const Value& v : values) best = e.op == Op::least ? std::min(best, v.number) : std::max(best, v.number);
    return Value::of(best);
}

Value Walker::first(const dsl::Expr& e) {
    const Value list = operand(e.args[0]);
    if (list.unknown()) return list;
    const std::size_t n = list.items.size();
    for (std::size_t k = 0; k < n; ++k) {
        const Item& item = list.items[e.op == Op::first ? k : n - 1 - k];
        const Truth3 in = chosen(item, e.index, e.args[1]);
        if (in.truth == Truth::yes) return item.value;
        if (in.truth == Truth::unknown) return Value::lacking(in.facts);
    }
    return Value::nothing();
}

Value Walker::first_by(const dsl::Expr& e) {
    const Value list = operand(e.args[0]);
    if (list.unknown()) return list;
    Facts facts;
    bool unknown = false;
    const Item* best = nullptr;
    std::int64_t best_key = 0;
    for (const Item& item : list.items) {
        const Truth3 in = chosen(item, e.index, e.args[1]);
        if (in.truth == Truth::no) continue;
        const Value key = operand(e.args[2]);
        if (in.truth == Truth::unknown || key.unknown()) {
            unknown = true;
            add_facts(facts, in.facts);
            if (key.unknown()) add_facts(facts, key.facts);
            continue;
        }
        // `last x by k` takes the greatest key, the last of equals.
        const bool better = e.second == 1 ? key.number >= best_key : key.number < best_key;
        if (best == nullptr || better) {
            best = &item;
            best_key = key.number;
        }
    }
    if (unknown) return Value::lacking(std::move(facts));
    return best == nullptr ? Value::nothing() : best->value;
}

Value Walker::comprehension(const dsl::Expr& e) {
    const Value list = operand(e.args[0]);
    if (list.unknown()) return list;
    Value out;
    for (const Item& item : list.items) {
        Truth3 in = chosen(item, e.index, e.args[1]);
        if (in.truth == Truth::no) continue;
        out.items.push_back({placed(e.args[2], value(e.args[2])), std::move(in)});
    }
    return out;
}

}  // namespace kaoping::engine::reference
