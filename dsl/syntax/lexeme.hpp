#pragma once
// Every word and symbol that has a meaning in the language, by number. The lexer looks each token up once; whoever asks later whether
// it is a certain word compares numbers, as the grammar does dozens of times for every name.

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace kaoping::dsl {

using Lexeme = std::uint8_t;
constexpr Lexeme no_lexeme = 0;  ///< any other text

inline constexpr auto lexemes = std::to_array<std::string_view>({
    "",
    // symbols
    "(", ")", "[", "]", "{", "}", ",", ":", ".", "?", "->", "=", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/",
    // declarations
    "schema", "timezone", "calendar", "enum", "record", "case", "standard", "define", "parameter", "table", "rule",
    // clauses
    "basis", "effective", "for", "on", "let", "when", "needs", "due", "except", "done", "require", "severity", "deduct", "absorbs", "responsible", "show",
    "message", "remedy", "item",
    // units of periods
    "microsecond", "microseconds", "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "month", "months", "year", "years", "working",
    // inside declarations and clauses
    "points", "from", "until", "anything", "restricts", "liberty", "key", "personal", "unit", "art", "each", "to", "per", "most",
    // inside expressions
    "and", "or", "not", "in", "is", "where", "satisfies", "if", "then", "else", "match", "true", "false", "now", "some", "no", "every", "at", "least", "greatest",
    "count", "distinct", "of", "sum", "earliest", "latest", "first", "last", "by", "age", "date", "length", "recorded", "missing", "empty", "matches", "precedes",
    "within", "after", "before", "strict", "rolling", "counting",
});
static_assert(lexemes.size() <= 256, "a Lexeme is a byte");

/// The number of a text; only texts that have one compile.
consteval Lexeme lexeme(std::string_view text) {
    for (std::size_t i = 1; i < lexemes.size(); ++i)
        if (lexemes[i] == text) return static_cast<Lexeme>(i);
    throw "no word or symbol of the language";
}

/// The number of any text.
[[nodiscard]] Lexeme find_lexeme(std::string_view text);

/// Some of them.
class LexemeSet {
public:
    template <typename Texts>
    explicit consteval LexemeSet(const Texts& texts) {
        for (const std::string_view text : texts) add(lexeme(text));
    }
    consteval LexemeSet(std::initializer_list<std::string_view> texts) {
        for (const std::string_view text : texts) add(lexeme(text));
    }
    [[nodiscard]] constexpr bool has(Lexeme one) const { return (words_[one / 64] >> (one % 64) & 1U) != 0; }

private:
    consteval void add(Lexeme one) { words_[one / 64] |= std::uint64_t{1} << (one % 64); }

    std::array<std::uint64_t, 4> words_{};
};

}  // namespace kaoping::dsl
