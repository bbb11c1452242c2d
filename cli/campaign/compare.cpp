// kaoping campaign compare: two campaigns side by side.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "engine/campaign/compare/compare.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_compare_help = R"(Units by their scores, rules by the share of cases in which a defect stands, each with what chance may have done
to it. Two figures are said to differ only where their intervals show it.

Examples:
  kaoping campaign compare 2026-q2 2026-q3 --register office.register
  kaoping campaign compare 2026-q2 2026-q3 --register office.register --out compare.csv

Exit codes: 0, 2 usage error, or a campaign is not evaluated.)";

struct CompareOptions {
    std::string file, first, second, out;
    double confidence = 95;
};

int compare(const CompareOptions& options) {
    campaign::Register file(options.file, campaign::Register::Open::existing);
    const campaign::Campaign first = campaign::find_campaign(file, options.first), second = campaign::find_campaign(file, options.second);
    const campaign::Comparison comparison = campaign::compare_campaigns(file, first, second, options.confidence / 100);
    fmt::print("{}", campaign::comparison_text(comparison, first.id, second.id));
    if (!options.out.empty()) {
        OutputFile out(options.out);
        out.write(campaign::comparison_csv(comparison));
        out.commit();
    }
    return nothing_found;
}

}  // namespace

void add_campaign_compare(CLI::App& group, int& status) {
    auto options = std::make_shared<CompareOptions>();
    CLI::App* command = group.add_subcommand("compare", "Compare two campaigns");
    command->add_option("FIRST", options->first, "Id of the earlier campaign")->required();
    command->add_option("SECOND", options->second, "Id of the later one")->required();
    add_register_option(*command, options->file);
    command->add_option("--confidence", options->confidence, "Of the sampling margins, in % (default: 95)")->check(CLI::Range(50.0, 99.99));
    command->add_option("--out", options->out, "Also write all units and rules as CSV")->type_name("FILE");
    command->footer(campaign_compare_help);
    command->callback([options, &status] { status = compare(*options); });
}

}  // namespace kaoping::cli
