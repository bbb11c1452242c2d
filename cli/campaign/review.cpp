// kaoping campaign review: people look at the findings.

#include <fstream>
#include <iterator>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "dsl/source/hash.hpp"
#include "engine/campaign/result/unit_results.hpp"
#include "engine/campaign/review/agreement.hpp"
#include "engine/campaign/review/review.hpp"
#include "engine/campaign/review/review_sheet.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_review_help = R"(--export writes a sheet with a row for each finding; its last four columns are for the reviewer:
  decision  confirm: it is a defect (also of an undetermined one); dismiss: it is none (with a reason)
  amount    points, within `least` and `most` of the row; empty: as the rule says, or as was said before
  veto      confirm or refuse, of severity veto, by the legal department only; until then a veto does not count
  reason    why; needed to dismiss, to refuse a veto, and to add a finding
A row without a number adds a finding: case, standard, severity, message, amount, reason; and rule, if a rule should have
found it. --import takes over all of a sheet or nothing, and says of each refused line why. Rows without a decision are
left as they are. CSV may be UTF-8 with or without byte order mark, separated by comma, semicolon or tab.

The level follows from the role of the person: the legal officer of a unit reviews the cases of the own unit; what the
legal department says after that prevails. Whoever a case file names does not review it.

--agreement says how engine and reviewers agree, rule by rule, and lists where they do not.

Examples:
  kaoping campaign review 2026-q3 --register office.register --export sheet.xlsx --unit 城北派出所
  kaoping campaign review 2026-q3 --register office.register --import sheet.csv --by 110901
  kaoping campaign review 2026-q3 --register office.register --agreement --out disagreements.csv

Exit codes: 0 done, 1 a line of the sheet was refused and nothing taken over, 2 usage error.)";

struct ReviewOptions {
    CampaignOptions common;
    campaign::Who who;
    std::string to, from, unit, out;
    bool agreement = false;
};

int write_sheet(const ReviewOptions& options, campaign::Register& file, const campaign::Campaign& campaign, const campaign::CaseRescorer& rescorer) {
    campaign::require_evaluated(campaign);
    const auto rows = campaign::review_rows(file, campaign, rescorer, options.unit);
    if (rows.empty()) {
        print_error(fmt::format("campaign {} has no finding to review{}{}", campaign.id, options.unit.empty() ? "" : " of ", options.unit));
        return usage_error;
    }
    if (options.to.ends_with(".xlsx")) {
        campaign::write_review_xlsx(rows, options.to);
    } else {
        OutputFile out(options.to);
        out.write(campaign::review_csv(rows));
        out.commit();
    }
    fmt::print("{} finding{} to review in {}\n", rows.size(), rows.size() == 1 ? "" : "s", options.to);
    return nothing_found;
}

int take_sheet(const ReviewOptions& options, campaign::Register& file, const campaign::Campaign& campaign, campaign::CaseRescorer& rescorer) {
    std::ifstream in(options.from, std::ios::binary);
    if (!in) {
        print_error(options.from + ": the file cannot be read");
        return usage_error;
    }
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const campaign::SheetRead sheet = campaign::read_sheet(options.from, bytes);
    campaign::ReviewDone done;
    if (sheet.problems.empty()) done = campaign::review(file, campaign, rescorer, options.from, dsl::hash_text(bytes), sheet.lines, options.who);
    const std::vector<std::string>& problems = sheet.problems.empty() ? done.problems : sheet.problems;
    for (const std::string& problem : problems) print_error(problem);
    if (!problems.empty()) {
        fmt::print("{} line{} refused: nothing was taken over\n", problems.size(), problems.size() == 1 ? "" : "s");
        return defects_found;
    }
    fmt::print("review of the {}: {} confirmed, {} dismissed, {} added; scores of {} case{} renewed\n", done.level == "unit" ? "unit" : "legal department",
               done.confirmed, done.dismissed, done.added, done.cases, done.cases == 1 ? "" : "s");
    return nothing_found;
}

int show_agreement(const ReviewOptions& options, campaign::Register& file, const campaign::Campaign& campaign, const dsl::Program& program) {
    campaign::require_evaluated(campaign);
    const campaign::Agreement agreement = campaign::agreement_of(file, campaign, program);
    fmt::print("{}", campaign::agreement_text(agreement));
    if (options.out.empty()) return nothing_found;
    OutputFile out(options.out);
    out.write(campaign::disagreements_csv(agreement));
    out.commit();
    return nothing_found;
}

int review(const ReviewOptions& options) {
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    if (options.agreement) return show_agreement(options, file, campaign, loaded->packs.program);
    campaign::CaseRescorer rescorer(loaded->packs.program, loaded->scheme);
    return options.to.empty() ? take_sheet(options, file, campaign, rescorer) : write_sheet(options, file, campaign, rescorer);
}

}  // namespace

void add_campaign_review(CLI::App& group, int& status) {
    auto options = std::make_shared<ReviewOptions>();
    CLI::App* command = group.add_subcommand("review", "Let people confirm, dismiss and add findings");
    add_campaign_options(*command, options->common);
    CLI::Option_group* what = command->add_option_group("what");
    CLI::Option* to = what->add_option("--export", options->to, "Write the sheet, as .xlsx or .csv")->type_name("FILE");
    CLI::Option* from = what->add_option("--import", options->from, "Take over a filled-in sheet, CSV")->type_name("FILE");
    CLI::Option* agreement = what->add_flag("--agreement", options->agreement, "Compare engine and reviewers");
    what->require_option(1);
    command->add_option("--unit", options->unit, "Only findings of this unit")->needs(to);
    command->add_option("--out", options->out, "Also write the disagreements as CSV")->needs(agreement)->type_name("FILE");
    from->needs(command->add_option("--by", options->who.actor, "The reviewer: number or name of a registered official")->type_name("PERSON"));
    command->add_option("--why", options->who.why, "A remark, for the record");
    command->footer(campaign_review_help);
    command->callback([options, &status] { status = review(*options); });
}

}  // namespace kaoping::cli
