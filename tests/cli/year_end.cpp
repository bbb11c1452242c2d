// kaoping year-end: whole outputs for three units with results of every sort, what is refused, and real results of evaluate.

#include <doctest/doctest.h>

#include <string>

#include "tests/support/process.hpp"
#include "tests/support/project_file.hpp"

using kaoping_test::check_golden;
using kaoping_test::Outcome;
using kaoping_test::shell;

namespace {

const std::string year_end = "$K year-end --scheme rules/schemes/year-end.yaml ";
const std::string results = "--result quarterly=tests/cli/year-end/q1 --result quarterly:2=tests/cli/year-end/q2 --result special=tests/cli/year-end/special ";
const std::string decisions = "--bonus 东河派出所=7 --bonus 西山派出所=1.5 --confirmed-veto 西山派出所 ";

}  // namespace

TEST_CASE("the year of three units gives the reviewed table, JSON and CSV") {
    const Outcome run = shell(year_end + results + decisions);
    CHECK(run.status == 0);
    CHECK(run.err == "");
    check_golden("tests/cli/golden/year-end.txt", run.out);
    check_golden("tests/cli/golden/year-end.json", shell(year_end + results + decisions + "--format json | sed 's/\"hash\": .*/\"hash\": …/'").out);
    check_golden("tests/cli/golden/year-end.csv", shell(year_end + results + decisions + "--format csv").out);
}

TEST_CASE("a veto that nobody confirmed is told, and decides nothing") {
    const Outcome run = shell(year_end + results);
    CHECK(run.out.find("1 case with a veto that nobody has confirmed: the unit would be below_standard") != std::string::npos);
    CHECK(run.out.find("in_force") == std::string::npos);
}

TEST_CASE("what evaluate wrote is read, as it is") {
    REQUIRE(shell("$K evaluate examples/quarterly/cases --pack examples/quarterly --scheme rules/schemes/quarterly.yaml --as-of 2026-09-30 --fail-on none "
                  "--out $T/year-q3").status == 0);
    const Outcome run = shell(year_end + "--result quarterly=$T/year-q3 --format csv");
    CHECK(run.status == 0);
    CHECK(run.err == "");
    // (89–92 of one administrative case + 70–100 of one criminal case) ÷ 2
    CHECK(run.out.find("\r\n交警大队,,,79.5,96,,,,,0,79.5,96,0,none,up_to_standard,excellent\r\n") != std::string::npos);
}

TEST_CASE("what cannot be combined is said") {
    const auto refused = [](const std::string& arguments, int status, const std::string& because) {
        CAPTURE(arguments);
        const Outcome run = shell("$K year-end " + arguments);
        CHECK(run.status == status);
        CHECK(run.out == "");
        CAPTURE(run.err);
        CHECK(run.err.find(because) != std::string::npos);
    };
    const std::string scheme = "--scheme rules/schemes/year-end.yaml ", q1 = "--result quarterly=tests/cli/year-end/q1 ";
    refused(scheme + "--result monthly=tests/cli/year-end/q1", 2, "the scheme combines no kind `monthly` but daily, quarterly, special, year_end");
    refused(scheme + "--result quarterly", 2, "write KIND=FOLDER");
    refused(scheme + "--result quarterly:0=tests/cli/year-end/q1", 2, "`0` is no number above 0");
    refused(scheme + q1 + "--bonus 东河派出所=much", 2, "`much` is no number above 0");
    refused(scheme + q1 + "--bonus 南站派出所=1", 2, "no result has the unit `南站派出所`");
    refused(scheme + q1 + "--confirmed-veto 南站派出所", 2, "no result has the unit `南站派出所`");
    refused("--scheme no-such-scheme.yaml " + q1, 2, "cannot read the scheme `no-such-scheme.yaml`");
    refused("--scheme rules/schemes/quarterly.yaml " + q1, 2, "K0545");
    refused(scheme + "--result quarterly=tests/cli", 3, "cannot read `tests/cli/scores.json`");
    shell("mkdir -p $T/other $T/broken; echo '{\"format\":\"kaoping.summary/1\"}' > $T/other/scores.json; head -c 300 tests/cli/year-end/q1/scores.json > $T/broken/scores.json");
    refused(scheme + "--result quarterly=$T/other", 3, "its format is \"kaoping.summary/1\"");
    refused(scheme + "--result quarterly=$T/broken", 3, "it is no whole scores.json");
}
