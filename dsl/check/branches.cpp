// `if` and `match`.

#include <fmt/format.h>

#include <set>

#include "dsl/check/expression_check.hpp"

namespace kaoping::dsl {

using syntax::ExprKind;

Type ExpressionChecker::join_branches(Type a, Type b, const syntax::Expr& e) {
    if (a.is(Kind::error)) return b;
    if (b.is(Kind::error)) return a;
    Type out = a;
    out.optional = a.optional || b.optional;
    const bool counted_kind = a.is(Kind::period) || a.is(Kind::deadline);
    if (a.kind != b.kind || (!counted_kind && (a.of != b.of || a.item != b.item))) {
        c_.error("K0234", e.span, fmt::format("this branch is {}, the one before is {}", c_.type_name(b), c_.type_name(a)), "all branches must be of one type");
        return {};
    }
    if (counted_kind && a.of != b.of) out.of = static_cast<std::int32_t>(Counting::either);
    return out;
}

ExprId ExpressionChecker::if_form(const syntax::Expr& e, Type expected) {
    const ExprId test = condition(e.children[0]);
    ExprId yes = under(test, true, [&] { return check(e.children[1], expected); });
    if (!expected.is(Kind::enumeration)) expected = c_.type_of(yes);
    ExprId no = under(test, false, [&] { return check(e.children[2], expected); });
    const Type result = join_branches(c_.type_of(yes), c_.type_of(no), e.children[2]);
    return c_.add(Op::if_, result, e.span, {test, yes, no});
}

/// `match` becomes a row of `if`s over the same value.
ExprId ExpressionChecker::match_form(const syntax::Expr& e, Type expected) {
    const ExprId value = present(e.children[0]);
    const Type of = c_.type_of(value);
    const bool has_else = e.children.size() % 2 == 0;
    const std::size_t arms = (e.children.size() - 1) / 2;
    std::set<std::int64_t> numbers;
    std::set<std::string> texts;
    std::vector<std::pair<ExprId, ExprId>> branches;
    Type result{};
    for (std::size_t i = 0; i < arms; ++i) {
        const syntax::Expr& pattern = e.children[1 + 2 * i];
        const ExprId p = present(pattern, expected_beside(of));
        const Expr& node = c_.expr(p);
        if (!node.type.is(Kind::error)) {
            const bool fresh = node.op == Op::constant && (node.type.is(Kind::text) ? texts.emplace(node.value.text).second : numbers.insert(node.value.number).second);
            if (node.op != Op::constant || (!of.is(Kind::error) && (node.type.kind != of.kind || node.type.of != of.of)))
                c_.error("K0233", pattern.span, fmt::format("a pattern is a constant of the value's type ({})", c_.type_name(of)), "write a member of the enum or a literal");
            else if (!fresh)
                c_.error("K0233", pattern.span, "this pattern stands there twice", "remove one");
        }
        const syntax::Expr& body = e.children[2 + 2 * i];
        const ExprId b = check(body, expected);
        if (!expected.is(Kind::enumeration) && i == 0) expected = c_.type_of(b);
        result = join_branches(result, c_.type_of(b), body);
        branches.emplace_back(p, b);
    }
    ExprId otherwise = no_expr;
    const bool counts_members = of.is(Kind::enumeration) && of.of >= 0;
    const bool complete = counts_members && numbers.size() == c_.enumeration(of.of).members.size();
    if (has_else) {
        otherwise = check(e.children.back(), expected);
        result = join_branches(result, c_.type_of(otherwise), e.children.back());
        if (complete) c_.error("K0233", e.children.back().span, "`else` is never reached: every member has its line", "remove it");
    } else if (!complete && !of.is(Kind::error)) {
        std::vector<std::string> left;
        if (counts_members)
            for (std::size_t m = 0; m < c_.enumeration(of.of).members.size(); ++m)
                if (numbers.count(static_cast<std::int64_t>(m)) == 0) left.push_back(c_.enumeration(of.of).members[m].name);
        c_.error("K0232", e.span, left.empty() ? std::string("this `match` does not say what holds otherwise") : fmt::format("this `match` leaves out {}", fmt::join(left, ", ")),
                 left.empty() ? "add `else: …`" : "add a line for each, or `else: …`");
        return c_.broken(e.span);
    }
    if (branches.empty()) return otherwise == no_expr ? c_.broken(e.span) : otherwise;
    std::size_t last = branches.size();
    ExprId out = otherwise;
    if (out == no_expr) {
        // The last member needs no test, but a lone one keeps it: the value may be unknown.
        out = branches.back().second;
        if (branches.size() > 1) --last;
    }
    while (last-- > 0) {
        const ExprId test = c_.add(Op::compare, type(Kind::boolean), c_.expr(branches[last].first).span, {value, branches[last].first}, static_cast<std::int32_t>(Comparison::equal));
        out = c_.add(Op::if_, result, e.span, {test, branches[last].second, out});
    }
    return out;
}

}  // namespace kaoping::dsl
