// The HTML report in a browser: html_browser.py looks at pages with headless Chromium.

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "tests/report/html_support.hpp"

using namespace kaoping;
using namespace kaoping::test;

namespace {

constexpr int skipped = 77;

std::string shell_quoted(const std::string& text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

/// Runs the checks over a page that must show these texts.
void look_at(const std::string& page, const std::string& name, const std::string& expectations) {
    const auto folder = std::filesystem::temp_directory_path() / ("kaoping-html-" + name + "-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    const auto file = folder / "report.html";
    std::ofstream(file, std::ios::binary) << page;
    const std::string command =
        "python3 " + shell_quoted(KAOPING_SOURCE_DIR "/tests/report/html_browser.py") + " " + shell_quoted(file.string()) + expectations;
    const int status = std::system(command.c_str());
    std::filesystem::remove_all(folder);
    REQUIRE(WIFEXITED(status));
    if (WEXITSTATUS(status) == skipped) MESSAGE("skipped: chromium is not installed");
    else CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace

TEST_CASE("markup in case files does not run, and the page stands at 390 and 1,440 px") {
    std::string cases, expectations = " --title 'Case-file evaluation report' --charts 3";
    for (const std::string& text : hostile) {
        cases += case_text(text, text, text, "false");
        expectations += " --text " + shell_quoted(text) + " --search " + shell_quoted(text);
    }
    cases += "not JSON\n" + case_text(std::string(600, 'x'), std::string(300, 'y'), std::string(900, 'z'), "false");
    const std::string page = ReportRun(rule("one", "veto") + rule("two", "flaw")).page(cases, "<img src=x>.jsonl");
    look_at(page, "hostile", expectations + " --cards " + std::to_string(2 * (hostile.size() + 1) + 1));
}

TEST_CASE("the report of the quarterly example, in Chinese") {
    const std::string root = KAOPING_SOURCE_DIR;
    dsl::LoadResult loaded = dsl::load_packs({root + "/examples/quarterly"});
    const engine::Scheme scheme =
        engine::load_scheme(loaded.sources, root + "/rules/schemes/quarterly.yaml", loaded.program, loaded.diagnostics);
    REQUIRE(loaded.ok());
    const auto time = engine::make_time_context(loaded.program).value();
    engine::RunOptions options;
    options.as_of = engine::parse_as_of("2026-09-30", time.zone).value();
    options.language = "zh-CN";
    auto inputs = engine::InputSet::open({root + "/examples/quarterly/cases"}, options.read);
    engine::HtmlReport report(loaded.program, scheme, time.zone, options.language);
    std::size_t findings = 0;
    const auto totals = engine::run_cases(loaded.program, engine::make_score_rules(loaded.program, scheme), time, inputs, options,
                                          [&](const engine::ChunkResult& chunk) {
                                              findings += chunk.findings.size();
                                              for (const engine::Finding& finding : chunk.findings) report.add(finding);
                                              for (const engine::CaseLine& line : chunk.cases) report.add_case(line);
                                          });
    look_at(report.page(totals), "quarterly",
            " --title 执法案件考评报告 --charts 3 --text 马某军 --search 看守所 --cards " + std::to_string(findings));
}
