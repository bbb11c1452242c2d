// kaoping campaign object: a unit objects to a finding.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "engine/campaign/review/objection.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_object_help = R"(The time limit is the scheme's (objection: {within: 3 days}); it runs from the day after the unit was told: --told, or else
the day of the last review of the finding, or of the evaluation. An objection that is late is refused with the dates;
--late REASON hears it all the same, and the reason stays on record. An objection to a finding is heard once; it changes
nothing until it is decided (kaoping campaign decide).

Examples:
  kaoping campaign object 2026-q3 --register office.register --finding 18 --by "Chief Zhao" --why "the receipt is on file"
  kaoping campaign object 2026-q3 --register office.register --finding 18 --told 2026-10-12 --on 2026-10-14 \
      --by "Chief Zhao" --why "the receipt is on file"

Exit codes: 0 registered, 2 usage error, or the objection is late or cannot be made.)";

struct ObjectOptions {
    CampaignOptions common;
    campaign::Who who;
    campaign::ObjectionRequest request;
};

int object(const ObjectOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    const campaign::Objection made = campaign::object(file, campaign, loaded->scheme, loaded->time, options.request, options.who);
    fmt::print("objection to finding {} (case {}) registered: {} was told on {}, could object until {}, objected on {}\n", options.request.finding,
               made.case_id, made.unit, made.told, made.due, made.filed);
    return nothing_found;
}

}  // namespace

void add_campaign_object(CLI::App& group, int& status) {
    auto options = std::make_shared<ObjectOptions>();
    CLI::App* command = group.add_subcommand("object", "Object to a finding, for the unit");
    add_campaign_options(*command, options->common);
    command->add_option("--finding", options->request.finding, "Number of the finding")->required()->type_name("N");
    command->add_option("--told", options->request.told, "Day on which the unit was told (default: of the review or evaluation)")->type_name("DAY");
    command->add_option("--on", options->request.filed, "Day on which the unit objected (default: today)")->type_name("DAY");
    command->add_option("--late", options->request.late, "Why it is heard although it is late")->type_name("REASON");
    add_who_options(*command, options->who);
    command->footer(campaign_object_help);
    command->callback([options, &status] { status = object(*options); });
}

}  // namespace kaoping::cli
