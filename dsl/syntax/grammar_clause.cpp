// Clauses of a rule, behind their words.

#include "dsl/syntax/grammar_lines.hpp"

namespace kaoping::dsl::grammar {

using syntax::Clause;
using syntax::ClauseKind;

namespace {

// Each action fills the member of the clause that its kind has.
const auto add_citation = [](auto& context) { x3::_val(context).basis.add(arena_of(context), x3::_attr(context)); };
const auto set_range = [](auto& context) { x3::_val(context).effective = syntax::keep_part(arena_of(context), x3::_attr(context)); };
const auto add_binding = [](auto& context) {
    const auto& attribute = x3::_attr(context);
    syntax::ForEach each{fusion::at_c<0>(attribute), fusion::at_c<1>(attribute), {}};
    each.span = join(each.binder.span, each.list.span);
    x3::_val(context).for_each.add(arena_of(context), each);
};
const auto set_expression = [](auto& context) { x3::_val(context).expression = x3::_attr(context); };
const auto add_item = [](auto& context) { x3::_val(context).list.add(arena_of(context), x3::_attr(context)); };
const auto set_reason = [](auto& context) { x3::_val(context).word = {x3::_attr(context).text, x3::_attr(context).span}; };
const auto set_word = [](auto& context) { x3::_val(context).word = x3::_attr(context); };
const auto add_name = [](auto& context) { x3::_val(context).names.add(arena_of(context), {x3::_attr(context).text, x3::_attr(context).span}); };
const auto extend_name = [](auto& context) {
    syntax::RuleName& last = x3::_val(context).names.back();
    last.text = syntax::keep(arena_of(context), std::string(last.text).append(".").append(x3::_attr(context).text));
    last.span = join(last.span, x3::_attr(context).span);
};
const auto set_amount = [](auto& context) {
    x3::_val(context).expression = x3::_attr(context);
    x3::_val(context).list.fill(arena_of(context), 2);
};
const auto set_high = [](auto& context) { x3::_val(context).list[0] = x3::_attr(context); };
const auto set_cap = [](auto& context) { x3::_val(context).list[1] = x3::_attr(context); };
const auto set_per_case = [](auto& context) { x3::_val(context).per_case = true; };

/// One rule per kind of clause; all have the clause as attribute.
struct BasisId {};
struct EffectiveId {};
struct ForEachId {};
struct PlainId {};
struct LetId {};
struct ListId {};
struct ExceptId {};
struct WordId {};
struct DeductId {};
struct AbsorbsId {};
const x3::rule<BasisId, Clause> basis{"a source and article, like CPL art 85(2)"};
const x3::rule<EffectiveId, Clause> effective{"`from` or `until` with a date"};
const x3::rule<ForEachId, Clause> for_each{"`each`"};
const x3::rule<PlainId, Clause> plain{"an expression"};
const x3::rule<LetId, Clause> let{"a name and its value"};
const x3::rule<ListId, Clause> list{"an expression"};
const x3::rule<ExceptId, Clause> except{"`when` with a condition and a reason"};
const x3::rule<WordId, Clause> single_word{"a word"};
const x3::rule<DeductId, Clause> deduct{"an amount of points"};
const x3::rule<AbsorbsId, Clause> absorbs{"the name of a rule"};

const auto binding = name > word("in") > postfix;

const auto basis_def = citation[add_citation] > *(symbol(",") > citation[add_citation]);
const auto effective_def = date_range[set_range];
const auto for_each_def = about(for_each_topic, word("each") > binding[add_binding] > *(symbol(",") > binding[add_binding]) > -(word("where") > expression[set_expression]));
const auto plain_def = expression[set_expression];
const auto let_def = name[set_word] > symbol("=") > expression[set_expression];
const auto list_def = expression[add_item] > *(symbol(",") > expression[add_item]);
const auto except_def = about(except_topic, word("when") > expression[set_expression] > symbol(":") > text_token[set_reason]);
const auto single_word_def = field_name[set_word];
const auto deduct_def = about(deduct_topic, additive[set_amount] > -(word("to") > additive[set_high]) >
                        (words({"each"}) | (words({"per"}) > word("case") > x3::eps[set_per_case])) >
                        -(symbol(",") > word("at") > word("most") > additive[set_cap]));
const auto absorbs_def = name[add_name] > *(symbol(".") > name[extend_name]) > *(symbol(",") > name[add_name] > *(symbol(".") > name[extend_name]));

BOOST_SPIRIT_DEFINE(basis, effective, for_each, plain, let, list, except, single_word, deduct, absorbs)

/// What a clause that cannot even begin is about.
const Topic* topic_of(ClauseKind kind) {
    switch (kind) {
        case ClauseKind::basis: return &citation_topic;
        case ClauseKind::effective: return &range_topic;
        case ClauseKind::for_each: return &for_each_topic;
        case ClauseKind::except: return &except_topic;
        case ClauseKind::deduct: return &deduct_topic;
        default: return nullptr;
    }
}

template <typename Rule>
bool run(Iterator first, Iterator last, State& state, const Rule& rule, Clause& out) {
    bool read = false;
    const bool whole = parse_all(first, last, state, about(topic_of(out.kind), x3::eps > into(rule, out, read)), rule.name);
    if (!read) {  // stopped inside: salvage begins with a clause of which nothing is known but its place
        Clause blank;
        blank.kind = out.kind;
        blank.span = out.span;
        blank.keyword_span = out.keyword_span;
        out = blank;
    }
    return whole;
}

bool dispatch(Iterator first, Iterator last, State& state, Clause& out) {
    switch (out.kind) {
        case ClauseKind::basis: return run(first, last, state, basis, out);
        case ClauseKind::effective: return run(first, last, state, effective, out);
        case ClauseKind::for_each: return run(first, last, state, for_each, out);
        case ClauseKind::on:
        case ClauseKind::when:
        case ClauseKind::due:
        case ClauseKind::done:
        case ClauseKind::require: return run(first, last, state, plain, out);
        case ClauseKind::let: return run(first, last, state, let, out);
        case ClauseKind::needs:
        case ClauseKind::responsible:
        case ClauseKind::show: return run(first, last, state, list, out);
        case ClauseKind::except: return run(first, last, state, except, out);
        case ClauseKind::severity:
        case ClauseKind::item: return run(first, last, state, single_word, out);
        case ClauseKind::deduct: return run(first, last, state, deduct, out);
        case ClauseKind::absorbs: return run(first, last, state, absorbs, out);
        case ClauseKind::message:
        case ClauseKind::remedy: return true;  // a text with holes: template.hpp
    }
    return false;
}

}  // namespace

bool parse_clause(Iterator first, Iterator last, State& state, Clause& out) { return dispatch(first, last, state, out); }

}  // namespace kaoping::dsl::grammar
