// kaoping campaign new: opens a campaign.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_new_help = R"(Packs and scheme stay the same until the campaign ends: each later step loads them from the paths given
here and refuses to go on if they changed. Makes the register if there is none.

Example:
  kaoping campaign new 2026-q3 --register office.register --title "Third quarter" \
      --from 2026-07-01 --until 2026-09-30 --pack rules --scheme rules/schemes/quarterly.yaml --by "Li Wen"

Exit codes: 0 opened, 2 usage or rule-file error, or the id is taken.)";

struct NewOptions {
    CampaignOptions common;
    campaign::Campaign campaign;
    campaign::Who who;
};

bool is_day(const char* option, const std::string& text) {
    const auto day = engine::parse_date(text);
    if (!day) print_error(fmt::format("{} {}: write a day, as in 2026-07-01", option, text));
    return day.has_value();
}

int open(NewOptions& options) {
    if (!is_day("--from", options.campaign.period_from) || !is_day("--until", options.campaign.period_until)) return usage_error;
    const auto loaded = load_for_command(options.campaign.pack_paths, options.campaign.scheme_path);
    if (!loaded) return usage_error;
    options.campaign.id = options.common.id;
    campaign::mark_rules(options.campaign, loaded->packs.program, loaded->scheme);
    campaign::Register file(options.common.file, campaign::Register::Open::create);
    campaign::open_campaign(file, options.campaign, options.who);
    fmt::print("campaign {} opened in {}\n", options.campaign.id, options.common.file);
    return nothing_found;
}

}  // namespace

void add_campaign_new(CLI::App& group, int& status) {
    auto options = std::make_shared<NewOptions>();
    CLI::App* command = group.add_subcommand("new", "Open a campaign");
    add_campaign_options(*command, options->common);
    command->add_option("--title", options->campaign.title, "Title for people")->required();
    command->add_option("--from", options->campaign.period_from, "First day of the period, 2026-07-01")->required()->type_name("DAY");
    command->add_option("--until", options->campaign.period_until, "Last day of the period")->required()->type_name("DAY");
    command->add_option("--kind", options->campaign.kind, "Kind of evaluation, as a scheme of the year names it: daily, quarterly (default), special, year_end");
    command->add_option("--pack", options->campaign.pack_paths, "Folder of a rule pack, or of several")->required()->allow_extra_args(false);
    command->add_option("--scheme", options->campaign.scheme_path, "Scoring scheme (default: points of the rules)");
    add_who_options(*command, options->who);
    command->footer(campaign_new_help);
    command->callback([options, &status] { status = open(*options); });
}

}  // namespace kaoping::cli
