// kaoping campaign evaluate: runs the engine on the drawn cases.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/unreadable.hpp"
#include "engine/campaign/sample/draw.hpp"
#include "engine/campaign/result/run_recorder.hpp"
#include "engine/campaign/result/unit_text.hpp"
#include "engine/run/runner.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_evaluate_help = R"(Without CASES the files are read in which the cases were found at the draw; of these files, cases that were not drawn
are left aside. The run counts only if every drawn case could be evaluated; then findings and scores are in the
register, and the score of each unit is estimated from its sample. May be repeated until people have decided on
findings: the last finished run counts, earlier ones are kept.

Examples:
  kaoping campaign evaluate 2026-q3 --register office.register --as-of 2026-10-10 --by "Li Wen"
  kaoping campaign evaluate 2026-q3 corrected/ --register office.register --by "Li Wen" --out units.csv

Exit codes: 0 evaluated, 2 usage or rule-file error, or drawn cases are missing, 3 some input could not be read.)";

struct CampaignEvaluateOptions {
    CampaignOptions common;
    campaign::Who who;
    std::vector<std::string> cases;
    std::string as_of, out, language;
    double confidence = 95;
    unsigned threads = 1;
};

engine::RunOptions run_options(const CampaignEvaluateOptions& options, const AsOf& as_of) {
    engine::RunOptions run;
    run.as_of = as_of.instant;
    run.as_of_given = as_of.given;
    run.threads = options.threads;
    run.read.as_of = as_of.instant;
    run.note_met = true;
    run.language = language_option(options.language);
    return run;
}

/// Runs the engine and registers what it finds; the number of inputs that could not be read.
std::uint64_t record_run(const CampaignEvaluateOptions& options, campaign::Register& file, const campaign::Campaign& campaign, const LoadedPacks& loaded,
                         const AsOf& as_of) {
    const engine::RunOptions run = run_options(options, as_of);
    engine::InputSet inputs = engine::InputSet::open(options.cases.empty() ? campaign::sampled_files(file, campaign.draw) : options.cases, run.read);
    const std::string as_of_text = engine::moment_text(as_of.instant, loaded.time.zone);
    campaign::RunRecorder recorder(file, campaign, loaded.packs.program, loaded.scheme,
                                   {as_of_text, engine::format_date(loaded.time.zone.local_date(as_of.instant))}, options.who);
    UnreadablePrinter unreadable;
    Progress progress;
    const auto take = [&](const engine::ChunkResult& chunk) {
        for (const engine::Finding& finding : chunk.findings) unreadable.add(finding);
        recorder.add(chunk);
        progress.show(recorder.cases(), chunk.read_bytes, inputs.total_bytes());
    };
    const engine::ScoreRules scoring = engine::make_score_rules(loaded.packs.program, loaded.scheme);
    const engine::RunTotals totals = engine::run_cases(loaded.packs.program, scoring, loaded.time, inputs, run, take);
    unreadable.finish();
    recorder.finish(totals.identity);
    fmt::print("{} drawn cases evaluated, as of {}: {} findings\n\n", recorder.cases(), as_of_text, recorder.findings());
    return unreadable.count();
}

int evaluate(const CampaignEvaluateOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    const auto as_of = as_of_option(options.as_of, loaded->time.zone);
    if (!as_of) return usage_error;
    const std::uint64_t unreadable = record_run(options, file, campaign, *loaded, *as_of);

    campaign = campaign::find_campaign(file, options.common.id);
    const std::vector<campaign::UnitResult> results = campaign::unit_results(file, campaign, options.confidence / 100);
    fmt::print("{}", campaign::unit_table(results, options.confidence / 100));
    if (!options.out.empty()) {
        OutputFile out(options.out);
        out.write(campaign::unit_csv(results, options.confidence / 100));
        out.commit();
    }
    return unreadable > 0 ? not_all_read : nothing_found;
}

void add_options(CLI::App& command, CampaignEvaluateOptions& options) {
    add_campaign_options(command, options.common);
    command.add_option("CASES", options.cases, "Files, folders, globs (default: where the drawn cases were)");
    command.add_option("--as-of", options.as_of, "Moment of the assessment, 2026-10-10 (default: now)");
    command.add_option("--confidence", options.confidence, "Of the sampling margin, in % (default: 95)")->check(CLI::Range(50.0, 99.99));
    command.add_option("--threads", options.threads, "Threads; any number gives the same results")->check(CLI::Range(1U, 256U));
    command.add_option("--lang", options.language, "Language of the messages that the register keeps: zh-CN or en (default)")->check(CLI::IsMember({"en", "zh-CN"}));
    command.add_option("--out", options.out, "Also write the results of the units as CSV")->type_name("FILE");
    add_who_options(command, options.who);
    command.footer(campaign_evaluate_help);
}

}  // namespace

void add_campaign_evaluate(CLI::App& group, int& status) {
    auto options = std::make_shared<CampaignEvaluateOptions>();
    CLI::App* command = group.add_subcommand("evaluate", "Evaluate the drawn cases");
    add_options(*command, *options);
    command->callback([options, &status] { status = evaluate(*options); });
}

}  // namespace kaoping::cli
