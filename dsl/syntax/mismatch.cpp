// Wording the one mistake that stopped the grammar: see grammar_lines.hpp.

#include <fmt/format.h>

#include <algorithm>

#include "dsl/diagnostic/suggest.hpp"
#include "dsl/syntax/grammar_lines.hpp"

namespace kaoping::dsl::grammar {

namespace {

/// The place where the grammar stopped.
struct Stop {
    Iterator first, at, last;
    [[nodiscard]] bool at_end() const { return at == last; }
    [[nodiscard]] bool is_word() const { return at != last && at->kind == TokenKind::word; }
    /// At the end the caret stands behind the last token that was read.
    [[nodiscard]] Span span() const {
        return at != last || at == first ? at->span : Span{(at - 1)->span.file, (at - 1)->span.end, (at - 1)->span.end};
    }
};

std::string found_text(const Stop& stop) {
    if (stop.at_end()) return "the end of the line";
    switch (stop.at->kind) {
        case TokenKind::end: return "the end of the file";
        case TokenKind::text: return "a text";
        case TokenKind::quoted_word: return fmt::format("the name `{}`", stop.at->text);
        default: return fmt::format("`{}`", stop.at->text);
    }
}

/// A word behind a number that looks like a unit: `24 huors`.
bool misspelt_unit(State& state, const Stop& stop) {
    if (stop.at == stop.first || !stop.is_word() || (stop.at - 1)->kind != TokenKind::number) return false;
    const std::string_view text = stop.at->text;
    std::string help;
    if (text == "week" || text == "weeks") {
        help = "count in days: `7 days`";
    } else if (text == "workdays" || text == "workday" || text == "weekdays") {
        help = "write `working days`";
    } else {
        const std::string near = nearest_name(text, unit_word_list());
        if (near.empty()) return false;
        help = fmt::format("did you mean `{}`?", near);
    }
    state.error("K0128", stop.at->span, fmt::format("`{}` is no unit of time", text), std::move(help));
    return true;
}

/// The first word of a line that looks like a clause word: `requre x`, or `for m in` without `each`.
bool misspelt_clause(State& state, const Stop& stop) {
    if (stop.at == stop.first || !stop.is_word() || !stop.at->line_start) return false;
    const std::string near = stop.at->is("for") ? "for each" : nearest_name(stop.at->text, clause_word_list());
    if (near.empty()) return false;
    state.error("K0114", stop.at->span, fmt::format("no clause begins with `{}`", stop.at->text), fmt::format("did you mean `{}`?", near));
    return true;
}

/// A reserved word where a name has to stand.
bool reserved_name(State& state, const Stop& stop, const std::string& expected) {
    if (!stop.is_word() || !is_reserved(stop.at->lexeme) || (expected != name.what && expected.rfind("a name", 0) != 0)) return false;
    state.error("K0127", stop.at->span, fmt::format("`{}` is a word of the language and cannot be a name here", stop.at->text),
                fmt::format("choose another name, or quote it: `` `{}` ``", stop.at->text));
    return true;
}

/// What may have been meant by a word behind a finished expression.
std::string meant_operator(const Stop& stop) {
    static const std::vector<std::string> operators{"and",  "or",     "in",    "is",     "where", "within", "matches",   "precedes",
                                                    "then", "before", "after", "strict", "from",  "for",    "points",    "satisfies"};
    if (!stop.is_word()) return {};
    std::string lower(stop.at->text);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (lower != stop.at->text && std::find(operators.begin(), operators.end(), lower) != operators.end()) return lower;
    if (lower == "equals" || lower == "equal") return "=";
    return lower.size() < 3 ? std::string() : nearest_name(lower, operators);
}

/// A second comparison behind a first: `a = b in c`.
bool compares_again(const Stop& stop) {
    if (!stop.is_word() || stop.at->line_start) return false;
    const std::string_view text = stop.at->text;
    if (text == "at") return stop.at + 1 != stop.last && (stop.at + 1)->is("least");
    return text == "in" || text == "is" || text == "within" || text == "matches" || text == "precedes";
}

std::string help_for(const Stop& stop, const std::string& expected) {
    if (expected == "`recorded` or `missing` or `empty`")
        return stop.is_word() && stop.at->is("not") ? "write `is missing` instead of `is not recorded`, `is recorded` instead of `is not missing`"
                                                        : "`is` asks only whether something is recorded, missing or empty; compare with `=`";
    if (expected == "`of`" || expected == "`for`") return "a fold is written `sum of e.paid for e in events where …` or `count of events`";
    if (expected == "`satisfies`") return "write `every x in list where … satisfies …`";
    if (expected == "`else`") return "an `if` always has both parts: `if … then … else …`";
    if (expected.rfind("a period with", 0) == 0) return "write the span and its beginning, like `3 days after opened_at`";
    return {};
}

}  // namespace

void report_mismatch(State& state, Iterator first, Iterator at, Iterator last, const std::string& expected) {
    const Stop stop{first, at, last};
    if (misspelt_unit(state, stop) || misspelt_clause(state, stop) || reserved_name(state, stop, expected)) return;
    if (expected.empty()) {
        if (compares_again(stop))
            return state.error("K0113", stop.span(), "comparisons do not chain", "compare twice, joined by `and`, or put parentheses around a part");
        if (stop.is_word() && stop.at->is("at") && !stop.at_end() && stop.at + 1 != last && (stop.at + 1)->is("most"))
            return state.error(deduct_topic.code, stop.span(), "a comma is missing before `at most`", deduct_topic.help);
        if (stop.is_word() && stop.at->text == "contains")
            return state.error("K0130", stop.span(), "nothing more can stand here, found `contains`", "turn it round: `x in list`");
        if (stop.is_word() && stop.at->is("not") && stop.at + 1 != last && (stop.at + 1)->is("in"))
            return state.error("K0130", stop.span(), "nothing more can stand here, found `not`", "put `not` in front: `not (x in list)`");
        const std::string meant = meant_operator(stop);
        return state.error("K0130", stop.span(), fmt::format("nothing more can stand here, found {}", found_text(stop)),
                           meant.empty() ? "end the line here, or join the parts by an operator or a comma" : fmt::format("did you mean `{}`?", meant));
    }
    const std::string message = fmt::format("expected {}, found {}", expected, found_text(stop));
    if (stop.at_end() && stop.at == stop.first) return state.error("K0126", stop.span(), message, "write what belongs here");
    if (state.topic != nullptr) return state.error(state.topic->code, stop.span(), message, state.topic->help);
    state.error("K0110", stop.span(), message, help_for(stop, expected));
}

}  // namespace kaoping::dsl::grammar
