// kaoping campaign rectify: notices to the units, replies, return visits, and the end of each defect.

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "dsl/source/hash.hpp"
#include "dsl/source/text_file.hpp"
#include "engine/campaign/follow/notice.hpp"
#include "engine/campaign/follow/rectification.hpp"
#include "engine/campaign/follow/rectification_text.hpp"
#include "engine/campaign/legal_days.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_rectify_help = R"(What becomes of the defects of a campaign: a notice to each unit with a deadline (notice), the unit's reply with
proof (reply), a re-check of the corrected case files by the engine (recheck), a visit to the parties (visit),
the end of each defect (close). Who replied, or answers for a defect of the notice, neither re-checks nor closes.

Examples:
  kaoping campaign rectify notice 2026-q3 --register office.register --until 2026-11-30 --by "Li Wen"
  kaoping campaign rectify reply 2026-q3 --register office.register --notice 40 --defect 2 \
      --says "the notice to the family was found and filed" --proof notice.pdf --by "Zhou Jian"
  kaoping campaign rectify recheck 2026-q3 --register office.register --notice 40 --case corrected/ --by "Li Wen"
  kaoping campaign rectify close 2026-q3 --register office.register --notice 40 --by "Li Wen"
  kaoping campaign rectify list 2026-q3 --register office.register

Exit codes: 0 done, 1 a re-check found defects that are not mended, 2 usage error or refused, 3 a file could not be read.)";

constexpr std::size_t most_proof_bytes = std::size_t{256} << 20;

struct RectifyOptions {
    CampaignOptions common;
    campaign::Who who;
    campaign::NoticeRequest request;
    campaign::Reply reply;
    campaign::Visit visit;
    std::vector<std::string> proofs;
    std::string on;
    std::int64_t notice = 0, defect = 0;
    bool dissatisfied = false;
};

using Work = int (*)(RectifyOptions&, campaign::Register&, const campaign::Campaign&);

/// Adds a step that works on one campaign.
CLI::App* add_step(CLI::App& group, const std::shared_ptr<RectifyOptions>& options, const char* name, const char* says, Work work, int& status) {
    CLI::App* command = group.add_subcommand(name, says);
    add_campaign_options(*command, options->common);
    command->callback([options, work, &status] {
        campaign::Register file(options->common.file, campaign::Register::Open::existing);
        status = work(*options, file, campaign::find_campaign(file, options->common.id));
    });
    return command;
}

void add_notice_options(CLI::App& command, RectifyOptions& options, bool one_defect) {
    command.add_option("--notice", options.notice, "Number of the notice")->required()->type_name("N");
    if (one_defect) command.add_option("--defect", options.defect, "Number of a defect in it (default: all)")->check(CLI::PositiveNumber)->type_name("N");
    add_who_options(command, options.who);
}

int issue(RectifyOptions& options, campaign::Register& file, const campaign::Campaign& campaign) {
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    const std::string today = campaign::today(loaded->time);
    if (options.request.until.empty()) {
        if (loaded->scheme.rectification_days == 0) {
            print_error(fmt::format("scheme {} sets no deadline (`rectification: {{days: 30}}`): name the last day by --until", loaded->scheme.id));
            return usage_error;
        }
        options.request.until = engine::format_date(*engine::parse_date(today) + loaded->scheme.rectification_days);
    } else if (!engine::parse_date(options.request.until)) {
        print_error(fmt::format("--until {}: write a day, as in 2026-11-30", options.request.until));
        return usage_error;
    }
    for (const campaign::IssuedNotice& notice : campaign::issue_notices(file, campaign, options.request, today, options.who))
        fmt::print("notice {}: {}, {} {}, until {}\n", notice.notice, notice.unit, notice.defects, notice.defects == 1 ? "defect" : "defects", options.request.until);
    return nothing_found;
}

int reply(RectifyOptions& options, campaign::Register& file, const campaign::Campaign& campaign) {
    options.reply.notice = options.notice;
    options.reply.number = options.defect;
    for (const std::string& path : options.proofs) {
        const auto bytes = dsl::read_text_file(path, most_proof_bytes);
        if (!bytes) {
            print_error(fmt::format("cannot read the proof `{}`: {}", path, bytes.error()));
            return not_all_read;
        }
        options.reply.proofs.push_back({path, dsl::hash_text(*bytes)});
    }
    campaign::add_reply(file, campaign, options.reply, options.who);
    fmt::print("reply to notice {} registered, with {} {} of proof\n", options.notice, options.proofs.size(), options.proofs.size() == 1 ? "file" : "files");
    return nothing_found;
}

int visit(RectifyOptions& options, campaign::Register& file, const campaign::Campaign& campaign) {
    options.visit.notice = options.notice;
    options.visit.satisfied = !options.dissatisfied;
    campaign::add_visit(file, campaign, options.visit, options.who);
    fmt::print("return visit to {} registered\n", options.visit.visited);
    return nothing_found;
}

int close(RectifyOptions& options, campaign::Register& file, const campaign::Campaign& campaign) {
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    const std::int64_t closed = campaign::close_defects(file, campaign, options.notice, options.defect, campaign::today(loaded->time), options.who);
    fmt::print("notice {}: {} {} closed\n", options.notice, closed, closed == 1 ? "defect" : "defects");
    return nothing_found;
}

int list(RectifyOptions& options, campaign::Register& file, const campaign::Campaign& campaign) {
    if (options.on.empty()) {
        const auto loaded = load_for_campaign(campaign);
        if (!loaded) return usage_error;
        options.on = campaign::today(loaded->time);
    } else if (!engine::parse_date(options.on)) {
        print_error(fmt::format("--on {}: write a day, as in 2026-11-30", options.on));
        return usage_error;
    }
    fmt::print("{}", campaign::rectification_text(campaign::defect_states(file, campaign, options.request.unit, options.on), options.on));
    return nothing_found;
}

}  // namespace

void add_campaign_rectify(CLI::App& group, int& status) {
    CLI::App* rectify = group.add_subcommand("rectify", "Follow the rectification of defects up");
    rectify->require_subcommand(1);
    rectify->footer(campaign_rectify_help);
    auto options = std::make_shared<RectifyOptions>();

    CLI::App* command = add_step(*rectify, options, "notice", "Issue a notice to each unit with defects that have none yet", issue, status);
    command->add_option("--unit", options->request.unit, "Only to this unit");
    command->add_option("--until", options->request.until, "Last day for rectification (default: as the scheme says)")->type_name("DAY");
    add_who_options(*command, options->who);

    command = add_step(*rectify, options, "reply", "Register a unit's reply with its proof", reply, status);
    add_notice_options(*command, *options, true);
    command->add_option("--says", options->reply.says, "What was mended")->required()->type_name("TEXT");
    command->add_option("--proof", options->proofs, "A file that proves it; its name and hash are kept")->allow_extra_args(false)->type_name("FILE");

    command = add_step(*rectify, options, "visit", "Register a return visit to a party", visit, status);
    add_notice_options(*command, *options, false);
    command->add_option("--visited", options->visit.visited, "Whom")->required()->type_name("PERSON");
    command->add_flag("--dissatisfied", options->dissatisfied, "The party is not satisfied: nothing is closed until a later visit");
    command->add_option("--says", options->visit.says, "What was said")->type_name("TEXT");

    command = add_step(*rectify, options, "close", "Close defects that are mended", close, status);
    add_notice_options(*command, *options, true);

    command = add_step(*rectify, options, "list", "Show where each noticed defect stands", list, status);
    command->add_option("--unit", options->request.unit, "Only of this unit");
    command->add_option("--on", options->on, "Day by which a deadline has passed or not (default: today)")->type_name("DAY");

    add_rectify_recheck(*rectify, status);
}

}  // namespace kaoping::cli
