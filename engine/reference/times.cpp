// Periods, deadlines, spans: see walker.hpp.

#include "engine/evaluate/fact_text.hpp"
#include "engine/reference/walker.hpp"

namespace kaoping::engine::reference {

using dsl::Kind;
using dsl::Op;

Value Walker::after(const dsl::Expr& e) {
    const Value period = operand(e.args[0]), point = operand(e.args[1]);
    Value spans;
    if (e.args[2] != dsl::no_expr) spans = operand(e.args[2]);
    if (period.unknown() || point.unknown() || spans.unknown()) return Value::lacking(missing_of(period, point, spans));
    const auto end = deadline_after(time_, dsl::PeriodValue::decode(period.number), moment(e.args[1], point), spans.spans, e.second);
    if (!end) return Value::lacking(time_fact(time_, end.error()));
    return Value::of(end->encode());
}

Value Walker::spans_for(const dsl::Expr& e) {
    const Value list = operand(e.args[0]);
    if (list.unknown()) return list;
    Value out;
    Facts facts;
    bool unknown = false;
    for (const Item& item : list.items) {
        const Truth3 in = chosen(item, e.index, e.args[1]);
        if (in.truth == Truth::no) continue;
        const Value from = operand(e.args[2]), to = value(e.args[3]);
        Facts lacks = missing_of(from, to);
        add_facts(lacks, in.facts);
        const Moment a = moment(e.args[2], from), b = moment(e.args[3], to);
        if (from.present() && to.present()) {
            if (reversed(time_, {a, b, false})) lacks.push_back(reversed_span_fact(item.value.table < 0 ? subject_ : pointer_of(program_.schema, layout_, batch_, item.value.table, item.value.row)));
        }
        if (in.truth == Truth::unknown || !lacks.empty()) {
            unknown = true;
            add_facts(facts, lacks);
            continue;
        }
        out.spans.push_back({a, b, to.absent()});
    }
    return unknown ? Value::lacking(std::move(facts)) : out;
}

Value Walker::spans_join(const dsl::Expr& e) {
    Value out;
    Facts facts;
    bool unknown = false;
    for (const dsl::ExprId arg : e.args) {
        const Value part = operand(arg);
        if (part.unknown()) {
            unknown = true;
            add_facts(facts, part.facts);
        }
        out.spans.insert(out.spans.end(), part.spans.begin(), part.spans.end());
    }
    return unknown ? Value::lacking(std::move(facts)) : out;
}

Value Walker::calendar(const dsl::Expr& e) {
    const Value a = operand(e.args[0]);
    if (e.op == Op::date_of) return a.unknown() ? a : Value::of(time_.zone.local_date(a.number));
    if (e.op == Op::period_length) {
        if (a.unknown()) return a;
        const auto period = dsl::PeriodValue::decode(a.number);
        if (!period.elapsed() || period.count > INT64_MAX / dsl::us_per_hour) return Value::lacking(fault_fact("overflow"));
        return Value::of(period.microseconds());
    }
    const Value b = operand(e.args[1]);
    if (a.unknown() || b.unknown()) return Value::lacking(missing_of(a, b));
    const Moment from = moment(e.args[0], a), to = moment(e.args[1], b);
    std::int64_t n = 0;
    if (e.op == Op::age_on) n = age_on(time_, a.number, to);
    else if (static_cast<dsl::Unit>(e.index) == dsl::Unit::day) n = days_from(time_, from, to);
    else if (static_cast<dsl::Unit>(e.index) == dsl::Unit::month) n = months_from(time_, from, to);
    else n = years_from(time_, from, to);
    return Value::of(n * dsl::number_scale);
}

Truth3 Walker::within(const dsl::Expr& e) {
    const Value b = operand(e.args[0]), a = operand(e.args[1]), end = operand(e.args[2]);
    // Two conditions, `a <= b` and `b <= end`: either being false decides.
    Truth3 from{Truth::unknown, missing_of(a, b)}, until{Truth::unknown, missing_of(b, end)};
    if (a.present() && b.present()) {
        from = known(not_before(time_, moment(e.args[0], b), moment(e.args[1], a)));
    }
    if (b.present() && end.present()) until = known(in_time(time_, moment(e.args[0], b), dsl::DeadlineValue::decode(end.number)));
    if (from.truth == Truth::no || until.truth == Truth::no) return known(false);
    if (from.truth == Truth::yes && until.truth == Truth::yes) return known(true);
    Facts facts = from.truth == Truth::unknown ? from.facts : Facts{};
    if (until.truth == Truth::unknown) add_facts(facts, until.facts);
    return lacking(std::move(facts));
}

Truth3 Walker::at_least_after(const dsl::Expr& e) {
    const Value b = operand(e.args[0]), a = operand(e.args[1]), period = operand(e.args[2]);
    if (b.unknown() || a.unknown() || period.unknown()) return lacking(missing_of(b, a, period));
    const auto result = engine::at_least_after(time_, moment(e.args[0], b), moment(e.args[1], a), dsl::PeriodValue::decode(period.number), e.second);
    if (!result) return lacking(Facts{time_fact(time_, result.error())});
    return known(*result);
}

}  // namespace kaoping::engine::reference
