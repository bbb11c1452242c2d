// The national packs as a user checks them: no warnings, every example passes, the lawful case files are lawful, the example layers
// of tailoring fit, reports say in which state the law is held.

#include <doctest/doctest.h>

#include <string>

#include "tests/support/process.hpp"

using kaoping_test::Outcome;
using kaoping_test::shell;

TEST_CASE("check and test of the national packs are clean") {
    const Outcome check = shell("$K check rules");
    CHECK(check.status == 0);
    CHECK(check.err == "");
    const Outcome test = shell("$K test rules");
    CAPTURE(test.out);
    CHECK(test.status == 0);
    CHECK(test.err == "");
    CHECK(test.out.find("no example") == std::string::npos);
}

TEST_CASE("the base case files of the examples are lawful under every rule of both packs") {
    const Outcome run = shell(
        "for f in rules/*/examples/lawful-*.yaml; do $K evaluate $f --pack rules --as-of 2026-12-31 --format jsonl --fail-on none || exit 1; done"
        " | grep -E '\"verdict\":\"(defect|undetermined|failed)\"|\"kind\":\"(data|input)\"' | cut -c1-300");
    CHECK(run.out == "");
}

TEST_CASE("the example layers of tailoring fit the packs, and change what they say") {
    CHECK(shell("$K check rules/tailoring/yunling").status == 0);
    CHECK(shell("$K check rules/tailoring/xishan").status == 0);
    const Outcome run = shell("$K evaluate rules/criminal/examples/lawful-custody.yaml --pack rules/tailoring/xishan --as-of 2026-12-31 --format json");
    CHECK(run.out.find("\"rule\": \"criminal.lawyers.meeting_within_48_hours\"") != std::string::npos);
    CHECK(run.out.find("\"name\": \"xishan\"") != std::string::npos);
}

TEST_CASE("every report that cites the provisions of 2018 says that they are held in that state, in its language") {
    const auto report = [](const std::string& case_file, const std::string& pack, const std::string& language) {
        return shell("$K evaluate " + case_file + " --pack " + pack + " --as-of 2026-12-31 --fail-on none --lang " + language + " --out $T/" + language);
    };
    const auto file = [](const std::string& name) { return shell("cat $T/" + name).out; };
    const std::string english = "held in its state of 2018, though Order 160 of 2020 amended it", chinese = "2018年版本，公安部令第160号（2020年）对其作过修改";
    const std::string penalty = "rules/administrative/examples/lawful-penalty.yaml", custody = "rules/criminal/examples/lawful-custody.yaml";
    const auto says = [](const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; };
    CHECK(says(report(penalty, "rules/administrative", "en").out, "note: ADM: " + english));
    CHECK(says(file("en/summary.json"), english));
    CHECK(says(file("en/summary.json"), chinese));
    CHECK(says(file("en/report.html"), english));
    CHECK(report(penalty, "rules/administrative", "zh-CN").status == 0);
    CHECK(says(file("zh-CN/report.html"), chinese));
    CHECK_FALSE(says(file("zh-CN/report.html"), english));
    CHECK_FALSE(says(report(custody, "rules/criminal", "en").out, english));
}
