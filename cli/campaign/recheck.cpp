// kaoping campaign rectify recheck: runs the engine over corrected case files.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "engine/campaign/follow/recheck.hpp"
#include "engine/run/runner.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_recheck_help = R"(Runs the rules of the campaign over corrected case files, as of a date. A defect is mended if its rule no longer
finds it there, nor a new one in its place. The outcome is registered either way, with what it was computed by.

Example:
  kaoping campaign rectify recheck 2026-q3 --register office.register --notice 40 --case corrected/ \
      --as-of 2026-11-20 --by "Li Wen"

Exit codes: 0 all are mended, 1 some are not, 2 usage or rule-file error or refused, 3 a file could not be read.)";

struct RecheckOptions {
    CampaignOptions common;
    campaign::Who who;
    std::vector<std::string> cases;
    std::string as_of;
    std::int64_t notice = 0;
};

/// Prints what came out; the exit code.
int tell(const campaign::Recheck& outcome) {
    for (const std::string& one : outcome.unreadable) print_error(one);
    if (!outcome.unreadable.empty()) return not_all_read;
    std::size_t mended = 0;
    for (const campaign::RecheckedDefect& one : outcome.defects) {
        mended += one.mended() ? 1 : 0;
        if (!one.mended()) fmt::print("not mended: defect {} of case {}, {}: {}: {}\n", one.number, one.case_id, one.rule, one.verdict, one.says);
    }
    fmt::print("{} of {} re-checked defects are mended\n", mended, outcome.defects.size());
    return mended == outcome.defects.size() ? nothing_found : defects_found;
}

int recheck(const RecheckOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    const auto as_of = as_of_option(options.as_of, loaded->time.zone);
    if (!as_of) return usage_error;
    const dsl::Program& program = loaded->packs.program;
    campaign::Rechecker rechecker(file, campaign, program, options.notice);
    engine::RunOptions run;
    run.as_of = run.read.as_of = as_of->instant;
    run.as_of_given = as_of->given;
    engine::InputSet inputs = engine::InputSet::open(options.cases, run.read);
    const engine::RunTotals totals = engine::run_cases(program, engine::make_score_rules(program, loaded->scheme), loaded->time, inputs, run,
                                                       [&](const engine::ChunkResult& chunk) { rechecker.add(chunk); });
    return tell(rechecker.finish(totals.identity, engine::moment_text(as_of->instant, loaded->time.zone), options.who));
}

}  // namespace

void add_rectify_recheck(CLI::App& group, int& status) {
    auto options = std::make_shared<RecheckOptions>();
    CLI::App* command = group.add_subcommand("recheck", "Evaluate corrected case files");
    add_campaign_options(*command, options->common);
    command->add_option("--notice", options->notice, "Number of the notice")->required()->type_name("N");
    command->add_option("--case", options->cases, "Corrected case files, folders, globs")->required()->type_name("FILE");
    command->add_option("--as-of", options->as_of, "Moment of the re-check, 2026-11-20 (default: now)");
    add_who_options(*command, options->who);
    command->footer(campaign_recheck_help);
    command->callback([options, &status] { status = recheck(*options); });
}

}  // namespace kaoping::cli
