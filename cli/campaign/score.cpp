// kaoping campaign score, bonus, indicator: the score of each unit, and what people enter for it beside its cases.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "dsl/registry/scalar_text.hpp"
#include "engine/campaign/award/unit_score_text.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_score_help = R"(The score of a unit is the estimate from its drawn cases, as reviewers and decisions left them, plus bonus (up to
the scheme's cap) plus indicators, and not below the scheme's floor. The sampling margin stays beside it.

Examples:
  kaoping campaign score 2026-q3 --register office.register
  kaoping campaign score 2026-q3 --register office.register --out scores.csv

Exit codes: 0, 2 usage or rule-file error, or the campaign is not evaluated.)";

constexpr const char* campaign_bonus_help = R"(A bonus (加分) needs a basis that others can look up. What is granted beyond the scheme's `bonus: {cap: N}` does
not count. Nothing is removed: --withdraw takes a bonus back, and both entries stay in the register.

Examples:
  kaoping campaign bonus 2026-q3 --register office.register --unit 东河派出所 --points 2 \
      --basis "model case 2026-17, notice of the bureau of 3 September" --by "Li Wen"
  kaoping campaign bonus 2026-q3 --register office.register --withdraw 41 --by "Li Wen" --why "wrong unit"

Exit codes: 0, 2 usage or rule-file error, or refused.)";

constexpr const char* campaign_indicator_help = R"(Results from outside (petitions 信访, interviews of parties 回访, courts 诉讼, prosecution 检察) that the scheme
names under `indicators`. Entering one again replaces the earlier value, which stays in the register.

Example:
  kaoping campaign indicator 2026-q3 --register office.register --unit 东河派出所 --name petitions_upheld \
      --value 3 --basis "letters office, list of 30 September" --by "Li Wen"

Exit codes: 0, 2 usage or rule-file error, or refused.)";

struct ScoreOptions {
    CampaignOptions common;
    double confidence = 95;
    std::string out;
};

int show_scores(const ScoreOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    const std::vector<campaign::UnitScore> units = campaign::unit_scores(file, campaign, loaded->scheme, options.confidence / 100);
    fmt::print("{}", campaign::unit_score_text(units, loaded->scheme));
    if (!options.out.empty()) {
        OutputFile out(options.out);
        out.write(campaign::unit_score_csv(units));
        out.commit();
    }
    return nothing_found;
}

struct AwardOptions {
    CampaignOptions common;
    campaign::Who who;
    std::string unit, indicator, amount, basis;
    std::int64_t withdraw = 0;
};

std::optional<std::int64_t> positive(const char* option, const std::string& text, bool zero) {
    constexpr std::int64_t most = 1'000'000'000'000;
    const auto number = dsl::parse_decimal(text);
    if (number && *number >= (zero ? 0 : 1) && *number <= most) return number;
    print_error(fmt::format("{} {}: write a number {} with at most six places", option, text, zero ? "from 0 up" : "above 0"));
    return std::nullopt;
}

int grant(const AwardOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    if (options.withdraw != 0) {
        campaign::withdraw_bonus(file, campaign, options.withdraw, options.who);
        fmt::print("bonus {} withdrawn\n", options.withdraw);
        return nothing_found;
    }
    if (options.unit.empty() || options.amount.empty()) {
        print_error("say which unit gets how much: --unit and --points, or --withdraw a bonus");
        return usage_error;
    }
    const auto points = positive("--points", options.amount, false);
    const auto loaded = points ? load_for_campaign(campaign) : nullptr;
    if (!loaded) return usage_error;
    const std::int64_t number = campaign::grant_bonus(file, campaign, loaded->scheme, {options.unit, *points, options.basis}, options.who);
    fmt::print("bonus {}: {} points for {}\n", number, options.amount, options.unit);
    return nothing_found;
}

int enter(const AwardOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto value = positive("--value", options.amount, true);
    const auto loaded = value ? load_for_campaign(campaign) : nullptr;
    if (!loaded) return usage_error;
    campaign::enter_indicator(file, campaign, loaded->scheme, {options.unit, options.indicator, *value, options.basis}, options.who);
    fmt::print("{} of {}: {}\n", options.indicator, options.unit, options.amount);
    return nothing_found;
}

}  // namespace

void add_campaign_score(CLI::App& group, int& status) {
    auto options = std::make_shared<ScoreOptions>();
    CLI::App* command = group.add_subcommand("score", "Show the score of each unit, step by step");
    add_campaign_options(*command, options->common);
    command->add_option("--confidence", options->confidence, "Of the sampling margin, in % (default: 95)")->check(CLI::Range(50.0, 99.99));
    command->add_option("--out", options->out, "Also write the scores as CSV")->type_name("FILE");
    command->footer(campaign_score_help);
    command->callback([options, &status] { status = show_scores(*options); });
}

void add_campaign_bonus(CLI::App& group, int& status) {
    auto options = std::make_shared<AwardOptions>();
    CLI::App* command = group.add_subcommand("bonus", "Grant a unit bonus points, or withdraw them");
    add_campaign_options(*command, options->common);
    command->add_option("--unit", options->unit, "The unit");
    command->add_option("--points", options->amount, "Points, above 0")->type_name("N");
    command->add_option("--basis", options->basis, "What it is granted for");
    command->add_option("--withdraw", options->withdraw, "Number of a bonus to take back")->type_name("N");
    add_who_options(*command, options->who);
    command->footer(campaign_bonus_help);
    command->callback([options, &status] { status = grant(*options); });
}

void add_campaign_indicator(CLI::App& group, int& status) {
    auto options = std::make_shared<AwardOptions>();
    CLI::App* command = group.add_subcommand("indicator", "Enter a result from outside for a unit");
    add_campaign_options(*command, options->common);
    command->add_option("--unit", options->unit, "The unit")->required();
    command->add_option("--name", options->indicator, "Indicator of the scheme")->required();
    command->add_option("--value", options->amount, "How many, from 0 up")->required()->type_name("N");
    command->add_option("--basis", options->basis, "Where it was taken from")->required();
    add_who_options(*command, options->who);
    command->footer(campaign_indicator_help);
    command->callback([options, &status] { status = enter(*options); });
}

}  // namespace kaoping::cli
