// kaoping campaign report: page, workbook and notices of a campaign.

#include <algorithm>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "cli/campaign/campaign.hpp"
#include "cli/commands.hpp"
#include "cli/output_file.hpp"
#include "cli/unreadable.hpp"
#include "engine/campaign/report/labels.hpp"
#include "engine/campaign/report/notice.hpp"
#include "engine/campaign/report/page.hpp"
#include "engine/campaign/report/proofs.hpp"
#include "engine/campaign/report/workbook.hpp"
#include "engine/time/timestamp.hpp"

namespace kaoping::cli {

namespace {

constexpr const char* campaign_report_help = R"(The page is one file that opens offline: scores of units with both doubts and how sure their ranks are, the trend, top
defects and where they come from, what to train and whom to visit first, and each defect with its place, law, values and
the decisions about it. The workbook has the same tables, ready to print. A notice is a letter to one unit with its
defects, to print, sign and seal: as issued by kaoping campaign rectify notice, or, with --until, of all defects.

Packs and scheme must be those of the campaign. --proofs reads the case files again, from where the cases were drawn or
from CASES, and adds to each defect how its rule came to it, step by step.

Examples:
  kaoping campaign report 2026-q3 --register office.register --html report.html --xlsx report.xlsx --lang zh-CN
  kaoping campaign report 2026-q3 --register office.register --html report.html --proofs
  kaoping campaign report 2026-q3 --register office.register --notices notices/ --until 2026-11-30

Exit codes: 0 written, 2 usage or rule-file error, or the campaign is not evaluated, 3 written, but a case file could
not be read.)";

struct ReportOptions {
    CampaignOptions common;
    std::string html, xlsx, notices, until, language;
    std::vector<std::string> cases;
    bool proofs = false;
    double confidence = 95;
};

bool fits_together(const ReportOptions& options) {
    if (options.html.empty() && options.xlsx.empty() && options.notices.empty()) print_error("say what to write: --html FILE, --xlsx FILE, --notices FOLDER");
    else if (!options.until.empty() && !engine::parse_date(options.until)) print_error("--until: a day, as in 2026-11-30, by when the units have to report");
    else if (options.proofs && options.html.empty()) print_error("--proofs are part of the page: add --html FILE");
    else if (!options.cases.empty() && !options.proofs) print_error("case files are read for proofs only: add --proofs");
    else return true;
    return false;
}

void write_file(const std::filesystem::path& path, const std::string& text) {
    OutputFile out(path);
    out.write(text);
    out.commit();
}

int write_page(const ReportOptions& options, campaign::Register& file, const campaign::CampaignReport& report, const LoadedPacks& loaded, const engine::html::Texts& texts) {
    std::vector<campaign::PageFinding> findings = campaign::read_page_findings(file, report.campaign, texts);
    UnreadablePrinter unreadable;
    if (options.proofs) {
        const campaign::ProofSource source{loaded.packs, loaded.time, engine::read_moment(report.as_of, loaded.time.zone).value(), options.language};
        campaign::add_proofs(source, options.cases.empty() ? campaign::sampled_files(file, report.campaign.draw) : options.cases, findings,
                             [&](const engine::Finding& finding) { unreadable.add(finding); });
        unreadable.finish();
    }
    write_file(options.html, campaign::report_page(report, texts, findings));
    return unreadable.count() > 0 ? not_all_read : nothing_found;
}

int write_notices(const ReportOptions& options, campaign::Register& file, const campaign::CampaignReport& report, const engine::html::Texts& texts) {
    std::size_t number = 0;
    for (const campaign::UnitReport& unit : report.units) {
        const auto defects = campaign::defects_to_correct(file, report.campaign, unit.result.unit, options.until);
        if (defects.empty()) continue;
        const auto last = std::max_element(defects.begin(), defects.end(), [](const auto& a, const auto& b) { return a.until < b.until; });
        std::filesystem::create_directories(options.notices);
        write_file(std::filesystem::path(options.notices) / campaign::notice_file_name(++number, unit.result.unit),
                   campaign::notice_page(report.campaign, unit.result, defects, last->until, texts));
    }
    if (number == 0 && options.until.empty()) {
        print_error("no notice has been issued: `kaoping campaign rectify notice` issues them; --until DAY writes them for all defects before that");
        return usage_error;
    }
    fmt::print("{} notice{} written to {}\n", number, number == 1 ? "" : "s", options.notices);
    return nothing_found;
}

int write_report(const ReportOptions& options) {
    if (!fits_together(options)) return usage_error;
    campaign::Register file(options.common.file, campaign::Register::Open::existing);
    const campaign::Campaign campaign = campaign::find_campaign(file, options.common.id);
    const auto loaded = load_for_campaign(campaign);
    if (!loaded) return usage_error;
    const campaign::CampaignReport report = campaign::read_report(file, campaign, options.confidence / 100);
    const engine::html::Texts texts(loaded->packs.program, loaded->scheme, loaded->time.zone, options.language, campaign::campaign_labels());
    int status = nothing_found;
    if (!options.html.empty()) status = write_page(options, file, report, *loaded, texts);
    if (!options.xlsx.empty()) campaign::write_workbook(options.xlsx, file, report, texts);
    if (!options.notices.empty()) status = std::max(status, write_notices(options, file, report, texts));
    return status;
}

}  // namespace

void add_campaign_report(CLI::App& group, int& status) {
    auto options = std::make_shared<ReportOptions>();
    CLI::App* command = group.add_subcommand("report", "Write page, workbook and rectification notices");
    add_campaign_options(*command, options->common);
    command->add_option("CASES", options->cases, "With --proofs: files, folders, globs (default: where the drawn cases were)");
    command->add_option("--html", options->html, "The page")->type_name("FILE");
    command->add_option("--xlsx", options->xlsx, "The workbook")->type_name("FILE");
    command->add_option("--notices", options->notices, "A rectification notice for each unit with defects")->type_name("FOLDER");
    command->add_option("--until", options->until, "Of the notices: the day by which units report, 2026-11-30 (default: those of the issued ones)")->type_name("DAY");
    command->add_flag("--proofs", options->proofs, "Add to each defect of the page how its rule came to it");
    command->add_option("--lang", options->language, "zh-CN or en (default)")->check(CLI::IsMember({"en", "zh-CN"}));
    command->add_option("--confidence", options->confidence, "Of margins and rank intervals, in % (default: 95)")->check(CLI::Range(50.0, 99.99));
    command->footer(campaign_report_help);
    command->callback([options, &status] { status = write_report(*options); });
}

}  // namespace kaoping::cli
