// Rectification: notices, replies, re-checks of corrected case files, return visits, the end; repeats and accountability.

#include <doctest/doctest.h>

#include "tests/campaign/follow_support.hpp"

using namespace kaoping_test;

namespace {

void refused(const std::string& command, const std::string& part) {
    const Outcome run = shell("$K campaign " + command);
    CHECK(run.status == 2);
    CHECK_MESSAGE(says(run.err, part), run.err);
}

Outcome step(const std::string& arguments) { return shell("$K campaign " + arguments + " --register $R"); }

/// The number of the notice to a unit.
std::string notice_to(const std::string& path, const std::string& unit, const std::string& campaign = "q3") {
    return value_in(path, "select event from notice where unit = '" + unit + "' and campaign = '" + campaign + "'");
}

}  // namespace

TEST_CASE("a notice goes to each unit with its defects that stand, once, with the deadline of the scheme or its own") {
    const std::string path = followed("notices");
    const std::string defects = value_in(path, "select count(*) from standing_finding where verdict = 'defect'");
    const Outcome one = step("rectify notice q3 --unit 经侦大队 --until 2999-11-30 --by Li");
    CHECK(one.status == 0);
    CHECK(says(one.out, "经侦大队, 3 defects, until 2999-11-30\n"));
    CHECK(step("rectify notice q3 --by Li").status == 0);
    CHECK(value_in(path, "select count(*) from notice_defect") == defects);
    CHECK(value_in(path, "select count(*) from notice where until = date(day, '+30 days')") == "4");
    refused("rectify notice q3 --register $R --by Li", "there is no defect that stands and has no notice yet");
    refused("rectify notice q3 --register $R --by Li --unit 东城", "drew no case of a unit 东城; it drew from 交警大队, ");
    refused("rectify notice q3 --register $R --by Li --until 2020-01-01", "the deadline 2020-01-01 has passed already");
    refused("rectify reply q3 --register $R --by Li --says x --notice 9999", "campaign q3 issued no notice 9999");
    refused("rectify reply q3 --register $R --by Li --says x --notice " + notice_to(path, "经侦大队") + " --defect 4", "its defects are numbered from 1 to 3");
    CHECK(shell("$K register check $R").status == 0);
}

TEST_CASE("a dismissed or waived defect is not noticed") {
    const std::string path = followed("dismissed");
    decide_all(path, "refuse");
    kaoping::campaign::Register file(path, kaoping::campaign::Register::Open::existing);
    file.write([&](SQLite::Database& database) {  // a later decision: the first of three is waived, the second dismissed
        database.exec("insert into event (kind, at, actor, why) values ('findings_reviewed', '2026-10-01', 'Wang', '')");
        database.exec("insert into review select max(event.id), run, 'department', '', '' from event, current_run");
        database.exec("insert into finding_standing select (select max(id) from event), finding, iif(n = 1, 'defect', 'met'), 0, 0, iif(n = 1, 'waived', 'dismissed') "
                      "from (select finding, row_number() over (order by finding) n from standing_finding where unit = '经侦大队' and verdict = 'defect') where n < 3");
    });
    CHECK(says(step("rectify notice q3 --unit 经侦大队 --until 2999-11-30 --by Li").out, "经侦大队, 1 defect, until"));
}

TEST_CASE("a defect is mended when the corrected case file no longer has it, and only then closed, by somebody else") {
    const std::string path = followed("recheck");
    CHECK(step("rectify notice q3 --until 2999-11-30 --by Li").status == 0);
    const std::string n = notice_to(path, "经侦大队");  // 1 arrest request, 2 custody within 24 hours, 3 one place at a time
    CHECK(value_in(path, "select rule from notice_defect where notice = " + n + " and number = 2") == "criminal.detention.custody_within_24_hours");
    refused("rectify close q3 --register $R --by Li --notice " + n, "defect 1 of notice " + n + ": no re-check has found it mended; it stays open");
    shell("mkdir -p $T/proof && echo scan > $T/proof/a.pdf");
    CHECK(says(step("rectify reply q3 --by Zhou --says 'the hours were written down' --proof $T/proof/a.pdf --notice " + n).out, "with 1 file of proof"));
    CHECK(value_in(path, "select count(*) from defect_state where notice = " + n + " and state = 'replied'") == "3");
    CHECK(step("rectify reply q3 --by Zhou --says x --proof $T/proof/none.pdf --notice " + n).status == 3);

    // Nothing corrected: all three are still there, which is registered and closes nothing.
    const Outcome same = step("rectify recheck q3 --as-of 2026-10-30 --by Li --case examples/quarterly/cases/03-fraud-gang.yaml --notice " + n);
    CHECK(same.status == 1);
    CHECK(says(same.out, "not mended: defect 2 of case 经侦公（刑）立字〔2026〕9号, criminal.detention.custody_within_24_hours: defect: "));
    CHECK(says(same.out, "0 of 3 re-checked defects are mended\n"));
    CHECK(value_in(path, "select count(*) from defect_state where notice = " + n + " and state = 'not_mended'") == "3");

    // The second record at 15:00 becomes 13:00 of the next day: within 24 hours. The record of B-2 goes under another number,
    // which is no remedy for being in two places at a time.
    shell("sed -e 's/2026-03-11T15:00:00/2026-03-11T13:00:00/; s/B-2/B-9/' examples/quarterly/cases/03-fraud-gang.yaml > $T/corrected.yaml");
    const Outcome mended = step("rectify recheck q3 --as-of 2026-10-30 --by Li --case $T/corrected.yaml --notice " + n);
    CHECK(mended.status == 1);
    CHECK(says(mended.out, "1 of 3 re-checked defects are mended\n"));
    CHECK(says(mended.out, "not mended: defect 3 of case "));
    CHECK(value_in(path, "select count(distinct role) from recheck_part") == "4");
    refused("rectify recheck q3 --register $R --by Zhou --case $T/corrected.yaml --notice " + n, "this person answers for a defect of the notice, or replied to it: somebody else has to re-check");
    refused("rectify recheck q3 --register $R --by Li --case examples/quarterly/cases/01-theft.yaml --notice " + n, "no case of notice " + n);

    refused("rectify close q3 --register $R --by Zhou --defect 2 --notice " + n, "somebody else has to close");
    refused("rectify close q3 --register $R --by Li --defect 3 --notice " + n, "defect 3 of notice " + n + ": the last re-check found it not mended");
    CHECK(says(step("rectify visit q3 --by Li --visited 'the victim' --dissatisfied --notice " + n).out, "return visit to the victim registered"));
    refused("rectify close q3 --register $R --by Li --notice " + n, "at the last return visit the party was not satisfied");
    CHECK(step("rectify visit q3 --by Li --visited 'the victim' --notice " + n).status == 0);
    CHECK(says(step("rectify close q3 --by Li --notice " + n).out, "notice " + n + ": 1 defect closed"));
    refused("rectify close q3 --register $R --by Li --defect 2 --notice " + n, "it is closed; it stays");
    const Outcome list = step("rectify list q3 --unit 经侦大队 --on 2999-12-01");
    CHECK(says(list.out, "not mended, overdue\n"));
    CHECK(says(list.out, "1 of 3 closed; overdue on 2999-12-01: 2\n"));
    CHECK(says(step("rectify list q3 --unit 经侦大队 --on 2999-11-30").out, "overdue on 2999-11-30: 0\n"));
    CHECK(shell("$K register check $R").status == 0);
}

TEST_CASE("a finding that a person made cannot be re-checked by the engine: it is closed once the unit replied with proof") {
    const std::string path = followed("manual");
    {
        kaoping::campaign::Register file(path, kaoping::campaign::Register::Open::existing);
        file.write([&](SQLite::Database& database) {
            database.exec("insert into finding (run, case_id, kind, rule, severity, verdict, deduct_low, deduct_high, line) select run, case_id, 'manual', '', 'fault', "
                          "'defect', 0, 0, '{}' from current_run join sampled_case using (draw) where unit = '反恐怖支队'");
            database.exec("insert into finding_basis select max(id), 'criminal.interrogation', -1, '', '', 0, 0, '2026-09-30' from finding");
        });
    }
    CHECK(says(step("rectify notice q3 --unit 反恐怖支队 --until 2999-11-30 --by Li").out, "反恐怖支队, 2 defects, until 2999-11-30\n"));
    const std::string n = notice_to(path, "反恐怖支队");
    CHECK(value_in(path, "select rule || ' ' || origin from notice_defect where number = 1") == "criminal.interrogation manual");
    CHECK(step("rectify reply q3 --by Zhou --says done --defect 1 --notice " + n).status == 0);
    refused("rectify close q3 --register $R --by Li --defect 1 --notice " + n, "a person made the finding: a reply with proof has to be there");
    CHECK(step("rectify reply q3 --by Zhou --says done --proof examples/campaign.md --defect 2 --notice " + n).status == 0);
    refused("rectify close q3 --register $R --by Li --defect 1 --notice " + n, "a reply with proof has to be there");  // that one was of the other
    CHECK(step("rectify reply q3 --by Zhou --says done --proof examples/campaign.md --defect 1 --notice " + n).status == 0);
    CHECK(says(step("rectify close q3 --by Li --defect 1 --notice " + n).out, "1 defect closed"));
    refused("rectify close q3 --register $R --by Li --defect 2 --notice " + n, "no re-check has found it mended");  // proof does not replace the engine
}

TEST_CASE("faults and vetoes are referred once they are confirmed, leaders jointly from the number of the scheme, flaws corrected only") {
    const std::string path = followed("accountable");
    CHECK(says(step("accountability q3").out, "经侦大队          3               0                3         0                 0                0\n"));
    decide_all(path, "refuse");
    kaoping::campaign::Register file(path, kaoping::campaign::Register::Open::existing);
    file.write([&](SQLite::Database& database) {
        database.exec("insert into event (kind, at, actor, why) values ('official_registered', '2026-10-01', 'Li', '')");
        database.exec("insert into official select max(id), 'H1', 'Hu', 'leader', '经侦大队' from event");
    });
    const Outcome run = step("accountability q3 --out $T/accountability.csv");
    CHECK(says(run.out, "经侦大队          3               0                0         3                 0                1\n"));
    CHECK(says(run.out, "交警大队          1               0                0         1                 0                0\n"));  // below the number
    const std::string rows = read_file(scratch() + "/accountability.csv");
    CHECK(says(rows, "经侦大队,,0,,,leader,Hu,joint,0,\r\n"));
    CHECK(says(rows, ",criminal.interrogation.record_signed,flaw,"));
    for (const char* flaw : {"record_signed,flaw,", "seizure_list,flaw,"}) {
        const std::size_t at = rows.find(flaw);
        REQUIRE(at != std::string::npos);
        CHECK(says(rows.substr(at, rows.find("\r\n", at) - at), ",correct,"));
    }
    CHECK(!says(rows, "review_first"));
}

TEST_CASE("the same rule broken again by the same officer of the unit is a repeat, and heavier after the day of the notice") {
    const std::string path = followed("repeat");
    CHECK(step("rectify notice q3 --until 2999-11-30 --by Li").status == 0);
    const std::string defects = value_in(path, "select count(*) from standing_finding where verdict = 'defect' and campaign = 'q3'");
    evaluate_campaign("later", "2998-01-01", "2998-03-31");   // begins after any notice of today
    evaluate_campaign("around", "2026-10-01", "2998-01-01");  // the notice of today lies inside
    decide_all(path, "refuse");
    CHECK(value_in(path, "select count(*) from repeat_defect where campaign = 'q3'") == "0");
    CHECK(value_in(path, "select count(*) from repeat_defect where campaign = 'later' and after_notice = 'yes'") == defects);
    CHECK(value_in(path, "select count(*) from repeat_defect where campaign = 'around' and after_notice = 'possibly'") == defects);
    step("accountability later --out $T/later.csv");
    step("accountability around --out $T/around.csv");
    CHECK(says(read_file(scratch() + "/later.csv"), ",refer_heavier,1,yes\r\n"));
    CHECK(says(read_file(scratch() + "/later.csv"), ",correct,1,yes\r\n"));  // a flaw stays one
    CHECK(!says(read_file(scratch() + "/around.csv"), "refer_heavier"));
    CHECK(says(read_file(scratch() + "/around.csv"), ",refer,1,possibly\r\n"));
}

TEST_CASE("days of rectification are those of the packs' zone, wherever the computer stands") {
    const std::string path = followed("zones");
    decide_all(path, "confirm");
    // The two zones are 26 hours apart: in one of them it is never the day of the packs' zone.
    for (const auto& [zone, unit] : {std::pair{"Pacific/Kiritimati", "经侦大队"}, std::pair{"Etc/GMT+12", "城北派出所"}}) {
        const std::string today = shell("TZ=Asia/Shanghai date +%F").out.substr(0, 10);
        const Outcome run = shell(std::string("TZ=") + zone + " $K campaign rectify notice q3 --register $R --unit " + unit + " --until 2999-12-31 --by 'Li Wen'");
        REQUIRE_MESSAGE(run.status == 0, run.err);
        const std::string day = value_in(path, std::string("select day from notice where unit = '") + unit + "'");
        CHECK((day == today || day == shell("TZ=Asia/Shanghai date +%F").out.substr(0, 10)));  // midnight may have passed
    }
}
