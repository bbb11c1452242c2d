// kaoping campaign status: where campaigns stand.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "engine/campaign/sample/draw_text.hpp"
#include "engine/campaign/review/judgements_text.hpp"
#include "engine/campaign/status_text.hpp"
#include "engine/campaign/result/unit_text.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_status_help = R"(Without CAMPAIGN: all campaigns of the register. With it: its events, reviews, objections (with the scores before and after),
waivers, its sample and the results of its units.

Examples:
  kaoping campaign status --register office.register
  kaoping campaign status 2026-q3 --register office.register

Exit codes: 0, 2 there is no such register or campaign.)";

struct StatusOptions {
    CampaignOptions common;
    double confidence = 95;
};

int show(const StatusOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    if (options.common.id.empty()) {
        fmt::print("{}", campaign::register_status(file));
        return nothing_found;
    }
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    fmt::print("{}", campaign::campaign_status(file, campaign));
    fmt::print("{}", campaign::judgements_text(file, campaign));
    if (campaign.draw != 0) fmt::print("\n{}", campaign::draw_text(campaign, campaign::read_draw(file, campaign.draw)));
    const double confidence = options.confidence / 100;
    if (campaign.run != 0) fmt::print("\n{}", campaign::unit_table(campaign::unit_results(file, campaign, confidence), confidence));
    return nothing_found;
}

}  // namespace

void add_campaign_status(CLI::App& group, int& status) {
    auto options = std::make_shared<StatusOptions>();
    CLI::App* command = group.add_subcommand("status", "Show where campaigns stand");
    command->add_option("CAMPAIGN", options->common.id, "Id of one campaign (default: all)");
    add_register_option(*command, options->common.file);
    command->add_option("--confidence", options->confidence, "Of the sampling margin, in % (default: 95)")->check(CLI::Range(50.0, 99.99));
    command->footer(campaign_status_help);
    command->callback([options, &status] { status = show(*options); });
}

}  // namespace kaoping::cli
