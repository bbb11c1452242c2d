// One diagnostic for every real mistake, and none that only follows from another.

#include <doctest/doctest.h>

#include "support.hpp"

using namespace kaoping::dsl;
using syntax_test::Parsed;
using syntax_test::rule_text;
using Codes = std::vector<std::string>;

namespace {

/// A rule that is right except for one line.
std::string rule_with(const std::string& name, const std::string& line) {
    return "    rule " + name + " \"title\" {\n        basis CPL art 85\n        " + line +
           "\n        severity fault\n        deduct 1 each\n        message \"{m.a}\"\n    }\n";
}

}  // namespace

TEST_CASE("twelve mistakes in twelve rules and three in one") {
    const std::vector<std::pair<std::string, std::string>> wrong = {
        {"require a and b or c", "K0112"},       {"require a < b < c", "K0113"},        {"require (a + b", "K0105"},
        {"due 24 huors after a", "K0128"},       {"require a = 'x'", "K0111"},          {"requre a", "K0114"},
        {"on 2026-02-30", "K0108"},              {"require a == b", "K0109"},           {"let where = 1", "K0127"},
        {"for each m on ms", "K0132"},           {"show a b", "K0130"},                 {"require a + ", "K0110"},
    };
    std::string text = "standard s \"S\" points 10 {\n";
    Codes expected;
    for (std::size_t i = 0; i < wrong.size(); ++i) {
        text += rule_with("r" + std::to_string(i), wrong[i].first);
        expected.push_back(std::to_string(2 + 7 * i + 2) + " " + wrong[i].second);
    }
    text += rule_with("last", "effective 2026-01-01\n        require a and\n        remedy \"{\"");
    expected.insert(expected.end(), {"88 K0131", "89 K0110", "90 K0115"});
    text += rule_with("whole", "require a");
    text += "}\n";

    const Parsed parsed(text);
    Codes found;
    for (const std::string& one : parsed.mistakes()) found.push_back(one.substr(0, one.find(':')) + one.substr(one.find(' ')));
    CHECK(found == expected);
    REQUIRE(parsed.file.standards.size() == 1);
    const auto& rules = parsed.file.standards[0].rules;
    REQUIRE(rules.size() == wrong.size() + 2);
    CHECK_FALSE(rules.back().damaged);
    CHECK(rules[0].damaged);
    CHECK(rules[12].damaged);
    CHECK_FALSE(rules[7].damaged);  // `==` was read as meant: nothing is missing
    for (const auto& rule : rules) CHECK(rule.clauses.back().kind == syntax::ClauseKind::message);
}

TEST_CASE("what was read as meant hides no other mistake of its clause") {
    CHECK(Parsed(rule_text("require a == b and")).codes() == Codes{"K0109", "K0110"});
    CHECK(Parsed(rule_text("require a == b && c = 'x'")).codes() == Codes{"K0109", "K0109", "K0111"});
    CHECK(Parsed(rule_text("require a ! b")).codes() == Codes{"K0109"});
    CHECK(Parsed(rule_text("require （a，b） = c")).codes() == Codes{"K0122", "K0122", "K0122"});
    CHECK(Parsed(rule_text("require a = “乙”")).codes() == Codes{"K0111"});
}

TEST_CASE("brackets that are never closed stop at the next clause, rule or declaration") {
    const Parsed round(rule_text("require (a + b\nseverity fault\ndeduct 1 each"));
    CHECK(round.mistakes() == Codes{"3:9 K0105"});
    CHECK(round.file.standards.at(0).rules[0].clauses.size() == 3);

    const Parsed brace("standard s \"S\" points 1 {\n    rule a \"A\" {\n        require x\n    rule b \"B\" {\n        require y\n    }\n}\nstandard t \"T\" points 1 {\n}\n");
    CHECK(brace.mistakes() == Codes{"2:16 K0123"});
    CHECK(brace.diagnostics.at(0).labels.size() == 1);
    REQUIRE(brace.file.standards.size() == 2);
    CHECK(brace.file.standards[0].rules.size() == 2);
    CHECK_FALSE(brace.file.standards[0].rules[1].damaged);

    CHECK(Parsed(rule_text("require a)\nseverity fault")).codes() == Codes{"K0106"});
    CHECK(Parsed("record P {\n    a text\nrecord Q {\n    b text\n}\n").codes() == Codes{"K0123"});
}

TEST_CASE("the heads of declarations") {
    CHECK(Parsed("standrd s \"S\" points 1 {\n    rule r \"R\" {\n        require a\n    }\n}\n").codes() == Codes{"K0118"});
    CHECK(Parsed("standard s points 1 {\n}\n").codes() == Codes{"K0120"});
    CHECK(Parsed("standard s \"S\" points 1 {\n    rule r {\n        require a\n    }\n}\n").codes() == Codes{"K0120"});
    CHECK(Parsed("rule r \"R\" {\n    require a\n}\n").codes() == Codes{"K0119"});
    CHECK(Parsed("require a\n").codes() == Codes{"K0119"});
    CHECK(Parsed("record P\n").codes() == Codes{"K0124"});
    CHECK(Parsed("define f(x) : number = 1\n").codes() == Codes{"K0138"});
    CHECK(Parsed("parameter p number {\n    1\n}\n").codes() == Codes{"K0139"});
    CHECK(Parsed("table t(a: text): { x: number }\n").codes() == Codes{"K0140"});
    CHECK(Parsed("record P {\n    a text?\n    b ->\n    c number\n}\n").mistakes() == Codes{"3:9 K0135"});
}

TEST_CASE("lines of a record that are right survive one that is wrong") {
    const Parsed parsed("record P {\n    a text\n    b [text\n    c number\n}\n");
    CHECK(parsed.codes() == Codes{"K0105"});
    REQUIRE(parsed.file.records.size() == 1);
    REQUIRE(parsed.file.records[0].fields.size() == 3);
    CHECK(parsed.file.records[0].fields[2].type.name.text == "number");
}

TEST_CASE("a clause without its content is marked under its word") {
    CHECK(Parsed(rule_text("require\nseverity fault")).mistakes() == Codes{"3:1 K0126"});
    CHECK(Parsed(rule_text("message\nremedy \"r\"")).mistakes() == Codes{"3:1 K0126"});
}

TEST_CASE("suggestions") {
    const auto help_of = [](const std::string& clauses) { return Parsed(rule_text(clauses)).diagnostics.at(0).help; };
    CHECK(help_of("basis CPL art 1\nrequre a") == "did you mean `require`?");
    CHECK(help_of("for m in ms") == "did you mean `for each`?");
    CHECK(help_of("due 3 moths after a") == "did you mean `months`?");
    CHECK(help_of("require a AND b") == "did you mean `and`?");
    CHECK(help_of("require a is not recorded").find("is missing") != std::string::npos);
    CHECK(Parsed("recrod P {\n}\n").diagnostics.at(0).help == "did you mean `record`?");
}
