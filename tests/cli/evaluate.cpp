// kaoping evaluate on the example case files: whole outputs, options, exit codes.

#include <doctest/doctest.h>

#include <regex>
#include <sstream>
#include <string>

#include "dsl/source/source.hpp"
#include "tests/support/process.hpp"
#include "tests/support/project_file.hpp"

using kaoping_test::check_golden;
using kaoping_test::Outcome;
using kaoping_test::scratch;
using kaoping_test::shell;

namespace {

const std::string quarterly = "$K evaluate examples/quarterly/cases --pack examples/quarterly --scheme rules/schemes/quarterly.yaml --as-of 2026-09-30 ";

std::string file(const std::string& name) { return shell("cat $T/" + name).out; }

/// Hashes change with every edit of a pack; what they are is tested elsewhere.
std::string without_hashes(const std::string& text) {
    return std::regex_replace(text, std::regex("\"(hash|inputs_hash)\": \"[0-9a-f]{32}\""), "\"$1\": \"…\"");
}

}  // namespace

TEST_CASE("the example case files give the reviewed findings, scores and summaries") {
    const Outcome run = shell(quarterly + "--out $T/q --fail-on none --due-within 30d");
    CHECK(run.status == 0);
    CHECK(run.err == "");
    check_golden("tests/cli/golden/quarterly.txt", run.out);
    check_golden("tests/cli/golden/quarterly-findings.jsonl", file("q/findings.jsonl"));
    check_golden("tests/cli/golden/quarterly-summary.json", without_hashes(file("q/summary.json")));
    check_golden("tests/cli/golden/quarterly-scores.csv", file("q/scores.csv"));
    check_golden("tests/cli/golden/quarterly-scores.json", file("q/scores.json"));
}

TEST_CASE("every verdict occurs in the reviewed outputs") {
    const std::string findings = kaoping_test::read_project_file("tests/cli/golden/quarterly-findings.jsonl");
    for (const std::string verdict : {"defect", "failed", "undetermined", "pending", "exempt"})
        CHECK(findings.find("\"verdict\":\"" + verdict + "\"") != std::string::npos);
    const std::string summary = kaoping_test::read_project_file("tests/cli/golden/quarterly-summary.json");
    for (const std::string verdict : {"met", "not_applicable"}) CHECK(std::regex_search(summary, std::regex("\"" + verdict + "\": [1-9]")));
}

TEST_CASE("texts are those of the language asked for") {
    CHECK(shell(quarterly + "--lang zh-CN --format jsonl --findings defects").status == 1);
    check_golden("tests/cli/golden/quarterly-findings.zh-CN.jsonl", shell(quarterly + "--lang zh-CN --format jsonl --findings defects").out);
}

TEST_CASE("the exit code says what was found") {
    CHECK(shell(quarterly).status == 1);
    CHECK(shell(quarterly + "--fail-on veto").status == 1);
    CHECK(shell(quarterly + "--fail-on none").status == 0);
    CHECK(shell("$K evaluate examples/quarterly/cases/01-theft.yaml --pack examples/quarterly --as-of 2026-09-30").status == 0);
    CHECK(shell("$K evaluate examples/quarterly/cases/02-injury.yaml --pack examples/quarterly --as-of 2026-09-30 --fail-on veto").status == 0);
    CHECK(shell("$K evaluate examples/quarterly/cases --pack nowhere").status == 2);
    CHECK(shell("$K evaluate examples/quarterly/cases").status == 2);
    CHECK(shell("$K evaluate nowhere.yaml --pack examples/quarterly").status == 3);
    CHECK(shell(quarterly + "nowhere.yaml").status == 3);
    CHECK(shell("$K").status == 2);
    CHECK(shell("$K evaluate --help").status == 0);
}

TEST_CASE("wrong arguments are explained") {
    const auto refused = [](const std::string& options, const std::string& why) {
        const Outcome run = shell(quarterly + options);
        CAPTURE(run.err);
        CHECK(run.status == 2);
        CHECK(run.err.find(why) != std::string::npos);
    };
    refused("--due-within soon", "write a number of days, hours or minutes");
    refused("--threads 0", "--threads");
    refused("--findings some", "--findings");
    CHECK(shell("$K evaluate x.yaml --pack examples/quarterly --as-of yesterday").err.find("write a time like") != std::string::npos);
    const Outcome scheme = shell("$K evaluate x.yaml --pack examples/quarterly --scheme nowhere.yaml");
    CHECK(scheme.status == 2);
    CHECK(scheme.err.find("K0501") != std::string::npos);
    const Outcome folder = shell(quarterly + "--out /proc/nowhere");
    CHECK(folder.status == 2);
    CHECK(folder.err.find("/proc/nowhere") != std::string::npos);
}

TEST_CASE("cases come from files, folders, globs and standard input alike") {
    const std::string options = " --pack examples/quarterly --as-of 2026-09-30 --fail-on none --format json | grep '\"cases\": ' | head -1";
    CHECK(shell("$K evaluate examples/quarterly/cases" + options).out == "  \"cases\": 13,\n");
    CHECK(shell("$K evaluate 'examples/quarterly/cases/0*.yaml'" + options).out == "  \"cases\": 9,\n");
    CHECK(shell("$K evaluate examples/quarterly/cases/0[12]*.yaml" + options).out == "  \"cases\": 2,\n");
    CHECK(shell("$K evaluate - < examples/quarterly/cases/02-injury.yaml" + options).out == "  \"cases\": 1,\n");
    const std::string log = " --pack examples/road-fines --as-of 2014-01-01 --fail-on none --format json 2>&1 | grep '\"cases\": ' | head -1";
    CHECK(shell("cat tests/data/road-fines-small.jsonl | $K evaluate -" + log).out == shell("$K evaluate tests/data/road-fines-small.jsonl" + log).out);
}

TEST_CASE("results are the same for any number of threads and any batch size") {
    const auto run = [](const std::string& name, const std::string& options) {
        const Outcome one = shell("$K evaluate tests/data/road-fines-small.jsonl --pack examples/road-fines --as-of 2014-01-01 --fail-on none --out $T/" + name +
                                  " " + options);
        CHECK(one.status == 0);
        return one.out;
    };
    const std::string text = run("one", "");
    CHECK(run("two", "--threads 2 --batch 64") == text);
    CHECK(run("seven", "--threads 7 --batch 1") == text);
    CHECK(shell("diff -r $T/one $T/two && diff -r $T/one $T/seven").status == 0);
}

TEST_CASE("colour only for terminals, and never with NO_COLOR") {
    CHECK(shell(quarterly).out.find('\033') == std::string::npos);
    CHECK(shell("script -qec \"" + quarterly + "\" /dev/null").out.find("\033[1m") != std::string::npos);
    CHECK(shell("NO_COLOR=1 script -qec \"" + quarterly + "\" /dev/null").out.find("\033[1m") == std::string::npos);
}

TEST_CASE("no line of the summary is wider than 80 cells") {
    std::istringstream lines(kaoping_test::read_project_file("tests/cli/golden/quarterly.txt"));
    for (std::string line; std::getline(lines, line);) CHECK_MESSAGE(kaoping::dsl::display_width(line) <= 80, line);
}

TEST_CASE("a schema without units is scored as one group") {
    const Outcome run = shell("$K evaluate tests/data/road-fines-small.jsonl --pack examples/road-fines --as-of 2014-01-01 --scheme rules/schemes/weighted.yaml");
    CHECK(run.status == 2);  // the scheme groups by a field that this schema has not
    CHECK(run.err.find("K05") != std::string::npos);
    CHECK(shell("$K evaluate tests/data/road-fines-small.jsonl --pack examples/road-fines --as-of 2014-01-01").out.find("mean score") != std::string::npos);
}

TEST_CASE("an output folder holds whole files of this run only") {
    CHECK(shell(quarterly + "--out $T/w --fail-on none").status == 0);
    CHECK(shell("ls $T/w/findings.jsonl").status == 0);
    CHECK(shell(quarterly + "--out $T/w --fail-on none --findings none").status == 0);
    CHECK(shell("ls $T/w/findings.jsonl").status != 0);
    CHECK(shell("ls -a $T/w | grep part").out == "");
}
