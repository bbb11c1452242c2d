// Operators: literals, logic, comparison, arithmetic, absence, texts.

#include <fmt/format.h>

#include "dsl/check/expression_check.hpp"
#include "dsl/registry/civil_date.hpp"
#include "dsl/registry/scalar_text.hpp"
#include "dsl/registry/zone_file.hpp"
#include "dsl/syntax/lexer.hpp"
#include "dsl/typed/pattern.hpp"

namespace kaoping::dsl {

using syntax::ExprKind;

// ---- literals -------------------------------------------------------------------------------------------------------------

ExprId ExpressionChecker::number(const syntax::Expr& e) {
    const auto value = parse_decimal(e.text);
    if (value) return c_.constant(type(Kind::number), e.span, *value);
    c_.error("K0241", e.span, fmt::format("`{}` is no exact number of this language", e.text), "numbers have up to six places behind the point and stay below 9 × 10¹²");
    return c_.broken(e.span);
}

namespace {

/// Instant of a literal: with offset, or as local time of the zone. No reason: the lexer, which knows the calendar, gave it.
std::optional<std::int64_t> literal_instant(std::string_view text, const std::string& zone, std::string& why) {
    if (const auto instant = parse_instant(text)) return instant;
    const auto as_utc = parse_instant(std::string(text) + "Z");
    if (!as_utc) {
        const std::size_t point = text.find('.');
        const std::size_t end = text.find_first_not_of("0123456789", point + 1);
        if (point != std::string_view::npos && std::min(end, text.size()) - point > 7) why = "a second has at most six places behind the point";
        return std::nullopt;
    }
    const auto file = read_zone_file(zone);
    const std::vector<std::int64_t> instants = file ? file->instants_of(*as_utc) : std::vector<std::int64_t>{};
    if (instants.size() == 1) return instants.front();
    why = !file ? "the zone of the schema is not known" : instants.empty() ? "the clocks skip this time" : "the clocks show this time twice";
    return std::nullopt;
}

}  // namespace

ExprId ExpressionChecker::literal(const syntax::Expr& e) {
    switch (e.kind) {
        case ExprKind::number: return number(e);
        case ExprKind::boolean: return c_.constant(type(Kind::boolean), e.span, e.text == "true" ? 1 : 0);
        case ExprKind::text: return c_.add(Op::constant, type(Kind::text), e.span, {}, -1, -1, {0, unescape(e.text)});
        case ExprKind::date:
            if (const auto day = parse_day(e.text)) return c_.constant(type(Kind::date), e.span, *day);
            return c_.broken(e.span);  // the lexer has said that there is no such day
        default: {
            std::string why;
            if (const auto instant = literal_instant(e.text, c_.program.schema.timezone, why)) return c_.constant(type(Kind::datetime), e.span, *instant);
            if (!why.empty()) c_.error("K0242", e.span, fmt::format("`{}` is no point in time: {}", e.text, why), "write a time that a clock shows, or one with its offset, like 2026-01-31T10:20:00+08:00");
            return c_.broken(e.span);
        }
    }
}

// ---- logic ----------------------------------------------------------------------------------------------------------------

ExprId ExpressionChecker::logic(const syntax::Expr& e) {
    if (e.kind == ExprKind::not_) return c_.add(Op::not_, type(Kind::boolean), e.span, {condition(e.children[0])});
    const bool conjunction = e.kind == ExprKind::and_;
    const Scope::Mark mark = scope_.mark();
    ExprList parts;
    for (const syntax::Expr& part : e.children) {
        parts.push_back(condition(part));
        assume(parts.back(), conjunction);
    }
    scope_.restore(mark);
    return c_.add(conjunction ? Op::and_ : Op::or_, type(Kind::boolean), e.span, std::move(parts));
}

// ---- comparison -----------------------------------------------------------------------------------------------------------

namespace {

Comparison comparison_of(std::string_view text) {
    if (text == "=") return Comparison::equal;
    if (text == "!=") return Comparison::not_equal;
    if (text == "<") return Comparison::less;
    if (text == "<=") return Comparison::less_equal;
    return text == ">" ? Comparison::greater : Comparison::greater_equal;
}

}  // namespace

ExprId ExpressionChecker::compare(const syntax::Expr& e) {
    const syntax::Expr& left = e.children[0];
    const syntax::Expr& right = e.children[1];
    // A bare name that is no variable can only be a member of the other side's enum.
    ExprId a = no_expr, b = no_expr;
    if (!names_variable(left) && names_variable(right)) {
        b = present(right);
        a = present(left, expected_beside(c_.type_of(b)));
    } else {
        a = present(left);
        b = present(right, expected_beside(c_.type_of(a)));
    }
    return compare_typed(a, b, comparison_of(e.text), e);
}

ExprId ExpressionChecker::compare_typed(ExprId a, ExprId b, Comparison how, const syntax::Expr& e) {
    if (c_.type_of(a).is(Kind::error) || c_.type_of(b).is(Kind::error)) return c_.broken(e.span);
    if (c_.type_of(a).is(Kind::element) && c_.type_of(b).is(Kind::element)) {
        if (c_.type_of(a).of == c_.type_of(b).of && c_.record(c_.type_of(a).of).key_field < 0) {
            c_.error("K0246", e.span, fmt::format("elements of {} have no key to compare", c_.record(c_.type_of(a).of).name), "compare their fields, or mark a field of the record with `key`");
            return c_.broken(e.span);
        }
        a = coerce(a, type(Kind::reference, c_.type_of(a).of));
        b = coerce(b, type(Kind::reference, c_.type_of(b).of));
    }
    a = coerce(a, c_.type_of(b));
    b = coerce(b, c_.type_of(a));
    const Type ta = c_.type_of(a), tb = c_.type_of(b);
    if (ta.is(Kind::deadline) || tb.is(Kind::deadline)) return compare_deadline(a, b, how, e);
    if (ta.kind != tb.kind || ta.of != tb.of || ta.is(Kind::list) || ta.is(Kind::row) || ta.is(Kind::spans) || ta.is(Kind::period)) {
        cannot_compare(a, b, e);
        return c_.broken(e.span);
    }
    const bool ordered = how != Comparison::equal && how != Comparison::not_equal;
    if (ordered && (ta.is(Kind::boolean) || ta.is(Kind::enumeration) || ta.is(Kind::reference))) {
        const std::string what = ta.is(Kind::enumeration) && ta.of >= 0 ? "the members of " + c_.enumeration(ta.of).name : ta.is(Kind::boolean) ? "conditions" : "references";
        c_.error("K0247", e.name.span, fmt::format("{} have no order", what), "compare with `=` or `!=`, or list those that are meant: `x in (a, b)`");
        return c_.broken(e.span);
    }
    return c_.add(Op::compare, type(Kind::boolean), e.span, {a, b}, static_cast<std::int32_t>(how));
}

void ExpressionChecker::cannot_compare(ExprId a, ExprId b, const syntax::Expr& e) {
    const Type ta = c_.type_of(a), tb = c_.type_of(b);
    const auto pair = [&](Kind x, Kind y) { return (ta.is(x) && tb.is(y)) || (ta.is(y) && tb.is(x)); };
    const std::string left(c_.map.text(e.children[0].span)), right(c_.map.text(e.children[1].span));
    if (pair(Kind::text, Kind::reference)) {
        const Type reference = ta.is(Kind::reference) ? ta : tb;
        const int key = c_.record(reference.of).key_field;
        const std::string name = key < 0 ? "id" : c_.record(reference.of).fields[static_cast<std::size_t>(key)].name;
        return c_.error("K0221", e.span, "a text is compared with a reference", fmt::format("compare with the key: `{}.{}`", ta.is(Kind::reference) ? left : right, name));
    }
    if (pair(Kind::date, Kind::datetime)) {
        const std::string& instant = ta.is(Kind::datetime) ? left : right;
        return c_.error("K0222", e.span, "a date is compared with a point in time", fmt::format("compare days: `date of {}`", instant));
    }
    if (pair(Kind::duration, Kind::period))
        return c_.error("K0223", e.span, "elapsed time is compared with a period of the calendar",
                        "write `b <= 3 days after a` for the legal period, or `b - a <= 72 hours` for elapsed time");
    if (pair(Kind::text, Kind::enumeration))
        return c_.error("K0219", e.span, "a text is compared with a member of an enum", "write the member's name without quotes");
    c_.error("K0219", e.span, fmt::format("{} cannot be compared with {}", c_.type_name(ta), c_.type_name(tb)), "both sides must be of one type");
}

/// In time is `moment <= deadline`; the other spellings are turned round.
ExprId ExpressionChecker::compare_deadline(ExprId a, ExprId b, Comparison how, const syntax::Expr& e) {
    const Type ta = c_.type_of(a), tb = c_.type_of(b);
    if (ta.is(Kind::deadline) && tb.is(Kind::deadline)) return c_.add(Op::compare, type(Kind::boolean), e.span, {a, b}, static_cast<std::int32_t>(how));
    const bool turned = ta.is(Kind::deadline);
    const ExprId moment = turned ? b : a, end = turned ? a : b;
    const Type tm = c_.type_of(moment), td = c_.type_of(end);
    if (!tm.is(Kind::datetime) && !tm.is(Kind::date)) {
        cannot_compare(a, b, e);
        return c_.broken(e.span);
    }
    if (tm.is(Kind::date) && counting_of(td) != Counting::days) {
        c_.error("K0222", e.span, "a date is compared with a deadline in hours", "a deadline in hours needs a point in time on the other side");
        return c_.broken(e.span);
    }
    if (turned) {
        constexpr Comparison mirrored[] = {Comparison::equal, Comparison::not_equal, Comparison::greater, Comparison::greater_equal, Comparison::less, Comparison::less_equal};
        how = mirrored[static_cast<std::size_t>(how)];
    }
    if (how != Comparison::less_equal && how != Comparison::greater) {
        c_.error("K0224", e.name.span, "a moment is in time or late: nothing else can be said of a deadline", "write `moment <= deadline` (in time) or `moment > deadline` (late)");
        return c_.broken(e.span);
    }
    return c_.add(Op::compare, type(Kind::boolean), e.span, {moment, end}, static_cast<std::int32_t>(how));
}

// ---- arithmetic -------------------------------------------------------------------------------------------------------------

ExprId ExpressionChecker::arithmetic(const syntax::Expr& e) {
    if (e.kind == ExprKind::negate) {
        const ExprId value = present(e.children[0]);
        const Type t = c_.type_of(value);
        if (t.is(Kind::number) || t.is(Kind::duration) || t.is(Kind::error)) return c_.add(Op::negate, t, e.span, {value});
        c_.error("K0217", e.span, fmt::format("{} has no negative", c_.type_name(t)), "only numbers and elapsed times have");
        return c_.broken(e.span);
    }
    ExprId a = present(e.children[0]), b = present(e.children[1]);
    if (c_.type_of(a).is(Kind::error) || c_.type_of(b).is(Kind::error)) return c_.broken(e.span);
    const char op = e.text[0];
    if (op == '+' || op == '-') {  // hours beside an elapsed time or an instant are elapsed time
        if (c_.type_of(a).is(Kind::duration) || c_.type_of(a).is(Kind::datetime)) b = coerce(b, type(Kind::duration));
        if (c_.type_of(b).is(Kind::duration) || c_.type_of(b).is(Kind::datetime)) a = coerce(a, type(Kind::duration));
    }
    const Type ta = c_.type_of(a), tb = c_.type_of(b);
    const auto both = [&](Kind x, Kind y) { return ta.is(x) && tb.is(y); };
    const auto make = [&](Op o, Type t) { return c_.add(o, t, e.span, {a, b}); };
    const Op plus_minus = op == '+' ? Op::add : Op::subtract;
    if (op == '+' || op == '-') {
        if (both(Kind::number, Kind::number)) return make(plus_minus, type(Kind::number));
        if (both(Kind::duration, Kind::duration)) return make(plus_minus, type(Kind::duration));
        if (both(Kind::datetime, Kind::duration)) return make(plus_minus, type(Kind::datetime));
        if (op == '-' && both(Kind::datetime, Kind::datetime)) return make(Op::subtract, type(Kind::duration));
        if (op == '+' && both(Kind::duration, Kind::datetime)) return c_.add(Op::add, type(Kind::datetime), e.span, {b, a});
    } else if (op == '*') {
        if (both(Kind::number, Kind::number)) return make(Op::multiply, type(Kind::number));
        if (both(Kind::duration, Kind::number) || both(Kind::period, Kind::number)) return make(Op::multiply, ta);
        if (both(Kind::number, Kind::duration) || both(Kind::number, Kind::period)) return c_.add(Op::multiply, tb, e.span, {b, a});
    } else {
        if (both(Kind::number, Kind::number)) return make(Op::divide, type(Kind::number));
        if (both(Kind::duration, Kind::number)) return make(Op::divide, type(Kind::duration));
    }
    if (op == '-' && both(Kind::date, Kind::date))
        c_.error("K0217", e.span, "dates are not subtracted", fmt::format("write `days from {} to {}`", c_.map.text(e.children[1].span), c_.map.text(e.children[0].span)));
    else if ((ta.is(Kind::date) || ta.is(Kind::datetime) || ta.is(Kind::deadline)) && tb.is(Kind::period))
        c_.error("K0217", e.span, "a period of the calendar is not added", "write `3 days after a`: the law says how its end is found");
    else if (both(Kind::period, Kind::period))
        c_.error("K0217", e.span, "periods are not added", "write one period, like `45 days`, or a computed one, like `30 days * (1 + n)`");
    else
        c_.error("K0217", e.name.span, fmt::format("`{}` does not join {} and {}", e.text, c_.type_name(ta), c_.type_name(tb)), "both sides must be numbers or elapsed times");
    return c_.broken(e.span);
}

// ---- absence ----------------------------------------------------------------------------------------------------------------

ExprId ExpressionChecker::absence(const syntax::Expr& e) {
    const bool was_lenient = lenient;
    const ExprId value = check(e.children[0]);
    lenient = was_lenient;
    const Type t = c_.type_of(value);
    if (!t.is(Kind::error) && !t.optional)
        c_.warning("K0220", e.span, fmt::format("`{}` is never absent here", c_.map.text(e.children[0].span)),
                   "its type has no `?`, or it was tested before: what is missing from the data makes the verdict undetermined by itself");
    return c_.add(e.kind == ExprKind::is_recorded ? Op::is_recorded : Op::is_missing, type(Kind::boolean), e.span, {value});
}

ExprId ExpressionChecker::or_else(const syntax::Expr& e, Type expected) {
    const ExprId value = check(e.children[0], expected);
    const Type t = c_.type_of(value);
    ExprId other = check(e.children[1], t.is(Kind::error) ? expected : t.present());
    other = coerce(other, t.present());
    const Type to = c_.type_of(other);
    if (t.is(Kind::error) || to.is(Kind::error)) return c_.broken(e.span);
    if (!t.optional) {
        c_.error("K0229", e.span, fmt::format("`{}` is never absent, so `or else` has nothing to replace", c_.map.text(e.children[0].span)),
                 "leave `or else` out: what is missing from the data stays unknown");
        return c_.broken(e.span);
    }
    if (!fits(to.present(), t.present())) {
        c_.error("K0234", e.span, fmt::format("{} is replaced by {}", c_.type_name(t.present()), c_.type_name(to)), "both must be of one type");
        return c_.broken(e.span);
    }
    Type result = t.present();
    result.optional = to.optional;
    return c_.add(Op::or_else, result, e.span, {value, other});
}

// ---- texts ------------------------------------------------------------------------------------------------------------------

ExprId ExpressionChecker::text_form(const syntax::Expr& e) {
    const ExprId text = present(e.children[0], type(Kind::text));
    if (!c_.type_of(text).is(Kind::text) && !c_.type_of(text).is(Kind::error))
        c_.error("K0219", e.children[0].span, fmt::format("a text is wanted, this is {}", c_.type_name(c_.type_of(text))), "only texts have a length and match patterns");
    if (e.kind == ExprKind::length_of) return c_.add(Op::length_of, type(Kind::number), e.span, {text});
    const ExprId out = c_.add(Op::matches, type(Kind::boolean), e.span, {text});
    c_.program.exprs[static_cast<std::size_t>(out)].value.text = unescape(e.children[1].text);
    if (!Pattern::compile(c_.expr(out).value.text)) {
        c_.error("K0240", e.children[1].span, "this is no regular expression", "patterns are written as in ECMAScript: `[0-9]{4}`, `^A`, `(x|y)`; a backslash is doubled in a text");
    }
    return out;
}

}  // namespace kaoping::dsl
