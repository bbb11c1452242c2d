// Looking words up: see vocabulary.hpp.

#include "dsl/syntax/vocabulary.hpp"

#include <algorithm>

namespace kaoping::dsl {

std::optional<syntax::ClauseKind> clause_word(std::string_view word) {
    if (word.empty()) return std::nullopt;
    for (const auto& [text, kind] : clause_words)
        if (text.front() == word.front() && text == word) return kind;
    return std::nullopt;
}

bool is_declaration_word(std::string_view word) {
    return std::find(declaration_words.begin(), declaration_words.end(), word) != declaration_words.end();
}

bool is_reserved(std::string_view word) { return std::find(reserved_words.begin(), reserved_words.end(), word) != reserved_words.end(); }

std::string_view unit_word(std::string_view word) {
    for (const auto& [text, unit] : unit_words)
        if (text == word) return unit;
    return {};
}

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
