// Scoring a case again from what the register keeps gives the engine's score, to the last millionth, whatever the scheme.

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <vector>

#include "dsl/load.hpp"
#include "engine/campaign/register/register_check.hpp"
#include "engine/campaign/register/sql.hpp"
#include "engine/campaign/result/number_list.hpp"
#include "engine/campaign/review/standing.hpp"
#include "engine/run/runner.hpp"
#include "engine/run/time_context.hpp"
#include "engine/time/timestamp.hpp"
#include "tests/campaign/support.hpp"

using namespace kaoping;
using namespace kaoping::campaign;
using namespace kaoping_test;

namespace {

const std::string root = KAOPING_SOURCE_DIR "/";
const std::vector<std::string> national{root + "rules/criminal", root + "rules/administrative"}, quarterly{root + "examples/quarterly"};

/// 150 generated national cases, a third of them with a defect; then values are lost at random, so that facts are missing.
std::string national_cases() {
    const std::string path = scratch() + "/national.jsonl";
    const Outcome made = shell("$G --cases 150 --seed 8 --defects 0.7 --out $T/whole.jsonl && python3 - $T/whole.jsonl " + path + R"( <<'end'
import json, random, sys
random.seed(3)
def lose(value, depth=0):
    if isinstance(value, list): return [lose(item, depth + 1) for item in value]
    if not isinstance(value, dict): return value
    return {key: lose(item, depth + 1) for key, item in value.items() if depth == 0 and not isinstance(item, list) or random.random() > 0.03}
with open(sys.argv[2], "w", encoding="utf-8") as out:
    for number, line in enumerate(open(sys.argv[1], encoding="utf-8")):
        out.write(json.dumps(lose(json.loads(line)) if number % 2 else json.loads(line), ensure_ascii=False) + "\n")
end)");
    REQUIRE(made.err == "");
    return path;
}

std::vector<engine::Scheme> schemes() {
    using namespace engine;
    std::vector<Scheme> out;
    for (const ScoreModel model : {ScoreModel::deduction, ScoreModel::weighted, ScoreModel::flat, ScoreModel::flat_unweighted, ScoreModel::absolute})
        for (const UndeterminedPoints undetermined : {UndeterminedPoints::interval, UndeterminedPoints::no_deduction, UndeterminedPoints::full_deduction})
            for (const bool confirmation : {true, false}) {
                Scheme scheme;
                scheme.model = model;
                scheme.undetermined = undetermined;
                scheme.veto_needs_confirmation = confirmation;
                scheme.not_applicable = confirmation ? NotApplicablePoints::redistribute : NotApplicablePoints::full_marks;
                out.push_back(scheme);
            }
    return out;
}

JudgedFinding judged(const dsl::Program& program, const engine::Finding& finding) {
    const dsl::Rule& rule = program.rules[static_cast<std::size_t>(finding.rule)];
    JudgedFinding out;
    out.rule = finding.rule;
    out.veto = rule.severity == dsl::Severity::veto;
    out.subject = finding.subject;
    out.verdict = finding.verdict;
    out.possible = finding.possible;
    if (finding.amount_known) out.amount = finding.amount;
    return out;
}

/// What a run says of each case, as the engine does and as rescoring does.
struct ComparedCases {
    std::size_t cases = 0, findings = 0, open = 0, vetoes = 0;
};

void compare_case(CaseRescorer& rescorer, const engine::CaseLine& line, const std::vector<const engine::Finding*>& findings, ComparedCases& seen) {
    JudgedCase one{line.met_rules, {}};
    for (const engine::Finding* finding : findings) one.findings.push_back(judged(rescorer.program(), *finding));
    const StandingCase again = rescorer.score(one);
    CHECK_MESSAGE(again.score.score == line.score.score, line.case_id);
    CHECK(again.score.veto == line.score.veto);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        CHECK(again.findings[i].deduct == findings[i]->deduct);
        CHECK(again.findings[i].verdict == findings[i]->verdict);
        seen.open += findings[i]->verdict == engine::Verdict::undetermined ? 1 : 0;
    }
    ++seen.cases;
    seen.findings += findings.size();
    seen.vetoes += line.score.veto == engine::Veto::none ? 0 : 1;
    for (JudgedFinding& finding : one.findings) finding.said = Said::dismissed;
    const StandingCase dismissed = rescorer.score(one);
    if (!one.findings.empty() || line.score.score) CHECK(dismissed.score.score == engine::Interval{100'000'000, 100'000'000});
    CHECK(dismissed.score.veto == engine::Veto::none);
}

ComparedCases compare_all(const std::vector<std::string>& packs, const std::string& cases, const engine::Scheme& scheme) {
    dsl::LoadResult loaded = dsl::load_packs(packs);
    REQUIRE(loaded.ok());
    const auto time = engine::make_time_context(loaded.program);
    engine::RunOptions options;
    options.as_of = *engine::parse_as_of("2026-09-30", time->zone);
    options.read.as_of = options.as_of;
    options.note_met = true;
    engine::InputSet inputs = engine::InputSet::open({cases}, options.read);
    CaseRescorer rescorer(loaded.program, scheme);
    ComparedCases seen;
    (void)engine::run_cases(loaded.program, engine::make_score_rules(loaded.program, scheme), *time, inputs, options, [&](const engine::ChunkResult& chunk) {
        std::map<std::string, std::vector<const engine::Finding*>> of_case;
        for (const engine::Finding& finding : chunk.findings)
            if (finding.kind == engine::FindingKind::rule) of_case[finding.case_id].push_back(&finding);
        for (const engine::CaseLine& line : chunk.cases) compare_case(rescorer, line, of_case[line.case_id], seen);
    });
    return seen;
}

}  // namespace

TEST_CASE("a list of numbers as text") {
    for (const std::vector<int>& numbers : {std::vector<int>{}, {0}, {3, 4}, {0, 1, 2, 5, 7, 8, 200}}) CHECK(list_numbers(list_text(numbers)) == numbers);
    CHECK(list_text({0, 1, 2, 5, 7, 8, 200}) == "0-2 5 7-8 200");
}

TEST_CASE("without decisions rescoring gives the engine's score and charges; with all findings dismissed, those of a faultless case") {
    const std::string cases = national_cases();
    for (const engine::Scheme& scheme : schemes()) {
        CAPTURE(engine::model_name(scheme.model));
        CAPTURE(static_cast<int>(scheme.undetermined));
        const ComparedCases seen = compare_all(national, cases, scheme);
        CHECK(seen.cases == 150);
        CHECK(seen.findings > 100);
        CHECK(seen.open > 20);
        CHECK(seen.vetoes > 0);
        CHECK(compare_all(quarterly, root + "examples/quarterly/cases", scheme).cases == 13);
    }
}

TEST_CASE("what the register keeps of a run suffices to score it again") {
    const std::string path = new_register("rescore"), cases = national_cases();
    CHECK(shell("$K campaign new n --register " + path +
                " --title t --from 2026-07-01 --until 2026-09-30 --pack rules/criminal --pack rules/administrative "
                "--scheme rules/schemes/quarterly.yaml --by Li")
              .status == 0);
    CHECK(shell("$K campaign draw n " + cases + " --register " + path + " --size 100 --seed 1 --by Li").status == 0);
    CHECK(shell("$K campaign evaluate n --register " + path + " --as-of 2026-09-30 --by Li").status == 0);
    Register file(path, Register::Open::existing);
    dsl::LoadResult loaded = dsl::load_packs(national);
    CaseRescorer rescorer(loaded.program, engine::Scheme{});
    file.read([&](SQLite::Database& database) {
        SQLite::Statement rows = query(database, "select run, case_id, score_low, score_high, veto = 'unconfirmed' from standing_case");
        std::int64_t scored = 0, vetoes = 0;
        while (rows.executeStep()) {
            const StandingCase again = rescorer.score(read_judged_case(database, rows.getColumn(0).getInt64(), rows.getColumn(1)));
            CHECK(rows.getColumn(2).isNull() == !again.score.score);
            if (again.score.score) CHECK(*again.score.score == engine::Interval{rows.getColumn(2).getInt64(), rows.getColumn(3).getInt64()});
            CHECK((rows.getColumn(4).getInt() == 1) == (again.score.veto == engine::Veto::unconfirmed));
            scored += again.score.score ? 1 : 0;
            vetoes += rows.getColumn(4).getInt();
        }
        CHECK(scored > 90);
        CHECK(vetoes > 0);
        CHECK(number_of(database, "select count(*) from finding_person where role = 'handler'") > 20);
        CHECK(number_of(database, "select count(*) from finding_person where role = 'approver'") > 0);
        CHECK(number_of(database, "select count(distinct day) from finding_basis") > 5);
        CHECK(number_of(database, "select count(*) from standing_finding where standard = ''") == 0);
    });
    CHECK(check_register(file).problems.empty());
}
