// kaoping evaluate: case files by rule packs to findings and scores.

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/commands.hpp"
#include "cli/due_list.hpp"
#include "cli/evaluate_outputs.hpp"
#include "cli/packs.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "cli/unreadable.hpp"
#include "engine/report/findings_json.hpp"
#include "engine/report/summary_json.hpp"
#include "engine/report/text_summary.hpp"
#include "engine/run/runner.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* evaluate_help = R"(Files in DIR: report.html, findings.jsonl, summary.json, scores.json, scores.csv.

Examples:
  kaoping evaluate cases/ --pack rules/criminal
  kaoping evaluate cases.jsonl --pack rules/criminal --as-of 2026-09-30 \
      --scheme rules/schemes/quarterly.yaml --out out/q3 --threads 4
  kaoping evaluate 'cases/*.yaml' --pack rules/criminal --due-within 3d
  kaoping evaluate - --pack rules/criminal --format jsonl < cases.jsonl

Exit codes: 0 nothing found, 1 defects (see --fail-on) or verdicts that failed,
2 usage or rule-file error, 3 some input could not be read.)";

struct EvaluateOptions {
    std::vector<std::string> cases, packs;
    std::string scheme, as_of, out, language, due_within;
    std::string format = "text", findings = "all", fail_on = "flaw";
    unsigned threads = 1;
    std::size_t batch = engine::ReadOptions().batch_cases, max_case_bytes = engine::ReadOptions().max_case_bytes;
    bool strict = false, lenient = false;
};

void add_options(CLI::App& command, EvaluateOptions& options) {
    command.add_option("CASES", options.cases, "Files, folders, globs, - for standard input")->required();
    command.add_option("--pack", options.packs, "Folder of a rule pack, or of several")->required()->allow_extra_args(false);
    command.add_option("--scheme", options.scheme, "Scoring scheme (default: points of the rules)");
    command.add_option("--as-of", options.as_of, "Moment of the assessment, 2026-09-30 (default: now)");
    command.add_option("--out", options.out, "Folder for findings, scores and the report");
    command.add_option("--format", options.format, "Output: text, json (summary), jsonl (findings)")
        ->check(CLI::IsMember({"text", "json", "jsonl"}))->type_name("FORM");
    command.add_option("--findings", options.findings, "Which findings are made")->check(CLI::IsMember({"none", "defects", "all"}));
    command.add_option("--threads", options.threads, "Threads; any number gives the same results")->check(CLI::Range(1U, 256U));
    command.add_option("--batch", options.batch, "Cases that are evaluated together")->check(CLI::Range(1, 65536));
    command.add_option("--max-case-bytes", options.max_case_bytes, "A larger case is unreadable")->check(CLI::Range(1U << 10, 1U << 30));
    auto* strict = command.add_flag("--strict", options.strict, "Validate whole documents (default for YAML)");
    command.add_flag("--lenient", options.lenient, "Validate what rules read (default for JSON)")->excludes(strict);
    command.add_option("--lang", options.language, "Language of messages")->check(CLI::IsMember({"en", "zh-CN"}));
    command.add_option("--fail-on", options.fail_on, "Least severity for exit code 1 (default: flaw)")
        ->check(CLI::IsMember({"none", "flaw", "fault", "veto"}));
    command.add_option("--due-within", options.due_within, "List what is pending and due within 3d, 12h, 90m");
    command.footer(evaluate_help);
}

engine::RunOptions run_options(const EvaluateOptions& options, const AsOf& as_of) {
    engine::RunOptions run;
    run.as_of = as_of.instant;
    run.as_of_given = as_of.given;
    run.findings = options.findings == "none"      ? engine::FindingsWanted::none
                   : options.findings == "defects" ? engine::FindingsWanted::defects
                                                   : engine::FindingsWanted::all;
    run.threads = options.threads;
    run.read.batch_cases = options.batch;
    run.read.max_case_bytes = options.max_case_bytes;
    run.read.as_of = as_of.instant;
    run.read.strict_json = options.strict;
    run.read.strict_yaml = !options.lenient;
    run.language = language_option(options.language);
    return run;
}

int exit_code(const EvaluateOptions& options, const engine::Summary& sum, std::uint64_t unreadable) {
    if (unreadable > 0) return not_all_read;
    if (options.fail_on == "none") return nothing_found;
    if (sum.subjects[static_cast<std::size_t>(engine::Verdict::failed)] > 0) return defects_found;  // nobody knows that there is none
    const int least = options.fail_on == "flaw" ? 0 : options.fail_on == "fault" ? 1 : 2;
    for (int severity = least; severity < 3; ++severity)
        if (sum.defects_by_severity[severity] > 0) return defects_found;
    return nothing_found;
}

/// One run of the command: what the results of each chunk go to.
class EvaluateCommand {
public:
    EvaluateCommand(const EvaluateOptions& options, const LoadedPacks& loaded, const AsOf& as_of, std::int64_t within)
        : options_(options),
          loaded_(loaded),
          scoring_(engine::make_score_rules(loaded.packs.program, loaded.scheme)),
          run_(run_options(options, as_of)),
          due_(within < 0 ? INT64_MIN : as_of.instant + within) {
        run_.due_within = within;
        run_.case_lines = !options.out.empty();
        if (options.format == "jsonl") lines_.emplace(loaded.packs.program);
        if (!options.out.empty()) outputs_ = std::make_unique<EvaluateOutputs>(options.out, loaded, scoring_.scheme, run_.language, options.findings != "none");
    }

    int run() {
        engine::InputSet inputs = engine::InputSet::open(options_.cases, run_.read);
        std::optional<Progress> progress(std::in_place);
        std::uint64_t cases = 0;
        const auto sink = [&](const engine::ChunkResult& chunk) {
            take(chunk);
            cases += chunk.evaluated;
            progress->show(cases, chunk.read_bytes, inputs.total_bytes());
        };
        const engine::RunTotals totals = engine::run_cases(loaded_.packs.program, scoring_, loaded_.time, inputs, run_, sink);
        progress.reset();
        unreadable_.finish();
        if (outputs_) outputs_->finish(totals);
        print(totals);
        return exit_code(options_, totals.summary, unreadable_.count());
    }

private:
    void take(const engine::ChunkResult& chunk) {
        for (const engine::Finding& finding : chunk.findings) {
            unreadable_.add(finding);
            due_.add(finding);
        }
        if (lines_) {
            const std::string_view text = lines_->lines(chunk.findings);
            std::fwrite(text.data(), 1, text.size(), stdout);
        }
        if (outputs_) outputs_->add(chunk);
    }

    void print(const engine::RunTotals& totals) {
        const dsl::Program& program = loaded_.packs.program;
        if (options_.format == "json") std::fputs(engine::summary_json(program, scoring_.scheme, loaded_.time.zone, totals).c_str(), stdout);
        if (options_.format != "text") return;
        std::fputs(engine::text_summary(program, scoring_.scheme, loaded_.time.zone, totals, colour_out()).c_str(), stdout);
        if (options_.due_within.empty()) return;
        fmt::print("\nPending and due within {}: {}\n", options_.due_within, due_.count());
        std::fputs(engine::text_due(program, due_.take()).c_str(), stdout);
    }

    const EvaluateOptions& options_;
    const LoadedPacks& loaded_;
    engine::ScoreRules scoring_;
    engine::RunOptions run_;
    std::optional<engine::FindingsJson> lines_;  ///< with --format jsonl
    DueList due_;
    UnreadablePrinter unreadable_;
    std::unique_ptr<EvaluateOutputs> outputs_;
};

int evaluate(const EvaluateOptions& options) {
    const std::int64_t within = options.due_within.empty() ? -1 : parse_length(options.due_within);
    if (!options.due_within.empty() && within < 0) {
        print_error(fmt::format("--due-within {}: write a number of days, hours or minutes: 3d, 12h, 90m", options.due_within));
        return usage_error;
    }
    const auto loaded = load_for_command(options.packs, options.scheme, language_option(options.language));
    if (!loaded) return usage_error;
    const auto as_of = as_of_option(options.as_of, loaded->time.zone);
    if (!as_of) return usage_error;
    return EvaluateCommand(options, *loaded, *as_of, within).run();
}

}  // namespace

void add_evaluate(CLI::App& app, int& status) {
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App* command = app.add_subcommand("evaluate", "Evaluate case files by rule packs");
    add_options(*command, *options);
    command->callback([options, &status] { status = evaluate(*options); });
}

}  // namespace kaoping::cli
