// Operators: `and`, `or`, `not`, comparison, `P after a`, arithmetic. What binds stronger stands lower.

#include "dsl/syntax/grammar.hpp"

namespace kaoping::dsl::grammar {

using syntax::Expr;
using syntax::ExprKind;

Expr make_node(ExprKind kind, std::string_view text) {
    Expr out;
    out.kind = kind;
    out.text = text;
    return out;
}

Expr make_node(syntax::Arena& arena, ExprKind kind, std::span<const Expr> children, std::string_view text) {
    Expr out = make_node(kind, text);
    if (children.empty()) return out;
    out.span = join(children.front().span, children.back().span);
    out.children.reserve(arena, children.size());
    for (const Expr& child : children) out.children.add(arena, child);
    return out;
}

namespace {

/// Longest row of operators on one level; longer ones would make trees too deep to walk.
constexpr std::size_t max_chain = 200;

/// Adds one operand to a row of `and` or `or`. Mixing both is the author's to order by parentheses.
const auto add_logic = [](auto& context) {
    const Token op = fusion::at_c<0>(x3::_attr(context));
    const Expr& operand = fusion::at_c<1>(x3::_attr(context));
    Expr& row = x3::_val(context);
    const ExprKind kind = op.is("and") ? ExprKind::and_ : ExprKind::or_;
    const bool is_row = !row.parenthesised && (row.kind == ExprKind::and_ || row.kind == ExprKind::or_) && !row.text.empty();
    if (is_row && row.kind != kind) {
        state_of(context).error("K0112", op.span, "`and` and `or` stand on one level", "put parentheses around the parts that belong together",
                                {{row.name.span, "the other one"}});
        row.kind = ExprKind::error;
        row.text = {};
        return;
    }
    if (row.kind == ExprKind::error) return;
    if (!is_row) {
        row = make_node(arena_of(context), kind, Expr(row), op.text);
        row.name.span = op.span;
    }
    row.children.add(arena_of(context), operand);
    row.span = join(row.children.front().span, row.children.back().span);
};

const auto make_not = [](auto& context) {
    Expr value = fusion::at_c<1>(x3::_attr(context));
    auto& nots = fusion::at_c<0>(x3::_attr(context));
    if (nots.size() > max_chain) throw TooDeep{nots.front().span};
    for (auto op = nots.rbegin(); op != nots.rend(); ++op) {
        value = make_node(arena_of(context), ExprKind::not_, Expr(value));
        value.span = join(op->span, value.span);
    }
    x3::_val(context) = value;
};

/// _val becomes an operator over itself and the attribute.
template <typename Make>
auto combine(Make make) {
    return [make](auto& context) { x3::_val(context) = make(Expr(x3::_val(context)), context); };
}

Expr pair_node(syntax::Arena& arena, ExprKind kind, const Expr& left, const Expr& right, const Token* op = nullptr) {
    const std::array children{left, right};
    Expr out = make_node(arena, kind, children, op ? op->text : std::string_view());
    if (op) out.name.span = op->span;
    return out;
}

template <ExprKind kind>
const auto join_with = combine([](const Expr& left, auto& context) { return pair_node(arena_of(context), kind, left, x3::_attr(context)); });

template <ExprKind kind>
const auto join_with_operator = combine([](const Expr& left, auto& context) {
    const Token op = fusion::at_c<0>(x3::_attr(context));
    return pair_node(arena_of(context), kind, left, fusion::at_c<1>(x3::_attr(context)), &op);
});

const auto is_something = combine([](const Expr& left, auto& context) {
    const std::string_view what = x3::_attr(context).text;
    return make_node(arena_of(context), what == "recorded" ? ExprKind::is_recorded : what == "missing" ? ExprKind::is_missing : ExprKind::is_empty, left);
});

const auto matches_text = combine([](const Expr& left, auto& context) {
    const Token token = x3::_attr(context);
    Expr pattern = make_node(ExprKind::text, token.text);
    pattern.span = token.span;
    return pair_node(arena_of(context), ExprKind::matches, left, pattern);
});

const auto chained = [](auto& context) {
    state_of(context).error("K0113", x3::_attr(context).span, "comparisons do not chain", "compare twice: `a <= b and b <= c`");
};

/// A row of left-associative operators must not grow deeper than a tree may be.
const auto bounded = [](auto& context) {
    std::size_t depth = 0;
    const Expr* e = &x3::_val(context);
    const Span all = e->span;
    for (; !e->parenthesised && (e->kind == ExprKind::arithmetic || e->kind == ExprKind::or_else); e = &e->children.front())
        if (++depth > max_chain) throw TooDeep{all};
};

const auto set_mode = combine([](const Expr& left, auto& context) { return make_node(arena_of(context), ExprKind::moded, left, x3::_attr(context).text); });

/// `period after point`: the third child are the spans of `not counting`.
const auto from_point = combine([](const Expr& left, auto& context) {
    const Token op = fusion::at_c<0>(x3::_attr(context));
    Expr out = pair_node(arena_of(context), op.is("after") ? ExprKind::after : ExprKind::before, left, fusion::at_c<1>(x3::_attr(context)), &op);
    out.text = {};
    out.children.add(arena_of(context));
    return out;
});
const auto leave_out = [](auto& context) { x3::_val(context).children[2] = x3::_attr(context); };

const auto only_after = [](auto& context) {
    const ExprKind kind = x3::_attr(context).kind;
    x3::_pass(context) = kind == ExprKind::after || kind == ExprKind::before;
    x3::_val(context) = x3::_attr(context);
};

const auto make_negative = [](auto& context) {
    Expr value = fusion::at_c<1>(x3::_attr(context));
    auto& signs = fusion::at_c<0>(x3::_attr(context));
    if (signs.size() > max_chain) throw TooDeep{signs.front().span};
    for (auto op = signs.rbegin(); op != signs.rend(); ++op) {
        value = make_node(arena_of(context), ExprKind::negate, Expr(value));
        value.span = join(op->span, value.span);
    }
    x3::_val(context) = value;
};

struct NotId {};
struct ComparisonId {};
struct OrElseId {};
struct MultiplicativeId {};
struct UnaryId {};
const x3::rule<NotId, Expr> not_term{"a condition"};
const x3::rule<ComparisonId, Expr> comparison{"a condition"};
const x3::rule<OrElseId, Expr> or_else{"a value"};
const x3::rule<MultiplicativeId, Expr> multiplicative{"a value"};
const x3::rule<UnaryId, Expr> unary{"a value"};

/// An operator and its operand. Whether it is there at all is asked first: most levels of most expressions have none, and
/// the node of the operand would be made before the operator is missed.
template <typename Operator, typename Operand, typename Action>
constexpr auto tail(const Operator& op, const Operand& operand, const Action& action) {
    return &op >> (op > operand)[action];
}

const auto comparison_symbol = symbols({"=", "!=", "<", "<=", ">", ">="});

const auto expression_def = plainly(spanned(whole(nested(not_term)) >> *tail(words({"and", "or"}), not_term, add_logic)));
const auto not_term_def = spanned((&word("not") >> (*words({"not"}) >> comparison)[make_not]) | whole(comparison));
const auto comparison_def =
    spanned(whole(or_else) >>
    -((tail(comparison_symbol, or_else, join_with_operator<ExprKind::compare>) >> -(&comparison_symbol[chained] >> *(comparison_symbol >> or_else))) |
      (word("in") > postfix[join_with<ExprKind::in>]) | (word("is") > words({"recorded", "missing", "empty"})[is_something]) |
      (word("at") >> word("least") > reach[join_with<ExprKind::at_least_of>]) | (word("within") > reach[join_with<ExprKind::within>]) |
      (word("matches") > text_token[matches_text]) | (word("precedes") > or_else[join_with<ExprKind::precedes>])));
const auto or_else_def = spanned(whole(timed) >> *((word("or") >> word("else") > timed[join_with<ExprKind::or_else>]) >> x3::eps[bounded]));
const auto timed_def = spanned(whole(additive) >> -words({"strict", "rolling"})[set_mode] >>
                       -(tail(words({"after", "before"}), additive, from_point) >> -((word("not") >> word("counting")) > postfix[leave_out])));
const auto reach_def = spanned(timed[only_after]);
const auto additive_def = plainly(spanned(whole(multiplicative) >> *(tail(symbols({"+", "-"}), multiplicative, join_with_operator<ExprKind::arithmetic>) >> x3::eps[bounded])));
const auto multiplicative_def = spanned(whole(unary) >> *(tail(symbols({"*", "/"}), unary, join_with_operator<ExprKind::arithmetic>) >> x3::eps[bounded]));
const auto unary_def = spanned((&symbol("-") >> (*symbols({"-"}) >> postfix)[make_negative]) | whole(postfix));

}  // namespace

BOOST_SPIRIT_DEFINE(expression, not_term, comparison, or_else, timed, reach, additive, multiplicative, unary)

BOOST_SPIRIT_INSTANTIATE(Expression, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(Timed, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(Reach, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(Additive, Iterator, Context)

}  // namespace kaoping::dsl::grammar
