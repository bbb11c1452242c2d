// kaoping campaign waive: nothing is deducted for some defects.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "engine/campaign/review/waiver.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_waive_help = R"(Grounds:
  law_changed     the law was changed (法律修改)
  law_disputed    what the law says is disputed (法律争议)
  force_majeure   nobody could have done it in time (不可抗力)
  new_evidence    new evidence came up (新证据)
  self_corrected  the unit found and corrected it by itself (自查自纠)
Which defects: any combination of --rule, --unit, --case, --finding; all that is named has to fit. From and until: days on
which the act was due (where nothing was due, the day as of which the evaluation judges), both included; outside of
them the waiver does not hold. Waived defects cost nothing and stay visible as waived, with their ground. A waiver
also covers what a later evaluation of the campaign finds.

Examples:
  kaoping campaign waive 2026-q3 --register office.register --ground law_changed --rule administrative.procedure.summons_period \
      --from 2026-01-01 --until 2026-06-30 --authority "Notice 12 of the bureau" --by 110003 --why "transition to the new law"
  kaoping campaign waive 2026-q3 --register office.register --ground self_corrected --finding 24 --from 2026-01-01 \
      --until 2026-12-31 --authority "head of the legal department" --by 110003 --why "corrected on 3 March, before the draw"

Exit codes: 0 granted, 2 usage error, or this person may not grant it.)";

struct WaiveOptions {
    CampaignOptions common;
    campaign::Who who;
    campaign::Waiver waiver;
};

int waive(const WaiveOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    campaign::CaseRescorer rescorer(loaded->packs.program, loaded->scheme);
    const std::int64_t covered = campaign::grant_waiver(file, campaign, rescorer, options.waiver, options.who);
    fmt::print("waiver granted ({}, {}): {} finding{} waived by now\n", options.waiver.ground, options.waiver.authority, covered, covered == 1 ? "" : "s");
    return nothing_found;
}

}  // namespace

void add_campaign_waive(CLI::App& group, int& status) {
    auto options = std::make_shared<WaiveOptions>();
    CLI::App* command = group.add_subcommand("waive", "Deduct nothing for some defects, on a stated ground");
    add_campaign_options(*command, options->common);
    campaign::Waiver& waiver = options->waiver;
    command->add_option("--ground", waiver.ground, "law_changed, law_disputed, force_majeure, new_evidence or self_corrected")
        ->required()
        ->check(CLI::IsMember({"law_changed", "law_disputed", "force_majeure", "new_evidence", "self_corrected"}));
    command->add_option("--authority", waiver.authority, "Who allows it, by which paper")->required();
    command->add_option("--from", waiver.from_day, "First day, 2026-01-01")->required()->type_name("DAY");
    command->add_option("--until", waiver.until_day, "Last day")->required()->type_name("DAY");
    command->add_option("--rule", waiver.rule, "Full id of a rule");
    command->add_option("--unit", waiver.unit, "A unit");
    command->add_option("--case", waiver.case_id, "A drawn case");
    command->add_option("--finding", waiver.finding, "Number of a finding")->check(CLI::PositiveNumber)->type_name("N");
    add_who_options(*command, options->who);
    command->footer(campaign_waive_help);
    command->callback([options, &status] { status = waive(*options); });
}

}  // namespace kaoping::cli
