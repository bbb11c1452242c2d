// kaoping campaign draw: draws the sample of a campaign.

#include <memory>
#include <random>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "cli/unreadable.hpp"
#include "engine/campaign/sample/draw.hpp"
#include "engine/campaign/sample/draw_text.hpp"
#include "engine/campaign/sample/frame_reader.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_draw_help = R"(CASES are the files of all cases of the period, from which is drawn. Strata are unit × kind of case; inside
a stratum cases are sorted by officer and picked at even distances from a random start, so that each officer
is drawn from in proportion. The sample depends on the cases and the seed alone, and anyone can repeat it:
engine/campaign/README.md says how. A campaign is drawn once.

Allocation:
  proportional  --size cases in all, shared among units by their numbers of cases
  fixed         --size cases of each unit
  risk          --size cases in all, by numbers of cases times risk factor: the unit's points lost per case in
                earlier periods over those of all units, from 0.5 to 2; the factors are printed and kept

Examples:
  kaoping campaign draw 2026-q3 cases/ --register office.register --size 400 --unit-minimum 20 --by "Li Wen"
  kaoping campaign draw 2026-q3 cases.jsonl --register office.register --size 30 --allocation fixed \
      --seed 4711 --avoid-drawn --by "Li Wen" --why "drawn at the meeting of 2 October" --out sample.csv

Exit codes: 0 drawn, 2 usage error or nothing could be drawn, 3 drawn, but some input could not be read.)";

struct DrawOptions {
    CampaignOptions common;
    campaign::Who who;
    std::vector<std::string> cases;
    campaign::DrawRequest request;
    std::string officer = "handler", out;
    std::optional<std::uint64_t> seed;
    unsigned threads = 1;
};

std::uint64_t chance() {
    std::random_device device;
    return (static_cast<std::uint64_t>(device()) << 32) | device();
}

void write_sample(campaign::Register& file, std::int64_t draw, const std::string& path) {
    OutputFile out(path);
    out.write(campaign::sample_csv_head());
    std::int64_t position = 0;
    campaign::each_sampled_case(file, draw, [&](const campaign::SampledCase& sampled) { out.write(campaign::sample_csv_row(++position, sampled)); });
    out.commit();
}

campaign::FrameRead read_cases(const DrawOptions& options, const LoadedPacks& loaded, UnreadablePrinter& unreadable, campaign::Frame& frame) {
    campaign::FrameReading reading{options.officer, {}, [&](const engine::Finding& finding) { unreadable.add(finding); }};
    reading.run.threads = options.threads;
    reading.run.read.strict_yaml = false;  // whole documents are validated by the evaluation
    engine::InputSet inputs = engine::InputSet::open(options.cases, reading.run.read);
    return campaign::read_frame(loaded.packs.program, loaded.time, inputs, reading, frame);
}

int draw(DrawOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    campaign::require_undrawn(campaign);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    campaign::Frame frame(file, options.seed ? *options.seed : chance());
    UnreadablePrinter unreadable;
    const campaign::FrameRead read = read_cases(options, *loaded, unreadable, frame);
    unreadable.finish();
    frame.finish(loaded->packs.program.schema.kind_field >= 0);
    options.request.unreadable = read.unreadable;
    options.request.inputs_hash = read.inputs_hash;
    campaign::draw_cases(frame, campaign, options.request, options.who);

    const campaign::Campaign drawn = campaign::find_campaign(file, options.common.id);
    fmt::print("{}", campaign::draw_text(drawn, campaign::read_draw(file, drawn.draw)));
    if (!options.out.empty()) write_sample(file, drawn.draw, options.out);
    return unreadable.count() > 0 ? not_all_read : nothing_found;
}

void add_options(CLI::App& command, DrawOptions& options) {
    using campaign::Allocation;
    add_campaign_options(command, options.common);
    command.add_option("CASES", options.cases, "Files, folders, globs of all cases of the period")->required();
    command.add_option("--size", options.request.allocation.size, "Cases to draw: in all, or of each unit if fixed")
        ->required()->check(CLI::Range(std::int64_t{1}, std::int64_t{100'000'000}))->type_name("N");
    command.add_option("--allocation", options.request.allocation.allocation, "proportional (default), fixed, risk")
        ->transform(CLI::Transformer(std::map<std::string, Allocation>{
            {"proportional", Allocation::proportional}, {"fixed", Allocation::fixed}, {"risk", Allocation::risk}}))
        ->type_name("HOW");
    command.add_option("--unit-minimum", options.request.allocation.unit_minimum, "At least so many of each unit, or all it has")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{100'000'000}))->type_name("N");
    command.add_option("--seed", options.seed, "Number from 0 to 2^64 - 1 (default: by chance; it is printed and kept)");
    command.add_flag("--avoid-drawn", options.request.avoid_drawn, "Leave out cases that an earlier draw held");
    command.add_option("--officer", options.officer, "Field of the case that names its officer (default: handler)")->type_name("FIELD");
    command.add_option("--threads", options.threads, "Threads that read; any number draws the same")->check(CLI::Range(1U, 256U));
    command.add_option("--out", options.out, "Also write the sample as CSV")->type_name("FILE");
    add_who_options(command, options.who);
    command.footer(campaign_draw_help);
}

}  // namespace

void add_campaign_draw(CLI::App& group, int& status) {
    auto options = std::make_shared<DrawOptions>();
    CLI::App* command = group.add_subcommand("draw", "Draw the cases to evaluate");
    add_options(*command, *options);
    command->callback([options, &status] { status = draw(*options); });
}

}  // namespace kaoping::cli
