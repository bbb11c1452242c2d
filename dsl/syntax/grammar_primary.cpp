// What stands between operators: literals, names, calls, parentheses and lists, `if`, `match`, quantifiers, folds.

#include "dsl/syntax/grammar.hpp"

namespace kaoping::dsl::grammar {

using syntax::Expr;
using syntax::ExprKind;
using syntax::Name;

namespace {

constexpr std::size_t max_path = 100;

/// Makes a leaf of a token.
template <ExprKind kind>
const auto leaf = [](auto& context) { x3::_val(context) = make_node(kind, x3::_attr(context).text); };

/// Starts a node, appends children, sets the binder: the steps by which the long forms are built.
template <ExprKind kind>
const auto start = [](auto& context) { x3::_val(context) = make_node(kind); };
const auto append = [](auto& context) { x3::_val(context).children.add(arena_of(context), x3::_attr(context)); };
const auto append_nothing = [](auto& context) { x3::_val(context).children.add(arena_of(context)); };
const auto bind = [](auto& context) { x3::_val(context).name = x3::_attr(context); };

// ---- periods ------------------------------------------------------------------------------------------------------------

struct UnitParser : x3::parser<UnitParser> {
    using attribute_type = std::string_view;
    static constexpr bool has_attribute = true;
    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext&, RContext&, Attribute& attribute) const {
        if (first == last || first->kind != TokenKind::word) return false;
        std::string_view unit = unit_word(first->lexeme);
        Iterator behind = first + 1;
        if (first->is("working") && behind != last && unit_word(behind->lexeme) == "day") {
            unit = "working_day";
            ++behind;
        }
        if (unit.empty()) return false;
        first = behind;
        x3::traits::move_to(std::string_view(unit), attribute);
        return true;
    }
};
const UnitParser unit;

const auto make_period = [](auto& context) {
    x3::_val(context) = make_node(arena_of(context), ExprKind::period, Expr(x3::_val(context)), x3::_attr(context));
};
const auto set_number = [](auto& context) {
    leaf<ExprKind::number>(context);
    x3::_val(context).span = x3::_attr(context).span;
};
const auto set_period_mode = [](auto& context) {
    x3::_val(context) = make_node(arena_of(context), ExprKind::moded, Expr(x3::_val(context)), x3::_attr(context).text);
};

// ---- quantifiers, folds, comprehensions -----------------------------------------------------------------------------------

/// Is there a `for x in` ahead that belongs to the fold whose operand begins here? Looks along one level of brackets, up to
/// the first word that ends an operand; an inner fold without brackets takes the `for` itself.
struct ForAhead : x3::parser<ForAhead> {
    static constexpr LexemeSet ends{",", ":", "where", "and", "then", "satisfies", "is"}, forms_with_of{"date", "length", "age"};
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext&, RContext&, Attribute&) const {
        for (Iterator at = first; at != last && at->depth >= first->depth; ++at) {
            if (at->depth > first->depth) continue;
            if (at->is("for")) return true;
            if (ends.has(at->lexeme)) return false;
            if (at->kind == TokenKind::word && at + 1 != last && (at + 1)->is("of") && !forms_with_of.has(at->lexeme)) return false;  // a fold
        }
        return false;
    }
};
const ForAhead for_ahead;

/// Is the word ahead called? Most are not: they are asked before a name is made of them.
struct CallAhead : x3::parser<CallAhead> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext&, RContext&, Attribute&) const {
        return first != last && first + 1 != last && first[1].is("(");
    }
};
const CallAhead call_ahead;

/// Is the word ahead one that no form begins with? Most primaries are such names, and need not be tried as every form.
struct PlainWordAhead : x3::parser<PlainWordAhead> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    static constexpr LexemeSet openers{"true", "false", "now",   "if",       "match",    "some",  "no",   "every",  "at",   "count",  "sum", "least",
                                                              "greatest", "earliest", "latest", "first", "last", "days", "months", "years", "age", "date", "length"};
    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext&, RContext&, Attribute&) const {
        if (first == last || first->kind != TokenKind::word) return false;
        return !openers.has(first->lexeme);
    }
};
const PlainWordAhead plain_word_ahead;

constexpr std::array<std::pair<std::string_view, ExprKind>, 6> folds{{{"count", ExprKind::count}, {"sum", ExprKind::sum}, {"least", ExprKind::least},
                                                                      {"greatest", ExprKind::greatest}, {"earliest", ExprKind::earliest},
                                                                      {"latest", ExprKind::latest}}};
const auto start_fold = [](auto& context) {
    for (const auto& [text, kind] : folds)
        if (text == x3::_attr(context).text) x3::_val(context) = make_node(kind);
};
const auto make_distinct = [](auto& context) {
    const Token op = x3::_attr(context);
    if (x3::_val(context).kind == ExprKind::count) x3::_val(context).kind = ExprKind::count_distinct;
    else state_of(context).error("K0137", op.span, "only `count of` may be `distinct`", "leave `distinct` out, or write `count of distinct`");
};

const auto start_quantifier = [](auto& context) {
    x3::_val(context) = make_node(x3::_attr(context).is("some") ? ExprKind::some : ExprKind::no);
    x3::_val(context).children.add(arena_of(context));
};
const auto start_bound = [](auto& context) {
    x3::_val(context) = make_node(x3::_attr(context).is("least") ? ExprKind::at_least : ExprKind::at_most);
};
const auto start_every = [](auto& context) {
    x3::_val(context) = make_node(ExprKind::every);
    x3::_val(context).children.add(arena_of(context));
};
const auto start_first = [](auto& context) {
    x3::_val(context) = make_node(x3::_attr(context).is("first") ? ExprKind::first : ExprKind::last);
    x3::_val(context).children.fill(arena_of(context), 3);
};
const auto set_child = [](std::size_t i) { return [i](auto& context) { x3::_val(context).children[i] = x3::_attr(context); }; };

// ---- parentheses --------------------------------------------------------------------------------------------------------

/// An item of parentheses: `E`, `E for x in L where P`, `A to B for x in L where P`.
const auto item_to = [](auto& context) {
    const Expr from = x3::_val(context);
    x3::_val(context) = make_node(ExprKind::spans);
    x3::_val(context).children.reserve(arena_of(context), 4);
    x3::_val(context).children.add(arena_of(context), from);
    x3::_val(context).children.add(arena_of(context), x3::_attr(context));
    x3::_val(context).children.fill(arena_of(context), 4);
};
const auto item_for = [](auto& context) {
    Expr& item = x3::_val(context);
    if (item.kind != ExprKind::spans || item.parenthesised || item.children[2].written()) {
        const Expr element = item;
        item = make_node(ExprKind::comprehension);
        item.children.reserve(arena_of(context), 3);
        item.children.add(arena_of(context), element);
        item.children.fill(arena_of(context), 3);
    }
    item.name = x3::_attr(context);
};
const auto item_list = [](auto& context) {
    Expr& item = x3::_val(context);
    item.children[item.kind == ExprKind::spans ? 2 : 1] = x3::_attr(context);
};
const auto item_where = [](auto& context) { x3::_val(context).children.back() = x3::_attr(context); };

bool is_spans(const Expr& e) { return e.kind == ExprKind::spans && !e.parenthesised; }

const auto close_parentheses = [](auto& context) {
    const std::vector<Expr>& items = x3::_attr(context);
    Expr& out = x3::_val(context);
    std::size_t spans = 0;
    for (const Expr& item : items) spans += is_spans(item) ? 1 : 0;
    if (items.size() == 1) {
        out = items.front();
        out.parenthesised = true;
    } else if (spans == items.size()) {
        out = make_node(arena_of(context), ExprKind::spans_list, items);
    } else if (spans == 0) {
        out = make_node(arena_of(context), ExprKind::list, items);
    } else {
        state_of(context).error("K0129", items.front().span, "spans of time and values stand in one list", "write `A to B` for every item, or for none");
        out = make_node(ExprKind::error);
    }
};

// ---- match, calls, paths ------------------------------------------------------------------------------------------------

const auto finish_call = [](auto& context) {
    Expr& out = x3::_val(context);
    const Name& callee = fusion::at_c<0>(x3::_attr(context));
    out = make_node(arena_of(context), ExprKind::call, fusion::at_c<1>(x3::_attr(context)), callee.text);
    out.name.span = callee.span;
};
const auto make_name = [](auto& context) {
    Expr& out = x3::_val(context);
    out.kind = ExprKind::name;
    out.text = x3::_attr(context).text;
    out.name.span = x3::_attr(context).span;
};
const auto add_field = [](auto& context) {
    std::size_t length = 0;
    for (const Expr* e = &x3::_val(context); e->kind == ExprKind::member; e = &e->children.front())
        if (++length > max_path) throw TooDeep{e->span};
    const Name& field = x3::_attr(context);
    x3::_val(context) = make_node(arena_of(context), ExprKind::member, Expr(x3::_val(context)), field.text);
    x3::_val(context).name.span = field.span;
    x3::_val(context).span = join(x3::_val(context).span, field.span);
};
const auto start_from_to = [](auto& context) {
    x3::_val(context) = make_node(ExprKind::from_to, unit_word(x3::_attr(context).lexeme));
};
const auto append_else = [](auto& context) { x3::_val(context).children.add(arena_of(context), x3::_attr(context)); };

struct LiteralId {};
struct PeriodId {};
struct IfId {};
struct MatchId {};
struct QuantifierId {};
struct FoldId {};
struct FirstId {};
struct TimeFormId {};
struct ItemId {};
struct ParenthesesId {};
struct CallId {};
struct NameId {};
struct ArgumentsId {};
const x3::rule<LiteralId, Expr> literal{"a value"};
const x3::rule<PeriodId, Expr> period{"a period"};
const x3::rule<IfId, Expr> if_form{"`if`"};
const x3::rule<MatchId, Expr> match_form{"`match`"};
const x3::rule<QuantifierId, Expr> quantifier{"a quantifier"};
const x3::rule<FoldId, Expr> fold{"a fold"};
const x3::rule<FirstId, Expr> first_form{"`first` or `last`"};
const x3::rule<TimeFormId, Expr> time_form{"a value"};
const x3::rule<ItemId, Expr> item{"a value"};
const x3::rule<ParenthesesId, Expr> parentheses{"parentheses"};
const x3::rule<CallId, Expr> call{"a call"};
const x3::rule<NameId, Expr> name_form{"a name"};
const x3::rule<ArgumentsId, std::vector<Expr>> arguments{"arguments"};

const Expression& condition = expression;  // counts itself as one part inside another

const auto period_def = spanned(number_token[set_number] >> -(unit[make_period] >> -words({"strict", "rolling"})[set_period_mode]));
const auto literal_def = spanned(text_token[leaf<ExprKind::text>] | date_token[leaf<ExprKind::date>] | datetime_token[leaf<ExprKind::datetime>] |
                         words({"true", "false"})[leaf<ExprKind::boolean>] | words({"now"})[leaf<ExprKind::now>]);

const auto if_form_def = spanned(words({"if"})[start<ExprKind::if_>] > condition[append] > word("then") > condition[append] > word("else") > condition[append]);
const auto arm = (words({"else"}) >> symbol(":") > condition[append_else]) | (postfix[append] > symbol(":") > condition[append]);
const auto match_form_def = about(match_topic, spanned(words({"match"})[start<ExprKind::match>] > nested(timed)[append] > symbol("{") > arm > *(symbol(",") >> -arm) > symbol("}")));

const auto quantifier_def =
    spanned((&(words({"some", "no"}) >> name >> word("in")) >> words({"some", "no"})[start_quantifier] > name[bind] > word("in") > nested(postfix)[append] >
     ((word("where") > condition[append]) | x3::eps[append_nothing]) > x3::eps[append_nothing]) |
    (&(words({"every"}) >> name >> word("in")) >> words({"every"})[start_every] > name[bind] > word("in") > nested(postfix)[append] >
     ((word("where") > condition[append]) | x3::eps[append_nothing]) > word("satisfies") > condition[append]) |
    (word("at") >> words({"least", "most"})[start_bound] > nested(postfix)[append] > name[bind] > word("in") > nested(postfix)[append] >
     ((word("where") > condition[append]) | x3::eps[append_nothing]) > x3::eps[append_nothing]));

const auto fold_word = words({"count", "sum", "least", "greatest", "earliest", "latest"});
const auto fold_def =
    spanned(&(fold_word >> word("of")) >> fold_word[start_fold] > word("of") > -words({"distinct"})[make_distinct] >
    ((for_ahead > nested(additive)[append] > word("for") > name[bind] > word("in") > nested(postfix)[append] >
      ((word("where") > condition[append]) | x3::eps[append_nothing])) |
     (nested(postfix)[append] > x3::eps[append_nothing] > x3::eps[append_nothing])));

const auto first_form_def =
    spanned(&(words({"first", "last"}) >> name >> (word("in") | word("by"))) >> words({"first", "last"})[start_first] > name[bind] >
    -(word("by") > nested(additive)[set_child(2)]) > word("in") > nested(postfix)[set_child(0)] > -(word("where") > condition[set_child(1)]));

const auto time_form_def =
    spanned((&(words({"days", "months", "years"}) >> word("from")) >> words({"days", "months", "years"})[start_from_to] > word("from") > nested(additive)[append] >
     word("to") > nested(additive)[append]) |
    (&(words({"age"}) >> word("of")) >> words({"age"})[start<ExprKind::age_of>] > word("of") > nested(postfix)[append] > word("on") >
     nested(postfix)[append]) |
    (&(words({"date"}) >> word("of")) >> words({"date"})[start<ExprKind::date_of>] > word("of") > nested(postfix)[append]) |
    (&(words({"length"}) >> word("of")) >> words({"length"})[start<ExprKind::length_of>] > word("of") > nested(postfix)[append]));

const auto item_def = spanned(whole(condition) >> -(word("to") > nested(additive)[item_to]) >>
                      -(word("for") > name[item_for] > word("in") > nested(postfix)[item_list] > -(word("where") > condition[item_where])));
const auto parentheses_def = spanned(symbol("(") > (item % symbol(","))[close_parentheses] > symbol(")"));

const auto arguments_def = (condition % symbol(","));

const auto call_def = spanned(&call_ahead >> (name >> symbol("(") > arguments > symbol(")"))[finish_call]);
const auto name_form_def = spanned(name[make_name]);

const auto primary_def = spanned((&plain_word_ahead >> (whole(call) | whole(name_form))) | whole(period) | whole(literal) | whole(parentheses) | whole(if_form) | whole(match_form) | whole(quantifier) | whole(fold) |
                         whole(first_form) | whole(time_form) | whole(call) | whole(name_form));
const auto postfix_def = plainly(spanned(whole(primary) >> *(symbol(".") > field_name[add_field])));

}  // namespace

BOOST_SPIRIT_DEFINE(literal, period, if_form, match_form, quantifier, fold, first_form, time_form, item, parentheses, call, name_form, arguments,
                    primary, postfix)

BOOST_SPIRIT_INSTANTIATE(Primary, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(Postfix, Iterator, Context)

}  // namespace kaoping::dsl::grammar
