#pragma once
// The commands `kaoping campaign …`: what they share, and how each adds itself.

#include <string>

#include "cli/packs.hpp"
#include "engine/campaign/campaign.hpp"

namespace CLI {
class App;
}

namespace kaoping::cli {

/// Which campaign of which register.
struct CampaignOptions {
    std::string file, id;
};
void add_register_option(CLI::App& command, std::string& file);
void add_campaign_options(CLI::App& command, CampaignOptions& options);
/// --by (required) and --why.
void add_who_options(CLI::App& command, campaign::Who& who);

/// The packs and the scheme of a campaign, unchanged since it was opened; null (and why is printed) if there are mistakes.
[[nodiscard]] const LoadedPacks* load_for_campaign(const campaign::Campaign& campaign);

void add_campaign_new(CLI::App& group, int& status);
void add_campaign_draw(CLI::App& group, int& status);
void add_campaign_evaluate(CLI::App& group, int& status);
void add_campaign_official(CLI::App& group, int& status);
void add_campaign_review(CLI::App& group, int& status);
void add_campaign_object(CLI::App& group, int& status);
void add_campaign_decide(CLI::App& group, int& status);
void add_campaign_waive(CLI::App& group, int& status);
void add_campaign_status(CLI::App& group, int& status);
void add_campaign_report(CLI::App& group, int& status);
void add_campaign_score(CLI::App& group, int& status);
void add_campaign_bonus(CLI::App& group, int& status);
void add_campaign_indicator(CLI::App& group, int& status);
void add_campaign_rectify(CLI::App& group, int& status);
void add_rectify_recheck(CLI::App& group, int& status);
void add_campaign_accountability(CLI::App& group, int& status);
void add_campaign_compare(CLI::App& group, int& status);
void add_campaign_close(CLI::App& group, int& status);
void add_campaign_publish(CLI::App& group, int& status);

}  // namespace kaoping::cli
