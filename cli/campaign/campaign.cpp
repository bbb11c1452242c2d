// kaoping campaign: the evaluation of a period, kept in a register.

#include "cli/campaign/campaign.hpp"

#include <CLI/CLI.hpp>

#include "cli/commands.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_help = R"(A campaign is the evaluation of one period. It is opened, drawn, evaluated, reviewed, closed, and its defects are
followed up; every step is kept in a register, one file, with who did it, when and why. kaoping campaign STEP --help
says more.

Examples:
  kaoping campaign new 2026-q3 --register office.register --title "Third quarter" \
      --from 2026-07-01 --until 2026-09-30 --pack rules --scheme rules/schemes/quarterly.yaml --by "Li Wen"
  kaoping campaign draw 2026-q3 cases/ --register office.register --size 400 --by "Li Wen" --out sample.csv
  kaoping campaign evaluate 2026-q3 --register office.register --as-of 2026-10-10 --by "Li Wen"
  kaoping campaign review 2026-q3 --register office.register --export sheet.xlsx
  kaoping campaign report 2026-q3 --register office.register --html report.html --xlsx report.xlsx
  kaoping campaign status 2026-q3 --register office.register)";

}  // namespace

void add_register_option(CLI::App& command, std::string& file) {
    command.add_option("--register", file, "The register (or environment KAOPING_REGISTER)")->envname("KAOPING_REGISTER")->required()->type_name("FILE");
}

void add_campaign_options(CLI::App& command, CampaignOptions& options) {
    command.add_option("CAMPAIGN", options.id, "Id of the campaign, as in 2026-q3")->required();
    add_register_option(command, options.file);
}

void add_who_options(CLI::App& command, campaign::Who& who) {
    command.add_option("--by", who.actor, "Who decides this: name or number of the person")->required()->type_name("PERSON");
    command.add_option("--why", who.why, "The reason, for the record");
}

const LoadedPacks* load_for_campaign(const campaign::Campaign& campaign) {
    const LoadedPacks* const loaded = load_for_command(campaign.pack_paths, campaign.scheme_path);
    if (loaded) campaign::require_same_rules(campaign, loaded->packs.program, loaded->scheme);
    return loaded;
}

void add_campaign(CLI::App& app, int& status) {
    CLI::App* group = app.add_subcommand("campaign", "Evaluate a period: open, draw, evaluate, follow");
    group->require_subcommand(1);
    group->footer(campaign_help);
    add_campaign_new(*group, status);
    add_campaign_draw(*group, status);
    add_campaign_evaluate(*group, status);
    add_campaign_official(*group, status);
    add_campaign_review(*group, status);
    add_campaign_object(*group, status);
    add_campaign_decide(*group, status);
    add_campaign_waive(*group, status);
    add_campaign_bonus(*group, status);
    add_campaign_indicator(*group, status);
    add_campaign_score(*group, status);
    add_campaign_compare(*group, status);
    add_campaign_close(*group, status);
    add_campaign_publish(*group, status);
    add_campaign_rectify(*group, status);
    add_campaign_accountability(*group, status);
    add_campaign_status(*group, status);
    add_campaign_report(*group, status);
}

}  // namespace kaoping::cli
