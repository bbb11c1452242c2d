// kaoping campaign accountability: who answers for the defects that stand.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "engine/campaign/follow/accountability.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_accountability_help = R"(For each defect that stands the responsible persons by role, as the case file names them (handler, reviewer,
approver, expert, leader), and what the scheme's `accountability` makes of it: corrected only (flaws), referred
(faults and vetoes, once a reviewer has confirmed them), referred for heavier treatment (again after a notice),
leaders jointly. The list is a proposal: who is held to account is decided by people in the procedure for it.

Example:
  kaoping campaign accountability 2026-q3 --register office.register --out referrals.csv

Exit codes: 0, 2 usage or rule-file error, or the campaign is not evaluated.)";

struct AccountabilityOptions {
    CampaignOptions common;
    std::string out;
};

int show(const AccountabilityOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    std::optional<OutputFile> out;
    if (!options.out.empty()) out.emplace(options.out);
    if (out) out->write(campaign::accountability_csv_head());
    campaign::AccountabilityCounter counter;
    campaign::each_accountable(file, campaign, loaded->scheme.accountability, [&](const campaign::AccountabilityEntry& entry) {
        counter.add(entry);
        if (out) out->write(campaign::accountability_csv_row(entry));
    });
    if (out) out->commit();
    fmt::print("{}", campaign::accountability_text(counter, loaded->scheme.accountability));
    return nothing_found;
}

}  // namespace

void add_campaign_accountability(CLI::App& group, int& status) {
    auto options = std::make_shared<AccountabilityOptions>();
    CLI::App* command = group.add_subcommand("accountability", "Show who answers for the defects that stand");
    add_campaign_options(*command, options->common);
    command->add_option("--out", options->out, "Also write the list as CSV, one person of one defect a row")->type_name("FILE");
    command->footer(campaign_accountability_help);
    command->callback([options, &status] { status = show(*options); });
}

}  // namespace kaoping::cli
