// kaoping campaign close: ends a campaign.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "engine/campaign/award/unit_score_text.hpp"
#include "engine/campaign/end/close.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_close_help = R"(Keeps the results of all units as they stand, for good: the register then takes no evaluation, review, objection,
decision, waiver, bonus or indicator of this campaign any more. Refused while objections are not decided or vetoes
are neither confirmed nor refused. Rectification and publication go on afterwards.

Example:
  kaoping campaign close 2026-q3 --register office.register --by "Li Wen" --why "meeting of 20 October"

Exit codes: 0 closed, 2 usage or rule-file error, or refused.)";

struct CloseOptions {
    CampaignOptions common;
    campaign::Who who;
    double confidence = 95;
};

int close(const CloseOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    const auto units = campaign::close_campaign(file, campaign, loaded->scheme, options.confidence / 100, options.who);
    fmt::print("campaign {} closed\n\n{}", campaign.id, campaign::unit_score_text(units, loaded->scheme));
    return nothing_found;
}

}  // namespace

void add_campaign_close(CLI::App& group, int& status) {
    auto options = std::make_shared<CloseOptions>();
    CLI::App* command = group.add_subcommand("close", "End a campaign: its results stand");
    add_campaign_options(*command, options->common);
    command->add_option("--confidence", options->confidence, "Of the sampling margins that are kept, in % (default: 95)")->check(CLI::Range(50.0, 99.99));
    add_who_options(*command, options->who);
    command->footer(campaign_close_help);
    command->callback([options, &status] { status = close(*options); });
}

}  // namespace kaoping::cli
