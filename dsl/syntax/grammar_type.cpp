// Types, dates of validity, citations: what schema and rules share besides expressions.

#include "dsl/syntax/grammar.hpp"

namespace kaoping::dsl::grammar {

using syntax::Name;
using syntax::TypeRef;

namespace {

const auto named = [](auto& context) { x3::_val(context).name = x3::_attr(context); };
const auto referenced = [](auto& context) {
    x3::_val(context).kind = TypeRef::Kind::reference;
    x3::_val(context).name = x3::_attr(context);
};
const auto listed = [](auto& context) {
    x3::_val(context).kind = TypeRef::Kind::list;
    x3::_val(context).item.add(arena_of(context), x3::_attr(context));
};
const auto optional = [](auto& context) { x3::_val(context).optional = true; };
const auto column = [](auto& context) {
    x3::_val(context).kind = TypeRef::Kind::fields;
    x3::_val(context).fields.add(arena_of(context), {fusion::at_c<0>(x3::_attr(context)), fusion::at_c<1>(x3::_attr(context))});
};

const auto set_from = [](auto& context) {
    x3::_val(context).from = x3::_attr(context).text;
};
const auto set_until = [](auto& context) {
    x3::_val(context).until = x3::_attr(context).text;
};

const auto set_source = [](auto& context) { x3::_val(context).source = x3::_attr(context); };
const auto set_article = [](auto& context) { x3::_val(context).article = x3::_attr(context).text; };
const auto add_insertion = [](auto& context) {
    std::string_view& article = x3::_val(context).article;
    article = syntax::keep(arena_of(context), std::string(article).append("-").append(x3::_attr(context).text));
};

/// A small whole number; what is larger matches no paragraph of any law.
int small_number(std::string_view digits) {
    int out = 0;
    for (const char c : digits)
        if (out < 100000) out = c == '.' ? 100000 : out * 10 + (c - '0');
    return out;
}
const auto set_paragraph = [](auto& context) { x3::_val(context).paragraph = small_number(x3::_attr(context).text); };
const auto set_item = [](auto& context) { x3::_val(context).item = small_number(x3::_attr(context).text); };

const auto plain_type = (symbol("->") > name[referenced]) | (symbol("[") > nested(type)[listed] > symbol("]")) |
                        (symbol("{") > (name > symbol(":") > nested(type))[column] > *(symbol(",") > (name > symbol(":") > nested(type))[column]) >
                         symbol("}")) |
                        name[named];
const auto type_def = about(type_topic, spanned(plain_type >> -(&symbol("?") >> symbol("?") >> x3::eps[optional])));

const auto date_range_def =
    about(range_topic, spanned((word("from") > date_token[set_from] > -(word("until") > date_token[set_until])) | (word("until") > date_token[set_until])));

const auto citation_def = about(citation_topic, spanned(name[set_source] > word("art") > number_token[set_article] > -(symbol("-") > number_token[add_insertion]) >
                          -(symbol("(") > number_token[set_paragraph] > symbol(")")) > -(symbol(".") > number_token[set_item])));

}  // namespace

BOOST_SPIRIT_DEFINE(type, date_range, citation)

BOOST_SPIRIT_INSTANTIATE(Type, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(Range, Iterator, Context)
BOOST_SPIRIT_INSTANTIATE(Citation, Iterator, Context)

}  // namespace kaoping::dsl::grammar
