// Rule texts, whole packs, and what is read against a pack: schemes, examples, case files.

#include <fmt/format.h>

#include <algorithm>

#include "corpus.hpp"
#include "dsl/load.hpp"
#include "dsl/syntax/printer.hpp"
#include "engine/evaluate/plan_run.hpp"
#include "engine/example/example_run.hpp"
#include "engine/reference/reference.hpp"
#include "engine/run/runner.hpp"
#include "engine/run/time_context.hpp"
#include "engine/score/scheme.hpp"
#include "engine/time/timestamp.hpp"
#include "fuzzers.hpp"
#include "invariants.hpp"
#include "tests/support/project_file.hpp"

namespace fuzz_test {

using namespace kaoping;

namespace {

/// A program with what a run of it needs.
struct Ready {
    const dsl::Program& program;
    engine::TimeContext time;
    engine::Plan plan;
    engine::ScoreRules scoring;
    std::int64_t now;

    explicit Ready(const dsl::Program& of)
        : program(of), time(context(of)), plan(engine::make_plan(of)), scoring(engine::make_score_rules(of, {})), now(*engine::parse_as_of("2026-03-31", time.zone)) {}

private:
    static engine::TimeContext context(const dsl::Program& program) {
        auto made = engine::make_time_context(program);
        demand(made.has_value(), "a pack without mistakes has its zone and calendar");
        return *made;
    }
};

/// Plan and reference judge every subject of the batch's cases alike.
void compare_evaluators(const Ready& ready, const engine::CaseBatch& batch) {
    engine::PlanRun run(ready.plan, ready.time, ready.now);
    for (const engine::RuleColumn& column : run.run(batch)) {
        std::size_t subject = 0;
        for (std::size_t c = 0; c < batch.cases(); ++c)
            for (const engine::ReferenceSubject& slow : engine::evaluate_rule(ready.program, ready.time, ready.now, batch, static_cast<int>(c), column.rule)) {
                const std::string& rule = ready.program.rules[static_cast<std::size_t>(column.rule)].full_id;
                demand(subject < column.subjects(), "the plan has fewer subjects than the reference: " + rule);
                demand(column.verdict[subject] == slow.decision.verdict,
                       fmt::format("{}{}: the plan says {}, the reference {}", rule, slow.pointer, engine::verdict_name(column.verdict[subject]), engine::verdict_name(slow.decision.verdict)));
                demand(column.possible[subject] == slow.decision.possible, rule + ": plan and reference differ in what is possible");
                ++subject;
            }
        demand(subject == column.subjects(), "the plan has more subjects than the reference");
    }
}

/// Decodes one YAML case, compares both evaluators, and makes all findings.
void evaluate(const Ready& ready, const std::string& text) {
    engine::RunOptions options;
    options.as_of = ready.now;
    const engine::ColumnMask mask = engine::ColumnMask::all(ready.program.schema);
    const engine::CaseDecoder decoder(ready.program.schema, ready.time.zone, mask, options.read);
    auto inputs = engine::InputSet::of_text("case", text, engine::CaseFormat::yaml, options.read);
    engine::RawChunk chunk;
    demand(inputs.next_chunk(chunk), "a text is a case or a mistake");
    const engine::Decoded decoded = decoder.decode(chunk);
    check_batch(ready.program.schema, decoder.layout(), mask, decoded.batch);
    compare_evaluators(ready, decoded.batch);

    auto again = engine::InputSet::of_text("case", text, engine::CaseFormat::yaml, options.read);
    std::size_t cases = 0, unreadable = 0;
    (void)engine::run_cases(ready.program, ready.scoring, ready.time, again, options, [&](const engine::ChunkResult& result) {
        cases += result.cases.size();
        for (const engine::Finding& finding : result.findings) {
            unreadable += finding.kind == engine::FindingKind::input ? 1 : 0;
            demand(finding.kind == engine::FindingKind::rule || !finding.message.empty(), "a finding has a message");
        }
        for (const engine::CaseLine& line : result.cases)
            if (line.score.score) demand(line.score.score->low <= line.score.score->high, "a score interval has its ends in order");
    });
    demand(cases + unreadable == 1 && cases == decoded.batch.cases(), "the case was scored or named as unreadable");
}

/// The criminal pack of the quarterly example, loaded once.
struct Quarterly {
    dsl::LoadResult loaded = dsl::load_packs({KAOPING_SOURCE_DIR "/examples/quarterly/criminal"});
    Ready ready{loaded.program};
};

Quarterly& quarterly() {
    static Quarterly held;
    return held;
}

}  // namespace

int fuzz_rules(std::string_view text) {
    dsl::SourceMap sources;
    dsl::Diagnostics diagnostics;
    const dsl::FileId file = sources.add("t.rules", std::string(text));
    const dsl::syntax::File tree = dsl::parse_file(sources, file, diagnostics);
    check_diagnostics(sources, diagnostics);
    demand(dsl::print_tree(tree) == dsl::print_tree(dsl::parse_file(sources, file, diagnostics)), "parsing twice gives the same tree");
    (void)dsl::print_tokens(sources, file);
    return 0;
}

int fuzz_pack(std::string_view text) {
    const dsl::MemoryFiles files = unbundle(text);
    const dsl::LoadResult loaded = dsl::load_memory_pack(files);
    check_diagnostics(loaded.sources, loaded.diagnostics);
    if (!loaded.ok()) return 0;
    demand(loaded.program.schema.case_record >= 0, "a pack without mistakes has a case record");
    const Ready ready(loaded.program);
    evaluate(ready, "id: A\n");
    for (const auto& [name, content] : files.files)
        if (name == case_file) evaluate(ready, content);
    return 0;
}

int fuzz_evaluation(std::string_view text) {
    evaluate(quarterly().ready, std::string(text));
    return 0;
}

int fuzz_scheme(std::string_view text) {
    dsl::SourceMap sources;
    dsl::Diagnostics diagnostics;
    const dsl::Program& program = quarterly().loaded.program;
    engine::Scheme scheme = engine::read_scheme(sources, sources.add("scheme.yaml", std::string(text)), program, diagnostics);
    check_diagnostics(sources, diagnostics);
    if (dsl::has_errors(diagnostics)) return 0;
    demand(std::is_sorted(scheme.grades.begin(), scheme.grades.end(), [](const engine::Grade& a, const engine::Grade& b) { return a.from > b.from; }), "grades are in order");
    const engine::ScoreRules scoring = engine::make_score_rules(program, std::move(scheme));
    engine::CaseScorer scorer(scoring);
    const std::vector<std::vector<engine::ScoredSubject>> nothing(program.rules.size());
    demand(!scorer.score(nothing).score.has_value(), "where nothing applies there is no score");
    return 0;
}

int fuzz_examples(std::string_view text) {
    Quarterly pack;  // a fresh one: its sources grow by the examples
    dsl::SourceMap& sources = pack.loaded.sources;
    dsl::Diagnostics diagnostics;
    const engine::BaseText base = [](const std::string& name) -> tl::expected<std::string, std::string> {
        if (name.find('/') != std::string::npos) return tl::unexpected<std::string>("there is no such file");
        std::string held = kaoping_test::read_project_file("examples/quarterly/criminal/examples/" + name);
        if (held.empty()) return tl::unexpected<std::string>("there is no such file");
        return held;
    };
    auto examples = engine::read_example_file(sources, sources.add("e.yaml", std::string(text)), base, pack.loaded.program, pack.ready.time.zone, diagnostics);
    check_diagnostics(sources, diagnostics);
    if (examples.size() > 3) examples.resize(3);
    const engine::ExampleRunner runner(pack.loaded.program, sources, pack.ready.time);
    for (const engine::Example& example : examples)
        for (const std::string& problem : runner.run(example).problems) demand(problem.find("disagree") == std::string::npos, problem);
    return 0;
}

}  // namespace fuzz_test
