// kaoping campaign publish: a version of the results that the public may see.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "dsl/source/hash.hpp"
#include "engine/campaign/publish/public_result.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_publish_help = R"(Published are: period, units with counts, scores, margins and grades, titles of rules with counts of cases. Never:
case numbers, persons, messages, values, reasons, titles of campaigns. Counts below 5, and others by which they could
be worked out, are masked; so are scores that rest on fewer than 5 cases. The register keeps the hash of the file.

Examples:
  kaoping campaign publish 2026-q3 --register office.register --out public.html --by "Li Wen"
  kaoping campaign publish 2026-q3 --register office.register --out public.json --title "Third quarter" --by "Li Wen"
  kaoping campaign publish 2026-q3 --register office.register --out public.html --lang zh-CN --by "Li Wen"

Exit codes: 0 published, 2 usage or rule-file error, or the campaign is not closed.)";

struct PublishOptions {
    CampaignOptions common;
    campaign::Who who;
    std::string out, title, language;
};

int publish(const PublishOptions& options) {
    const bool html = options.out.ends_with(".html");
    if (!html && !options.out.ends_with(".json")) {
        print_error(fmt::format("--out {}: name a file that ends in .html or .json", options.out));
        return usage_error;
    }
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    const engine::html::Texts texts(loaded->packs.program, loaded->scheme, loaded->time.zone, options.language, campaign::public_labels());
    const campaign::PublicResult result = campaign::public_result(file, campaign, texts, options.title);
    const std::string text = html ? campaign::public_html(result, texts) : campaign::public_json(result);
    OutputFile out(options.out);
    out.write(text);
    campaign::register_publication(file, campaign, html ? "html" : "json", dsl::hash_text(text), options.who);
    out.commit();
    fmt::print("{} written, hash {}\n", options.out, dsl::hash_text(text));
    return nothing_found;
}

}  // namespace

void add_campaign_publish(CLI::App& group, int& status) {
    auto options = std::make_shared<PublishOptions>();
    CLI::App* command = group.add_subcommand("publish", "Write a version of the results for the public");
    add_campaign_options(*command, options->common);
    command->add_option("--out", options->out, "File to write: .html or .json")->required()->type_name("FILE");
    command->add_option("--title", options->title, "What stands above it (default: the period)");
    command->add_option("--lang", options->language, "zh-CN or en (default)")->check(CLI::IsMember({"en", "zh-CN"}));
    add_who_options(*command, options->who);
    command->footer(campaign_publish_help);
    command->callback([options, &status] { status = publish(*options); });
}

}  // namespace kaoping::cli
