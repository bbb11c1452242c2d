// Heads and lines of declarations: schema, enums, records, standards, rules, defines, parameters, tables.

#include "dsl/syntax/grammar_lines.hpp"
#include "dsl/syntax/lexer.hpp"

namespace kaoping::dsl::grammar {

using syntax::Name;

namespace {

// ---- texts that are no expressions --------------------------------------------------------------------------------------

struct SpellingId {};
const x3::rule<SpellingId, syntax::Spelling> spelling{"a text or `anything else`"};
const auto add_spelling = [](auto& context) { x3::_val(context).texts.add(arena_of(context), unescape(x3::_attr(context).text, arena_of(context))); };
const auto set_anything = [](auto& context) { x3::_val(context).anything_else = true; };
const auto spelling_def = spanned((text_token[add_spelling] > *(symbol(",") > text_token[add_spelling])) |
                          (words({"anything"}) > word("else") > x3::eps[set_anything]));
BOOST_SPIRIT_DEFINE(spelling)

/// Puts what a parser read into a place, from outside of any rule.
template <typename To>
auto into(To& to) {
    return [&to](auto& context) { to = x3::_attr(context); };
}
auto text_into(std::string_view& to) {
    return [&to](auto& context) { to = unescape(x3::_attr(context).text, arena_of(context)); };
}
template <typename To>
auto append_to(syntax::List<To>& to) {
    return [&to](auto& context) { to.add(arena_of(context), x3::_attr(context)); };
}

}  // namespace

bool parse_standard_head(Iterator first, Iterator last, State& state, Head& out) {
    return parse_all(first, last, state, x3::eps > name[into(out.name)] > text_token[into(out.title)] > -(word("points") > additive[into(out.points)]),
                     "a name");
}

bool parse_rule_head(Iterator first, Iterator last, State& state, Head& out) {
    return parse_all(first, last, state, x3::eps > name[into(out.name)] > text_token[into(out.title)], "a name");
}

bool parse_schema_head(Iterator first, Iterator last, State& state, syntax::SchemaHead& out) {
    return parse_all(first, last, state, x3::eps > name[into(out.name)] > -text_token[text_into(out.title)], "a name");
}

bool parse_setting(Iterator first, Iterator last, State& state, syntax::Setting& out) {
    const auto keep = [&out](auto& context) {
        out.value = unescape(x3::_attr(context).text, arena_of(context));
        out.value_span = x3::_attr(context).span;
    };
    return parse_all(first, last, state, x3::eps > text_token[keep], "a text in double quotes");
}

bool parse_enum_head(Iterator first, Iterator last, State& state, syntax::EnumDecl& out) {
    return parse_all(first, last, state, x3::eps > name[into(out.name)] > -text_token[text_into(out.label)], "a name");
}

bool parse_enum_member(Iterator first, Iterator last, State& state, syntax::EnumMember& out) {
    return parse_all(first, last, state,
                     x3::eps > name[into(out.name)] > -text_token[text_into(out.label)] > -(word("from") > spelling[into(out.from)]), "a name");
}

bool parse_record_head(Iterator first, Iterator last, State& state, syntax::RecordDecl& out) {
    const auto restricts = [&out](auto&) { out.restricts_liberty = true; };
    const auto tail = -text_token[text_into(out.label)] > -(word("restricts") > word("liberty") > x3::eps[restricts]);
    if (out.is_case) return parse_all(first, last, state, tail, "a label");
    return parse_all(first, last, state, x3::eps > name[into(out.name)] > tail, "a name");
}

bool parse_field(Iterator first, Iterator last, State& state, syntax::Field& out) {
    const auto flag = words({"key", "personal", "unit"})[([&out](auto& context) {
        out.flags.add(arena_of(context), {x3::_attr(context).text, x3::_attr(context).span});
    })];
    const auto part = text_token[text_into(out.label)] | (word("from") > spelling[into(out.from)]) | flag;
    return parse_all(first, last, state, x3::eps > field_name[into(out.name)] > type[into(out.type)] > *part, "a name");
}

bool parse_define(Iterator first, Iterator last, State& state, syntax::DefineDecl& out) {
    const auto parameter = (name > symbol(":") > type)[([&out](auto& context) {
        out.parameters.add(arena_of(context), {fusion::at_c<0>(x3::_attr(context)), fusion::at_c<1>(x3::_attr(context))});
    })];
    const auto parameters = symbol("(") > -(parameter > *(symbol(",") > parameter)) > symbol(")");
    return parse_all(first, last, state,
                     about(define_topic, x3::eps > name[into(out.name)] > -parameters > symbol(":") > type[into(out.result)] > symbol("=") >
                                             expression[into(out.body)]),
                     "a name");
}

bool parse_parameter_head(Iterator first, Iterator last, State& state, syntax::ParameterDecl& out) {
    return parse_all(first, last, state, about(parameter_topic, x3::eps > name[into(out.name)] > symbol(":") > type[into(out.type)]), "a name");
}

bool parse_parameter_entry(Iterator first, Iterator last, State& state, syntax::ParameterDecl::Entry& out) {
    return parse_all(first, last, state,
                     x3::eps > additive[into(out.value)] > -date_range[into(out.range)] >
                         -(word("basis") > citation[append_to(out.basis)] > *(symbol(",") > citation[append_to(out.basis)])),
                     "a value");
}

bool parse_table(Iterator first, Iterator last, State& state, syntax::TableDecl& out) {
    const auto key = (name > symbol(":") > type)[([&out](auto& context) {
        out.keys.add(arena_of(context), {fusion::at_c<0>(x3::_attr(context)), fusion::at_c<1>(x3::_attr(context))});
    })];
    const auto file = [&out](auto& context) {
        out.file = unescape(x3::_attr(context).text, arena_of(context));
        out.file_span = x3::_attr(context).span;
    };
    return parse_all(first, last, state,
                     about(table_topic, x3::eps > name[into(out.name)] > symbol("(") > key > *(symbol(",") > key) > symbol(")") > symbol(":") >
                                            type[into(out.row)] > word("from") > text_token[file]),
                     "a name");
}

bool parse_whole_expression(Iterator first, Iterator last, State& state, syntax::Expr& out) {
    return parse_all(first, last, state, x3::eps > expression[into(out)], "an expression");
}

}  // namespace kaoping::dsl::grammar
