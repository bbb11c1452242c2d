// The other commands, end to end.

#include <doctest/doctest.h>

#include <string>

#include "tests/support/process.hpp"
#include "tests/support/project_file.hpp"

using kaoping_test::check_golden;
using kaoping_test::Outcome;
using kaoping_test::shell;

namespace {

void has(const Outcome& run, int status, const std::string& text) {
    CAPTURE(run.out);
    CAPTURE(run.err);
    CHECK(run.status == status);
    CHECK((run.out + run.err).find(text) != std::string::npos);
}

}  // namespace

TEST_CASE("check says that a pack is whole, or what is wrong with it in three forms") {
    has(shell("$K check examples/quarterly"), 0, "2 packs, 6 standards, 30 rules: no mistakes");
    shell("mkdir -p $T/bad && cp tests/diagnostics/base/* $T/bad/ && sed -i 's/length of id/length of idd/' $T/bad/handling.rules");
    has(shell("$K check $T/bad"), 2, "K0201");
    has(shell("$K check $T/bad --format json"), 2, "\"code\":\"K0201\"");
    has(shell("$K check $T/bad --format github"), 2, "::error file=");
    has(shell("$K check $T/nowhere"), 2, "error");
}

TEST_CASE("check --emit shows every form of a pack") {
    for (const std::string form : {"tokens", "tree", "typed", "graph", "plan"}) {
        CAPTURE(form);
        const Outcome run = shell("cd tests/diagnostics && $K check base --emit " + form);
        CHECK(run.status == 0);
        check_golden("tests/cli/golden/emit-" + form + ".txt", run.out);
    }
}

TEST_CASE("test runs examples, and shows why one failed") {
    has(shell("$K test examples/quarterly"), 0, "101 passed, 0 failed");
    has(shell("$K test examples/road-fines"), 0, " 0 failed");
    has(shell("$K test examples/quarterly --filter family_notice"), 0, " 0 failed");
    has(shell("$K test examples/quarterly --filter nothing_like_this"), 1, "no example matches");
    has(shell("$K test tests/bench/checks"), 1, "no examples");
    shell("mkdir -p $T/p && cp -r examples rules $T/p && sed -i 's/overdue: 1 s/overdue: 2 s/' $T/p/examples/quarterly/criminal/examples/detention.yaml");
    const Outcome failed = shell("cd $T/p && $K test examples/quarterly/criminal --filter family_notice");
    CHECK(failed.status == 1);
    check_golden("tests/cli/golden/test-failed.txt", failed.out);
}

TEST_CASE("explain shows the proof of a case, and the page of a code") {
    const Outcome run = shell("$K explain examples/quarterly/cases/02-injury.yaml --pack examples/quarterly --as-of 2026-09-30");
    CHECK(run.status == 0);
    check_golden("tests/cli/golden/explain.txt", run.out);
    has(shell("$K explain examples/quarterly/cases/02-injury.yaml --pack examples/quarterly --as-of 2026-09-30 --rule custody_within"), 0, ": met");
    has(shell("$K explain K0216"), 0, "# K0216: ");
    has(shell("$K explain K0999"), 2, "there is no code K0999");
    has(shell("$K explain nowhere.yaml --pack examples/quarterly"), 3, "nowhere.yaml");
    has(shell("$K explain tests/data/road-fines-small.jsonl --pack examples/road-fines"), 2, "say which by --case");
    has(shell("$K explain tests/data/road-fines-small.jsonl --pack examples/road-fines --case nobody"), 2, "has no case `nobody`");
    has(shell("$K explain examples/quarterly/cases/02-injury.yaml --pack examples/quarterly --rule nothing"), 2, "no rule `nothing`");
}

TEST_CASE("every example case can be explained, and both evaluators agree on it") {
    const Outcome all = shell("for f in examples/quarterly/cases/*.yaml; do $K explain $f --pack examples/quarterly --as-of 2026-09-30 --rule . || exit 1; done");
    CHECK(all.status == 0);
    CHECK(all.err == "");
}

TEST_CASE("graph draws in three forms and counts") {
    const Outcome mermaid = shell("$K graph tests/diagnostics/base --format mermaid");
    CHECK(mermaid.status == 0);
    check_golden("tests/cli/golden/graph.mermaid", mermaid.out);
    check_golden("tests/cli/golden/graph.dot", shell("$K graph tests/diagnostics/base").out);
    has(shell("$K graph examples/quarterly --stats"), 0, "used more than once");
    has(shell("$K graph examples/quarterly --rule nothing_like_this"), 2, "no rule");
    has(shell("$K graph examples/quarterly --rule family_notice --format svg"), 0, "</svg>");
}

TEST_CASE("schema documents are valid and name what the data must hold") {
    check_golden("tests/cli/golden/schema.md", shell("$K schema tests/diagnostics/base").out);
    const Outcome json = shell("$K schema tests/diagnostics/base --format json-schema");
    check_golden("tests/cli/golden/schema.json", json.out);
    CHECK(shell("$K schema examples/quarterly --format json-schema | python3 -m json.tool > /dev/null").status == 0);
}

TEST_CASE("version says which") { has(shell("$K version"), 0, "kaoping 0."); }
