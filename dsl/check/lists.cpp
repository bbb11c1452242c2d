// Lists: literals, comprehensions, membership, quantifiers, folds, first and last, positions.

#include <fmt/format.h>

#include "dsl/check/expression_check.hpp"

namespace kaoping::dsl {

using syntax::ExprKind;

ExprId ExpressionChecker::list(const syntax::Expr& e, Type expected) {
    const ExprId id = check(e, expected);
    const Type t = c_.type_of(id);
    if (t.is(Kind::list) && !t.optional) return id;
    if (t.is(Kind::list)) {
        require_present(id, e);
        return id;
    }
    if (!t.is(Kind::error)) c_.error("K0228", e.span, fmt::format("a list is wanted, this is {}", c_.type_name(t)), "name a list of the case, or write `(a, b)`");
    return c_.broken(e.span);
}

/// Binds the variable of a quantifier, fold or comprehension to the items of a list.
std::int32_t ExpressionChecker::bind_item(const syntax::Expr& e, ExprId list) {
    const Type t = c_.type_of(list);
    const std::int32_t binder = c_.add_binder(e.name.text, t.is(Kind::list) ? t.element_type() : Type{}, e.name.span);
    bind(e.name.text, e.name.span, false, binder, path_of(list));
    return binder;
}

ExprId ExpressionChecker::list_literal(const syntax::Expr& e, Type expected) {
    Type item = expected.is(Kind::list) ? expected.element_type() : Type{};
    ExprList items;
    bool good = true, misfit = false;  // one item of a wrong type is enough to see that the list is of another
    for (const syntax::Expr& one : e.children) {
        ExprId id = present(one, item);
        if (item.is(Kind::error)) item = c_.type_of(id);
        id = coerce(id, item);
        const Type t = c_.type_of(id);
        if (t.is(Kind::error)) good = false;
        else if (t.is(Kind::list) || t.is(Kind::row) || t.is(Kind::spans)) {
            c_.error("K0248", one.span, fmt::format("{} cannot stand in a list", c_.type_name(t)), "lists hold single values");
            good = false;
        } else if (!fits(t, item)) {
            if (!misfit) c_.error("K0248", one.span, fmt::format("the list holds {}, this is {}", c_.type_name(item), c_.type_name(t)), "all items are of one type");
            misfit = true;
            good = false;
        }
        items.push_back(id);
    }
    if (!good) return c_.broken(e.span);
    return c_.add(Op::list, Type::list_of(item), e.span, std::move(items));
}

ExprId ExpressionChecker::comprehension(const syntax::Expr& e, Type expected) {
    const ExprId over = list(e.children[1]);
    const Scope::Mark mark = scope_.mark();
    const std::int32_t binder = bind_item(e, over);
    ExprId where = no_expr;
    if (e.children[2].written()) {
        body_mentions(e.children[2], e.name.text);
        where = condition(e.children[2]);
        assume(where, true);
    }
    const ExprId item = present(e.children[0], expected.is(Kind::list) ? expected.element_type() : Type{});
    scope_.restore(mark);
    const Type t = c_.type_of(item);
    if (t.is(Kind::error) || c_.type_of(over).is(Kind::error)) return c_.broken(e.span);
    if (t.is(Kind::list) || t.is(Kind::row) || t.is(Kind::spans)) {
        c_.error("K0248", e.children[0].span, fmt::format("{} cannot stand in a list", c_.type_name(t)), "lists hold single values");
        return c_.broken(e.span);
    }
    return c_.add(Op::comprehension, Type::list_of(t), e.span, {over, where, item}, binder);
}

ExprId ExpressionChecker::in(const syntax::Expr& e) {
    // `detention in kinds` and `m.kind in (a, b)`: the side that is known says what the other's names mean.
    ExprId x = no_expr, within = no_expr;
    if (!names_variable(e.children[0]) && names_variable(e.children[1])) {
        within = list(e.children[1]);
        x = present(e.children[0], expected_beside(c_.type_of(within).is(Kind::list) ? c_.type_of(within).element_type() : Type{}));
    } else {
        x = present(e.children[0]);
        const Type t = c_.type_of(x);
        within = list(e.children[1], Type::list_of(expected_beside(t)));
    }
    if (c_.type_of(x).is(Kind::error) || c_.type_of(within).is(Kind::error)) return c_.broken(e.span);
    Type item = c_.type_of(within).element_type();
    if (item.is(Kind::element) && c_.type_of(x).present().kind != Kind::error && (c_.type_of(x).is(Kind::element) || c_.type_of(x).is(Kind::reference))) {
        // Elements are compared by key: the list becomes the list of its keys.
        const std::int32_t binder = c_.add_binder("item", item, e.span);
        const ExprId element = c_.add(Op::binder, item, e.span, {}, binder);
        const ExprId key = coerce(element, type(Kind::reference, item.of));
        item = type(Kind::reference, item.of);
        if (c_.record(item.of).key_field < 0) {
            c_.error("K0246", e.span, fmt::format("elements of {} have no key to compare", c_.record(item.of).name), "compare their fields, or mark a field of the record with `key`");
            return c_.broken(e.span);
        }
        within = c_.add(Op::comprehension, Type::list_of(item), e.span, {within, no_expr, key}, binder);
    }
    x = coerce(x, item);
    const Type t = c_.type_of(x);
    if (t.kind != item.kind || t.of != item.of || t.is(Kind::row) || t.is(Kind::spans) || t.is(Kind::period) || t.is(Kind::deadline)) {
        if (t.is(Kind::text) && item.is(Kind::reference))
            c_.error("K0221", e.span, "a text is looked for among references", "compare keys: `some r in list where r.id = text`");
        else
            c_.error("K0219", e.span, fmt::format("{} is looked for among items of which each is {}", c_.type_name(t), c_.type_name(item)), "both must be of one type");
        return c_.broken(e.span);
    }
    return c_.add(Op::in_list, type(Kind::boolean), e.span, {x, within});
}

// ---- quantifiers ----------------------------------------------------------------------------------------------------------

namespace {

bool mentions(const syntax::Expr& e, std::string_view name) {
    if (e.kind == ExprKind::name || e.kind == ExprKind::call) {
        if (e.text == name) return true;
    }
    for (const syntax::Expr& child : e.children)
        if (mentions(child, name)) return true;
    return false;
}

}  // namespace

/// The body of a quantifier reaches as far right as it can: a part that does not mention the variable was hardly meant so.
void ExpressionChecker::body_mentions(const syntax::Expr& body, std::string_view binder) {
    if (body.parenthesised || (body.kind != ExprKind::and_ && body.kind != ExprKind::or_)) return;
    for (const syntax::Expr& part : body.children) {
        if (mentions(part, binder) || part.kind == ExprKind::error) continue;
        c_.error("K0230", part.span, fmt::format("this part does not mention `{}`, but stands inside its condition", binder),
                 "put parentheses around the quantifier to end it before, or around its whole condition if it is meant so");
        return;
    }
}

ExprId ExpressionChecker::quantifier(const syntax::Expr& e) {
    std::int32_t bound = e.kind == ExprKind::no ? 0 : 1;
    if (e.kind == ExprKind::at_least || e.kind == ExprKind::at_most) {
        const ExprId n = check(e.children[0]);
        const Expr& node = c_.expr(n);
        const bool whole = node.op == Op::constant && node.type.is(Kind::number) && node.value.number % number_scale == 0 && node.value.number >= 0 &&
                           node.value.number <= 1'000'000 * number_scale;
        if (whole) bound = static_cast<std::int32_t>(node.value.number / number_scale);
        else if (!node.type.is(Kind::error)) c_.error("K0243", e.children[0].span, "the number of elements is a whole number, written out", "write `at least 2 x in list where …`, or compare `count of (…)`");
    }
    const ExprId over = list(e.children[1]);
    const Scope::Mark mark = scope_.mark();
    const std::int32_t binder = bind_item(e, over);
    ExprId where = no_expr, satisfies = no_expr;
    if (e.children[2].written()) {
        body_mentions(e.children[2], e.name.text);
        where = condition(e.children[2]);
        assume(where, true);
    }
    if (e.kind == ExprKind::every) {
        body_mentions(e.children[3], e.name.text);
        satisfies = condition(e.children[3]);
    }
    scope_.restore(mark);
    if (c_.type_of(over).is(Kind::error)) return c_.broken(e.span);
    const Op op = e.kind == ExprKind::every ? Op::every : e.kind == ExprKind::no || e.kind == ExprKind::at_most ? Op::at_most : Op::at_least;
    return c_.add(op, type(Kind::boolean), e.span, {over, where, satisfies}, binder, bound);
}

// ---- folds ------------------------------------------------------------------------------------------------------------------

namespace {

Op fold_op(ExprKind kind) {
    switch (kind) {
        case ExprKind::count: return Op::count;
        case ExprKind::count_distinct: return Op::count_distinct;
        case ExprKind::sum: return Op::sum;
        case ExprKind::least:
        case ExprKind::earliest: return Op::least;
        default: return Op::greatest;
    }
}

const char* fold_items(ExprKind kind) {
    switch (kind) {
        case ExprKind::sum: return "numbers or elapsed times";
        case ExprKind::earliest:
        case ExprKind::latest: return "dates or points in time";
        case ExprKind::count_distinct: return "single values";
        default: return "numbers, elapsed times, dates or points in time";
    }
}

}  // namespace

ExprId ExpressionChecker::fold(const syntax::Expr& e) {
    const Op op = fold_op(e.kind);
    const bool bound = !e.name.empty();
    ExprId over = no_expr, where = no_expr, value = no_expr;
    std::int32_t binder = -1;
    if (bound) {
        over = list(e.children[1]);
        const Scope::Mark mark = scope_.mark();
        binder = bind_item(e, over);
        if (e.children[2].written()) {
            body_mentions(e.children[2], e.name.text);
            where = condition(e.children[2]);
            assume(where, true);
        }
        value = present(e.children[0]);
        scope_.restore(mark);
    } else {
        over = list(e.children[0]);
    }
    Type item = bound ? c_.type_of(value) : c_.type_of(over).is(Kind::list) ? c_.type_of(over).element_type() : Type{};
    if (c_.type_of(over).is(Kind::error) || item.is(Kind::error)) return c_.broken(e.span);
    const bool time = item.is(Kind::date) || item.is(Kind::datetime);
    const bool fits_kind = op == Op::count ? true
                           : op == Op::count_distinct ? !item.is(Kind::list) && !item.is(Kind::spans) && !item.is(Kind::row)
                           : op == Op::sum ? item.is(Kind::number) || item.is(Kind::duration)
                           : e.kind == ExprKind::earliest || e.kind == ExprKind::latest ? time
                                                                                           : item.is(Kind::number) || item.is(Kind::duration) || time;
    if (!fits_kind) {
        c_.error("K0249", e.children[0].span, fmt::format("this fold takes {}, each item here is {}", fold_items(e.kind), c_.type_name(item)),
                 bound ? "name a field of that type" : "name what to take of each item: `earliest of d.served_at for d in documents`");
        return c_.broken(e.span);
    }
    if (op == Op::count_distinct && item.is(Kind::element)) {
        if (c_.record(item.of).key_field < 0) {
            c_.error("K0246", e.span, fmt::format("elements of {} have no key to compare", c_.record(item.of).name), "count a field of theirs");
            return c_.broken(e.span);
        }
        if (bound) value = coerce(value, type(Kind::reference, item.of));
    }
    Type result = op == Op::count || op == Op::count_distinct ? type(Kind::number) : item.present();
    result.optional = op == Op::least || op == Op::greatest;
    return c_.add(op, result, e.span, {over, where, value}, binder);
}

ExprId ExpressionChecker::first(const syntax::Expr& e) {
    const ExprId over = list(e.children[0]);
    const Scope::Mark mark = scope_.mark();
    const std::int32_t binder = bind_item(e, over);
    ExprId where = no_expr, key = no_expr;
    if (e.children[1].written()) {
        body_mentions(e.children[1], e.name.text);
        where = condition(e.children[1]);
        assume(where, true);
    }
    if (e.children[2].written()) {
        key = present(e.children[2]);
        const Type t = c_.type_of(key);
        if (!t.is(Kind::number) && !t.is(Kind::date) && !t.is(Kind::datetime) && !t.is(Kind::duration) && !t.is(Kind::error))
            c_.error("K0249", e.children[2].span, fmt::format("elements cannot be ordered by {}", c_.type_name(t)), "order by a number or a point in time");
    }
    scope_.restore(mark);
    if (c_.type_of(over).is(Kind::error)) return c_.broken(e.span);
    const Type result = c_.type_of(over).element_type().as_optional();
    if (key == no_expr) return c_.add(e.kind == ExprKind::first ? Op::first : Op::last, result, e.span, {over, where}, binder);
    // `last x by k`: the greatest key, ties by position from the end.
    return c_.add(Op::first_by, result, e.span, {over, where, key}, binder, e.kind == ExprKind::last ? 1 : 0);
}

/// The list that an element certainly stands in; empty if that is not known.
std::string ExpressionChecker::element_list_path(ExprId id) const {
    const Expr& e = c_.expr(id);
    switch (e.op) {
        case Op::binder:
            for (const Variable& one : scope_.variables())
                if (!one.is_let && one.index == e.index) return one.list_path;
            return {};
        case Op::let: return element_list_path(c_.program.lets[static_cast<std::size_t>(e.index)].value);
        case Op::first:
        case Op::last:
        case Op::first_by: return path_of(e.args[0]);
        default: return {};
    }
}

ExprId ExpressionChecker::precedes(const syntax::Expr& e) {
    const ExprId a = present(e.children[0]), b = present(e.children[1]);
    const Type ta = c_.type_of(a), tb = c_.type_of(b);
    if (ta.is(Kind::error) || tb.is(Kind::error)) return c_.broken(e.span);
    const std::string list_a = element_list_path(a), list_b = element_list_path(b);
    if (ta.is(Kind::element) && tb.is(Kind::element) && !list_a.empty() && list_a == list_b) return c_.add(Op::precedes, type(Kind::boolean), e.span, {a, b});
    c_.error("K0231", e.span, "`precedes` compares the positions of two elements of one list", "bind both to the same list: `for each a in events, b in events where a precedes b`; points in time compare with `<`");
    return c_.broken(e.span);
}

}  // namespace kaoping::dsl
