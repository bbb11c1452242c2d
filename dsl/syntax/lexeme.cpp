// Looking a text up: see lexeme.hpp.

#include "dsl/syntax/lexeme.hpp"

namespace kaoping::dsl {

namespace {

constexpr std::size_t places = 1024;  // so many that most names find an empty one

constexpr std::size_t place_of(std::string_view text) {
    const auto at = [text](std::size_t i) { return std::size_t{static_cast<unsigned char>(text[i])}; };
    return (at(0) + 5 * at(text.size() / 2) + 29 * at(text.size() - 1) + 173 * text.size()) % places;
}

constexpr std::array<Lexeme, places> table = [] {
    std::array<Lexeme, places> out{};
    for (std::size_t i = 1; i < lexemes.size(); ++i) {
        std::size_t place = place_of(lexemes[i]);
        while (out[place] != no_lexeme) place = (place + 1) % places;
        out[place] = static_cast<Lexeme>(i);
    }
    return out;
}();

}  // namespace

Lexeme find_lexeme(std::string_view text) {
    if (text.empty()) return no_lexeme;
    for (std::size_t place = place_of(text);; place = (place + 1) % places)
        if (table[place] == no_lexeme || lexemes[table[place]] == text) return table[place];
}

}  // namespace kaoping::dsl
