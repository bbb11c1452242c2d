// kaoping campaign decide: the decision on an objection.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "engine/campaign/review/judgements_text.hpp"
#include "engine/campaign/review/objection.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_decide_help = R"(Outcomes:
  uphold  the unit is right: the finding is dismissed
  partly  it stays a defect, with another amount (--amount, within the rule's range) or another word on its veto
  reject  all stays as it is
Someone of the legal department or a leader decides, who has not reviewed the finding and is not named in the case
file. The time limit is the scheme's (objection: {decision_within: 3 days}); a late decision counts, and is marked as
late. The scores before and after are printed, and both stay in the register.

Examples:
  kaoping campaign decide 2026-q3 --register office.register --finding 18 --outcome uphold --by 110003 --why "the receipt proves it"
  kaoping campaign decide 2026-q3 --register office.register --finding 20 --outcome partly --amount 0.5 --by 110003 --why "one page only"

Exit codes: 0 decided, 2 usage error, or this person may not decide.)";

struct DecideOptions {
    CampaignOptions common;
    campaign::Who who;
    campaign::DecisionRequest request;
};

int decide(const DecideOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    campaign::CaseRescorer rescorer(loaded->packs.program, loaded->scheme);
    const campaign::ScoreChange change = campaign::decide(file, campaign, rescorer, loaded->scheme, loaded->time, options.request, options.who);
    fmt::print("case {}: score {} before, {} after{}\n", change.case_id, campaign::score_text(change.before, change.veto_before),
               campaign::score_text(change.after, change.veto_after), change.late ? "; the decision is late" : "");
    return nothing_found;
}

}  // namespace

void add_campaign_decide(CLI::App& group, int& status) {
    auto options = std::make_shared<DecideOptions>();
    CLI::App* command = group.add_subcommand("decide", "Decide on an objection");
    add_campaign_options(*command, options->common);
    command->add_option("--finding", options->request.finding, "Number of the finding objected to")->required()->type_name("N");
    command->add_option("--outcome", options->request.outcome, "uphold, partly, reject")->required()->check(CLI::IsMember({"uphold", "partly", "reject"}));
    command->add_option("--amount", options->request.amount, "Points to deduct, of partly")->type_name("POINTS");
    command->add_option("--veto", options->request.veto, "confirm or refuse, of partly")->check(CLI::IsMember({"confirm", "refuse"}));
    command->add_option("--on", options->request.day, "Day of the decision (default: today)")->type_name("DAY");
    add_who_options(*command, options->who);
    command->footer(campaign_decide_help);
    command->callback([options, &status] { status = decide(*options); });
}

}  // namespace kaoping::cli
