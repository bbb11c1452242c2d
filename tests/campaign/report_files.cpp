// kaoping campaign report, as a user runs it, over the packs of examples/quarterly.

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

#include "tests/campaign/support.hpp"

using namespace kaoping_test;

namespace {

/// A register with one evaluated campaign, $R from now on.
void evaluated(const std::string& name, const std::string& language = "en") {
    setenv("R", new_register(name).c_str(), 1);
    const Outcome run = shell("$K campaign new q3 --register $R --title '第三季度' --from 2026-07-01 --until 2026-09-30 --pack examples/quarterly "
                              "--scheme rules/schemes/quarterly.yaml --by Li && "
                              "$K campaign draw q3 examples/quarterly/cases --register $R --size 12 --seed 4711 --by Li && "
                              "$K campaign evaluate q3 --register $R --as-of 2026-09-30 --by Li --lang " + language);
    CHECK(run.err == "");
    REQUIRE(run.status == 0);
}

/// The rows of a sheet as texts, read back without a library for workbooks.
constexpr const char* read_sheets = R"(
import re, sqlite3, sys, zipfile
from xml.etree import ElementTree
X = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
book = zipfile.ZipFile(sys.argv[1])
names = [s.get("name") for s in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(X + "sheet")]
def rows(name):
    tree = ElementTree.fromstring(book.read("xl/worksheets/sheet%d.xml" % (names.index(name) + 1)))
    out = []
    for row in tree.iter(X + "row"):
        out += [[]] * (int(row.get("r")) - 1 - len(out))  # rows without cells are not there
        out.append(["".join(t.text or "" for t in c.iter() if t.tag in (X + "t", X + "v")) for c in row.iter(X + "c")])
    return out
def sheet(name): return ElementTree.fromstring(book.read("xl/worksheets/sheet%d.xml" % (names.index(name) + 1)))
register = sqlite3.connect(sys.argv[2])
def ask(sql): return register.execute(sql).fetchall()
)";

Outcome python(const std::string& script, const std::string& arguments) { return shell("python3 - " + arguments + " <<'end'\n" + read_sheets + script + "\nend"); }

}  // namespace

TEST_CASE("the rows of the workbook are those of the register") {
    evaluated("workbook");
    const Outcome run = shell("$K campaign report q3 --register $R --xlsx $T/report.xlsx");
    CHECK(run.err == "");
    CHECK(run.status == 0);
    const Outcome read = python(R"(
findings = rows("Findings")[4:]
assert sorted((r[0], r[1]) for r in findings) == sorted(ask("select case_id, unit from standing_finding"))
lost = sum(float(r[9]) for r in findings)
assert abs(lost - ask("select sum(deduct_low) from standing_finding")[0][0] / 1e6) < 1e-6, lost
units = rows("Units")[4:]
assert sorted(r[2] for r in units) == sorted(u for u, in ask("select distinct unit from stratum"))
for unit in units:
    (cases, drawn), = ask("select sum(cases), sum(drawn) from stratum where unit = '%s'" % unit[2])
    assert [int(unit[10]), int(unit[11])] == [cases, drawn], unit
    defects, = ask("select count(*) from standing_finding where verdict = 'defect' and unit = '%s'" % unit[2])[0]
    assert int(unit[12]) == defects, unit
for name in "Top defects", "Standards", "Kinds of case", "Officers", "Defects by unit":
    head = rows(name)[3]
    counts = [sum(int(r[head.index(severity)]) for r in rows(name)[4:]) for severity in ("flaw", "fault", "veto")]
    wanted = [ask("select count(*) from standing_finding where verdict = 'defect' and severity = '%s'" % s)[0][0] for s in ("flaw", "fault", "veto")]
    assert counts == wanted, (name, counts, wanted)
print(len(findings))
)", "$T/report.xlsx $R");
    CHECK(read.err == "");
    CHECK(std::stoi("0" + read.out) > 10);
}

TEST_CASE("the workbook prints: A4 across, as wide as the page, headings on every page; in Chinese with --lang") {
    evaluated("printed", "zh-CN");
    CHECK(shell("$K campaign report q3 --register $R --xlsx $T/print.xlsx --lang zh-CN").status == 0);
    const Outcome read = python(R"(
assert names[0] == "单位成绩" and names[-1] == "问题清单", names
titles = {d.text.split("!")[1] for d in ElementTree.fromstring(book.read("xl/workbook.xml")).iter(X + "definedName") if d.get("name") == "_xlnm.Print_Titles"}
assert titles == {"$4:$4"}, titles
for name in names:
    setup = next(sheet(name).iter(X + "pageSetup"))
    assert (setup.get("paperSize"), setup.get("orientation"), setup.get("fitToHeight")) == ("9", "landscape", "0"), name
    assert rows(name)[3] and all(rows(name)[3]), name
assert rows("单位成绩")[3][2] == "办案单位"
assert any(re.search("[\u4e00-\u9fff]", r[11]) for r in rows("问题清单")[4:])
print("well")
)", "$T/print.xlsx $R");
    CHECK(read.err == "");
    CHECK(read.out == "well\n");
}

TEST_CASE("proofs come from the case files, in the language of the page; without them the page has the facts of the finding") {
    evaluated("proofs");
    CHECK(shell("$K campaign report q3 --register $R --html $T/plain.html").status == 0);
    const Outcome run = shell("$K campaign report q3 --register $R --html $T/proofs.html --proofs --lang zh-CN");
    CHECK(run.err == "");
    CHECK(run.status == 0);
    const std::string plain = read_file(scratch() + "/plain.html"), proofs = read_file(scratch() + "/proofs.html");
    CHECK_FALSE(says(plain, "\"proof\":["));
    CHECK(says(proofs, "\"proof\":["));
    const Outcome explained = shell("$K explain examples/quarterly/cases/01-theft.yaml --pack examples/quarterly --as-of 2026-09-30 --rule custody_within_24_hours");
    CHECK(says(explained.out, "24 hours"));
    const Outcome read = shell(R"(python3 - $T/proofs.html <<'end'
import json, re, sys
page = open(sys.argv[1], encoding="utf-8").read()
data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S).group(1))
defects = [f for f in data["findings"] if f["verdict"] == "defect"]
assert defects and all(f["proof"] for f in defects), [f for f in defects if not f.get("proof")]
assert all(re.search("[\u4e00-\u9fff]", f["message"]) for f in defects)
print(sum(len(f["proof"]) for f in defects) > len(defects))
end)");
    CHECK(read.err == "");
    CHECK(read.out == "True\n");
}

TEST_CASE("a case file that changed since the evaluation is said to have changed") {
    evaluated("changed");
    shell("rm -rf $T/later && cp -r examples/quarterly/cases $T/later && rm $T/later/02* && echo '{' > $T/later/broken.json");
    shell("python3 - <<'end'\nimport glob, os, re\nfor path in glob.glob(os.environ['T'] + '/later/*.yaml'):\n"
          "    text = open(path, encoding='utf-8').read()\n    open(path, 'w', encoding='utf-8').write(re.sub(r'T\\d\\d:\\d\\d', 'T09:00', text))\nend");
    const Outcome run = shell("$K campaign report q3 $T/later --register $R --html $T/changed.html --proofs");
    CHECK(run.status == 3);
    CHECK(says(run.err, "broken.json"));
    CHECK(says(read_file(scratch() + "/changed.html"), "The case file has changed since the evaluation"));
}

TEST_CASE("each unit with defects gets its notice") {
    evaluated("notices");
    const Outcome run = shell("$K campaign report q3 --register $R --notices $T/notices --until 2026-11-30 --lang zh-CN && ls $T/notices | wc -l");
    CHECK(run.err == "");
    const Outcome units = shell("python3 -c \"import os, sqlite3; print(sqlite3.connect(os.environ['R']).execute(\\\"select count(distinct unit) from standing_finding where verdict = "
                                "'defect'\\\").fetchone()[0])\"");
    CHECK(says(run.out, "\n" + units.out));
    CHECK(says(shell("cat $T/notices/*").out, "请于2026-11-30前完成整改"));
}

TEST_CASE("without the library for workbooks, workbooks are refused with what to install, and nothing else is") {
    evaluated("no-library");
    shell("mkdir $T/broken; : > $T/broken/libxlsxwriter.so.4");
    const Outcome run = shell("LD_LIBRARY_PATH=$T/broken $K campaign report q3 --register $R --html $T/page.html --xlsx $T/book.xlsx");
    CHECK(run.status == 2);
    CHECK_MESSAGE(says(run.err, "install the package libxlsxwriter4"), run.err);
    CHECK(shell("cd $T && ls page.html book.xlsx*").out == "page.html\n");
    CHECK(shell("LD_LIBRARY_PATH=$T/broken $K campaign review q3 --register $R --export $T/sheet.xlsx").status == 2);
    CHECK(shell("LD_LIBRARY_PATH=$T/broken $K campaign review q3 --register $R --export $T/sheet.csv").status == 0);
}

TEST_CASE("what cannot be reported is refused with what to do, and nothing is written") {
    evaluated("report-refused");
    const auto refused = [](const std::string& options, const std::string& part) {
        const Outcome run = shell("$K campaign report " + options + " --register $R");
        CHECK(run.status == 2);
        CHECK_MESSAGE(says(run.err, part), run.err);
    };
    refused("q3", "say what to write: --html FILE, --xlsx FILE, --notices FOLDER");
    refused("q3 --notices $T/n", "no notice has been issued: `kaoping campaign rectify notice` issues them");
    refused("q3 --notices $T/n --until soon", "--until: a day, as in 2026-11-30");
    refused("q3 --xlsx $T/a.xlsx --proofs", "--proofs are part of the page: add --html FILE");
    refused("q3 examples/quarterly/cases --html $T/a.html", "case files are read for proofs only: add --proofs");
    refused("q4 --html $T/a.html", "there is no campaign q4");
    refused("q3 --xlsx $T/none/a.xlsx", "the workbook cannot be written");
    shell("$K campaign new q4 --register $R --title t --from 2026-10-01 --until 2026-12-31 --pack examples/quarterly --by Li");
    refused("q4 --html $T/a.html", "campaign q4 is not evaluated yet");
    CHECK(shell("ls $T/a.html $T/a.xlsx $T/n").out == "");
}
