// Truth and arithmetic: see walker.hpp.

#include "dsl/source/utf8.hpp"
#include "dsl/typed/pattern.hpp"
#include "engine/evaluate/fact_text.hpp"
#include "engine/reference/walker.hpp"
#include "engine/score/decimal.hpp"

namespace kaoping::engine::reference {

using dsl::Comparison;
using dsl::Kind;
using dsl::Op;

namespace {

template <typename T>
bool holds_between(Comparison how, const T& a, const T& b) {
    switch (how) {
        case Comparison::equal: return a == b;
        case Comparison::not_equal: return a != b;
        case Comparison::less: return a < b;
        case Comparison::less_equal: return a <= b;
        case Comparison::greater: return a > b;
        case Comparison::greater_equal: return a >= b;
    }
    return false;
}

}  // namespace

Truth3 Walker::truth(dsl::ExprId id) {
    const dsl::Expr& e = program_.expr(id);
    switch (e.op) {
        case Op::not_: {
            Truth3 t = truth(e.args[0]);
            if (t.truth != Truth::unknown) t.truth = t.truth == Truth::yes ? Truth::no : Truth::yes;
            return t;
        }
        case Op::and_:
        case Op::or_: return logic(e);
        case Op::compare: return compare(e);
        case Op::in_list: return in_list(e);
        case Op::is_recorded:
        case Op::is_missing: return recorded(e);
        case Op::is_empty: return is_empty(e);
        case Op::at_least:
        case Op::at_most:
        case Op::every: return quantifier(e);
        case Op::precedes: return precedes(e);
        case Op::within: return within(e);
        case Op::at_least_after: return at_least_after(e);
        case Op::matches: {
            const Value text = operand(e.args[0]);
            if (text.unknown()) return lacking(text.facts);
            const auto occurs = dsl::Pattern::compile(e.value.text)->occurs_in(text.text);
            return occurs ? known(*occurs) : lacking(Facts{fault_fact("a pattern that takes too long")});
        }
        default: {
            const Value v = operand(id);
            return v.unknown() ? lacking(v.facts) : known(v.number != 0);
        }
    }
}

Truth3 Walker::logic(const dsl::Expr& e) {
    const Truth decisive = e.op == Op::and_ ? Truth::no : Truth::yes;
    Facts facts;
    bool unknown = false;
    for (const dsl::ExprId arg : e.args) {
        const Truth3 t = truth(arg);
        if (t.truth == decisive) return {decisive, {}};
        if (t.truth == Truth::unknown) {
            unknown = true;
            add_facts(facts, t.facts);
        }
    }
    return unknown ? lacking(std::move(facts)) : known(decisive == Truth::no);
}

Truth3 Walker::recorded(const dsl::Expr& e) {
    const Value v = value(e.args[0]);
    if (v.unknown()) return lacking(v.facts);
    return known(v.present() == (e.op == Op::is_recorded));
}

Truth3 Walker::compare(const dsl::Expr& e) {
    const Value a = operand(e.args[0]), b = operand(e.args[1]);
    Facts facts = missing_of(a, b);
    if (a.unknown() || b.unknown()) return lacking(std::move(facts));
    const auto how = static_cast<Comparison>(e.index);
    const dsl::Type ta = program_.expr(e.args[0]).type, tb = program_.expr(e.args[1]).type;
    if (tb.is(Kind::deadline)) return compare_moment(e, a, b);
    if (ta.is(Kind::text) || ta.is(Kind::reference)) return known(holds_between(how, a.text, b.text));
    return known(holds_between(how, a.number, b.number));
}

Truth3 Walker::compare_moment(const dsl::Expr& e, const Value& a, const Value& b) {
    const auto how = static_cast<Comparison>(e.index);
    const auto end = dsl::DeadlineValue::decode(b.number);
    if (!program_.expr(e.args[0]).type.is(Kind::deadline)) {
        const bool early = in_time(time_, moment(e.args[0], a), end);
        return known(how == Comparison::less_equal ? early : !early);
    }
    const auto last = [&](const dsl::DeadlineValue& d) { return d.never ? INT64_MAX : d.by_day ? time_.zone.end_of_day(d.at) : d.at; };
    return known(holds_between(how, last(dsl::DeadlineValue::decode(a.number)), last(end)));
}

Truth3 Walker::in_list(const dsl::Expr& e) {
    const Value list = operand(e.args[1]);
    if (list.unknown()) return lacking(list.facts);
    const Value x = operand(e.args[0]);
    const Kind kind = program_.expr(e.args[0]).type.kind;
    const bool by_text = kind == Kind::text || kind == Kind::reference;
    Facts facts;
    bool unknown = false;
    for (const Item& item : list.items) {
        const Value one = needed(item.value);
        Truth3 same{Truth::unknown, missing_of(x, one)};
        if (x.present() && one.present()) same = known(by_text ? x.text == one.text : x.number == one.number);
        if (item.member.truth == Truth::no || same.truth == Truth::no) continue;
        if (item.member.truth == Truth::yes && same.truth == Truth::yes) return known(true);
        unknown = true;
        add_facts(facts, item.member.facts);
        add_facts(facts, same.facts);
    }
    return unknown ? lacking(std::move(facts)) : known(false);
}

Value Walker::if_form(const dsl::Expr& e) {
    const Truth3 test = truth(e.args[0]);
    if (test.truth == Truth::unknown) return Value::lacking(test.facts);
    return value(e.args[test.truth == Truth::yes ? 1 : 2]);
}

// ---- arithmetic -----------------------------------------------------------------------------------------------------------------

namespace {

Value checked(Int128 wide) {
    if (wide > INT64_MAX || wide < INT64_MIN) return Value::lacking(fault_fact("overflow"));
    return Value::of(static_cast<std::int64_t>(wide));
}

Value multiplied_period(std::int64_t encoded, std::int64_t factor) {
    auto period = dsl::PeriodValue::decode(encoded);
    if (factor < 0 || factor % dsl::number_scale != 0) return Value::lacking(fault_fact("a period times something that is no whole number"));
    const Int128 count = static_cast<Int128>(period.count) * (factor / dsl::number_scale);
    if (count > dsl::max_period_count) return Value::lacking(fault_fact("overflow"));
    period.count = static_cast<std::int64_t>(count);
    return Value::of(period.encode());
}

Int128 divided(Int128 a, Int128 b) { return b < 0 ? divide_half_even(-a, -b) : divide_half_even(a, b); }

}  // namespace

Value Walker::arithmetic(const dsl::Expr& e) {
    const Value a = operand(e.args[0]);
    if (e.op == Op::length_of) return a.unknown() ? a : Value::of(static_cast<std::int64_t>(dsl::code_point_count(a.text)) * dsl::number_scale);
    if (e.op == Op::negate) return a.unknown() ? a : checked(-static_cast<Int128>(a.number));
    const Value b = operand(e.args[1]);
    if (a.unknown() || b.unknown()) return Value::lacking(missing_of(a, b));
    switch (e.op) {
        case Op::add: return checked(static_cast<Int128>(a.number) + b.number);
        case Op::subtract: return checked(static_cast<Int128>(a.number) - b.number);
        case Op::multiply:
            if (e.type.is(Kind::period)) return multiplied_period(a.number, b.number);
            return checked(divided(static_cast<Int128>(a.number) * b.number, dsl::number_scale));
        default:
            if (b.number == 0) return Value::lacking(fault_fact("division by zero"));
            return checked(divided(static_cast<Int128>(a.number) * dsl::number_scale, b.number));
    }
}

}  // namespace kaoping::engine::reference
