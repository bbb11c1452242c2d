// Words by number, rows of parts in an arena, texts as keys: what the front end looks things up with.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "dsl/source/text_map.hpp"
#include "dsl/syntax/list.hpp"
#include "dsl/syntax/vocabulary.hpp"

using namespace kaoping::dsl;

TEST_CASE("every word and symbol of the language is found by its text, and no other text is") {
    std::set<std::string_view> known;
    for (std::size_t i = 1; i < lexemes.size(); ++i) {
        CAPTURE(lexemes[i]);
        CHECK(known.insert(lexemes[i]).second);
        CHECK(find_lexeme(lexemes[i]) == i);
        const std::string text(lexemes[i]);
        for (const std::string& other : {text + "x", "x" + text, text + text})
            if (std::find(lexemes.begin(), lexemes.end(), other) == lexemes.end()) CHECK(find_lexeme(other) == no_lexeme);
    }
    for (const char* text : {"", "m", "ruel", "Rule", "律", "interview_records"}) CHECK(find_lexeme(text) == no_lexeme);
}

TEST_CASE("what words are for is known of their numbers") {
    for (const auto& [text, kind] : clause_words) CHECK(clause_word(find_lexeme(text)) == kind);
    for (const std::string_view text : declaration_words) CHECK(is_declaration_word(find_lexeme(text)));
    for (const std::string_view text : reserved_words) CHECK(is_reserved(find_lexeme(text)));
    for (const auto& [text, singular] : unit_words) CHECK(unit_word(find_lexeme(text)) == singular);
    for (const char* text : {"", "(", "name", "working"}) {
        CHECK_FALSE(clause_word(find_lexeme(text)));
        CHECK_FALSE(is_declaration_word(find_lexeme(text)));
        CHECK_FALSE(is_reserved(find_lexeme(text)));
        CHECK(unit_word(find_lexeme(text)).empty());
    }
}

TEST_CASE("a row keeps its parts when it grows, also one that is added from itself") {
    syntax::Arena arena;
    syntax::List<std::string_view> row;
    CHECK(row.empty());
    row.add(arena, syntax::keep(arena, std::string("first")));
    for (int i = 0; i < 100; ++i) row.add(arena, row.front());
    REQUIRE(row.size() == 101);
    CHECK(std::all_of(row.begin(), row.end(), [](std::string_view one) { return one == "first"; }));
    row.fill(arena, 103);
    CHECK(row[100] == "first");
    CHECK(row.back().empty());
    row.fill(arena, 5);
    CHECK(row.size() == 103);
    CHECK(syntax::keep(arena, {}).empty());
}

TEST_CASE("texts that differ in one byte are different keys, whatever their length") {
    for (std::size_t length = 1; length <= 40; ++length) {
        std::set<std::size_t> hashes{TextTableHash()(std::string(length, 'a'))};
        for (std::size_t i = 0; i < length; ++i) {
            std::string text(length, 'a');
            text[i] = 'b';
            CAPTURE(text);
            CHECK(hashes.insert(TextTableHash()(text)).second);
        }
    }
    TextMap<int> numbers;
    for (int i = 0; i < 2000; ++i) numbers.emplace(std::to_string(i * i), i);
    REQUIRE(numbers.size() == 2000);
    for (int i = 0; i < 2000; ++i) CHECK(numbers.find(std::string_view(std::to_string(i * i)))->second == i);
}
