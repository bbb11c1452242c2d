#pragma once
// Tokens: the form between characters and the tree.

#include <string_view>
#include <vector>

#include "dsl/source/source.hpp"
#include "dsl/syntax/lexeme.hpp"

namespace kaoping::dsl {

enum class TokenKind : std::uint8_t {
    end,          ///< behind the last token
    word,         ///< name or keyword: which one, the place decides
    quoted_word,  ///< `name`: never a keyword
    number,
    text,         ///< "…": `text` is what stands between the quotes, still escaped
    date,         ///< 2026-01-31
    datetime,     ///< 2026-01-31T10:20:00+08:00
    symbol,       ///< operators, brackets, punctuation
};

struct Token {
    TokenKind kind = TokenKind::end;
    bool line_start = false;  ///< the first token of its line
    std::uint8_t depth = 0;   ///< brackets around it; an opening and a closing bracket have the depth outside
    Lexeme lexeme = no_lexeme;  ///< of words and symbols
    Span span;
    std::string_view text;    ///< of a symbol: its canonical spelling

    /// A word or symbol of the language, written out.
    struct Known {
        Lexeme lexeme;
        consteval Known(const char* text) : lexeme(dsl::lexeme(text)) {}
    };
    [[nodiscard]] bool is(Known known) const { return lexeme == known.lexeme; }
};

/// Tokens of a range of text, the last one of kind `end`.
using TokenList = std::vector<Token>;

}  // namespace kaoping::dsl
