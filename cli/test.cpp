// kaoping test: runs the examples of rule packs.

#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/packs.hpp"
#include "cli/terminal.hpp"
#include "dsl/diagnostic/render.hpp"
#include "engine/example/example_run.hpp"
#include "engine/report/proof_text.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* test_help = R"(Examples are files in a pack's folder examples/: a fragment over a whole case file, an as-of
moment, and the verdict that a rule must give. It fails when an example does, or when nothing ran.

Examples:
  kaoping test rules/criminal
  kaoping test rules/criminal --filter family_notice

Exit codes: 0 all passed, 1 some failed or none ran, 2 a mistake in rules or examples.)";

struct TestOptions {
    std::vector<std::string> packs;
    std::string filter;
};

void print_failure(const dsl::SourceMap& sources, const engine::Example& example, const engine::ExampleOutcome& outcome) {
    const dsl::SourceFile& file = sources.file(example.expect_span.file);
    const dsl::Place place = file.place(example.expect_span.begin);
    fmt::print("{}FAILED{}  {}\n  {}\n  at {}:{}:{}\n", colour_out() ? "\033[1;31m" : "", colour_out() ? "\033[0m" : "", example.name.text, example.rule,
               file.name(), place.line, place.column);
    for (const std::string& problem : outcome.problems) fmt::print("  {}\n", problem);
    if (outcome.rule >= 0) fmt::print("  because, for {}:\n", outcome.subject.empty() ? "the case" : outcome.subject);
    std::fputs(engine::proof_text(outcome.proof, 4, 80).c_str(), stdout);
    std::fputs("\n", stdout);
}

bool chosen(const engine::Example& example, const std::string& filter) {
    return example.rule.find(filter) != std::string::npos || example.name.text.find(filter) != std::string::npos;
}

void note_without_example(const dsl::Program& program, const std::set<std::string>& shown) {
    std::set<std::string> missing;
    for (const dsl::Rule& rule : program.rules)
        if (shown.count(rule.full_id) == 0) missing.insert(rule.full_id);
    if (missing.empty()) return;
    fmt::print("note: no example of {} rule{}:\n", missing.size(), missing.size() == 1 ? "" : "s");
    for (const std::string& rule : missing) fmt::print("  {}\n", rule);
}

int test(const TestOptions& options) {
    auto loaded = load_for_command(options.packs);
    if (!loaded) return usage_error;
    const dsl::Program& program = loaded->packs.program;
    dsl::Diagnostics mistakes;
    const std::vector<engine::Example> examples = engine::read_examples(loaded->packs.sources, program, loaded->time.zone, mistakes);
    std::fputs(dsl::render_text(loaded->packs.sources, mistakes, colour_err()).c_str(), stderr);

    const engine::ExampleRunner runner(program, loaded->packs.sources, loaded->time);
    std::size_t passed = 0, failed = 0;
    std::set<std::string> rules;
    for (const engine::Example& example : examples) {
        if (!chosen(example, options.filter)) continue;
        rules.insert(example.rule);
        const engine::ExampleOutcome outcome = runner.run(example);
        ++(outcome.passed() ? passed : failed);
        if (!outcome.passed()) print_failure(loaded->packs.sources, example, outcome);
    }
    if (options.filter.empty()) note_without_example(program, rules);
    fmt::print("{} passed, {} failed\n", passed, failed);
    if (passed + failed == 0) print_error(options.filter.empty() ? "the packs have no examples" : fmt::format("no example matches `{}`", options.filter));
    if (dsl::has_errors(mistakes)) return usage_error;
    return failed > 0 || passed == 0 ? defects_found : nothing_found;
}

}  // namespace

void add_test(CLI::App& app, int& status) {
    auto options = std::make_shared<TestOptions>();
    CLI::App* command = app.add_subcommand("test", "Run the examples of rule packs");
    command->add_option("PACK", options->packs, "A folder with pack.yaml, or one that contains such folders")->required();
    command->add_option("--filter", options->filter, "Only examples whose rule or name contains this");
    command->footer(test_help);
    command->callback([options, &status] { status = test(*options); });
}

}  // namespace kaoping::cli
