// The national packs as a user checks them: no warnings, every example passes, the lawful case files are lawful, the example layers
// of tailoring fit.

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
