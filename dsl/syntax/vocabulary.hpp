#pragma once
// What the words of the language are for. All of them stand in lexeme.hpp, too: a text that is missing there does not compile.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dsl/syntax/lexeme.hpp"
#include "dsl/syntax/tree.hpp"

namespace kaoping::dsl {

/// A clause opens with its word as the first word of a line.
inline constexpr std::array<std::pair<std::string_view, syntax::ClauseKind>, 19> clause_words{{
    {"basis", syntax::ClauseKind::basis},       {"effective", syntax::ClauseKind::effective}, {"for", syntax::ClauseKind::for_each},
    {"on", syntax::ClauseKind::on},             {"let", syntax::ClauseKind::let},             {"when", syntax::ClauseKind::when},
    {"needs", syntax::ClauseKind::needs},       {"due", syntax::ClauseKind::due},             {"except", syntax::ClauseKind::except},
    {"done", syntax::ClauseKind::done},         {"require", syntax::ClauseKind::require},     {"severity", syntax::ClauseKind::severity},
    {"deduct", syntax::ClauseKind::deduct},     {"absorbs", syntax::ClauseKind::absorbs},     {"responsible", syntax::ClauseKind::responsible},
    {"show", syntax::ClauseKind::show},         {"message", syntax::ClauseKind::message},     {"remedy", syntax::ClauseKind::remedy},
    {"item", syntax::ClauseKind::item},
}};

/// Words that open a declaration of a file.
inline constexpr std::array<std::string_view, 10> declaration_words{"schema", "timezone", "calendar", "enum",      "record",
                                                                    "case",   "standard", "define",   "parameter", "table"};

/// Words that cannot be names without backticks.
inline constexpr std::array<std::string_view, 14> reserved_words{"and", "or",   "not",  "in",    "is",   "where", "satisfies",
                                                                 "if",  "then", "else", "match", "true", "false", "for"};

/// Units of periods, by every spelling; the tree holds the singular.
inline constexpr std::array<std::pair<std::string_view, std::string_view>, 14> unit_words{{
    {"microsecond", "microsecond"}, {"microseconds", "microsecond"}, {"second", "second"}, {"seconds", "second"}, {"minute", "minute"},
    {"minutes", "minute"},          {"hour", "hour"},                {"hours", "hour"},    {"day", "day"},        {"days", "day"},
    {"month", "month"},             {"months", "month"},             {"year", "year"},     {"years", "year"},
}};

[[nodiscard]] std::optional<syntax::ClauseKind> clause_word(Lexeme word);
[[nodiscard]] bool is_declaration_word(Lexeme word);
[[nodiscard]] bool is_reserved(Lexeme word);
/// The singular of a unit; empty if the word is none.
[[nodiscard]] std::string_view unit_word(Lexeme word);
/// The word of a clause kind ("for each" for for_each).
[[nodiscard]] std::string_view clause_name(syntax::ClauseKind kind);

/// All words of a kind, for suggestions.
[[nodiscard]] std::vector<std::string> clause_word_list();
[[nodiscard]] std::vector<std::string> declaration_word_list();
[[nodiscard]] std::vector<std::string> unit_word_list();

}  // namespace kaoping::dsl
