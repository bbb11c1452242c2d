// Tailoring end to end: a province and a county over the packs of the quarterly example.

#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "tests/support/process.hpp"

using kaoping_test::Outcome;
using kaoping_test::scratch;
using kaoping_test::shell;

namespace {

/// A copy of the examples with two layers of tailoring in it.
void set_up(const std::string& county_change) {
    shell("rm -rf $T/tailored && mkdir -p $T/tailored && cp -r examples rules $T/tailored && mkdir -p $T/tailored/province $T/tailored/county");
    std::ofstream(scratch() + "/tailored/province/tailoring.yaml")
        << "tailoring: yunling\nlevel: province\nbase: [../examples/quarterly/criminal, ../examples/quarterly/administrative]\n"
           "pins: {criminal: \"2026.1\", administrative: \"2026.1\"}\nauthority: 云岭省公安厅\n"
           "opens:\n  - {standard: administrative.penalty, tailorable_by: county, points: [20, 40]}\n"
           "changes:\n  - {rule: criminal.detention.family_notice, off: true, reason: 系统未采集, date: 2026-03-01}\n"
           "  - {rule: criminal.interrogation.two_officers, deduct: 1, reason: 已另行通报, date: 2026-03-01}\n";
    std::ofstream(scratch() + "/tailored/county/tailoring.yaml")
        << "tailoring: xishan\nlevel: county\nbase: [../province]\npins: {criminal: \"2026.1\", administrative: \"2026.1\"}\nauthority: 西山县公安局\n"
           "changes:\n  - " + county_change + "\n";
}

Outcome evaluate_tailored(const std::string& pack) {
    return shell("cd $T/tailored && $K evaluate examples/quarterly/cases --pack " + pack + " --as-of 2026-09-30 --fail-on none --out out");
}

std::string summary() { return shell("cat $T/tailored/out/summary.json").out; }

}  // namespace

TEST_CASE("a rule that a layer switches off is not selected, with reason and authority, and costs nothing") {
    set_up("{standard: administrative.penalty, points: 25, reason: 本县工作重点, date: 2026-04-01}");
    CHECK(shell("cd $T/tailored && $K check county").status == 0);
    CHECK(evaluate_tailored("examples/quarterly").status == 0);
    const std::string before = summary();
    CHECK(before.find("\"not_selected\": 13") == std::string::npos);
    const Outcome run = evaluate_tailored("county");
    CHECK(run.err == "");
    const std::string after = summary();
    const std::size_t rule = after.find("\"criminal.detention.family_notice\": {");
    REQUIRE(rule != std::string::npos);
    CHECK(after.find("\"not_selected\": 13", rule) - rule < 700);
    CHECK(after.find("\"reason\": \"系统未采集\"") != std::string::npos);
    CHECK(after.find("\"authority\": \"云岭省公安厅\"") != std::string::npos);
    CHECK(after.find("\"name\": \"xishan\"") != std::string::npos);
    CHECK(shell("grep -c family_notice $T/tailored/out/findings.jsonl").out == "0\n");
    CHECK(shell("grep two_officers $T/tailored/out/findings.jsonl | grep -c '\"deduct\":{\"low\":1,\"high\":1}'").out == "1\n");
    CHECK(shell("grep -c '系统未采集' $T/tailored/out/report.html").out != "0\n");
}

TEST_CASE("tailored packs have hashes of their own") {
    set_up("{standard: administrative.penalty, points: 25, reason: 本县工作重点, date: 2026-04-01}");
    const auto hashes = [](const std::string& pack) {
        (void)evaluate_tailored(pack);
        return shell("grep -A14 '\"packs\"' $T/tailored/out/summary.json | grep hash").out;
    };
    const std::string plain = hashes("examples/quarterly"), province = hashes("province"), county = hashes("county");
    CHECK(plain != province);
    CHECK(province != county);
}

TEST_CASE("a county chooses only within what the province opens") {
    for (const std::string change : {"{standard: administrative.penalty, points: 50, reason: 多, date: 2026-04-01}", "{rule: criminal.measures.bail_period, off: true, reason: 少, date: 2026-04-01}"}) {
        CAPTURE(change);
        set_up(change);
        const Outcome check = shell("cd $T/tailored && $K check county");
        CHECK(check.status == 2);
        CHECK(check.err.find("K0908") != std::string::npos);
        CHECK(evaluate_tailored("county").status == 2);
    }
}

TEST_CASE("tailorings that lie among packs are checked, and change nothing there") {
    set_up("{rule: criminal.measures.bail_perod, off: true, reason: 少, date: 2026-04-01}");
    shell("mv $T/tailored/province $T/tailored/county $T/tailored/examples/quarterly/ && sed -i 's|../examples/quarterly/|../|g' $T/tailored/examples/quarterly/*/tailoring.yaml");
    const Outcome check = shell("cd $T/tailored && $K check examples/quarterly");
    CHECK(check.status == 2);
    CHECK(check.err.find("did you mean `criminal.measures.bail_period`?") != std::string::npos);
    shell("rm -r $T/tailored/examples/quarterly/county");
    CHECK(shell("cd $T/tailored && $K check examples/quarterly").out == "2 packs, 6 standards, 30 rules: no mistakes\n");
    CHECK(evaluate_tailored("examples/quarterly").status == 0);
    CHECK(summary().find("系统未采集") == std::string::npos);
}

TEST_CASE("explain says why a rule is not selected") {
    set_up("{standard: administrative.penalty, points: 25, reason: 本县工作重点, date: 2026-04-01}");
    const Outcome run = shell("cd $T/tailored && $K explain examples/quarterly/cases/02-injury.yaml --pack county --rule family_notice --as-of 2026-09-30");
    CHECK(run.status == 0);
    CHECK(run.out.find("not_selected") != std::string::npos);
    CHECK(run.out.find("系统未采集") != std::string::npos);
}
