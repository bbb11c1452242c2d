// Objections, decisions and waivers: limits by the calendar, who may, scores before and after.

#include <doctest/doctest.h>

#include <string>

#include "tests/campaign/judged.hpp"

using namespace kaoping_test;

namespace {

std::string object_command(const std::string& finding, const std::string& more) {
    return "$K campaign object q3 --register $R --finding " + finding + " --by Zhao --why 'the receipt is on file' " + more;
}
std::string decide_command(const std::string& finding, const std::string& more) {
    return "$K campaign decide q3 --register $R --finding " + finding + " --why 'looked at the file' " + more;
}
std::string waive_command(const std::string& more, const std::string& by = "900003") {
    return "$K campaign waive q3 --register $R --ground law_changed --authority 'notice 12' --why transition --by " + by + " " + more;
}

}  // namespace

TEST_CASE("an objection is in time until the last day of the scheme's limit, which may not end on a day off") {
    const std::string path = judged_register("limits");
    const std::string notice = finding_of(path, "127号", "family_notice"), officers = finding_of(path, "127号", "two_officers"),
                      record = finding_of(path, "127号", "record_signed"), veto = finding_of(path, "73号", "guardian_of_minor");
    // Told on Monday 10 November 2025: until Thursday 13. Told on Wednesday 12: Saturday 15 is a day off, so until Monday 17.
    const Outcome late = shell(object_command(notice, "--told 2025-11-10 --on 2025-11-14"));
    CHECK(late.status == 2);
    CHECK(
        says(late.err,
             "the objection of 2025-11-14 is late: 城北派出所 was told on 2025-11-10 and could object until 2025-11-13; --late REASON hears it all the same"));
    CHECK(asked(path, "select count(*) from objection") == "0");
    CHECK(says(shell(object_command(notice, "--told 2025-11-10 --on 2025-11-13")).out, "could object until 2025-11-13, objected on 2025-11-13"));
    CHECK(says(shell(object_command(officers, "--told 2025-11-12 --on 2025-11-17")).out, "could object until 2025-11-17"));
    CHECK(shell(object_command(record, "--told 2025-11-10 --on 2025-11-20 --late 'the letter was lost'")).err == "");
    CHECK(asked(path, "select late from objection where finding = " + record) == "the letter was lost");
    CHECK(says(shell(object_command(notice, "")).err, "has objected to finding " + notice + " already"));
    CHECK(says(shell(object_command("9999", "")).err, "has no finding 9999"));
    CHECK(says(shell(object_command(veto, "--told 2025-11-10 --on 2025-11-09")).err, "is older than what it is about"));
    CHECK(says(shell(object_command(veto, "--on 2999-01-01")).err, "this day is still to come"));
    CHECK(says(shell("$K campaign object q3 --register $R --finding 4 --by Zhao").err, "an objection says why"));
    CHECK(whole(path));
}

TEST_CASE("limits in working days, as a scheme may write them") {
    shell(
        "rm -rf $T/w && mkdir $T/w && sed '$a objection: {within: 2 working days, decision_within: 1 working day}' rules/schemes/quarterly.yaml > "
        "$T/w/scheme.yaml");
    const std::string path = new_register("working");
    setenv("R", path.c_str(), 1);
    CHECK(
        shell("$K campaign new q3 --register $R --title t --from 2026-07-01 --until 2026-09-30 --pack examples/quarterly --scheme $T/w/scheme.yaml --by Li && "
              "$K campaign draw q3 examples/quarterly/cases --register $R --size 12 --seed 4711 --by Li && $K campaign evaluate q3 --register $R --as-of "
              "2026-09-30 --by Li && "
              "$K campaign official 3 --register $R --name Sun --role leader --by Li")
            .err == "");
    const std::string notice = finding_of(path, "127号", "family_notice");
    CHECK(says(shell(object_command(notice, "--told 2025-11-13 --on 2025-11-17")).out, "could object until 2025-11-17"));  // Thursday; Friday, Monday
    CHECK(says(shell(decide_command(notice, "--outcome reject --by 3 --on 2025-11-19")).out, "score 88–89.5 before, 88–89.5 after; the decision is late"));
    CHECK(asked(path, "select due from decision") == "2025-11-18");
    const Outcome wrong = shell(
        "sed -i 's/2 working days/two days/' $T/w/scheme.yaml; $K campaign new q4 --register $R --title t --from 2026-07-01 --until 2026-09-30 "
        "--pack examples/quarterly --scheme $T/w/scheme.yaml --by Li");
    CHECK(says(wrong.err, "`two days` is no time limit"));
}

TEST_CASE("a decision changes the score, and before and after are both shown") {
    const std::string path = judged_register("decisions");
    const std::string notice = finding_of(path, "127号", "family_notice"), officers = finding_of(path, "127号", "two_officers"),
                      record = finding_of(path, "127号", "record_signed"), veto = finding_of(path, "73号", "guardian_of_minor");
    CHECK(import_rows(record + ",,,,,,confirm,2,,\r\n" + veto + ",,,,,,confirm,,confirm,seen\r\n", "900002").err == "");
    CHECK(standing_of(path, "127号") == "88, none");
    for (const std::string& finding : {notice, officers, record, veto}) CHECK(shell(object_command(finding, "--told 2025-11-10 --on 2025-11-11")).err == "");
    CHECK(shell(decide_command(notice, "--outcome uphold --by 900003 --on 2025-11-12")).out ==
          "case 城北公（刑）立字〔2026〕127号: score 88 before, 93 after\n");
    CHECK(shell(decide_command(officers, "--outcome reject --by 900002 --on 2025-11-12")).out ==
          "case 城北公（刑）立字〔2026〕127号: score 93 before, 93 after\n");
    CHECK(shell(decide_command(record, "--outcome partly --amount 0.5 --by 900004 --on 2025-11-12")).out ==
          "case 城北公（刑）立字〔2026〕127号: score 93 before, 94.5 after\n");
    CHECK(shell(decide_command(veto, "--outcome partly --veto refuse --by 900003 --on 2025-11-12")).out ==
          "case 城南公（刑）立字〔2026〕73号: score 0 (veto in force) before, 83.333333 after\n");
    CHECK(standing_finding_of(path, notice) == "dismissed met 0");
    CHECK(standing_finding_of(path, officers) == "open defect 5");
    CHECK(standing_finding_of(path, record) == "confirmed defect 0.5");
    CHECK(standing_of(path, "73号") == "83.3333, refused");
    const Outcome status = shell("$K campaign status q3 --register $R");
    CHECK(says(status.out, "objections\n"));
    CHECK(says(status.out, "2025-11-11  2025-11-13   uphold   2025-11-12  900003  88"));
    CHECK(says(status.out, "0 (veto in force)  83.333333"));
    CHECK(says(status.out, "objection decided"));
    CHECK(says(shell(decide_command(notice, "--outcome reject --by 900003")).err, "is decided already"));
    CHECK(says(import_rows(notice + ",,,,,,confirm,,,\r\n", "900002").err, "the unit has objected to finding"));
    CHECK(whole(path));
}

TEST_CASE("handler, reviewer and decider are different people, for the program and for an SQL tool") {
    const std::string path = judged_register("deciders");
    const std::string notice = finding_of(path, "127号", "family_notice"), record = finding_of(path, "127号", "record_signed");
    CHECK(import_rows(notice + ",,,,,,confirm,,,\r\n", "900002").err == "");
    CHECK(shell(object_command(notice, "--told 2025-11-10 --on 2025-11-11")).err == "");
    CHECK(shell("$K campaign official 110202 --register $R --name Handler --role leader --by Li").err == "");  // officer of the case
    const auto by_hand = [&](const std::string& by, const std::string& why) {
        return said_to(path,
                       "insert into event (kind, at, actor, why) values ('objection_decided', 'now', '" + by + "', '" + why +
                           "'); insert into decision select max(id), (select event from objection), 'uphold', null, '', '2025-11-14', '2025-11-12' from event");
    };
    const std::string decide = decide_command(notice, "--outcome uphold --by ");
    CHECK(says(shell(decide + "900002").err, "Wu Jun has reviewed finding " + notice + "; let someone else decide"));
    CHECK(says(by_hand("900002", "x"), "the decider has reviewed this finding"));
    CHECK(says(shell(decide + "110202").err, "Handler is named in case"));
    CHECK(says(by_hand("110202", "x"), "the decider is named in this case file"));
    CHECK(says(shell(decide + "900001").err, "is registered for a unit"));
    CHECK(says(by_hand("900001", "x"), "only a registered official of the legal department or a leader"));
    CHECK(says(shell(decide + "stranger").err, "stranger is not registered as an official"));
    CHECK(says(by_hand("stranger", "x"), "only a registered official"));
    CHECK(says(by_hand("900003", " "), "a decision says why"));
    CHECK(says(shell(decide_command(record, "--outcome uphold --by 900003")).err, "nobody has objected to finding " + record));
    CHECK(says(shell(decide_command(notice, "--outcome partly --by 900003")).err, "changes something; say what by --amount or --veto"));
    CHECK(says(shell(decide_command(notice, "--outcome partly --amount 4 --by 900003")).err, "may be deducted 5 to 5 points"));
    CHECK(says(shell(decide_command(notice, "--outcome partly --veto refuse --by 900003")).err, "not of severity veto"));
    CHECK(asked(path, "select count(*) from decision") == "0");
}

TEST_CASE("a waiver takes the deduction away within its days and its scope, and the defect stays visible") {
    const std::string path = judged_register("waived");
    const std::string list = finding_of(path, "40号", "seizure_list"), told = finding_of(path, "40号", "told_before_decision"),
                      hearing = finding_of(path, "40号", "hearing_right_told"), served = finding_of(path, "40号", "decision_delivered");
    CHECK(standing_of(path, "40号") == "77–78, none");
    CHECK(standing_finding_of(path, hearing) == "open defect 10");
    CHECK(standing_finding_of(path, told) == "open defect 0");  // absorbed by the missing hearing
    // Served until 10 April 2026: a waiver that ends the day before does not cover it, one that ends on that day does.
    CHECK(shell(waive_command("--rule administrative.penalty.decision_delivered --unit 城南派出所 --from 2026-01-01 --until 2026-04-09")).out ==
          "waiver granted (law_changed, notice 12): 0 findings waived by now\n");
    CHECK(shell(waive_command("--rule administrative.penalty.decision_delivered --unit 城南派出所 --from 2026-04-10 --until 2026-04-10")).out ==
          "waiver granted (law_changed, notice 12): 1 finding waived by now\n");
    CHECK(standing_finding_of(path, served) == "waived exempt 0");
    CHECK(standing_of(path, "40号") == "80–81, none");
    CHECK(shell(waive_command("--finding " + list + " --from 2026-01-01 --until 2026-12-31")).err == "");
    CHECK(standing_of(path, "40号") == "82, none");
    CHECK(import_rows(list + ",,,,,,confirm,2,,\r\n", "900002").err == "");  // a defect it is, waived it stays
    CHECK(standing_finding_of(path, list) == "waived exempt 0");
    CHECK(asked(path, "select deduct_low from finding where id = " + served) == "3000000");
    const Outcome status = shell("$K campaign status q3 --register $R");
    CHECK(says(status.out, "waivers: these defects cost nothing\n"));
    CHECK(says(status.out,
               "law_changed  notice 12  2026-04-10 to 2026-04-10  administrative.penalty.decision_delivered 城南派出所         1  900003      transition"));
    CHECK(says(shell(waive_command("--from 2026-01-01 --until 2026-12-31")).err, "a waiver says for what"));
    CHECK(says(shell(waive_command("--rule a.b --from 2026-01-01 --until 2026-12-31")).err, "no rule a.b"));
    CHECK(says(shell(waive_command("--unit nowhere --from 2026-01-01 --until 2026-12-31")).err, "has no drawn case  of nowhere"));
    CHECK(says(shell(waive_command("--finding 1 --from 2026-12-31 --until 2026-01-01")).err, "ends on 2026-01-01, before it begins"));
    CHECK(says(shell(waive_command("--finding " + list + " --from 2026-01-01 --until 2026-12-31", "900001")).err, "is registered for a unit"));
    CHECK(shell("$K campaign official 110302 --register $R --name Handler --role leader --by Li").err == "");  // officer of the case
    CHECK(says(shell(waive_command("--finding " + list + " --from 2026-01-01 --until 2026-12-31", "110302")).err, "nobody waives a defect of the own case"));
    CHECK(whole(path));
}

TEST_CASE("a waiver granted before the evaluation holds for it") {
    const std::string path = new_register("before");
    setenv("R", path.c_str(), 1);
    CHECK(shell("$K campaign new q3 --register $R --title t --from 2026-07-01 --until 2026-09-30 --pack examples/quarterly --scheme "
                "rules/schemes/quarterly.yaml --by Li && "
                "$K campaign draw q3 examples/quarterly/cases --register $R --size 12 --seed 4711 --by Li && "
                "$K campaign official 900003 --register $R --name Sun --role leader --by Li")
              .err == "");
    CHECK(shell(waive_command("--rule criminal.detention.family_notice --from 2026-01-01 --until 2026-12-31")).out ==
          "waiver granted (law_changed, notice 12): 0 findings waived by now\n");
    const Outcome run = shell("$K campaign evaluate q3 --register $R --as-of 2026-09-30 --by Li");
    CHECK(run.err == "");
    CHECK(standing_of(path, "127号") == "93–94.5, none");
    CHECK(standing_finding_of(path, finding_of(path, "127号", "family_notice")) == "waived exempt 0");
    CHECK(whole(path));
}
