// Periods, deadlines, spans of time, days between (semantics §§ 4, 5).

#include <fmt/format.h>

#include "dsl/check/expression_check.hpp"
#include "dsl/registry/scalar_text.hpp"

namespace kaoping::dsl {

using syntax::ExprKind;

namespace {

Unit unit_of(std::string_view text) {
    if (text == "microsecond") return Unit::microsecond;
    if (text == "second") return Unit::second;
    if (text == "minute") return Unit::minute;
    if (text == "hour") return Unit::hour;
    if (text == "day") return Unit::day;
    if (text == "month") return Unit::month;
    return text == "year" ? Unit::year : Unit::working_day;
}

}  // namespace

ExprId ExpressionChecker::period(const syntax::Expr& e) {
    const auto count = parse_decimal(e.children[0].text);
    if (!count || *count % number_scale != 0) {
        c_.error("K0243", e.children[0].span, fmt::format("`{}` is no whole number of units", e.children[0].text), "use a smaller unit: `90 minutes`, or a computed period: `30 days * n`");
        return c_.broken(e.span);
    }
    const PeriodValue value{*count / number_scale, unit_of(e.text), Rolling::unstated};
    if (value.unit == Unit::working_day && c_.program.schema.calendar.empty()) {
        c_.error("K0245", e.span, "the schema names no calendar, so nobody knows which days are working days", "write `calendar \"CN\"` in the schema, and its path in pack.yaml");
        return c_.broken(e.span);
    }
    return c_.constant(counted(Kind::period, value.elapsed() ? Counting::hours : Counting::days), e.span, value.encode());
}

ExprId ExpressionChecker::moded(const syntax::Expr& e) {
    const ExprId id = present(e.children[0]);
    if (c_.type_of(id).is(Kind::error)) return c_.broken(e.span);
    if (!c_.type_of(id).is(Kind::period)) {
        c_.error("K0244", e.span, fmt::format("`{}` belongs to a period, this is {}", e.text, c_.type_name(c_.type_of(id))), "write it behind the unit: `3 days strict`");
        return c_.broken(e.span);
    }
    return set_mode(id, e.text == "strict" ? Rolling::strict : Rolling::rolling, e.span) ? id : c_.broken(e.span);
}

/// Says of every day period inside an expression how it ends.
bool ExpressionChecker::set_mode(ExprId id, Rolling mode, Span span) {
    const Expr node = c_.expr(id);
    switch (node.op) {
        case Op::constant: {
            PeriodValue value = PeriodValue::decode(node.value.number);
            if (value.elapsed() || value.unit == Unit::working_day) {
                c_.error("K0244", span, "only days, months and years of the calendar roll over holidays", "leave `strict` or `rolling` out");
                return false;
            }
            value.rolling = mode;
            c_.program.exprs[static_cast<std::size_t>(id)].value.number = value.encode();
            return true;
        }
        case Op::multiply: return set_mode(node.args[0], mode, span);
        case Op::if_: return set_mode(node.args[1], mode, span) && set_mode(node.args[2], mode, span);
        default:
            c_.error("K0244", span, "this period is written elsewhere", "write `strict` or `rolling` there, behind the unit");
            return false;
    }
}

// ---- deadlines --------------------------------------------------------------------------------------------------------------

/// Is there a period in days or longer inside that does not say whether it rolls over holidays?
bool ExpressionChecker::unstated_days(ExprId id) const {
    const Expr& e = c_.expr(id);
    switch (e.op) {
        case Op::constant: {
            const PeriodValue value = PeriodValue::decode(e.value.number);
            return e.type.is(Kind::period) && !value.elapsed() && value.unit != Unit::working_day && value.rolling == Rolling::unstated;
        }
        case Op::multiply: return unstated_days(e.args[0]);
        case Op::if_: return unstated_days(e.args[1]) || unstated_days(e.args[2]);
        case Op::let: return unstated_days(c_.program.lets[static_cast<std::size_t>(e.index)].value);
        case Op::call: return unstated_days(c_.program.defines[static_cast<std::size_t>(e.index)].body);
        default: return false;
    }
}

/// The record whose field the point in time is; −1: none.
std::int32_t ExpressionChecker::record_of_point(ExprId id) const {
    if (id == no_expr) return -1;
    const Expr& e = c_.expr(id);
    switch (e.op) {
        case Op::field: return c_.type_of(e.args[0]).of;
        case Op::let: return record_of_point(c_.program.lets[static_cast<std::size_t>(e.index)].value);
        case Op::or_else:
        case Op::date_of: return record_of_point(e.args[0]);
        default: return -1;
    }
}

void ExpressionChecker::check_point(ExprId period, ExprId point, Span span) {
    const Type p = c_.type_of(period), at = c_.type_of(point);
    if (at.is(Kind::date) && counting_of(p) != Counting::days)
        return c_.error("K0227", span, "hours are counted from a point in time, this is a date", "count days, or record the time");
    const std::int32_t of = record_of_point(point);
    if (of >= 0 && c_.record(of).restricts_liberty && unstated_days(period))
        c_.error("K0226", c_.expr(period).span, fmt::format("a period that restricts liberty must say whether it rolls over holidays ({} restricts liberty)", c_.record(of).name),
                 "write `strict` (it ends on its day) or `rolling` (it ends on the next working day) behind the unit", {{c_.record(of).span, "declared here"}});
}

ExprId ExpressionChecker::deadline(ExprId period, ExprId point, ExprId spans, Span span) {
    const Type p = c_.type_of(period), at = c_.type_of(point);
    if (p.is(Kind::error) || at.is(Kind::error)) return c_.broken(span);
    if (at.is(Kind::deadline)) {
        c_.error("K0225", c_.expr(point).span, "deadlines do not follow one another", "add the periods: one deadline rolls over holidays once");
        return c_.broken(span);
    }
    if (!p.is(Kind::period)) {
        c_.error("K0223", c_.expr(period).span, fmt::format("a period stands before `after`, this is {}", c_.type_name(p)), "write `3 days after a`, `24 hours after a`, `30 days * n after a`");
        return c_.broken(span);
    }
    if (!at.is(Kind::date) && !at.is(Kind::datetime)) {
        c_.error("K0219", c_.expr(point).span, fmt::format("a date or a point in time is wanted, this is {}", c_.type_name(at)), "a period is counted from a point in time");
        return c_.broken(span);
    }
    check_point(period, point, c_.expr(point).span);
    return c_.add(Op::after, counted(Kind::deadline, counting_of(p)), span, {period, point, spans}, -1, counting_);
}

ExprId ExpressionChecker::after(const syntax::Expr& e) {
    const ExprId p = present(e.children[0]);
    const ExprId at = present(e.children[1]);
    ExprId left_out = no_expr;
    if (e.children[2].written()) {
        left_out = present(e.children[2]);
        const Type t = c_.type_of(left_out);
        if (!t.is(Kind::spans) && !t.is(Kind::error)) {
            c_.error("K0252", e.children[2].span, fmt::format("`not counting` takes spans of time, this is {}", c_.type_name(t)), "say from when to when: `not counting (x.from to x.to for x in list)`");
            left_out = no_expr;
        }
    }
    return deadline(p, at, left_out, e.span);
}

ExprId ExpressionChecker::within(const syntax::Expr& e) {
    const ExprId b = present(e.children[0]);
    if (e.children[1].kind != ExprKind::after) {
        c_.error("K0251", e.children[1].span, "`within` looks forward from a point", "write `b within 3 days after a`");
        return c_.broken(e.span);
    }
    const ExprId end = after(e.children[1]);
    if (c_.type_of(b).is(Kind::error) || c_.type_of(end).is(Kind::error)) return c_.broken(e.span);
    const Type t = c_.type_of(b);
    const ExprId a = c_.expr(end).args[1];
    if (!t.is(Kind::datetime) && !t.is(Kind::date)) {
        c_.error("K0219", e.children[0].span, fmt::format("a date or a point in time is wanted, this is {}", c_.type_name(t)), "write `b within 3 days after a`");
        return c_.broken(e.span);
    }
    if (t.is(Kind::date) && counting_of(c_.type_of(end)) != Counting::days) {
        c_.error("K0222", e.span, "a date is compared with a deadline in hours", "a deadline in hours needs a point in time on the other side");
        return c_.broken(e.span);
    }
    return c_.add(Op::within, type(Kind::boolean), e.span, {b, a, end});
}

ExprId ExpressionChecker::at_least_of(const syntax::Expr& e) {
    const syntax::Expr& reach = e.children[1];
    ExprId b = present(e.children[0]);
    const ExprId p = present(reach.children[0]);
    ExprId a = present(reach.children[1]);
    if (reach.children[2].written()) c_.error("K0252", reach.children[2].span, "time that does not count lengthens deadlines, not distances", "compare with a deadline: `b > 30 days after a not counting …`");
    if (c_.type_of(a).is(Kind::error) || c_.type_of(b).is(Kind::error) || c_.type_of(p).is(Kind::error)) return c_.broken(e.span);
    for (const auto& [point, written] : {std::pair{b, &e.children[0]}, std::pair{a, &reach.children[1]}})
        if (!c_.type_of(point).is(Kind::datetime) && !c_.type_of(point).is(Kind::date)) {
            c_.error(c_.type_of(point).is(Kind::deadline) ? "K0225" : "K0219", written->span, fmt::format("a date or a point in time is wanted, this is {}", c_.type_name(c_.type_of(point))),
                     "write `b at least 60 days after a`");
            return c_.broken(e.span);
        }
    if (!c_.type_of(p).is(Kind::period)) {
        c_.error("K0223", reach.children[0].span, fmt::format("a period is wanted, this is {}", c_.type_name(c_.type_of(p))), "write `b at least 60 days after a`");
        return c_.broken(e.span);
    }
    // `b at least P before a` says the same as `a at least P after b`.
    if (reach.kind == ExprKind::before) std::swap(a, b);
    if (counting_of(c_.type_of(p)) != Counting::days && (c_.type_of(a).is(Kind::date) || c_.type_of(b).is(Kind::date))) {
        c_.error("K0227", c_.expr(c_.type_of(a).is(Kind::date) ? a : b).span, "hours are counted between points in time, here is a date", "count days, or record the time");
        return c_.broken(e.span);
    }
    check_point(p, a, c_.expr(a).span);
    return c_.add(Op::at_least_after, type(Kind::boolean), e.span, {b, a, p}, -1, counting_);
}

// ---- spans ------------------------------------------------------------------------------------------------------------------

ExprId ExpressionChecker::spans(const syntax::Expr& e) {
    if (e.kind == ExprKind::spans_list) {
        ExprList parts;
        for (const syntax::Expr& one : e.children) parts.push_back(spans(one));
        return c_.add(Op::spans_join, type(Kind::spans), e.span, std::move(parts));
    }
    if (!e.children[2].written()) {
        c_.error("K0252", e.span, "spans of time come from a list", "write `(x.from to x.to for x in list)`");
        return c_.broken(e.span);
    }
    const ExprId over = list(e.children[2]);
    const Scope::Mark mark = scope_.mark();
    const std::int32_t binder = bind_item(e, over);
    ExprId where = no_expr;
    if (e.children[3].written()) {
        body_mentions(e.children[3], e.name.text);
        where = condition(e.children[3]);
        assume(where, true);
    }
    const ExprId from = present(e.children[0]);
    const ExprId to = check(e.children[1]);
    scope_.restore(mark);
    if (c_.type_of(over).is(Kind::error) || c_.type_of(from).is(Kind::error) || c_.type_of(to).is(Kind::error)) return c_.broken(e.span);
    for (const auto& [point, written] : {std::pair{from, &e.children[0]}, std::pair{to, &e.children[1]}})
        if (!c_.type_of(point).is(Kind::datetime) && !c_.type_of(point).is(Kind::date)) {
            c_.error("K0219", written->span, fmt::format("a date or a point in time is wanted, this is {}", c_.type_name(c_.type_of(point))), "a span goes from one point to another");
            return c_.broken(e.span);
        }
    return c_.add(Op::spans_for, type(Kind::spans), e.span, {over, where, from, to}, binder);
}

// ---- days between -------------------------------------------------------------------------------------------------------------

ExprId ExpressionChecker::calendar_form(const syntax::Expr& e) {
    ExprList args;
    for (const syntax::Expr& child : e.children) {
        args.push_back(present(child));
        const Type t = c_.type_of(args.back());
        if (t.is(Kind::error)) return c_.broken(e.span);
        const bool date_only = e.kind == ExprKind::age_of && args.size() == 1;
        const bool time_only = e.kind == ExprKind::date_of;
        if ((t.is(Kind::date) && !time_only) || (t.is(Kind::datetime) && !date_only)) continue;
        if (t.is(Kind::deadline) && time_only)
            c_.error("K0219", child.span, "a deadline has no date of its own in a condition", "compare with the deadline: `b <= 3 days after a`");
        else
            c_.error("K0219", child.span, fmt::format("{} is wanted, this is {}", date_only ? "a date" : time_only ? "a point in time" : "a date or a point in time", c_.type_name(t)),
                     time_only && t.is(Kind::date) ? "it is a date already" : "days are counted between points in time");
        return c_.broken(e.span);
    }
    if (e.kind == ExprKind::date_of) return c_.add(Op::date_of, type(Kind::date), e.span, std::move(args));
    if (e.kind == ExprKind::age_of) return c_.add(Op::age_on, type(Kind::number), e.span, std::move(args));
    return c_.add(Op::from_to, type(Kind::number), e.span, std::move(args), static_cast<std::int32_t>(unit_of(e.text)));
}

}  // namespace kaoping::dsl
