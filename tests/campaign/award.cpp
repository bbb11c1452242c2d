// Bonus, indicators and the score of a unit; the end of a campaign; the year from closed campaigns.

#include <doctest/doctest.h>

#include "engine/score/indicator.hpp"
#include "tests/campaign/follow_support.hpp"

using namespace kaoping_test;
using kaoping::engine::banned_number;

namespace {

Outcome award_step(const std::string& arguments) { return shell("$K campaign " + arguments + " --register $R --by Li"); }

void award_refused(const std::string& arguments, const std::string& part) {
    const Outcome run = award_step(arguments);
    CHECK(run.status == 2);
    CHECK_MESSAGE(says(run.err, part), run.err);
}

}  // namespace

TEST_CASE("numbers that press for arrests, fines or solved cases are recognised, and what only sounds like them is not") {
    for (const char* name : {"arrests", "Number_of_Arrests", "arrest-quota", "fines", "fine_amount", "detentions", "rate_of_solved_cases", "破案率", "第三季度刑事拘留数",
                             "罚没款数额", "发案数", "退查率", "clearance_rate"})
        CHECK_MESSAGE(!banned_number(name).empty(), name);
    for (const char* name : {"petitions_upheld", "arrests_found_unlawful", "detentions_revoked", "fines_set_aside", "信访投诉", "复议撤销", "of_the_number"})
        CHECK_MESSAGE(banned_number(name).empty(), name);
}

TEST_CASE("mistakes in what a scheme says of indicators, accountability and rectification are explained") {
    const auto mistake = [](const std::string& line, const std::string& part) {
        std::ofstream(scratch() + "/mistaken.yaml") << "scheme: s\n" << line << "\n";
        const Outcome run = shell("$K campaign new a --register $T/mistaken.register --title t --from 2026-07-01 --until 2026-09-30 --pack examples/quarterly --scheme $T/mistaken.yaml --by Li");
        CHECK(run.status == 2);
        CHECK_MESSAGE(says(run.err, part), run.err);
    };
    mistake("indicators: {破案率: {source: court, direction: add, points: 1, cap: 5}}", "error[K0547]: `破案率` counts solved cases, which no assessment may press for");
    mistake("indicators: {a: {source: courts, direction: add, points: 1, cap: 5}}", "did you mean `court`?");
    mistake("indicators: {a: {source: court, direction: add, points: 1, cap: 5, per: 0}}", "points per nothing");
    mistake("indicators: {a: {source: court, direction: add, cap: 5}}", "`points`");
    mistake("accountability: {refer: [faults]}", "did you mean `fault`?");
    mistake("accountability: {leader_joint_from: 0}", "a whole number not below 1");
    mistake("accountability: {heavier_after_notice: yes}", "`true` or `false`");
    mistake("rectification: {days: soon}", "a whole number not below 1");
}

TEST_CASE("an indicator moves the score by points per value, rounded half to even, up to its cap") {
    using namespace kaoping::engine;
    Indicator one{"a", IndicatorSource::court, IndicatorDirection::deduct, 500'000, 1'000'000, 2'000'000};
    CHECK(one.effect(3'000'000) == -1'500'000);
    CHECK(one.effect(9'000'000) == -2'000'000);
    CHECK(one.effect(0) == 0);
    one = {"b", IndicatorSource::court, IndicatorDirection::add, 1, 2'000'000, 1'000'000};
    CHECK(one.effect(1'000'000) == 0);  // 0.0000005
    CHECK(one.effect(3'000'000) == 2);  // 0.0000015
}

TEST_CASE("the score of a unit is estimate, bonus up to the cap, and indicators, step by step") {
    const std::string path = followed("award");
    CHECK(says(award_step("bonus q3 --unit 经侦大队 --points 2 --basis 'model case'").out, " 2 points for 经侦大队"));
    CHECK(award_step("bonus q3 --unit 经侦大队 --points 1.5 --basis 'own discovery'").status == 0);
    CHECK(award_step("bonus q3 --unit 交警大队 --points 1 --basis 'a slip'").status == 0);
    const std::string slip = value_in(path, "select max(event) from bonus");
    CHECK(award_step("bonus q3 --withdraw " + slip + " --why 'wrong unit'").status == 0);
    award_refused("bonus q3 --withdraw " + slip, "has no bonus " + slip + " that stands");
    CHECK(award_step("indicator q3 --unit 经侦大队 --name petitions_upheld --value 9 --basis 'a mistaken list'").status == 0);
    CHECK(award_step("indicator q3 --unit 经侦大队 --name petitions_upheld --value 1 --basis 'list of 30 September'").status == 0);
    CHECK(award_step("indicator q3 --unit 经侦大队 --name parties_satisfied --value 25 --basis interviews").status == 0);
    const Outcome score = shell("$K campaign score q3 --register $R --out $T/score.csv");
    CHECK(says(score.out, "经侦大队\n  70.00 estimated from 1 of 1 cases\n  +2 bonus "));
    CHECK(says(score.out, "  −0.5 beyond the cap of 3 points\n"));
    CHECK(says(score.out, "  +2.5 parties_satisfied 25 × 1 ÷ 10, at most 3 (interview: interviews)\n  −0.5 petitions_upheld 1 × 0.5, at most 2 (petition: list of 30 September)\n"));
    CHECK(says(score.out, "  = 75.00\n"));  // 70 + 3 + 2.5 − 0.5
    CHECK(says(read_file(scratch() + "/score.csv"), "经侦大队,70,70,0.000000,0.000000,3,2,75,75,0,fair,fair\r\n"));
    CHECK(says(read_file(scratch() + "/score.csv"), "交警大队,79.5,96,0.000000,0.000000,0,0,79.5,96,0,fair,good\r\n"));

    award_refused("bonus q3 --unit 经侦大队 --points 0 --basis x", "--points 0: write a number above 0");
    award_refused("bonus q3 --unit 经侦大队 --points 1 --basis ' '", "no basis is given");
    award_refused("bonus q3 --unit 东城 --points 1 --basis x", "drew no case of a unit 东城");
    award_refused("indicator q3 --unit 经侦大队 --name visits --value 1 --basis x", "scheme follow has no indicator visits; it has petitions_upheld, parties_satisfied");
}

TEST_CASE("a campaign is closed once all is decided; then its results stand, and the register takes nothing that would change them") {
    const std::string path = followed("close");
    award_refused("close q3", "objections that nobody has decided: 0; cases with a veto that nobody has confirmed or refused: 3");
    award_refused("publish q3 --out $T/early.html", "campaign q3 is not closed yet");
    decide_all(path, "confirm");
    CHECK(award_step("bonus q3 --unit 经侦大队 --points 2 --basis 'model case'").status == 0);
    const Outcome closed = award_step("close q3 --why 'meeting of 20 October'");
    CHECK(closed.status == 0);
    CHECK(says(closed.out, "campaign q3 closed\n"));
    CHECK(says(closed.out, "  = 72.00\n"));
    CHECK(value_in(path, "select grade_low from unit_end where unit = '城南派出所'") == "poor");  // its veto
    CHECK(value_in(path, "select score_low || ' ' || bonus || ' ' || grade_low from unit_end where unit = '经侦大队'") == "72000000 2000000 fair");
    CHECK(value_in(path, "select count(*) from unit_end") == "5");
    CHECK(value_in(path, "select state from campaign_state where id = 'q3'") == "closed");
    award_refused("close q3", "campaign q3 is closed already");
    for (const char* late : {"bonus q3 --unit 经侦大队 --points 1 --basis x", "indicator q3 --unit 经侦大队 --name petitions_upheld --value 1 --basis x"})
        award_refused(late, "the campaign is closed: its results stand");
    for (const char* sql : {"insert into run select max(event.id), draw.event, '' from event, draw", "insert into review select max(event), run, 'department', '', '' from run, current_run",
                            "insert into objection select 1, min(id), '2026-10-01', '2026-10-04', '2026-10-02', '' from finding",
                            "insert into waiver values (1, 'q3', 'law_changed', 'bureau', '2026-01-01', '2026-12-31', '经侦大队', '', '', null)"}) {
        kaoping::campaign::Register file(path, kaoping::campaign::Register::Open::existing);
        CHECK(says(refusal_of([&] { file.write([&](SQLite::Database& database) { database.exec(sql); }); }), "the campaign is closed: its results stand"));
    }
    CHECK(award_step("rectify notice q3 --until 2999-11-30").status == 0);  // goes on
    CHECK(shell("$K register check $R").status == 0);
}

TEST_CASE("the year is combined from closed campaigns by their kinds, and a veto in force decides its grade") {
    const std::string path = followed("year");
    evaluate_campaign("custody", "2026-10-01", "2026-10-31", "--kind special");
    evaluate_campaign("strange", "2026-11-01", "2026-11-30", "--kind monthly");
    decide_all(path, "confirm");
    const std::string year = "$K year-end --scheme rules/schemes/year-end.yaml --register $R --format csv ";
    CHECK(says(shell(year + "--year 2026").err, "no closed campaign ends in 2026"));
    for (const char* id : {"q3", "custody"}) {
        CHECK(award_step(std::string("bonus ") + id + " --unit 经侦大队 --points " + (id == std::string("q3") ? "2" : "3") + " --basis x").status == 0);
        CHECK(award_step(std::string("close ") + id).status == 0);
    }
    const Outcome run = shell(year + "--year 2026");
    CHECK(run.err == "");
    // quarterly 72 by 40, special 73 by 15: (72 × 40 + 73 × 15) ÷ 55 = 72.272727…
    CHECK(says(run.out, "\r\n经侦大队,,,72,72,73,73,,,0,72.272727,72.272727,0,none,up_to_standard,up_to_standard\r\n"));
    CHECK(says(run.out, "in_force,below_standard,below_standard\r\n"));
    CHECK(shell(year + "--campaign q3:3 --campaign custody").status == 0);
    CHECK(says(shell(year + "--campaign strange").err, "campaign strange is not closed yet"));
    CHECK(says(shell(year + "--campaign q3:0").err, "`0` is no number above 0"));
    CHECK(award_step("close strange").status == 0);
    CHECK(says(shell(year + "--year 2026").err, "campaign strange: the scheme combines no kind `monthly` but daily, quarterly, special, year_end"));
}
