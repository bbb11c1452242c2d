// Looking words up: see vocabulary.hpp.

#include "dsl/syntax/vocabulary.hpp"

namespace kaoping::dsl {

namespace {

constexpr LexemeSet declarations(declaration_words), reserved(reserved_words);

constexpr std::uint8_t no_clause = 255;
/// Clause kinds by lexeme.
constexpr std::array<std::uint8_t, 256> clauses = []() consteval {
    std::array<std::uint8_t, 256> out{};
    out.fill(no_clause);
    for (const auto& [text, kind] : clause_words) out[lexeme(text)] = static_cast<std::uint8_t>(kind);
    return out;
}();

/// Singulars of units by lexeme.
constexpr std::array<Lexeme, 256> units = []() consteval {
    std::array<Lexeme, 256> out{};
    for (const auto& [text, singular] : unit_words) out[lexeme(text)] = lexeme(singular);
    return out;
}();

}  // namespace

std::optional<syntax::ClauseKind> clause_word(Lexeme word) {
    if (clauses[word] == no_clause) return std::nullopt;
    return static_cast<syntax::ClauseKind>(clauses[word]);
}

bool is_declaration_word(Lexeme word) { return declarations.has(word); }

bool is_reserved(Lexeme word) { return reserved.has(word); }

std::string_view unit_word(Lexeme word) { return lexemes[units[word]]; }

std::string_view clause_name(syntax::ClauseKind kind) {
    if (kind == syntax::ClauseKind::for_each) return "for each";
    for (const auto& [text, known] : clause_words)
        if (known == kind) return text;
    return {};
}

std::vector<std::string> clause_word_list() {
    std::vector<std::string> out;
    for (const auto& [text, kind] : clause_words) out.emplace_back(clause_name(kind));
    return out;
}

std::vector<std::string> declaration_word_list() {
    std::vector<std::string> out(declaration_words.begin(), declaration_words.end());
    out.emplace_back("rule");
    return out;
}

std::vector<std::string> unit_word_list() {
    std::vector<std::string> out;
    for (const auto& [text, unit] : unit_words) out.emplace_back(text);
    return out;
}

}  // namespace kaoping::dsl
