#pragma once
// What the grammar's translation units share: iterator, context, parsers of single tokens, and the rules that cross units.
//
// Productions are X3 rules with typed attributes; actions build the tree by hand. `>` commits: from there on a mismatch is a
// mistake of the author, and the named parser behind it says what was expected.

#include "dsl/syntax/spirit.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "dsl/diagnostic/diagnostic.hpp"
#include "dsl/syntax/parser.hpp"
#include "dsl/syntax/token.hpp"
#include "dsl/syntax/tree.hpp"
#include "dsl/syntax/vocabulary.hpp"

namespace kaoping::dsl::grammar {

namespace x3 = boost::spirit::x3;
namespace fusion = boost::fusion;

using Iterator = const Token*;

/// State of one parse. Mistakes inside an expression that do not stop the parse are reported through it.
struct State {
    const SourceMap& sources;
    Diagnostics& out;
    const SyntaxBudget& budget;
    syntax::Arena& arena;  ///< of the tree that is made
    std::size_t depth = 0;  ///< of prefix operators and parts inside one another
    const struct Topic* topic = nullptr;  ///< the construct whose own parts are being read, if it has a code of its own

    void error(const char* code, Span span, std::string message, std::string help = {}, std::vector<Label> labels = {}) {
        out.push_back({code, DiagnosticLevel::error, span, std::move(message), std::move(labels), std::move(help)});
    }
};
struct StateTag;

/// A construct with a code and an example of its own for what does not fit it.
struct Topic {
    const char* code;
    const char* help;
};
inline constexpr Topic citation_topic{"K0121", "write the source, `art` and the article: `CPL art 85`, `CPL art 85(2)`, `CPL art 45(1).3`, `CPL art 10-1`"};
inline constexpr Topic range_topic{"K0131", "write `from 2026-01-01`, `until 2026-12-31`, or `from 2026-01-01 until 2026-12-31`"};
inline constexpr Topic for_each_topic{"K0132", "write `for each m in measures`, and `where` with a condition behind it"};
inline constexpr Topic deduct_topic{"K0133", "write `deduct 5 each`, `deduct 5 each, at most 10`, `deduct 2 per case` or `deduct 0.5 to 2 each`"};
inline constexpr Topic except_topic{"K0134", "write `except when CONDITION: \"reason\"`"};
inline constexpr Topic type_topic{"K0135", "a type is `text`, `date?`, `-> Person`, `[Person]`, `[-> Person]` or the name of an enum or record"};
inline constexpr Topic define_topic{"K0138", "write `define name(x: T): U = …`: every parameter and the result have a type"};
inline constexpr Topic parameter_topic{"K0139", "write `parameter name: number { 2000 until 2025-12-31 basis ADM art 123 }`, one value on each line"};
inline constexpr Topic table_topic{"K0140", "write `table name(key: text): { column: number } from \"file.csv\"`"};
inline constexpr Topic match_topic{"K0136", "write `match e { a: 1, b: 2, else: 3 }`"};
using Context = x3::context<StateTag, State>;

template <typename AnyContext>
State& state_of(const AnyContext& context) {
    return x3::get<StateTag>(context);
}

template <typename AnyContext>
syntax::Arena& arena_of(const AnyContext& context) {
    return state_of(context).arena;
}

/// Thrown where the budget of nesting is used up; caught with the expectation failures.
struct TooDeep {
    Span span;
};

// ---- single tokens ------------------------------------------------------------------------------------------------------

/// One word used as a keyword, or one symbol.
struct Fixed : x3::parser<Fixed> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    Lexeme lexeme;

    constexpr explicit Fixed(Lexeme l) : lexeme(l) {}
    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext&, RContext&, Attribute&) const {
        if (first == last || first->lexeme != lexeme) return false;
        ++first;
        return true;
    }
};
/// Both are the same to the parser; the names say what is meant.
consteval Fixed word(std::string_view text) { return Fixed(lexeme(text)); }
consteval Fixed symbol(std::string_view text) { return Fixed(lexeme(text)); }

/// One token out of a few words or symbols; its attribute is the token.
struct OneOf : x3::parser<OneOf> {
    using attribute_type = Token;
    static constexpr bool has_attribute = true;
    LexemeSet set;
    std::array<Lexeme, 8> listed{};  ///< as they are written

    consteval OneOf(std::initializer_list<std::string_view> texts) : set(texts) {
        std::size_t i = 0;
        for (const std::string_view text : texts) listed[i++] = lexeme(text);
    }
    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext&, RContext&, Attribute& attribute) const {
        if (first == last || !set.has(first->lexeme)) return false;
        x3::traits::move_to(Token(*first), attribute);
        ++first;
        return true;
    }
};
consteval OneOf words(std::initializer_list<std::string_view> texts) { return {texts}; }
consteval OneOf symbols(std::initializer_list<std::string_view> texts) { return {texts}; }

/// Any token of a kind.
struct OfKind : x3::parser<OfKind> {
    using attribute_type = Token;
    static constexpr bool has_attribute = true;
    TokenKind kind;
    std::string_view what;

    constexpr OfKind(TokenKind k, std::string_view w) : kind(k), what(w) {}
    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext&, RContext&, Attribute& attribute) const {
        if (first == last || first->kind != kind) return false;
        x3::traits::move_to(Token(*first), attribute);
        ++first;
        return true;
    }
};
inline constexpr OfKind number_token{TokenKind::number, "a number"};
inline constexpr OfKind text_token{TokenKind::text, "a text in double quotes"};
inline constexpr OfKind date_token{TokenKind::date, "a date like 2026-01-31"};
inline constexpr OfKind datetime_token{TokenKind::datetime, "a date and time"};

/// A word that is used as a name: `free` accepts every word, otherwise reserved ones need backticks.
struct NameParser : x3::parser<NameParser> {
    using attribute_type = syntax::Name;
    static constexpr bool has_attribute = true;
    std::string_view what;
    bool free = false;

    constexpr NameParser(std::string_view w, bool f) : what(w), free(f) {}
    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext&, RContext&, Attribute& attribute) const {
        if (first == last) return false;
        const bool quoted = first->kind == TokenKind::quoted_word;
        if (!quoted && (first->kind != TokenKind::word || (!free && is_reserved(first->lexeme)))) return false;
        x3::traits::move_to(syntax::Name{first->text, first->span}, attribute);
        ++first;
        return true;
    }
};
inline constexpr NameParser name{"a name", false};
inline constexpr NameParser field_name{"the name of a field", true};

/// Counts how deep the author's parts stand inside one another.
template <typename Subject>
struct Nested : x3::unary_parser<Subject, Nested<Subject>> {
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    constexpr explicit Nested(const Subject& inner) : x3::unary_parser<Subject, Nested<Subject>>(inner) {}

    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext& context, RContext& rcontext, Attribute& attribute) const {
        State& state = state_of(context);
        if (state.depth >= state.budget.nesting) throw TooDeep{first == last ? (last - 1)->span : first->span};
        struct Guard {
            std::size_t& depth;
            explicit Guard(std::size_t& d) : depth(d) { ++depth; }
            ~Guard() { --depth; }
        } guard(state.depth);
        return this->subject.parse(first, last, context, rcontext, attribute);
    }
};
template <typename Subject>
constexpr auto nested(const Subject& subject) {
    return Nested<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
}

/// While the subject reads its own parts, mismatches are about the topic; with none they are plain again. A mismatch
/// leaves the topic where it is: parse_all reads it there.
template <typename Subject>
struct About : x3::unary_parser<Subject, About<Subject>> {
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    const Topic* topic;
    constexpr About(const Subject& inner, const Topic* t) : x3::unary_parser<Subject, About<Subject>>(inner), topic(t) {}

    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext& context, RContext& rcontext, Attribute& attribute) const {
        State& state = state_of(context);
        const Topic* const outer = state.topic;
        state.topic = topic;
        const bool read = this->subject.parse(first, last, context, rcontext, attribute);
        state.topic = outer;
        return read;
    }
};
template <typename Subject>
constexpr auto about(const Topic* topic, const Subject& subject) {
    return About<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject), topic);
}
template <typename Subject>
constexpr auto about(const Topic& topic, const Subject& subject) {
    return about(&topic, subject);
}
template <typename Subject>
constexpr auto plainly(const Subject& subject) {
    return about(static_cast<const Topic*>(nullptr), subject);
}

// ---- rules ------------------------------------------------------------------------------------------------------------

/// Gives the node that a rule makes the span of its tokens.
template <typename Subject>
struct WithSpan : x3::unary_parser<Subject, WithSpan<Subject>> {
    static constexpr bool is_pass_through_unary = true;
    static constexpr bool handles_container = Subject::handles_container;
    constexpr explicit WithSpan(const Subject& inner) : x3::unary_parser<Subject, WithSpan<Subject>>(inner) {}

    template <typename AnyContext, typename Node, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext& context, Node& node, Attribute& attribute) const {
        const Iterator begin = first;
        if (!this->subject.parse(first, last, context, node, attribute)) return false;
        if (begin != first) node.span = {begin->span.file, begin->span.begin, (first - 1)->span.end};
        return true;
    }
};
template <typename Subject>
constexpr auto spanned(const Subject& subject) {
    return WithSpan<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
}

/// Reads the subject straight into the node that the rule makes. An action that moves the subject's node there would make
/// and unmake a node on each of the ten levels of operators, for every name. A failure leaves an unwritten node.
template <typename Subject>
struct Whole : x3::unary_parser<Subject, Whole<Subject>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    static constexpr bool has_action = true;  // the rule leaves its node to us
    constexpr explicit Whole(const Subject& inner) : x3::unary_parser<Subject, Whole<Subject>>(inner) {}

    template <typename AnyContext, typename Node, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext& context, Node& node, Attribute&) const {
        if (this->subject.parse(first, last, context, x3::unused, node)) return true;
        if (node.written()) node = Node{};
        return false;
    }
};
template <typename Subject>
constexpr auto whole(const Subject& subject) {
    return Whole<typename x3::extension::as_parser<Subject>::value_type>(x3::as_parser(subject));
}

/// Reads the subject into a node that stands elsewhere, and tells whether it could be read whole.
template <typename Subject, typename Node>
struct Into : x3::unary_parser<Subject, Into<Subject, Node>> {
    using attribute_type = x3::unused_type;
    static constexpr bool has_attribute = false;
    Node& out;
    bool& read;
    Into(const Subject& inner, Node& o, bool& r) : x3::unary_parser<Subject, Into<Subject, Node>>(inner), out(o), read(r) {}

    template <typename AnyContext, typename RContext, typename Attribute>
    bool parse(Iterator& first, const Iterator& last, const AnyContext& context, RContext&, Attribute&) const {
        read = this->subject.parse(first, last, context, x3::unused, out);
        return read;
    }
};
template <typename Subject, typename Node>
auto into(const Subject& subject, Node& out, bool& read) {
    return Into<Subject, Node>(subject, out, read);
}

struct ExpressionId {};
struct TimedId {};
struct PrimaryId {};
struct PostfixId {};
struct ReachId {};
struct AdditiveId {};
struct TypeId {};
struct RangeId {};
struct CitationId {};

/// The whole of the expression language: `and`, `or`, and all below.
using Expression = x3::rule<ExpressionId, syntax::Expr>;
/// Arithmetic and `P after point`: no comparison, no `and`.
using Timed = x3::rule<TimedId, syntax::Expr>;
using Additive = x3::rule<AdditiveId, syntax::Expr>;
/// A period `after` or `before` a point.
using Reach = x3::rule<ReachId, syntax::Expr>;
using Postfix = x3::rule<PostfixId, syntax::Expr>;
using Primary = x3::rule<PrimaryId, syntax::Expr>;
using Type = x3::rule<TypeId, syntax::TypeRef>;
using Range = x3::rule<RangeId, syntax::DateRange>;
using Citation = x3::rule<CitationId, syntax::Citation>;

inline const Expression expression{"an expression"};
inline const Timed timed{"a value"};
inline const Additive additive{"a value"};
inline const Reach reach{"a period with `after` and a point in time"};
inline const Postfix postfix{"a value"};
inline const Primary primary{"a value"};
inline const Type type{"a type"};
inline const Range date_range{"`from` or `until` with a date"};
inline const Citation citation{"a source and article, like CPL art 85(2)"};

BOOST_SPIRIT_DECLARE(Expression, Timed, Additive, Reach, Postfix, Primary, Type, Range, Citation)

// ---- building -----------------------------------------------------------------------------------------------------------

/// A node over its children, with the span from the first to the last of them.
syntax::Expr make_node(syntax::Arena& arena, syntax::ExprKind kind, std::span<const syntax::Expr> children, std::string_view text = {});
inline syntax::Expr make_node(syntax::Arena& arena, syntax::ExprKind kind, const syntax::Expr& child, std::string_view text = {}) {
    return make_node(arena, kind, std::span(&child, 1), text);
}
/// A node without children, or whose children follow.
syntax::Expr make_node(syntax::ExprKind kind, std::string_view text = {});
}  // namespace kaoping::dsl::grammar

// What a mismatch behind `>` calls the parser.
namespace boost::spirit::x3 {
template <>
struct get_info<kaoping::dsl::grammar::Fixed> {
    using result_type = std::string;
    result_type operator()(const kaoping::dsl::grammar::Fixed& p) const { return std::string("`").append(kaoping::dsl::lexemes[p.lexeme]).append("`"); }
};
template <>
struct get_info<kaoping::dsl::grammar::OneOf> {
    using result_type = std::string;
    result_type operator()(const kaoping::dsl::grammar::OneOf& p) const {
        std::string out;
        for (const kaoping::dsl::Lexeme one : p.listed)
            if (one != kaoping::dsl::no_lexeme) out.append(out.empty() ? "`" : " or `").append(kaoping::dsl::lexemes[one]).append("`");
        return out;
    }
};
template <>
struct get_info<kaoping::dsl::grammar::OfKind> {
    using result_type = std::string;
    result_type operator()(const kaoping::dsl::grammar::OfKind& p) const { return std::string(p.what); }
};
template <>
struct get_info<kaoping::dsl::grammar::NameParser> {
    using result_type = std::string;
    result_type operator()(const kaoping::dsl::grammar::NameParser& p) const { return std::string(p.what); }
};
// Composed parsers are called by what they begin with.
template <typename Subject, typename Action>
struct get_info<action<Subject, Action>> {
    using result_type = std::string;
    result_type operator()(const action<Subject, Action>& p) const { return what(p.subject); }
};
template <typename Left, typename Right>
struct get_info<sequence<Left, Right>> {
    using result_type = std::string;
    result_type operator()(const sequence<Left, Right>& p) const { return what(p.left); }
};
template <typename Left, typename Right>
struct get_info<alternative<Left, Right>> {
    using result_type = std::string;
    result_type operator()(const alternative<Left, Right>& p) const {
        std::string out = what(p.left);
        out.append(" or ").append(what(p.right));
        return out;
    }
};
template <typename Subject>
struct get_info<expect_directive<Subject>> {
    using result_type = std::string;
    result_type operator()(const expect_directive<Subject>& p) const { return what(p.subject); }
};
template <typename Subject>
struct get_info<kaoping::dsl::grammar::Nested<Subject>> {
    using result_type = std::string;
    result_type operator()(const kaoping::dsl::grammar::Nested<Subject>& p) const { return what(p.subject); }
};
template <typename Subject>
struct get_info<kaoping::dsl::grammar::WithSpan<Subject>> {
    using result_type = std::string;
    result_type operator()(const kaoping::dsl::grammar::WithSpan<Subject>& p) const { return what(p.subject); }
};
template <typename Subject>
struct get_info<kaoping::dsl::grammar::Whole<Subject>> {
    using result_type = std::string;
    result_type operator()(const kaoping::dsl::grammar::Whole<Subject>& p) const { return what(p.subject); }
};
template <typename Subject, typename Node>
struct get_info<kaoping::dsl::grammar::Into<Subject, Node>> {
    using result_type = std::string;
    result_type operator()(const kaoping::dsl::grammar::Into<Subject, Node>& p) const { return what(p.subject); }
};
template <typename Subject>
struct get_info<kaoping::dsl::grammar::About<Subject>> {
    using result_type = std::string;
    result_type operator()(const kaoping::dsl::grammar::About<Subject>& p) const { return what(p.subject); }
};
template <typename Left, typename Right>
struct get_info<list<Left, Right>> {
    using result_type = std::string;
    result_type operator()(const list<Left, Right>& p) const { return what(p.left); }
};
}  // namespace boost::spirit::x3
