#pragma once
// Tokens: the form between characters and the tree.

#include <string_view>
#include <vector>

#include "dsl/source/source.hpp"

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
    std::uint16_t depth = 0;  ///< brackets around it; an opening and a closing bracket have the depth outside
    Span span;
    std::string_view text;    ///< of a symbol: its canonical spelling

    [[nodiscard]] bool is_symbol(std::string_view s) const { return kind == TokenKind::symbol && text == s; }
    [[nodiscard]] bool is_word(std::string_view s) const { return kind == TokenKind::word && text == s; }
};

/// Tokens of a range of text, the last one of kind `end`.
using TokenList = std::vector<Token>;

}  // namespace kaoping::dsl
