// Whole files: declarations, clauses, templates, spans; the files that the project brings parse without a mistake.

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "support.hpp"

using namespace kaoping::dsl;
using syntax_test::Parsed;
using syntax_test::rule_text;

namespace {

std::string read(const std::filesystem::path& path) {
    std::ifstream in(path);
    std::stringstream out;
    out << in.rdbuf();
    return out.str();
}

std::string_view under(const Parsed& parsed, Span span) { return parsed.sources.text(span); }

/// Calls `visit` for the expression and all below it.
template <typename Visit>
void walk(const syntax::Expr& expr, const Visit& visit) {
    visit(expr);
    for (const syntax::Expr& child : expr.children) walk(child, visit);
}

}  // namespace

TEST_CASE("every rule and schema file of the project parses") {
    std::size_t files = 0;
    for (const char* folder : {"examples", "tests/bench"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(std::filesystem::path(KAOPING_SOURCE_DIR) / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".rules" && extension != ".schema") continue;
            ++files;
            CAPTURE(entry.path().string());
            const Parsed parsed(read(entry.path()));
            CHECK(parsed.mistakes() == std::vector<std::string>{});
            for (const auto& standard : parsed.file.standards)
                for (const auto& rule : standard.rules) CHECK_FALSE(rule.damaged);
        }
    }
    CHECK(files >= 10);
}

TEST_CASE("a schema") {
    const Parsed parsed(
        "schema casefile \"Case file\"\ntimezone \"Asia/Shanghai\"\ncalendar \"CN\"\n"
        "enum Kind {\n    summons \"传唤\"\n    detention \"拘留\" from \"JLZ\", \"JL\"\n    other from anything else\n}\n"
        "record Measure restricts liberty {\n    kind Kind\n    person -> Person\n    starts_at datetime from \"kssj\"\n"
        "    ends_at datetime?\n    officers [-> Officer]\n    name text personal\n}\n"
        "case {\n    id text key\n    unit text unit\n    measures [Measure]\n}\n");
    CHECK(parsed.mistakes().empty());
    CHECK(print_tree(parsed.file) ==
          "schema casefile \"Case file\"\ntimezone \"Asia/Shanghai\"\ncalendar \"CN\"\n"
          "enum Kind\n    summons\n    detention from \"JLZ\", \"JL\"\n    other from anything else\n"
          "record Measure restricts liberty\n    kind: Kind\n    person: -> Person\n    starts_at: datetime from \"kssj\"\n"
          "    ends_at: datetime?\n    officers: [-> Officer]\n    name: text personal\n"
          "case\n    id: text key\n    unit: text unit\n    measures: [Measure]\n");
    CHECK(parsed.file.enums.at(0).members[0].label == "传唤");
}

TEST_CASE("every clause of a rule") {
    const Parsed parsed(rule_text(
        "item CR28\nbasis CPL art 85(2), CRIM art 10-1, P25 art 45(1).3\neffective from 2020-09-01 until 2025-12-31\n"
        "for each a in xs, b in ys where a precedes b\non a.at\nlet n = 1\nwhen n = 1\nneeds a.x, b.y\ndue 24 hours after a.at\n"
        "except when a.secret:\n    \"a reason\"\ndone a.done_at\nrequire a.ok\nseverity fault\ndeduct 0.5 to 2 each, at most 10\n"
        "absorbs other, criminal.detention.third\nresponsible a.officers, handler\nshow a.at, due\nmessage \"m\"\nremedy \"r\""));
    CHECK(parsed.mistakes().empty());
    CHECK(print_tree(parsed.file) ==
          "standard s \"S\" points 10\n    rule r \"R\"\n        item CR28\n        basis CPL art 85(2) CRIM art 10-1 P25 art 45(1).3\n"
          "        effective from 2020-09-01 until 2025-12-31\n        for each a in xs b in ys where (precedes a b)\n        on a.at\n"
          "        let n = 1\n        when (= n 1)\n        needs a.x b.y\n        due (after (hour 24) a.at _)\n"
          "        except when a.secret: \"a reason\"\n        done a.done_at\n        require a.ok\n        severity fault\n"
          "        deduct 0.5 to 2 each at most 10\n        absorbs other criminal.detention.third\n        responsible a.officers handler\n"
          "        show a.at due\n        message \"m\"\n        remedy \"r\"\n");
}

TEST_CASE("defines, parameters, tables") {
    const Parsed parsed(
        "define double(v: number, m: Measure): number? = v * 2\ndefine stops: [Span] = spans\n"
        "parameter threshold: number {\n    2000  until 2025-12-31  basis ADM art 123\n    4000  from 2026-01-01\n}\n"
        "table range(article: text): { fine_max: number, days: number } from \"range.csv\"\n");
    CHECK(parsed.mistakes().empty());
    CHECK(print_tree(parsed.file) ==
          "define double(v: number, m: Measure): number? = (* v 2)\ndefine stops(): [Span] = spans\n"
          "parameter threshold: number\n    2000 from  until 2025-12-31 basis ADM art 123\n    4000 from 2026-01-01 until  basis\n"
          "table range: {fine_max: number, days: number} from \"range.csv\"\n");
}

TEST_CASE("clause words are names inside brackets and behind the first word of a line") {
    const Parsed parsed(rule_text("require f(\n    on,\n    due) = message\nshow due, when"));
    CHECK(parsed.mistakes().empty());
    REQUIRE(parsed.file.standards.at(0).rules[0].clauses.size() == 2);
    CHECK(print_expression(parsed.file.standards[0].rules[0].clauses[0].expression) == "(= (call f on due) message)");
}

TEST_CASE("the holes of a message have places in the file") {
    const Parsed parsed(rule_text("message \"甲{{x}} {m.开始 + 1}乙{if a = \\\"}\\\" then b else c}\""));
    CHECK(parsed.mistakes().empty());
    const syntax::Template& text = *parsed.file.standards.at(0).rules[0].clauses[0].text;
    REQUIRE(text.parts.size() == 4);
    CHECK(text.parts[0].text == "甲{x} ");
    CHECK(under(parsed, text.parts[1].hole.span) == "m.开始 + 1");
    CHECK(under(parsed, text.parts[1].hole.children[0].name.span) == "开始");
    CHECK(text.parts[2].text == "乙");
    CHECK(print_expression(text.parts[3].hole) == "(if (= a \"}\") b c)");
}

TEST_CASE("a template without quotes: catalogues") {
    SourceMap sources;
    const FileId id = sources.add("messages.yaml", "a: 的{count of xs}人\\n{{}}");
    Diagnostics diagnostics;
    syntax::Arena arena;
    const syntax::Template text = parse_template(sources, {id, 3, static_cast<std::uint32_t>(sources.file(id).text().size())}, arena, diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(text.parts.size() == 3);
    CHECK(print_expression(text.parts[1].hole) == "(count xs _ _)");
    CHECK(sources.text(text.parts[1].hole.span) == "count of xs");
    CHECK(text.parts[2].text == "人\\n{}");
}

TEST_CASE("every node's span lies in its parent's and holds its own text, also behind Chinese") {
    const Parsed parsed(rule_text("let 甲 = 1  # 注释\nrequire not (测量.开始 + 3 * 乙 <= 丙) and 丁 in (戊, 己) and 庚 is recorded"));
    CHECK(parsed.mistakes().empty());
    const syntax::Expr& all = parsed.file.standards.at(0).rules[0].clauses[1].expression;
    CHECK(under(parsed, all.span) == "not (测量.开始 + 3 * 乙 <= 丙) and 丁 in (戊, 己) and 庚 is recorded");
    CHECK(under(parsed, all.children[0].span) == "not (测量.开始 + 3 * 乙 <= 丙)");
    CHECK(under(parsed, all.children[1].span) == "丁 in (戊, 己)");
    CHECK(under(parsed, all.children[2].span) == "庚 is recorded");
    walk(all, [&](const syntax::Expr& node) {
        if (node.kind == syntax::ExprKind::name) CHECK(under(parsed, node.span) == node.text);
        for (const syntax::Expr& child : node.children) {
            if (!child.written()) continue;
            CHECK(child.span.begin >= node.span.begin);
            CHECK(child.span.end <= node.span.end);
        }
    });
}

TEST_CASE("columns count cells") {
    const Parsed parsed(rule_text("require 测量 < 乙 < 丙"));
    CHECK(parsed.mistakes() == std::vector<std::string>{"3:19 K0113"});
}

TEST_CASE("tokens print with place and kind") {
    SourceMap sources;
    const FileId id = sources.add("x", "甲 = \"b\"\n`due` 12.5 2026-01-31");
    CHECK(print_tokens(sources, id) == "1:1 word 甲\n1:4 symbol =\n1:6 text b\n2:1 name due\n2:7 number 12.5\n2:12 date 2026-01-31\n2:22 end \n");
}
