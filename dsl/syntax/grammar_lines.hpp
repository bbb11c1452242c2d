#pragma once
// The productions of one line or head, as plain functions: what the block structure (blocks.hpp) asks the grammar for.
//
// Each parses all tokens of [first, last) (last: the first token that no longer belongs to it) and reports at most the one
// mistake that stopped it. False: it was stopped; what could be read is in the result.

#include "dsl/syntax/grammar.hpp"

namespace kaoping::dsl::grammar {

/// What stands behind the clause word, by clause kind. Texts with holes are parsed by the caller (template.hpp).
bool parse_clause(Iterator first, Iterator last, State& state, syntax::Clause& out);

struct Head {
    syntax::Name name;
    std::optional<Token> title;
    syntax::Expr points;
};
/// `standard NAME "title" points N {`, `rule NAME "title" {`, behind the word and before the brace.
bool parse_standard_head(Iterator first, Iterator last, State& state, Head& out);
bool parse_rule_head(Iterator first, Iterator last, State& state, Head& out);

bool parse_schema_head(Iterator first, Iterator last, State& state, syntax::SchemaHead& out);
bool parse_setting(Iterator first, Iterator last, State& state, syntax::Setting& out);
bool parse_enum_head(Iterator first, Iterator last, State& state, syntax::EnumDecl& out);
bool parse_enum_member(Iterator first, Iterator last, State& state, syntax::EnumMember& out);
bool parse_record_head(Iterator first, Iterator last, State& state, syntax::RecordDecl& out);
bool parse_field(Iterator first, Iterator last, State& state, syntax::Field& out);
bool parse_define(Iterator first, Iterator last, State& state, syntax::DefineDecl& out);
bool parse_parameter_head(Iterator first, Iterator last, State& state, syntax::ParameterDecl& out);
bool parse_parameter_entry(Iterator first, Iterator last, State& state, syntax::ParameterDecl::Entry& out);
bool parse_table(Iterator first, Iterator last, State& state, syntax::TableDecl& out);
bool parse_whole_expression(Iterator first, Iterator last, State& state, syntax::Expr& out);

/// Reports that the grammar stopped at a token: what it expected there, and what it found.
void report_mismatch(State& state, Iterator first, Iterator at, Iterator last, const std::string& expected);

/// Runs a parser over all tokens; the one place where mismatches become diagnostics.
template <typename Parser>
bool parse_all(Iterator first, Iterator last, State& state, const Parser& parser, const char* what) {
    Iterator at = first;
    state.depth = 0;
    state.topic = nullptr;
    try {
        if (!x3::parse(at, last, x3::with<StateTag>(state)[parser])) {
            report_mismatch(state, first, at, last, what);
            return false;
        }
    } catch (const x3::expectation_failure<Iterator>& failure) {
        report_mismatch(state, first, failure.where(), last, failure.which());
        return false;
    } catch (const TooDeep& deep) {
        state.error("K0702", deep.span, "too many parts stand inside one another here", "name parts with `let` or `define`");
        return false;
    }
    if (at == last) return true;
    report_mismatch(state, first, at, last, {});
    return false;
}

}  // namespace kaoping::dsl::grammar
