// kaoping campaign and kaoping register, as a user runs them.

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

#include "tests/campaign/support.hpp"
#include "tests/support/fences.hpp"
#include "tests/support/page_steps.hpp"
#include "tests/support/project_file.hpp"

using namespace kaoping_test;

namespace {

/// Opens a campaign over the packs of examples/quarterly in a new register, $R from now on.
std::string opened(const std::string& name, const std::string& packs = "examples/quarterly") {
    const std::string path = new_register(name);
    setenv("R", path.c_str(), 1);
    const Outcome run = shell("$K campaign new q3 --register $R --title 'Third quarter' --from 2026-07-01 --until 2026-09-30 --pack " + packs +
                              " --scheme rules/schemes/quarterly.yaml --by 'Li Wen' --why 'plan of 2026'");
    CHECK(run.err == "");
    CHECK(run.out == "campaign q3 opened in " + path + "\n");
    return path;
}

constexpr const char* draw_command = "$K campaign draw q3 examples/quarterly/cases --register $R --size 12 --seed 4711 --by Li";
constexpr const char* evaluate_command = "$K campaign evaluate q3 --register $R --as-of 2026-09-30 --by Li";

/// 3,000 cases of 7 units, 2 kinds and 40 officers, in a random order.
std::string write_cases() {
    const std::string path = scratch() + "/cases.jsonl";
    std::ofstream out(path);
    std::mt19937 random(5);
    for (int i = 0; i < 3000; ++i)
        out << "{\"id\": \"案" << random() << "\", \"unit\": \"所" << random() % 49 % 7 * 3 << "\", \"kind\": \"" << (random() % 3 == 0 ? "刑事" : "行政")
            << "\", \"handler\": \"" << random() % 40 << "\"}\n";
    return path;
}

}  // namespace

TEST_CASE("a campaign is opened, drawn and evaluated, and its status tells all of it") {
    opened("whole");
    const Outcome drawn = shell(std::string(draw_command) + " --why 'drawn in public' --out $T/sample.csv");
    CHECK(drawn.status == 0);
    CHECK(drawn.err == "");
    CHECK(says(drawn.out, "sample of campaign q3: 12 of 13 cases, allocation proportional, seed 4711\n"));
    CHECK(says(drawn.out, "城北派出所  criminal            3      2       0.6667\n"));
    CHECK(says(read_file(scratch() + "/sample.csv"), ",城北派出所,criminal,110201,examples/quarterly/cases/01-theft.yaml,3,2,0.666666667,no\r\n"));

    const Outcome run = shell(std::string(evaluate_command) + " --out $T/units.csv");
    CHECK(run.status == 0);
    CHECK(run.err == "");
    CHECK(says(run.out, "12 drawn cases evaluated, as of the end of 2026-09-30: "));
    CHECK(says(read_file(scratch() + "/units.csv"), "unit,cases,drawn,scored,defects,vetoes_in_force,vetoes_unconfirmed,score_low,margin_low,score_high,margin_high,confidence,grade_low,grade_high,small_sample\r\n"));

    const Outcome status = shell("$K campaign status q3 --register $R");
    for (const char* part : {"campaign q3: Third quarter\n", "period: 2026-07-01 to 2026-09-30\n", "evaluated as of: the end of 2026-09-30\n", "plan of 2026",
                             "drawn in public", "run finished", "sampling margin (95 %)"})
        CHECK_MESSAGE(says(status.out, part), part);
    CHECK(says(shell("$K campaign status --register $R").out, "q3        2026-07-01 to 2026-09-30  evaluated           12      5  Third quarter\n"));
    CHECK(shell("$K register check $R").out == "1 campaign, 4 events: nothing is wrong\n");
}

TEST_CASE("the score of a unit that was drawn whole is the mean of its cases in kaoping evaluate") {
    opened("means");
    CHECK(shell(draw_command).status == 0);
    CHECK(shell(std::string(evaluate_command) + " --out $T/units.csv").status == 0);
    shell("$K evaluate examples/quarterly/cases --pack examples/quarterly --scheme rules/schemes/quarterly.yaml --as-of 2026-09-30 --out $T/plain");
    const Outcome compared = shell(R"(python3 - $T/units.csv $T/plain/scores.csv <<'end'
import csv, sys
units, cases = (list(csv.DictReader(open(path, encoding="utf-8-sig", newline=""))) for path in sys.argv[1:])
same = 0
for unit in units:
    if unit["cases"] != unit["drawn"]: continue
    for end in "low", "high":
        scores = [float(c["score_" + end]) for c in cases if c["level"] == "case" and c["unit"] == unit["unit"]]
        assert len(scores) == int(unit["cases"]) and abs(float(unit["score_" + end]) - sum(scores) / len(scores)) < 1e-5, unit
        assert float(unit["margin_" + end]) == 0
        same += 1
print(same)
end)");
    CHECK(compared.err == "");
    CHECK(compared.out == "8\n");
}

TEST_CASE("anyone can repeat a draw from the cases and the seed") {
    opened("repeat");
    const std::string cases = write_cases();
    const std::string command = "$K campaign draw q3 " + cases + " --register $R --size 217 --seed 18446744073709551615 --threads 2 --by Li --out $T/sample.csv";
    const Outcome run = shell(command);
    CHECK(run.err == "");
    CHECK(run.status == 0);
    const Outcome again = shell("python3 tests/campaign/redraw.py " + cases + " 217 18446744073709551615");
    CHECK(again.err == "");
    const Outcome ids = shell("tail -n +2 $T/sample.csv | cut -d, -f2");
    CHECK(std::count(ids.out.begin(), ids.out.end(), '\n') == 217);
    CHECK(ids.out == again.out);
}

TEST_CASE("risk factors are the losses of the units in earlier periods, and stand in the output") {
    opened("risk");
    CHECK(shell(std::string(draw_command) + " --out $T/sample.csv").status == 0);
    CHECK(shell(evaluate_command).status == 0);
    CHECK(shell("$K campaign new q4 --register $R --title 'Fourth quarter' --from 2026-10-01 --until 2026-12-31 --pack examples/quarterly "
                "--scheme rules/schemes/quarterly.yaml --by Li").status == 0);
    const Outcome run = shell("$K campaign draw q4 examples/quarterly/cases --register $R --size 12 --allocation risk --by Li");
    CHECK(run.status == 0);
    CHECK(says(run.out, "of the drawn cases, "));
    shell("$K evaluate examples/quarterly/cases --pack examples/quarterly --scheme rules/schemes/quarterly.yaml --as-of 2026-09-30 --out $T/plain");
    const Outcome factors = shell(R"(python3 - $T/sample.csv $T/plain/findings.jsonl <<'end'
import collections, csv, json, sys
units = {row["case"]: row["unit"] for row in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline=""))}
lost, cases = collections.Counter(), collections.Counter(units.values())
for line in open(sys.argv[2], encoding="utf-8"):
    finding = json.loads(line)
    if finding["case"] in units and finding["kind"] == "rule": lost[units[finding["case"]]] += finding["deduct"]["low"]
for unit in sorted(cases):
    print(unit, "%.3f" % min(2, max(0.5, lost[unit] / cases[unit] / (sum(lost.values()) / len(units)))))
end)");
    CHECK(factors.err == "");
    std::istringstream lines(factors.out);
    int units = 0;
    for (std::string unit, factor; lines >> unit >> factor; ++units) {
        const std::size_t at = run.out.find("\n" + unit + " ");
        REQUIRE(at != std::string::npos);
        const std::string row = run.out.substr(at + 1, run.out.find('\n', at + 1) - at - 1);
        CHECK_MESSAGE(row.substr(row.size() - 5) == factor, row);
    }
    CHECK(units == 5);
}

TEST_CASE("a case that cannot be read is named and counted, and the others are drawn") {
    opened("unreadable");
    shell("mkdir -p $T/some && cp examples/quarterly/cases/*.yaml $T/some && echo '{' > $T/some/broken.json");
    const Outcome run = shell("$K campaign draw q3 $T/some --register $R --size 12 --by Li");
    CHECK(run.status == 3);
    CHECK(says(run.err, "broken.json"));
    CHECK(says(run.out, "1 case could not be read, and so not be drawn\n"));
}

TEST_CASE("a damaged register is said to be damaged, and programs that make the same register do not disturb each other") {
    const std::string path = opened("broken");
    CHECK(shell(draw_command).status == 0);
    shell("dd if=/dev/zero of=$R bs=4096 seek=3 count=20 conv=notrunc");
    const Outcome broken = shell("$K register check $R");
    CHECK(broken.status == 1);
    CHECK(says(broken.err, "error: " + path + ": the "));
    CHECK(says(broken.err, "damaged"));
    new_register("race");
    const Outcome race = shell("for id in 1 2 3 4 5 6; do $K campaign new $id --register $T/race.register --title t --from 2026-07-01 --until 2026-09-30 "
                               "--pack examples/quarterly --by Li & done; wait; $K register check $T/race.register");
    CHECK(race.err == "");
    CHECK(says(race.out, "6 campaigns, 6 events: nothing is wrong\n"));
}

TEST_CASE("cases whose kind is none of the schema's are refused: their stratum is not known") {
    opened("kinds");
    shell("mkdir -p $T/kinds && cp examples/quarterly/cases/*.yaml $T/kinds && sed -i 's/^kind: .*/kind: 其他/' $T/kinds/01-theft.yaml");
    const Outcome run = shell("$K campaign draw q3 $T/kinds --register $R --size 12 --by Li");
    CHECK(run.status == 2);
    CHECK(says(run.err, "cases without a kind that the schema knows: 城北公（刑）立字〔2026〕112号 in "));
}

TEST_CASE("steps in a wrong order, changed rules and missing cases are refused, and change nothing") {
    shell("rm -rf $T/some-packs && mkdir $T/some-packs && cp -r examples/quarterly $T/some-packs/quarterly && cp -r rules $T/");
    const auto refused = [](const std::string& command, const std::string& part) {
        const Outcome run = shell(command);
        CHECK(run.status == 2);
        CHECK_MESSAGE(says(run.err, part), run.err);
        CHECK(says(run.err, "error: "));
    };
    refused("$K campaign status --register $T/none.register", "there is no such register; `kaoping campaign new` makes one");
    opened("refused", "$T/some-packs/quarterly");
    refused(evaluate_command, "campaign q3 has no sample yet; `kaoping campaign draw q3` draws one");
    refused("$K campaign draw q4 examples/quarterly/cases --register $R --size 12 --by Li", "there is no campaign q4; there are q3");
    refused("$K campaign draw q3 examples/quarterly/cases --register $R --size 12 --by Li --officer nobody", "the case has no field nobody");
    CHECK(shell("cp -r examples/quarterly/cases $T/drawn; $K campaign draw q3 $T/drawn --register $R --size 12 --seed 4711 --by Li").status == 0);
    refused(draw_command, "campaign q3 is drawn already");
    shell("mv $T/drawn/04-terror.yaml $T/kept.yaml");
    refused(std::string(evaluate_command) + " $T/drawn", "drawn cases that are not among the inputs or could not be read, 1 of 12: 反恐公（刑）立字〔2026〕2号");
    CHECK(says(shell("$K campaign status q3 --register $R").out, "evaluations that were not finished and do not count: 1\n"));
    shell("mv $T/kept.yaml $T/drawn/04-terror.yaml && sed 's/^unit: 反恐怖支队/unit: 城北派出所/' -i $T/drawn/04-terror.yaml");
    refused(evaluate_command, "was drawn as criminal of 反恐怖支队 and is now criminal of 城北派出所");
    shell("echo '# changed' >> $T/some-packs/quarterly/criminal/pack.yaml && sed -i 's/^title: .*/title: other/' $T/some-packs/quarterly/criminal/pack.yaml");
    refused(evaluate_command, "pack criminal changed since the campaign was opened");
    CHECK(says(shell("$K register check $R").out, "nothing is wrong"));
}

TEST_CASE("the chapter on the campaign does what it says") {
    shell("rm -rf $T/readme && mkdir -p $T/readme/out && cp -r examples rules $T/readme/");
    std::string steps;
    for (const Fence& fence : fences_of(read_project_file("examples/campaign.md"))) {
        CHECK(fence.info == "sh");
        steps += fence.text;
    }
    run_steps(steps);
    CHECK(shell("ls $T/readme/out").out ==
          "compare.csv\ncorrected.yaml\ndisagreements.csv\nnotices\noffice.register\npublic.html\nreferrals.csv\nreport.html\nreport.xlsx\nsample.csv\n"
          "scores.csv\nsheet.csv\nsheet.xlsx\nunits.csv\nveto.csv\n");
}

TEST_CASE("a campaign needs days, and a person") {
    const std::string command = "$K campaign new a --register $T/days.register --title t --until 2026-09-30 --pack examples/quarterly";
    const Outcome day = shell(command + " --from 2026-7-1 --by Li");
    CHECK(day.status == 2);
    CHECK(says(day.err, "--from 2026-7-1: write a day, as in 2026-07-01"));
    const Outcome person = shell(command + " --from 2026-07-01");
    CHECK(person.status == 2);
    CHECK(says(person.err, "--by is required"));
    CHECK(shell("test -e $T/days.register").status == 1);
}
