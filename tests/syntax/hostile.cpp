// Texts made to hurt: the parser reports and ends, whatever it is given.

#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "support.hpp"

using namespace kaoping::dsl;
using syntax_test::Parsed;
using syntax_test::repeat;
using syntax_test::rule_text;
using Codes = std::vector<std::string>;

TEST_CASE("nesting beyond the budget is reported once") {
    constexpr std::size_t deep = 10'000;
    for (const std::string& condition : {
             repeat("(", deep) + "a" + repeat(")", deep),
             repeat("(", deep),
             repeat("not ", deep) + "a",
             repeat("- ", deep) + "a",
             repeat("if a then ", deep) + "b" + repeat(" else c", deep),
             repeat("if a then b else ", deep) + "c",
             repeat("some x in a where ", deep) + "b",
             repeat("count of ", deep) + "a",
             repeat("match a { b: ", deep),
             repeat("f(", deep) + "a" + repeat(")", deep),
             repeat("date of ", deep) + "a",
             "a" + repeat(" + a", deep),
             "a" + repeat(".a", deep),
             "a" + repeat(" or else a", deep),
         }) {
        CAPTURE(condition.substr(0, 40));
        const Parsed parsed(rule_text("require " + condition));
        CHECK(parsed.codes() == Codes{"K0702"});
    }
    CHECK(Parsed("record P {\n    a " + repeat("[", deep) + "\n}\n").codes() == Codes{"K0702"});
}

TEST_CASE("nesting within the budget parses") {
    CHECK(Parsed(rule_text("require " + repeat("(", 90) + "a" + repeat(")", 90))).codes().empty());
    CHECK(Parsed(rule_text("require " + repeat("not ", 90) + "a")).codes().empty());
    CHECK(Parsed(rule_text("require " + repeat("if a then b else ", 45) + "c")).codes().empty());
}

TEST_CASE("long rows and long lines are no nesting") {
    CHECK(Parsed(rule_text("require a" + repeat(" and a", 20'000))).codes().empty());
    CHECK(Parsed(rule_text("require a in (b" + repeat(", b", 50'000) + ")")).codes().empty());
    CHECK(Parsed(rule_text("message \"" + repeat("长", 100'000) + "\"")).codes().empty());
    CHECK(Parsed(rule_text("message \"" + repeat("{a}", 20'000) + "\"")).codes().empty());
}

TEST_CASE("budgets of bytes and tokens") {
    SyntaxBudget budget;
    budget.bytes = 100;
    CHECK(Parsed(repeat("# x\n", 26), budget).codes() == Codes{"K0701"});
    CHECK(Parsed(repeat("# x\n", 25), budget).codes().empty());
    budget = {};
    budget.nodes = 20;
    CHECK(Parsed(rule_text("require a" + repeat(" and a", 100)), budget).codes() == Codes{"K0703"});
}

TEST_CASE("texts full of mistakes end soon and show the first two hundred") {
    for (const std::string& text : {repeat(";", 1'000'000), rule_text(repeat("on a ; b\n", 100'000)), rule_text(repeat("on\n", 300'000)),
                                    rule_text(repeat("on a == b and\n", 60'000)), repeat(")", 400'000), repeat("\"a\n", 300'000)}) {
        const Parsed parsed(text);
        CHECK(parsed.diagnostics.size() == 201);
        CHECK(parsed.diagnostics.back().code == "K0704");
    }
}

TEST_CASE("bytes that are no UTF-8 are reported where they stand") {
    CHECK(Parsed("# \xB2\xE2\nrecord P {\n    a\xB2\xE2 text\n}\n").codes() == Codes{"K0104"});
    CHECK(Parsed(rule_text("message \"\xB2\xE2\"")).codes() == Codes{"K0104"});
}

TEST_CASE("a text that ends anywhere") {
    const std::string whole = rule_text(
        "basis CPL art 85(2)\nfor each m in ms where m.a = \"乙\\n\"\ndue 24 hours after m.at not counting (x.f to x.t for x in xs)\n"
        "except when (some x in xs where x.b): \"reason\"\nrequire match m.k { a: 1, else: `b` } = 2026-01-31\nmessage \"{m.a} {{\"");
    for (std::size_t length = 0; length <= whole.size(); ++length) {
        const Parsed parsed(whole.substr(0, length));
        for (const Diagnostic& one : parsed.diagnostics) {
            CHECK(one.span.begin <= one.span.end);
            CHECK(one.span.end <= length);
            CHECK_FALSE(one.message.empty());
        }
    }
}

TEST_CASE("random bytes") {
    std::mt19937 random(20261123);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const std::size_t length = random() % 200;
        for (std::size_t i = 0; i < length; ++i) text += static_cast<char>(random() % 256);
        const Parsed parsed(rule_text(text));
        for (const Diagnostic& one : parsed.diagnostics) CHECK(one.span.end <= parsed.sources.file(parsed.id).text().size());
    }
}

TEST_CASE("random rows of words and signs") {
    const std::vector<std::string> words = {"and", "or", "not", "(", ")", "[", "]", "{", "}", "\"", "`", "some", "x", "in", "where", "count", "of", "for",
                                            "each", "if", "then", "else", "match", ":", ",", ".", "24", "hours", "after", "\n", "\nrequire ", "\nrule ",
                                            "\nstandard ", "message \"{", "}\"", "->", "?", "within", "at", "least", "is", "recorded", "2026-01-31", "乙",
                                            "first", "by", "not counting", "to", "（", "\\", "'", "#", "case", "\nenum ", "\nrecord "};
    std::mt19937 random(7);
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        const std::size_t length = random() % 60;
        for (std::size_t i = 0; i < length; ++i) text += words[random() % words.size()] + (random() % 3 == 0 ? "" : " ");
        const Parsed parsed(round % 2 == 0 ? text : rule_text(text));
        (void)print_tree(parsed.file);
        for (const Diagnostic& one : parsed.diagnostics) CHECK(one.span.end <= parsed.sources.file(parsed.id).text().size());
    }
}
