// Expressions: the way to each kind of them, presence, what fits where.

#include <fmt/format.h>

#include "dsl/check/expression_check.hpp"

namespace kaoping::dsl {

using syntax::ExprKind;

ExprId ExpressionChecker::check(const syntax::Expr& e, Type expected) {
    struct Depth {
        std::size_t& depth;
        explicit Depth(std::size_t& d) : depth(d) { ++depth; }
        ~Depth() { --depth; }
    } guard(depth_);
    if (depth_ > c_.budget.depth * 2) {
        c_.error("K0711", e.span, "this expression is nested too deeply, defines written out", "name parts with `let`");
        return c_.broken(e.span);
    }
    switch (e.kind) {
        case ExprKind::omitted:
        case ExprKind::error: return c_.broken(e.span);
        case ExprKind::name: return name(e, expected);
        case ExprKind::member: return member(e);
        case ExprKind::call: return call(e);
        case ExprKind::number:
        case ExprKind::text:
        case ExprKind::boolean:
        case ExprKind::date:
        case ExprKind::datetime: return literal(e);
        case ExprKind::list: return list_literal(e, expected);
        case ExprKind::comprehension: return comprehension(e, expected);
        case ExprKind::spans:
        case ExprKind::spans_list: return spans(e);
        case ExprKind::not_:
        case ExprKind::and_:
        case ExprKind::or_: return logic(e);
        case ExprKind::compare: return compare(e);
        case ExprKind::in: return in(e);
        case ExprKind::negate:
        case ExprKind::arithmetic: return arithmetic(e);
        case ExprKind::if_: return if_form(e, expected);
        case ExprKind::match: return match_form(e, expected);
        case ExprKind::some:
        case ExprKind::no:
        case ExprKind::every:
        case ExprKind::at_least:
        case ExprKind::at_most: return quantifier(e);
        case ExprKind::count:
        case ExprKind::count_distinct:
        case ExprKind::sum:
        case ExprKind::least:
        case ExprKind::greatest:
        case ExprKind::earliest:
        case ExprKind::latest: return fold(e);
        case ExprKind::first:
        case ExprKind::last: return first(e);
        case ExprKind::is_empty: return c_.add(Op::is_empty, type(Kind::boolean), e.span, {list(e.children[0])});
        case ExprKind::is_recorded:
        case ExprKind::is_missing: return absence(e);
        case ExprKind::or_else: return or_else(e, expected);
        case ExprKind::matches:
        case ExprKind::length_of: return text_form(e);
        case ExprKind::precedes: return precedes(e);
        case ExprKind::period: return period(e);
        case ExprKind::moded: return moded(e);
        case ExprKind::after: return after(e);
        case ExprKind::before:
            c_.error("K0251", e.span, "a deadline lies after a point, not before it", "write `b at least 7 days before a`");
            return c_.broken(e.span);
        case ExprKind::within: return within(e);
        case ExprKind::at_least_of: return at_least_of(e);
        case ExprKind::from_to:
        case ExprKind::age_of:
        case ExprKind::date_of: return calendar_form(e);
        case ExprKind::now: return c_.add(Op::now, type(Kind::datetime), e.span);
    }
    return c_.broken(e.span);
}

void ExpressionChecker::require_present(ExprId id, const syntax::Expr& e) {
    if (!c_.type_of(id).optional) return;
    const std::string written(c_.map.text(e.span));
    const bool is_path = !path_of(id).empty();
    c_.error("K0218", e.span, is_path ? fmt::format("`{}` may be absent here", written) : "this value may be absent",
             is_path ? fmt::format("test `{} is recorded` first, write `({} or else …)`{}", written, written, inside_define != nullptr ? "" : ", or name it under `needs`")
                     : "give it a name with `let` and test that it `is recorded`, or write `(… or else …)`");
    c_.program.exprs[static_cast<std::size_t>(id)].type = Type{};
}

ExprId ExpressionChecker::present(const syntax::Expr& e, Type expected) {
    const ExprId id = check(e, expected);
    require_present(id, e);
    return id;
}

ExprId ExpressionChecker::condition(const syntax::Expr& e) {
    const ExprId id = present(e, type(Kind::boolean));
    const Type t = c_.type_of(id);
    if (t.is(Kind::boolean) || t.is(Kind::error)) return id;
    c_.error("K0216", e.span, fmt::format("a condition is wanted, this is {}", c_.type_name(t)), "compare it with something, or test that it `is recorded`");
    return c_.broken(e.span);
}

ExprId ExpressionChecker::coerce(ExprId id, Type to) {
    const Type from = c_.type_of(id);
    const Span span = c_.expr(id).span;
    if (from.is(Kind::element) && to.is(Kind::reference) && from.of == to.of) {
        Type key = type(Kind::reference, to.of);
        key.optional = from.optional;
        return c_.add(Op::key_of, key, span, {id});
    }
    if (from.is(Kind::period) && to.is(Kind::duration) && counting_of(from) == Counting::hours) return c_.add(Op::period_length, type(Kind::duration), span, {id});
    return id;
}

bool ExpressionChecker::fits(Type from, Type to) const {
    if (from.is(Kind::error) || to.is(Kind::error)) return true;
    if (from.optional && !to.optional) return false;
    if (from.kind != to.kind) return false;
    if (from.is(Kind::list)) return from.item == to.item && (from.of == to.of || from.item == Kind::error || from.item == Kind::period);
    if (from.is(Kind::period) || from.is(Kind::deadline)) return true;
    return from.of == to.of;
}

}  // namespace kaoping::dsl
