// The expressions of the reference: each is checked inside a rule, and those with a value have it on the base case.

#include <doctest/doctest.h>

#include <set>
#include <sstream>

#include "engine/casefile/reader.hpp"
#include "engine/reference/reference.hpp"
#include "engine/run/time_context.hpp"
#include "engine/time/timestamp.hpp"
#include "pages.hpp"
#include "tests/support/base_pack.hpp"
#include "tests/support/project_file.hpp"

using namespace reference_test;
using namespace kaoping;

namespace {

constexpr const char* moment_of_assessment = "2026-03-31T12:00:00+08:00";

/// `EXPRESSION    # → VALUE`, `EXPRESSION    # K0217`, or the expression alone.
struct Line {
    std::string expression, value, code;
};

Line line_of(const std::string& text) {
    const std::string arrow = "# → ";
    const std::size_t comment = text.find("    # ");
    Line out{text.substr(0, comment), {}, {}};
    if (comment == std::string::npos) return out;
    const std::string behind = text.substr(comment + 4);
    if (behind.rfind(arrow, 0) == 0) out.value = behind.substr(arrow.size());
    else out.code = behind.substr(2);
    return out;
}

/// A rule around the expression. `m` is the detention of the base case.
dsl::LoadResult loaded_with(const std::string& expression, bool as_condition) {
    const std::string clauses = "for each m in measures where m.kind = detention\nrequire " + (as_condition ? expression : std::string("closed")) + "\n" +
                                (as_condition ? std::string() : "show " + expression + "\n");
    return dsl::load_memory_pack(kaoping_test::base_with({{"handling.rules", whole_rules(clauses)}}));
}

engine::ReferenceSubject evaluated(const dsl::LoadResult& loaded) {
    const auto time = engine::make_time_context(loaded.program);
    REQUIRE(time.has_value());
    engine::ReadOptions options;
    auto inputs = engine::InputSet::of_text("base-case.yaml", kaoping_test::read_project_file("tests/reference/base-case.yaml"), engine::CaseFormat::yaml, options);
    const engine::CaseDecoder decoder(loaded.program.schema, time->zone, engine::ColumnMask::all(loaded.program.schema), options);
    engine::RawChunk chunk;
    REQUIRE(inputs.next_chunk(chunk));
    const engine::Decoded decoded = decoder.decode(chunk);
    REQUIRE(decoded.batch.cases() == 1);
    const auto now = engine::parse_as_of(moment_of_assessment, time->zone);
    REQUIRE(now.has_value());
    // All three measures are subjects; the detention is the second.
    const auto subjects = engine::evaluate_rule(loaded.program, *time, *now, decoded.batch, 0, 0);
    REQUIRE(subjects.size() == 3);
    return subjects[1];
}

bool is_condition(const dsl::LoadResult& shown) { return shown.program.expr(shown.program.rules[0].show[0].value).type.is(dsl::Kind::boolean); }

std::string truth_of(engine::Verdict verdict) {
    switch (verdict) {
        case engine::Verdict::met: return "true";
        case engine::Verdict::defect: return "false";
        case engine::Verdict::undetermined: return "unknown";
        default: return std::string(engine::verdict_name(verdict));
    }
}

void check_code(const Line& line) {
    const dsl::LoadResult loaded = loaded_with(line.expression, true);
    const kaoping_test::Raised raised = kaoping_test::raised_by(loaded.sources, loaded.diagnostics);
    CHECK(raised.codes == line.code);
}

void check_value(const Line& line) {
    dsl::LoadResult loaded = loaded_with(line.expression, false);
    if (loaded.ok() && is_condition(loaded)) loaded = loaded_with(line.expression, true);
    const kaoping_test::Raised raised = kaoping_test::raised_by(loaded.sources, loaded.diagnostics);
    CHECK(raised.text == "");
    if (!loaded.ok() || line.value.empty()) return;
    const engine::ReferenceSubject subject = evaluated(loaded);
    CHECK((subject.text.shown.empty() ? truth_of(subject.decision.verdict) : subject.text.shown[0].text) == line.value);
}

}  // namespace

TEST_CASE("expressions check, and have the values that the reference gives them") {
    std::size_t valued = 0;
    for (const Page& page : reference_pages())
        for (const kaoping_test::Fence& fence : page.fences) {
            if (fence.info != "expression") continue;
            std::istringstream lines(fence.text);
            std::string text;
            while (std::getline(lines, text)) {
                if (text.empty()) continue;
                INFO(page.name << ":" << fence.line << ": " << text);
                const Line line = line_of(text);
                if (line.code.empty()) check_value(line);
                else check_code(line);
                valued += line.value.empty() ? 0 : 1;
            }
        }
    CHECK(valued >= 100);
}

TEST_CASE("what stands between quotes loses its escapes, in all texts of a rule") {
    const dsl::LoadResult loaded = dsl::load_memory_pack(kaoping_test::base_with({{"handling.rules", R"(standard handling "The \"handling\"" points 10 {
    rule quoted "A \\ title" {
        basis    CPL art 85
        except   when closed: "say \"no\""
        require  "\"" != "\\"
        severity fault
        deduct   1 per case
        message  "{{\"{if closed then \"a\" else \"b\\c\"}\"}}"
        remedy   "do\tit"
    }
}
)"}}));
    REQUIRE(loaded.ok());
    const dsl::Rule& rule = loaded.program.rules.at(0);
    CHECK(loaded.program.standards.at(0).title == "The \"handling\"");
    CHECK(rule.texts.title == "A \\ title");
    CHECK(rule.texts.reasons == std::vector<std::string>{"say \"no\""});
    CHECK(rule.texts.remedy == "do\tit");
    REQUIRE(rule.texts.message.parts.size() == 3);
    CHECK(rule.texts.message.parts[0].text == "{\"");
    CHECK(rule.texts.message.parts[2].text == "\"}");
    std::multiset<std::string> constants;
    for (const dsl::Expr& expr : loaded.program.exprs)
        if (expr.op == dsl::Op::constant && expr.type.is(dsl::Kind::text)) constants.emplace(expr.value.text);
    CHECK(constants == std::multiset<std::string>{"\"", "\\", "a", "b\\c"});
}
