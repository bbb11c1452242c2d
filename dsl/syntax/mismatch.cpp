// Wording the one mistake that stopped the grammar: see grammar_lines.hpp.

#include <fmt/format.h>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/syntax/grammar_lines.hpp"

namespace kaoping::dsl::grammar {

namespace {

std::string found_text(Iterator at, Iterator last) {
    if (at == last) return "the end of the line";
    switch (at->kind) {
        case TokenKind::end: return "the end of the file";
        case TokenKind::text: return "a text";
        case TokenKind::quoted_word: return fmt::format("the name `{}`", at->text);
        default: return fmt::format("`{}`", at->text);
    }
}

/// A word behind a number that looks like a unit: `24 huors`.
bool misspelt_unit(State& state, Iterator first, Iterator at, Iterator last) {
    if (at == first || at == last || at->kind != TokenKind::word || (at - 1)->kind != TokenKind::number) return false;
    std::string near = nearest_name(at->text, unit_word_list());
    if (near.empty() && (at->text == "weeks" || at->text == "week")) near = "7 days` for a week and `14 days` for two; not `weeks";
    if (near.empty()) return false;
    state.error("K0128", at->span, fmt::format("`{}` is no unit of time", at->text), fmt::format("did you mean `{}`?", near));
    return true;
}

/// The first word of a line that looks like a clause word: `requre x`.
bool misspelt_clause(State& state, Iterator first, Iterator at, Iterator last) {
    if (at == first || at == last || !at->line_start || at->kind != TokenKind::word) return false;
    const std::string near = nearest_name(at->text, clause_word_list());
    if (near.empty()) return false;
    state.error("K0114", at->span, fmt::format("no clause begins with `{}`", at->text), fmt::format("did you mean `{}`?", near));
    return true;
}

}  // namespace

void report_mismatch(State& state, Iterator first, Iterator at, Iterator last, const std::string& expected) {
    if (misspelt_unit(state, first, at, last) || misspelt_clause(state, first, at, last)) return;
    // At the end the caret stands behind the last token that was read.
    const Span place = at != last || at == first ? at->span : Span{(at - 1)->span.file, (at - 1)->span.end, (at - 1)->span.end};
    const std::string found = found_text(at, last);
    if (expected.empty())
        return state.error("K0130", place, fmt::format("nothing more can stand here, found {}", found),
                           "end the line here, or join the parts by an operator or a comma");
    if (at == last && at == first) return state.error("K0126", place, fmt::format("expected {}, found {}", expected, found), "write what belongs here");
    state.error("K0110", place, fmt::format("expected {}, found {}", expected, found));
}

}  // namespace kaoping::dsl::grammar
