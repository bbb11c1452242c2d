#pragma once
// The tables of a campaign's report, in the language of its texts: the same for page and workbook.

#include <string>
#include <vector>

#include "engine/campaign/report/finding_rows.hpp"
#include "engine/campaign/report/report_data.hpp"
#include "engine/campaign/report/table.hpp"
#include "engine/report/html/texts.hpp"
#include "engine/result/finding.hpp"

namespace kaoping::campaign {

using engine::html::Texts;

/// Officers of a table, at most; the others are counted in its note.
constexpr std::size_t most_officers = 100;

[[nodiscard]] Table scoreboard(const CampaignReport& report, const Texts& texts);
[[nodiscard]] Table trend_table(const CampaignReport& report, const Texts& texts);
/// Rules with defects, what costs most first, with the units where they come from.
[[nodiscard]] Table top_defects(const CampaignReport& report, const Texts& texts);
[[nodiscard]] Table by_standard(const CampaignReport& report, const Texts& texts);
/// A defect counts under every source that its rule cites.
[[nodiscard]] Table by_law(const CampaignReport& report, const Texts& texts);
[[nodiscard]] Table by_unit(const CampaignReport& report, const Texts& texts);
[[nodiscard]] Table by_kind(const CampaignReport& report, const Texts& texts);
[[nodiscard]] Table by_officer(const CampaignReport& report, const Texts& texts);
[[nodiscard]] Table training(const CampaignReport& report, const Texts& texts);
[[nodiscard]] Table visits(const CampaignReport& report, const Texts& texts);

/// Title of a rule, newest version; of what people found beside the rules: a label.
[[nodiscard]] std::string rule_title(const Texts& texts, const RuleKey& key);
[[nodiscard]] std::string standard_title(const Texts& texts, const std::string& standard);
/// The newest version of a rule; −1: the packs do not have it.
[[nodiscard]] int newest_version(const dsl::Program& program, const std::string& rule);
/// The rule of a finding, or the newest version of the one that a person named; −1: none.
[[nodiscard]] int rule_behind(const dsl::Program& program, const FindingRow& row, const engine::Finding& finding);
/// Rules, those that cost most first.
[[nodiscard]] std::vector<std::pair<RuleKey, const RuleLosses*>> gravest_rules(const CampaignReport& report);
/// Defects by cited source, most first.
[[nodiscard]] std::vector<std::pair<std::string, Losses>> losses_by_law(const CampaignReport& report, const Texts& texts);
[[nodiscard]] std::vector<std::pair<std::string, Losses>> losses_by_standard(const CampaignReport& report);

}  // namespace kaoping::campaign
