// See generated.hpp.

#include "generated.hpp"

#include <doctest/doctest.h>

#include <functional>
#include <vector>

#include "support.hpp"

using namespace kaoping::dsl;
using namespace diagnostics_test;

namespace {

std::string repeat(const std::string& piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

/// A whole rule file around a condition and what must stand before it.
std::string rule_requiring(const std::string& condition, const std::string& before = {}) {
    return "standard handling \"Handling the case\" points 10 {\n    rule decided \"The case is decided\" {\n        basis CPL art 85\n" + before +
           "        require " + condition + "\n        severity fault\n        deduct 5 per case\n        message \"The case is not decided.\"\n    }\n}\n";
}

/// `let n1 = n0 + 1` and so on.
std::string chain_of_lets(std::size_t length) {
    std::string out = "        let n0 = count of persons\n";
    for (std::size_t i = 1; i <= length; ++i) out += "        let n" + std::to_string(i) + " = n" + std::to_string(i - 1) + " + 1\n";
    return out;
}

/// Lets of which each is made of the one before: `let c1 = FIRST`, `let c2 = STEP` with c1 for every `@`, …
std::string lets_upon_lets(std::size_t length, const std::string& first, const std::string& step) {
    std::string out = "        let c1 = " + first + "\n";
    for (std::size_t i = 2; i <= length; ++i) {
        out += "        let c" + std::to_string(i) + " = ";
        for (const char c : step) out += c == '@' ? "c" + std::to_string(i - 1) : std::string(1, c);
        out += "\n";
    }
    return out;
}

/// Defines of which each calls the next.
std::string chain_of_defines(std::size_t length) {
    std::string out;
    for (std::size_t i = 0; i < length; ++i) out += "define d" + std::to_string(i) + "(n: number): number = d" + std::to_string(i + 1) + "(n)\n";
    return out + "define d" + std::to_string(length) + "(n: number): number = n\n";
}

LoadBudget with(const std::function<void(LoadBudget&)>& set) {
    LoadBudget budget;
    set(budget);
    return budget;
}

/// What loading packs from this folder raises; paths as seen from it.
Raised raised_by_folder(const std::string& name) {
    const std::string folder = KAOPING_SOURCE_DIR "/tests/diagnostics/";
    const LoadResult loaded = load_packs({folder + name});
    Raised out = raised_by(loaded.sources, loaded.diagnostics);
    for (std::size_t at; (at = out.text.find(folder)) != std::string::npos;) out.text.erase(at, folder.size());
    return out;
}

struct Generated {
    const char* code;
    const char* why;  ///< no page can hold the example
    std::function<Raised()> raise;
    const char* before = "";  ///< codes that must come with it
};

const std::vector<Generated> table{
    {"K0104", "a page is UTF-8", [] { return raised_by_syntax("# \xB2\xE2\nenum Kind {\n    a\xB2\xE2\n}\n"); }},
    {"K0503", "a page is UTF-8", [] { return raised_by_pack({{"sources.yaml", "CPL: {title_en: \"\xB2\xE2\"}\n"}}); }},
    {"K0509", "a page always has the base pack's rules",
     [] {
         MemoryFiles files = base_with({});
         std::erase_if(files.files, [](const auto& file) { return file.first == "handling.rules"; });
         const LoadResult loaded = load_memory_pack(files);
         return raised_by(loaded.sources, loaded.diagnostics);
     }},
    {"K0332", "a page is one pack", [] { return raised_by_folder("one-id-twice"); }},
    {"K0515", "a page is one pack", [] { return raised_by_folder("two-schemas"); }},
    {"K0516", "a page is a pack",
     [] {
         const LoadResult loaded = load_packs({"no-such-folder"});
         return raised_by(loaded.sources, loaded.diagnostics);
     }},
    {"K0701", "size: four mebibytes", [] { return raised_by_syntax(repeat("# 1234567890\n", 400'000)); }},
    {"K0703", "size: a million words", [] { return raised_by_syntax("enum Kind {\n" + repeat("a\n", 1'000'001) + "}\n"); }},
    {"K0704", "size: hundreds of mistakes", [] { return raised_by_syntax(repeat("rule decided {}\n", 4), with([](LoadBudget& b) { b.syntax.mistakes = 3; }).syntax); }, "K0119 "},
    {"K0711", "size: hundreds of lines", [] { return raised_by_pack({{"handling.rules", rule_requiring("n400 = 1", chain_of_lets(400))}}); }},
    {"K0712", "size: a hundred defines", [] { return raised_by_pack({{"handling.rules", chain_of_defines(110)}}); }},
    {"K0713", "size: millions of parts",
     [] { return raised_by_pack({{"handling.rules", rule_requiring("closed")}}, with([](LoadBudget& b) { b.check.expressions = 1; })); }},
    {"K0731", "size: four mebibytes", [] { return raised_by_pack({{"sources.yaml", repeat("# 1234567890\n", 400'000)}}); }},
};

}  // namespace

bool diagnostics_test::is_generated(const std::string& code) {
    for (const Generated& one : table)
        if (code == one.code) return true;
    return false;
}

TEST_CASE("codes without an example on their page are raised by texts made here") {
    for (const Generated& one : table) {
        CAPTURE(std::string(one.code));
        CAPTURE(std::string(one.why));
        const Raised now = one.raise();
        CHECK(now.codes == std::string(one.before) + one.code);
        check_golden(one.code, now.text);
    }
}

TEST_CASE("of a file with more than two hundred mistakes the first are shown, whoever finds them") {
    const auto count = [](const std::string& text) {
        std::size_t out = 0;
        for (std::size_t at = 0; (at = text.find("error[", at)) != std::string::npos; ++at) ++out;
        return out;
    };
    const Raised parsed = raised_by_syntax(repeat("rule decided {}\n", 201)), whole = raised_by_syntax(repeat("rule decided {}\n", 200));
    CHECK(parsed.codes == "K0119 K0704");
    CHECK(count(parsed.text) == 201);
    CHECK(whole.codes == "K0119");
    CHECK(count(whole.text) == 200);
    const Raised checked = raised_by_pack({{"handling.rules", repeat("record Person {\n    id text key\n}\n", 201)}});
    CHECK(checked.codes == "K0330 K0704");
    CHECK(count(checked.text) == 201);
}

TEST_CASE("what lets and defines stand for is cut where it grows too deep or too large, before anything walks it") {
    const auto codes = [](const std::string& before, const std::string& condition = "closed", const std::string& declared = {}) {
        return raised_by_pack({{"handling.rules", declared + rule_requiring(condition, before)}}).codes;
    };
    const std::string conditions = lets_upon_lets(20'000, "closed", "@ and closed");
    CHECK(codes(conditions, "c20000") == "K0711");
    CHECK(codes(conditions + "        when c20000\n") == "K0711");
    CHECK(codes(lets_upon_lets(20'000, "(p for p in persons)", "(p for p in @)"), "some p in c20000 where closed") == "K0711");
    CHECK(codes(lets_upon_lets(64, "closed", "@ and @") + "        when c64\n") == "K0714");
    CHECK(codes(lets_upon_lets(64, "closed", "@ or @") + "        when c64\n") == "K0714");
    std::string doubled = "define d1: bool = closed\n";
    for (int i = 2; i <= 64; ++i) doubled += "define d" + std::to_string(i) + ": bool = d" + std::to_string(i - 1) + " and d" + std::to_string(i - 1) + "\n";
    CHECK(codes("        when d64\n", "closed", doubled) == "K0714");
    // Texts are written out, too.
    const std::string numbers = lets_upon_lets(20'000, "count of persons", "@ + 1");
    std::string shown = rule_requiring("closed", numbers), told = shown;
    shown.insert(shown.find("        message"), "        show c20000\n");
    told.replace(told.find("The case is not decided."), 24, "{c20000}");
    CHECK(raised_by_pack({{"handling.rules", shown}}).codes == "K0711");
    CHECK(raised_by_pack({{"handling.rules", told}}).codes == "K0711");
    CHECK(codes(lets_upon_lets(150, "closed", "@ and closed"), "c150") == "");
    CHECK(codes(lets_upon_lets(15, "closed", "@ and @"), "c15") == "");
}

TEST_CASE("what is asked of the items of a list that stands in the rule counts for each of them") {
    const auto list_of = [](int length) {
        std::string out = "        let c = (0";
        for (int i = 1; i < length; ++i) out += ", " + std::to_string(i);
        return out + ")\n";
    };
    const auto codes = [&](int length, const std::string& condition, const std::string& declared = {}) {
        return raised_by_pack({{"handling.rules", declared + rule_requiring(condition, list_of(length))}}).codes;
    };
    const std::string pairs = "some x in c where some y in c where x + y = 7", triples = "some x in c where some y in c where some z in c where x + y + z = 7";
    CHECK(codes(100, pairs) == "");
    CHECK(codes(400, pairs) == "K0714");
    CHECK(codes(20, triples) == "");
    CHECK(codes(100, triples) == "K0714");
    CHECK(codes(400, "some x in (y + 1 for y in c where y in c) where x in c") == "K0714");
    // Handed to a define, and through it to another; a list of the case file stays one.
    const std::string declared = "define two(l: [number]): bool = some x in l where some y in l where x + y = 7\ndefine one(l: [number]): bool = two((x for x in l))\n";
    CHECK(codes(100, "one(c)", declared) == "");
    CHECK(codes(400, "one(c)", declared) == "K0714");
    CHECK(codes(400, "two(if closed then c else (1, 2))", declared) == "K0714");
    CHECK(codes(20'000, "count of persons in c") == "");
    CHECK(codes(120'000, "count of persons in c") == "K0714");
}

TEST_CASE("thousands of mistakes are found in little time, and warnings do not hide an error behind them") {
    std::string unknown, unused;
    for (int i = 0; i < 20'000; ++i) {
        unknown += "        let known" + std::to_string(i) + " = closed\n        let l" + std::to_string(i) + " = knwon" + std::to_string(i) + "\n";
        unused += "        let unused" + std::to_string(i) + " = closed\n";
    }
    const auto with_lets = [](const std::string& lets, const std::string& condition) { return raised_by_pack({{"handling.rules", rule_requiring(condition, lets)}}); };
    CHECK(with_lets(unknown, "closed").codes.find("K0201 K0704") != std::string::npos);
    CHECK(with_lets(unused, "closed").codes == "K0326 K0704");
    CHECK(with_lets(unused, "closed").text.find("error[") == std::string::npos);
    const Raised late = with_lets(unused, "closd");
    CHECK(late.codes == "K0326 K0704");
    CHECK(late.text.find("error[K0704]") != std::string::npos);
    std::string absorbing = "standard handling \"Handling the case\" points 10 {\n";
    for (int i = 0; i < 3'000; ++i)
        absorbing += "    rule r" + std::to_string(i) + " \"R\" {\n        basis CPL art 85\n        require closed\n        severity flaw\n        deduct 1 per case\n        absorbs x" + std::to_string(i) +
                     "\n        message \"m\"\n    }\n";
    CHECK(raised_by_pack({{"handling.rules", absorbing + "}\n"}}).codes == "K0322 K0704");
}

TEST_CASE("of a long list of names the first are told") {
    std::string schema = "schema t \"T\"\n\nrecord Thing {\n    id text key\n}\n\ncase {\n    id text key\n    things [Thing]\n", fields;
    for (int i = 0; i < 100; ++i) fields += "    field" + std::to_string(i) + " number?\n";
    schema.insert(schema.find("}\n\ncase"), fields);
    const Raised raised = raised_by_pack({{"casefile.schema", schema + "}\n"}, {"handling.rules", rule_requiring("some t in things where t.quite_another is recorded")}});
    CHECK(raised.codes == "K0202");
    CHECK(raised.text.find("field58 and 41 more") != std::string::npos);
    CHECK(raised.text.find("field59") == std::string::npos);
}

TEST_CASE("rules may absorb one another in long chains, and a chain that comes back is a cycle") {
    const auto chain = [](int length, const std::string& last) {
        std::string out = "standard handling \"Handling the case\" points 10 {\n";
        for (int i = 0; i < length; ++i)
            out += "    rule r" + std::to_string(i) + " \"R\" {\n        basis CPL art 85\n        require closed\n        severity flaw\n        deduct 1 per case\n" +
                   (i + 1 < length ? "        absorbs r" + std::to_string(i + 1) + "\n" : last) + "        message \"m\"\n    }\n";
        return raised_by_pack({{"handling.rules", out + "}\n"}}).codes;
    };
    CHECK(chain(2'000, "") == "");
    CHECK(chain(2'000, "        absorbs r0\n") == "K0323");
    CHECK(chain(3, "        absorbs r1\n") == "K0323");
}

TEST_CASE("packs beyond the budget of expressions are never taken for whole, wherever it ends") {
    const std::string manifest = read_project_file("tests/diagnostics/base/pack.yaml") + "applies when: \"closed and count of persons > 0\"\n";
    const std::string one = rule_requiring("closed"), rules = one + [&] {
        std::string other = one;
        other.replace(other.find("handling"), 8, "closing");
        return other;
    }();
    const std::vector<Block> pack{{"pack.yaml", manifest}, {"handling.rules", rules}};
    const auto codes = [&](std::size_t expressions) { return raised_by_pack(pack, with([&](LoadBudget& b) { b.check.expressions = expressions; })).codes; };
    const std::size_t whole = load_memory_pack(base_with(pack)).program.exprs.size();
    CHECK(whole > 10);
    for (std::size_t expressions = 1; expressions < whole; ++expressions) {
        CAPTURE(expressions);
        CHECK(codes(expressions) == "K0713");
    }
    CHECK(codes(whole) == "");
}
