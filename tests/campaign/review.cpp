// The review of findings: what people decide, what stands after it, who may, and what is refused.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "engine/campaign/result/unit_results.hpp"
#include "engine/campaign/review/sheet_reader.hpp"
#include "tests/campaign/judged.hpp"

using namespace kaoping::campaign;
using namespace kaoping_test;

namespace {

UnitResult result_of(const std::string& path, const std::string& unit) {
    Register file(path, Register::Open::existing);
    for (const UnitResult& one : unit_results(file, find_campaign(file, "q3"), 0.95))
        if (one.unit == unit) return one;
    return {};
}

}  // namespace

// Standards of the example packs: criminal 40 + 30 + 30 points, administrative 40 + 30 + 30; scores by hand from these.
TEST_CASE("confirm, dismiss, choose an amount, add a finding: the score of the case follows, and before and after are both kept") {
    const std::string path = judged_register("decided");
    CHECK(standing_of(path, "127号") == "88–89.5, none");  // 100 less 5, 5 and 0.5 to 2
    const std::string notice = finding_of(path, "127号", "family_notice"), officers = finding_of(path, "127号", "two_officers"),
                      record = finding_of(path, "127号", "record_signed");
    const Outcome run =
        import_rows(notice + ",,,,,,confirm,,,\r\n" + officers + ",,,,,,dismiss,,,\"the second officer signed, see page 3\"\r\n" + record +
                        ",,,,,,confirm,1,,\r\n,城北公（刑）立字〔2026〕127号,criminal.measures,,fault,the seal is missing,,3,,seen on paper\r\n",
                    "900002");
    CHECK(run.err == "");
    CHECK(run.out == "review of the legal department: 2 confirmed, 1 dismissed, 1 added; scores of 1 case renewed\n");
    CHECK(standing_of(path, "127号") == "91, none");  // 100 less 5, 1 and 3
    CHECK(standing_finding_of(path, notice) == "confirmed defect 5");
    CHECK(standing_finding_of(path, officers) == "dismissed met 0");
    CHECK(standing_finding_of(path, record) == "confirmed defect 1");
    CHECK(asked(path, "select origin || ' ' || state || ' ' || standard || ' ' || severity from standing_finding where origin = 'manual'") ==
          "manual confirmed criminal.measures fault");
    CHECK(asked(path, "select score_low || ' ' || score_high from case_result where case_id like '%127号'") == "88000000 89500000");
    CHECK(asked(path, "select deduct_low from finding where id = " + officers) == "5000000");
    CHECK(asked(path, "select line ->> '$.message' from finding where kind = 'manual'") == "the seal is missing");
    CHECK(asked(path, "select actor || ' ' || kind from event order by id desc limit 1") == "900002 findings_reviewed");
    CHECK(result_of(path, "城北派出所").defects == 7);  // one less, one more
    CHECK(whole(path));
    const Outcome again = shell("$K campaign evaluate q3 --register $R --as-of 2026-09-30 --by Li");
    CHECK(again.status == 2);
    CHECK(says(again.err, "people have decided on findings of its evaluation, so it is not evaluated again"));
}

TEST_CASE("a veto takes effect when it is confirmed, and not when it is refused; the unit's grade follows") {
    const std::string path = judged_register("vetoes");
    const std::string confirmed = finding_of(path, "73号", "guardian_of_minor"), refused = finding_of(path, "95号", "guardian_of_minor"),
                      open = finding_of(path, "95号", "case_period");
    const UnitResult before = result_of(path, "城南派出所");
    CHECK(before.low->mean == doctest::Approx(90.083333).epsilon(1e-6));  // of 100, 77 to 78, 83 ⅓, 100
    CHECK(before.grade_low == "excellent");
    CHECK(before.vetoes_unconfirmed == 1);
    const Outcome run = import_rows(confirmed + ",,,,,,confirm,,confirm,the record proves it\r\n" + refused + ",,,,,,confirm,,refuse,a teacher was there\r\n" +
                                        open + ",,,,,,dismiss,,,the extension is on file\r\n",
                                    "\"Wu Jun\"");
    CHECK(run.err == "");
    CHECK(standing_of(path, "73号") == "0, in_force");
    CHECK(standing_of(path, "95号") == "85.7143, refused");  // 60 of 70 points: the defect itself stays one
    const UnitResult after = result_of(path, "城南派出所");
    CHECK(after.low->mean == doctest::Approx(69.25));
    CHECK(after.high->mean == doctest::Approx(69.5));
    CHECK(after.vetoes_in_force == 1);
    CHECK(after.vetoes_unconfirmed == 0);
    CHECK(after.grade_high == "below_standard");
    CHECK(whole(path));
}

TEST_CASE("what the engine left open is decided: a defect with an amount, or met") {
    const std::string path = judged_register("open");
    CHECK(standing_of(path, "208号") == "70–100, possible");
    const std::string guardian = finding_of(path, "208号", "guardian_of_minor"), summons = finding_of(path, "208号", "summons_period");
    CHECK(import_rows(guardian + ",,,,,,dismiss,,,not a minor\r\n" + summons + ",,,,,,confirm,8,,\r\n", "900002").err == "");
    CHECK(standing_finding_of(path, summons) == "confirmed defect 8");
    CHECK(standing_of(path, "208号") == "86.6667, none");  // 52 of 60 points
}

TEST_CASE("what the legal department says prevails over the unit, whichever way") {
    const std::string path = judged_register("levels");
    const std::string notice = finding_of(path, "127号", "family_notice"), officers = finding_of(path, "127号", "two_officers");
    CHECK(import_rows(notice + ",,,,,,dismiss,,,told by telephone\r\n" + officers + ",,,,,,confirm,,,\r\n", "900001").out ==
          "review of the unit: 1 confirmed, 1 dismissed, 0 added; scores of 1 case renewed\n");
    CHECK(standing_of(path, "127号") == "93–94.5, none");
    CHECK(import_rows(notice + ",,,,,,confirm,,,no proof of the call\r\n", "900002").err == "");
    CHECK(standing_of(path, "127号") == "88–89.5, none");
    const Outcome late = import_rows(notice + ",,,,,,dismiss,,,told by telephone\r\n", "900001");
    CHECK(late.status == 1);
    CHECK(says(late.err, "the legal department has reviewed finding " + notice + "; the unit may object"));
    CHECK(asked(path, "select count(*) from case_standing") == "2");
}

TEST_CASE("each refused line is explained with its number, and nothing of the sheet is taken over") {
    const std::string path = judged_register("refused");
    const std::string notice = finding_of(path, "127号", "family_notice"), record = finding_of(path, "127号", "record_signed"),
                      veto = finding_of(path, "95号", "guardian_of_minor"),
                      pending = asked(path, "select id from finding where verdict in ('exempt', 'pending') limit 1"),
                      other = finding_of(path, "73号", "guardian_of_minor");
    const std::string events = asked(path, "select count(*) from event");
    const std::vector<std::pair<std::string, std::string>> rows{
        {notice + ",,,,,,confirm,,,", ""},
        {record + ",,,,,,dismiss,,,", "whoever dismisses a finding says why"},
        {record + ",,,,,,confirm,2.5,,", "2.5 points are out of range: the rule deducts 0.5 to 2"},
        {record + ",,,,,,confirm,1.5,confirm,", "not of severity veto"},
        {record + ",,,,,,maybe,,,", "`maybe` is no decision; write confirm or dismiss"},
        {record + ",,,,,,,1,,", "no decision; write confirm or dismiss"},
        {record + ",,,,,,confirm,\"1,5\",,", "`1,5` is no number of points"},
        {record + ",other,,,,,confirm,,,", "have rows been shifted?"},
        {"99999,,,,,,confirm,,,", "has no finding 99999"},
        {"12a,,,,,,confirm,,,", "has no finding 12a"},
        {notice + ",,,,,,confirm,,,", "stands in this sheet twice"},
        {veto + ",,,,,,confirm,,refuse,", "whoever refuses a veto says why"},
        {veto + ",,,,,,confirm,,never,", "`never` is no word on a veto"},
        {pending + ",,,,,,confirm,,,", "there is nothing to decide"},
        {",城北公（刑）立字〔2026〕127号,criminal.measure,,fault,seal,,3,,seen", "no standard `criminal.measure`; did you mean `criminal.measures`?"},
        {",城北公（刑）立字〔2026〕127号,criminal.measures,,grave,seal,,3,,seen", "`grave` is no severity"},
        {",城北公（刑）立字〔2026〕127号,criminal.measures,,fault,seal,,31,,seen", "the standard has 0 to 30"},
        {",城北公（刑）立字〔2026〕127号,criminal.measures,,fault,seal,,,,seen", "then needs: amount"},
        {",城北公（刑）立字〔2026〕127号,criminal.measures,a.b,fault,seal,,3,,seen", "no rule `a.b`"},
        {",X,criminal.measures,,fault,seal,,3,,seen", "case X was not drawn"},
        {",城北公（刑）立字〔2026〕127号,criminal.measures,,fault,seal,,0,,seen", "write an amount above 0"},
    };
    std::string text;
    for (const auto& [row, why] : rows) text += row + "\r\n";
    const Outcome run = import_rows(text, "900002");
    CHECK(run.status == 1);
    CHECK(run.out == "20 lines refused: nothing was taken over\n");
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::size_t at = run.err.find("sheet.csv:" + std::to_string(i + 2) + ": ");
        CAPTURE(rows[i].first);
        CHECK((at == std::string::npos) == rows[i].second.empty());
        if (at != std::string::npos) CHECK_MESSAGE(says(run.err.substr(at, run.err.find('\n', at) - at), rows[i].second), run.err.substr(at, 200));
    }
    CHECK(asked(path, "select count(*) from event") == events);
    CHECK(asked(path, "select count(*) from review_line") == "0");
    const Outcome unit = import_rows(other + ",,,,,,confirm,,,\r\n" + veto + ",,,,,,confirm,,confirm,\r\n", "900001");
    CHECK(says(unit.err, "is of 城南派出所; Zhou Min reviews for 城北派出所"));
    CHECK(says(unit.err, "only the legal department confirms or refuses vetoes"));
    CHECK(says(import_rows(notice + ",,,,,,confirm,,,\r\n", "900003").err, "registered as a leader"));
    CHECK(says(import_rows(notice + ",,,,,,confirm,,,\r\n", "Nobody").err, "Nobody is not registered as an official"));
    CHECK(says(import_rows(notice + ",,,,,,,,,\r\n", "900002").err, "no row holds a decision"));
}

TEST_CASE("whoever a case file names does not review it, neither by the program nor by an SQL tool") {
    const std::string path = judged_register("named");
    const std::string notice = finding_of(path, "127号", "family_notice"), person = asked(path, "select person from finding_person where finding = " + notice);
    REQUIRE(person != "");
    CHECK(shell("$K campaign official 110202 --register $R --name Handler --role legal_department --by Li").err == "");  // officer of the case
    CHECK(shell("$K campaign official 7 --register $R --name '" + person + "' --role legal_department --by Li").err == "");
    for (const char* by : {"110202", "7"}) {
        CHECK(says(import_rows(notice + ",,,,,,confirm,,,\r\n", by).err, "handler, reviewer and decider are different people"));
        CHECK(says(said_to(path, std::string("insert into event (kind, at, actor, why) values ('findings_reviewed', 'now', '") + by +
                                     "', ''); insert into review select max(id), (select run from current_run), 'department', '', '' from event; "
                                     "insert into review_line select max(id), 1, " +
                                     notice + ", 'confirm', null, '', '' from event"),
                   "the reviewer is named in this case file"));
    }
    const auto by_hand = [&](const std::string& by, const std::string& level, const std::string& unit, const std::string& line) {
        return said_to(path, "insert into event (kind, at, actor, why) values ('findings_reviewed', 'now', '" + by +
                                 "', ''); insert into review select max(id), (select run from "
                                 "current_run), '" +
                                 level + "', '" + unit + "', '' from event" +
                                 (line.empty() ? "" : "; insert into review_line select max(id), 1, " + line + " from event"));
    };
    CHECK(says(by_hand("900001", "department", "", ""), "only a registered official of the legal department"));
    CHECK(says(by_hand("900002", "unit", "城北派出所", ""), "only a registered unit legal officer"));
    CHECK(says(by_hand("900001", "unit", "城南派出所", ""), "only for the own unit"));
    CHECK(says(by_hand("stranger", "department", "", ""), "only a registered official"));
    CHECK(says(by_hand("900001", "unit", "城北派出所", finding_of(path, "73号", "guardian_of_minor") + ", 'confirm', null, '', ''"),
               "only findings of the own unit"));
    CHECK(says(by_hand("900001", "unit", "城北派出所", finding_of(path, "95号", "guardian_of_minor") + ", 'confirm', null, 'confirm', ''"),
               "only the legal department confirms"));
    CHECK(says(by_hand("900001", "unit", "城北派出所", notice + ", 'dismiss', null, '', ' '"), "CHECK"));
    CHECK(asked(path, "select count(*) from review") == "0");
}

TEST_CASE("a sheet is read as spreadsheet programs save it") {
    const std::vector<std::string> forms{
        "finding,decision,amount,reason\n7,confirm,1.5,\"a, b\"\n",
        "\xEF\xBB\xBF"
        "finding,decision,amount,reason\r\n7,confirm,1.5,\"a, b\"\r\n\r\n,,,\r\n",
        "finding;decision;amount;reason\r\n7;confirm;1.5;a, b\r\n",
        "finding\tdecision\tamount\treason\r\n7\tconfirm\t1.5\ta, b\r\n",
        "reason,amount,other, decision ,finding\n\"a, b\",1.5,x, confirm ,7\n",
    };
    for (const std::string& form : forms) {
        const SheetRead read = read_sheet("s.csv", form);
        CHECK(read.problems.empty());
        REQUIRE(read.lines.size() == 1);
        CHECK(read.lines[0].line == 2);
        CHECK(read.lines[0].finding == "7");
        CHECK(read.lines[0].decision == "confirm");
        CHECK(read.lines[0].amount == "1.5");
        CHECK(read.lines[0].reason == "a, b");
    }
    CHECK(read_sheet("s.csv", "sep=;\r\nfinding;decision\r\n7;confirm\r\n").lines.at(0).line == 3);
    CHECK(read_sheet("s.csv", "finding,decision,reason\n7,dismiss,'=SUM(A1)\n").lines.at(0).reason == "=SUM(A1)");
    CHECK(read_sheet("s.csv", "finding,decision,reason\n7,dismiss,'quoted' word\n").lines.at(0).reason == "'quoted' word");
    CHECK(read_sheet("s.csv", "finding,decision,reason\n6,dismiss,\"two\nlines\"\n7,confirm,\n").lines.at(1).line == 4);
    CHECK(says(read_sheet("s.csv", "PK\x03\x04").problems.at(0), "this is a workbook; save the sheet as \"CSV UTF-8\""));
    CHECK(says(read_sheet("s.csv", "finding,decision,reason\n7,dismiss,\xD6\xD0\xCE\xC4\n").problems.at(0), "no UTF-8"));
    CHECK(says(read_sheet("s.csv", "number,decision\n7,confirm\n").problems.at(0), "no heading `finding`"));
    CHECK(says(read_sheet("s.csv", "finding,decision\n7,confirm,1\n").problems.at(0), "s.csv:2: this row has 3 cells"));
}

TEST_CASE("the sheet that is written can be filled in, as CSV and in a workbook") {
    const std::string path = judged_register("sheet");
    CHECK(shell("$K campaign review q3 --register $R --export $T/all.csv").out == "23 findings to review in " + scratch() + "/all.csv\n");
    CHECK(shell("$K campaign review q3 --register $R --export $T/north.xlsx --unit 城北派出所").out ==
          "8 findings to review in " + scratch() + "/north.xlsx\n");
    const Outcome filled = shell(R"(python3 - $T/all.csv $T/sheet.csv <<'end'
import csv, sys
rows = list(csv.DictReader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
assert [rows[0][k] for k in ("decision", "amount", "veto", "reason")] == [""] * 4
for row in rows:
    if row["rule"].endswith("record_signed"):
        assert (row["least"], row["most"], row["standing"]) == ("0.5", "2", "open: 0.5–2"), row
        row["decision"], row["amount"] = "confirm", "2"
with open(sys.argv[2], "w", encoding="utf-8", newline="") as out:
    writer = csv.DictWriter(out, rows[0].keys(), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
end
$K campaign review q3 --register $R --import $T/sheet.csv --by 900002)");
    CHECK(filled.err == "");
    CHECK(standing_of(path, "127号") == "88, none");
    const Outcome book = shell(R"(python3 - $T/north.xlsx <<'end'
import sys, zipfile
sheet = zipfile.ZipFile(sys.argv[1]).read("xl/worksheets/sheet1.xml").decode()
print(sheet.count("<row "), 'state="frozen"' in sheet, '"confirm,dismiss"' in sheet, '"confirm,refuse"' in sheet, '"flaw,fault,veto"' in sheet)
end)");
    CHECK(book.out == "9 True True True True\n");
}

TEST_CASE("agreement of engine and reviewers, counted by hand") {
    const std::string path = judged_register("agreement");
    const std::string notice = finding_of(path, "127号", "family_notice"), officers = finding_of(path, "127号", "two_officers");
    CHECK(shell("$K campaign review q3 --register $R --agreement").out == "nothing was reviewed yet\n");
    CHECK(import_rows(
              notice + ",,,,,,confirm,,,\r\n" + officers +
                  ",,,,,,dismiss,,,signed\r\n,城北公（刑）立字〔2026〕127号,criminal.measures,criminal.measures.summons_period,fault,too long,,3,,seen\r\n",
              "900002")
              .err == "");
    const Outcome run = shell("$K campaign review q3 --register $R --agreement --out $T/differ.csv");
    CHECK(run.err == "");
    // The case meets 8 rules by the engine; under one of these people added something. n = 10, both 1, engine only 1, people only 1:
    // observed 8/10, by chance (2·2 + 8·8)/100, so kappa = (80 − 68)/(100 − 68) = 0.375.
    const std::size_t at = run.out.find("all rules");
    REQUIRE(at != std::string::npos);
    std::string total = run.out.substr(at, run.out.find('\n', at) - at);
    for (std::size_t two; (two = total.find("  ")) != std::string::npos;) total.erase(two, 1);
    CHECK(total == "all rules 1 1 1 7 0 50.0 % 50.0 % 0.38");
    const std::string differ = read_file(scratch() + "/differ.csv");
    CHECK(says(differ, officers + ",criminal.interrogation.two_officers,criminal.interrogation,defect,no defect,900002,signed,"));
    CHECK(says(differ, ",criminal.measures.summons_period,criminal.measures,not found,defect,900002,seen,too long\r\n"));
}

TEST_CASE("the check of the register finds what a hand did to decisions") {
    const auto problems_after = [](const std::string& sql) {
        const std::string path = judged_register("tampered");
        const std::string notice = finding_of(path, "127号", "family_notice");
        CHECK(import_rows(notice + ",,,,,,confirm,,,\r\n", "900002").err == "");
        CHECK(said_to(path, sql) == "");
        Register file(path, Register::Open::existing);
        std::string out;
        for (const std::string& problem : check_register(file).problems) out += problem + "\n";
        return out;
    };
    CHECK(problems_after("select 1") == "");
    CHECK(says(problems_after("drop trigger review_line_by_other"), "review_line_by_other: this rule of the register is not there"));
    CHECK(says(problems_after("drop trigger finding_standing_no_delete; delete from finding_standing"), "a person's word on finding "));
    CHECK(says(problems_after("drop trigger case_standing_no_delete; delete from case_standing"), "changed findings, but not the score of their case"));
    CHECK(says(problems_after("drop trigger finding_standing_no_update; update finding_standing set state = 'dismissed', deduct_low = 0, deduct_high = 0"),
               "does not stand as the last word on it says"));
    CHECK(says(
        problems_after(
            "drop trigger official_no_update; update official set id = (select officer from sampled_case where case_id like '%127号') where id = '900002'; "
            "drop trigger event_no_update; update event set actor = (select officer from sampled_case where case_id like '%127号') where actor = '900002'"),
        "was reviewed by a person whom its case file names"));
    CHECK(says(problems_after("drop trigger case_met_no_delete; delete from case_met where case_id like '%73号'"),
               "of some cases it is not known which rules they meet"));
    CHECK(says(problems_after("drop trigger finding_basis_no_delete; delete from finding_basis where finding = 1"),
               "it is not known what scoring them again needs"));
}
