"""Two quarters of a legal department, from the draw to the publication, by the commands of examples/campaign.md; after each step
the register is asked whether it stands as it should.

usage: walkthrough.py KAOPING GENERATOR FOLDER   (run in the project's folder; FOLDER is made)
Ends with "N checks passed", or with the first that did not hold.
"""
import csv
import json
import math
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

KAOPING, GENERATOR, FOLDER = sys.argv[1], sys.argv[2], Path(sys.argv[3])
REGISTER = FOLDER / "office.register"
QUARTERS = {"2026-q2": ("2026-04-01", "2026-06-30", 42), "2026-q3": ("2026-07-01", "2026-09-30", 43)}
CASES, DRAWN, UNITS = 480, 240, 8
HEADINGS = "finding,case,standard,rule,severity,message,decision,amount,veto,reason"
POINT = 1_000_000
passed = 0


def check(holds, what):
    global passed
    if not holds:
        raise SystemExit(f"does not hold: {what}")
    passed += 1


def run(*words, status=0):
    """Runs kaoping → what it printed."""
    words = [str(word) for word in words]
    environment = dict(os.environ, KAOPING_REGISTER=str(REGISTER), TZ="Asia/Shanghai")
    done = subprocess.run([KAOPING, *words], capture_output=True, text=True, env=environment)
    check(done.returncode == status, f"kaoping {' '.join(words)} ends with {status}, not {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def ask(statement, *values):
    with sqlite3.connect(REGISTER) as register:
        return register.execute(statement, values).fetchall()


def one(statement, *values):
    return ask(statement, *values)[0][0]


def scores(campaign):
    return {case: (low, high, veto) for case, low, high, veto in
            ask("select case_id, score_low, score_high, veto from standing_case where campaign = ?", campaign)}


def findings(campaign, where="1"):
    names = ["finding", "case", "unit", "officer", "rule", "standard", "severity", "verdict", "low", "high", "state", "line"]
    return [dict(zip(names, row)) for row in
            ask("select finding, case_id, unit, officer, rule, standard, severity, verdict, deduct_low, deduct_high, state, line "
                f"from standing_finding where campaign = ? and {where} order by finding", campaign)]


def events():
    return one("select count(*) from event")


def refused(*words, because):
    """A step that must not be taken: says why, and leaves the register as it was."""
    before = events()
    printed = run(*words, status=2)
    check(because in printed, f"`{because}` is said, not:\n{printed}")
    check(events() == before, f"{words} leaves no event")


def write_sheet(name, lines):
    path = FOLDER / name
    with open(path, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADINGS.split(","))
        writer.writerows(lines)
    return path


# ---- the steps -----------------------------------------------------------------------------------------------------------------

def make_cases():
    FOLDER.mkdir(parents=True)
    for quarter, (begin, end, seed) in QUARTERS.items():
        subprocess.run([GENERATOR, "--cases", str(CASES), "--seed", str(seed), "--units", str(UNITS), "--defects", "0.6", "--from", begin, "--until", end,
                        "--out", FOLDER / f"{quarter}.jsonl"], check=True, capture_output=True)


def cases_of(quarter):
    with open(FOLDER / f"{quarter}.jsonl", encoding="utf-8") as file:
        return {case["id"]: case for case in map(json.loads, file)}


def open_and_draw(quarter):
    begin, end, _ = QUARTERS[quarter]
    run("campaign", "new", quarter, "--title", f"Quarter {quarter}", "--from", begin, "--until", end, "--pack", "rules", "--scheme",
        "rules/schemes/quarterly.yaml", "--by", "Li Wen", "--why", "plan of the bureau")
    check(one("select state from campaign_state where id = ?", quarter) == "opened", "the campaign is opened")
    run("campaign", "draw", quarter, FOLDER / f"{quarter}.jsonl", "--size", DRAWN, "--seed", "4711", "--by", "Li Wen", "--why", "seed by dice")
    draw = one("select draw from campaign_state where id = ?", quarter)
    check(one("select count(*) from sampled_case where draw = ?", draw) == DRAWN, f"{DRAWN} cases are drawn")
    strata = ask("select unit, kind, cases, drawn from stratum where draw = ?", draw)
    check(sum(row[2] for row in strata) == CASES and len({row[0] for row in strata}) == UNITS, "the strata hold all cases and units")
    known = cases_of(quarter)
    for unit, kind, _, drawn in strata:
        mine = ask("select case_id from sampled_case where draw = ? and unit = ? and kind = ?", draw, unit, kind)
        check(len(mine) == drawn, f"{drawn} of {unit}, {kind}")
    for unit in {row[0] for row in strata}:
        check(sum(row[2] for row in strata if row[0] == unit) == sum(case["unit"] == unit for case in known.values()), f"{unit} is there with all its cases")
    refused("campaign", "draw", quarter, FOLDER / f"{quarter}.jsonl", "--size", DRAWN, "--by", "Li Wen", because="drawn")


def weighted_mean(quarter, unit, column):
    """The estimate by its definition: strata weigh by their cases; cases without a score do not count."""
    draw = one("select draw from campaign_state where id = ?", quarter)
    total = count = 0.0
    for kind, cases, drawn in ask("select kind, cases, drawn from stratum where draw = ? and unit = ?", draw, unit):
        rows = ask(f"select {column} from standing_case where campaign = ? and unit = ? and kind = ? and {column} is not null", quarter, unit, kind)
        total += cases / drawn * sum(row[0] for row in rows) / POINT
        count += cases / drawn * len(rows)
    return total / count


def unit_rows(quarter):
    path = FOLDER / "units.csv"
    run("campaign", "score", quarter, "--out", path)
    with open(path, encoding="utf-8-sig", newline="") as file:
        return {row["unit"]: row for row in csv.DictReader(file)}


def check_estimates(quarter):
    for unit, row in unit_rows(quarter).items():
        low, high = weighted_mean(quarter, unit, "score_low"), weighted_mean(quarter, unit, "score_high")
        check(abs(float(row["mean_low"]) - low) < 1e-5 and abs(float(row["mean_high"]) - high) < 1e-5,
              f"{unit} of {quarter}: estimate {row['mean_low']}–{row['mean_high']}, should be {low:.6f}–{high:.6f}")
        check(low <= high and float(row["margin_low"]) > 0 and math.isfinite(float(row["margin_high"])), f"{unit} has an interval and a margin")


def evaluate(quarter):
    end = QUARTERS[quarter][1]
    run("campaign", "evaluate", quarter, "--as-of", end, "--by", "Li Wen")
    out = FOLDER / f"{quarter}-engine"
    run("evaluate", FOLDER / f"{quarter}.jsonl", "--pack", "rules", "--scheme", "rules/schemes/quarterly.yaml", "--as-of", end, "--findings", "all", "--out", out,
        "--fail-on", "none")
    drawn = {row[0] for row in ask("select case_id from standing_case where campaign = ?", quarter)}
    with open(out / "findings.jsonl", encoding="utf-8") as file:
        expected = [f for f in map(json.loads, file) if f["kind"] == "rule" and f["case"] in drawn]
    kept = findings(quarter)
    check(len(kept) == len(expected) > 50, f"the register holds the {len(expected)} findings of the drawn cases, not {len(kept)}")
    check(sorted(f["fingerprint"] for f in expected) == sorted(json.loads(f["line"])["fingerprint"] for f in kept), "they are the engine's")
    check(all(f["state"] == "open" for f in kept), "nobody has said anything of them")
    engine = {c["case"]: c["score"] for c in json.loads((out / "scores.json").read_text(encoding="utf-8"))["cases"]}
    for case, (low, high, _) in scores(quarter).items():
        check(engine[case] is None or (abs(engine[case]["low"] * POINT - low) < 0.5 and abs(engine[case]["high"] * POINT - high) < 0.5), f"score of {case}")
    check_estimates(quarter)


def register_officials(quarter):
    """The first unit by its name has a legal officer; people who are in no case file."""
    unit = one("select min(unit) from stratum")
    for number, name, role, more in [("900001", "Zhou Min", "unit_legal", ["--unit", unit]), ("900002", "Wu Jun", "legal_department", []),
                                     ("900003", "Sun Lei", "leader", [])]:
        run("campaign", "official", number, "--name", name, "--role", role, *more, "--by", "Li Wen")
    check(one("select count(*) from official_now") == 3, "three officials")
    return unit


def unit_review(quarter, unit):
    """The unit's officer confirms its faults and dismisses its flaws."""
    before, mine = scores(quarter), findings(quarter, f"unit = '{unit}' and verdict = 'defect' and severity <> 'veto'")
    check(len(mine) >= 4, f"{unit} has defects to review")
    sheet = FOLDER / "unit.csv"
    run("campaign", "review", quarter, "--export", sheet, "--unit", unit)
    with open(sheet, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    check({row["finding"] for row in rows} >= {str(f["finding"]) for f in mine}, "the sheet has them all")
    dismissed = [f for f in mine if f["low"] > 0][:2]
    lines = [[f["finding"], "", "", "", "", "", "dismiss" if f in dismissed else "confirm", "", "", "the paper is on file" if f in dismissed else ""] for f in mine]
    told = run("campaign", "review", quarter, "--import", write_sheet("bad.csv", lines + [["999999", "", "", "", "", "", "confirm", "", "", ""]]), "--by", "900001", status=1)
    check("999999" in told, "the refused line is named")
    check(all(f["state"] == "open" for f in findings(quarter)), "of a sheet with a refused line nothing is taken over")
    other = next(f for f in findings(quarter, "verdict = 'defect'") if f["unit"] != unit)
    run("campaign", "review", quarter, "--import", write_sheet("foreign.csv", [[other["finding"], "", "", "", "", "", "confirm", "", "", ""]]), "--by", "900001", status=1)
    run("campaign", "review", quarter, "--import", write_sheet("good.csv", lines), "--by", "900001")
    after = scores(quarter)
    for f in mine:
        now = findings(quarter, f"finding = {f['finding']}")[0]
        check(now["state"] == ("dismissed" if f in dismissed else "confirmed"), f"state of finding {f['finding']}")
        if f in dismissed:
            check(now["high"] == 0 and now["verdict"] == "met" and after[f["case"]][0] > before[f["case"]][0], f"case {f['case']} gains")
    touched = {f["case"] for f in mine}
    check(all(after[case] == before[case] for case in after if case not in touched), "other cases keep their scores")
    check_estimates(quarter)


def department_review(quarter):
    """The department decides on all vetoes: the first is confirmed, the second refused, and adds what the engine could not see."""
    before = scores(quarter)
    vetoes = findings(quarter, "severity = 'veto' and verdict = 'defect'")
    cases = list(dict.fromkeys(f["case"] for f in vetoes))
    check(len(cases) >= 2, f"{quarter} has two cases with vetoes")
    check(all(before[case][2] == "unconfirmed" and before[case][1] > 0 for case in cases), "a veto costs nothing by itself")
    added = min((f for f in findings(quarter, "verdict = 'defect' and severity = 'fault' and deduct_low > 0") if f["case"] not in cases), key=lambda f: f["high"])
    lines = [[f["finding"], "", "", "", "", "", "confirm", "", "confirm" if f["case"] == cases[0] else "refuse", "the record proves it" if f["case"] == cases[0]
              else "a relative attended later"] for f in vetoes]
    lines.append(["", added["case"], added["standard"], "", "fault", "The hours on page 3 were changed without signature.", "confirm", "1", "", "seen in the paper file"])
    run("campaign", "review", quarter, "--import", write_sheet("department.csv", lines), "--by", "900002")
    after = scores(quarter)
    check(after[cases[0]] == (0, 0, "in_force"), f"the confirmed veto sets case {cases[0]} to 0: {after[cases[0]]}")
    check(after[cases[1]][2] == "refused" and after[cases[1]][0] == before[cases[1]][0], "the refused one does not")
    check(after[added["case"]][0] < before[added["case"]][0], "the added finding costs")
    check(one("select count(*) from standing_finding where campaign = ? and origin = 'manual'", quarter) == 1, "one added finding")
    check_estimates(quarter)
    agreement = run("campaign", "review", quarter, "--agreement", "--out", FOLDER / "disagreements.csv")
    check("kappa" in agreement, "agreement is computed")
    return cases[0]


def object_and_decide(quarter, unit):
    """Three objections of other units: one upheld, one partly, one rejected."""
    kept = ask("select case_id, score_low from case_result join campaign_state on case_result.run = campaign_state.run where id = ?", quarter)
    before = scores(quarter)
    open_ones = [f for f in findings(quarter, "verdict = 'defect' and severity = 'fault' and state = 'open' and origin = 'engine'") if f["unit"] != unit and f["low"] >= 3 * POINT]
    chosen = list({f["case"]: f for f in open_ones}.values())[:3]
    check(len(chosen) == 3, "three findings to object to")
    for f in chosen:
        run("campaign", "object", quarter, "--finding", f["finding"], "--by", "Chief Zhao", "--why", "the receipt is on file")
    refused("campaign", "close", quarter, "--by", "Li Wen", because="objection")
    refused("campaign", "object", quarter, "--finding", chosen[0]["finding"], "--by", "Chief Zhao", "--why", "again", because="objection")
    refused("campaign", "decide", quarter, "--finding", chosen[0]["finding"], "--outcome", "uphold", "--by", chosen[0]["officer"], "--why", "mine", because="registered")
    upheld, partly, rejected = chosen
    run("campaign", "decide", quarter, "--finding", upheld["finding"], "--outcome", "uphold", "--by", "900003", "--why", "the receipt proves it")
    ranged = next((f for f in chosen if f["low"] < f["high"]), None)
    check(ranged is None or ranged in chosen, "amounts are chosen within ranges only")
    run("campaign", "decide", quarter, "--finding", rejected["finding"], "--outcome", "reject", "--by", "900003", "--why", "the receipt is of another case")
    run("campaign", "decide", quarter, "--finding", partly["finding"], "--outcome", "partly", "--amount", f"{partly['low'] / POINT:g}", "--by", "900003", "--why", "one page only")
    after = scores(quarter)
    check(after[upheld["case"]][0] > before[upheld["case"]][0], "the upheld objection gains points")
    check(after[rejected["case"]] == before[rejected["case"]], "the rejected one changes nothing")
    check(after[partly["case"]][0] >= before[partly["case"]][0], "the amount chosen is at most the highest")
    check(kept == ask("select case_id, score_low from case_result join campaign_state on case_result.run = campaign_state.run where id = ?", quarter),
          "what the engine found is kept beside what stands")
    refused("campaign", "decide", quarter, "--finding", upheld["finding"], "--outcome", "reject", "--by", "900003", "--why", "again", because="decided")
    check_estimates(quarter)


def waive(quarter, unit):
    begin, end, _ = QUARTERS[quarter]
    f = next(f for f in findings(quarter, "verdict = 'defect' and state = 'open' and deduct_low > 0") if f["unit"] != unit)
    before = scores(quarter)[f["case"]]
    run("campaign", "waive", quarter, "--ground", "self_corrected", "--finding", f["finding"], "--from", "2025-01-01", "--until", end, "--authority",
        "head of the legal department", "--by", "900003", "--why", "corrected before the draw")
    now = findings(quarter, f"finding = {f['finding']}")[0]
    check(now["state"] == "waived" and now["high"] == 0 and scores(quarter)[f["case"]][0] > before[0], "the waived defect costs nothing and stays visible")


def count_beside(quarter, unit):
    before = unit_rows(quarter)[unit]
    run("campaign", "bonus", quarter, "--unit", unit, "--points", "2", "--basis", "model case, notice 17", "--by", "Li Wen")
    run("campaign", "indicator", quarter, "--unit", unit, "--name", "petitions_upheld", "--value", "1", "--basis", "letters office", "--by", "Li Wen")
    refused("campaign", "indicator", quarter, "--unit", unit, "--name", "arrests", "--value", "1", "--basis", "x", "--by", "Li Wen", because="arrests")
    after = unit_rows(quarter)[unit]
    check(float(after["score_low"]) > float(before["score_low"]) and after["mean_low"] == before["mean_low"], "bonus and indicator stand beside the estimate")


def account(quarter, vetoed):
    path = FOLDER / "referrals.csv"
    run("campaign", "accountability", quarter, "--out", path)
    text = path.read_text(encoding="utf-8-sig")
    check(vetoed in text, "the case with the veto is referred")


def mended(quarter, known, defects):
    """A case whose defect goes away when one truth value is set: as an office mends a record."""
    begin, end, _ = QUARTERS[quarter]
    for number, finding, case_id, rule in defects:
        pointer = json.loads(one("select line from finding where id = ?", finding))["subject"].split("+")[-1]
        for path in truth_values(known[case_id], pointer):
            case = json.loads(json.dumps(known[case_id]))
            place = case
            for step in path[:-1]:
                place = place[step]
            place[path[-1]] = not place[path[-1]]
            file = FOLDER / "corrected.json"
            file.write_text(json.dumps(case, ensure_ascii=False), encoding="utf-8")
            out = FOLDER / "corrected"
            run("evaluate", file, "--pack", "rules", "--as-of", end, "--findings", "defects", "--out", out, "--fail-on", "none")
            with open(out / "findings.jsonl", encoding="utf-8") as lines:
                if not any(f["kind"] == "rule" and f["rule"] == rule for f in map(json.loads, lines)):
                    return number, file
    raise SystemExit("no defect of the notice can be mended by setting one value")


def truth_values(case, pointer):
    """Paths of the truth values of the element at a pointer, and below it."""
    place, path = case, []
    for part in pointer.split("/")[1:]:
        step = int(part) if isinstance(place, list) else part
        place, path = place[step], path + [step]

    def walk(node, path):
        for key, value in node.items() if isinstance(node, dict) else enumerate(node):
            if isinstance(value, bool):
                yield path + [key]
            elif isinstance(value, (dict, list)):
                yield from walk(value, path + [key])
    return walk(place, path)


def rectify(quarter):
    end = QUARTERS[quarter][1]
    run("campaign", "rectify", "notice", quarter, "--until", "2099-11-30", "--by", "Li Wen")
    noticed = one("select count(*) from notice_defect where campaign = ?", quarter)
    check(noticed == len(findings(quarter, "verdict = 'defect' and state <> 'waived'")), "each standing defect is noticed once")
    known = cases_of(quarter)
    defects = ask("select notice, number, finding, case_id, rule, unit from defect_state where campaign = ? and origin = 'engine' order by notice, number", quarter)
    by_notice = {}
    for notice, number, finding, case_id, rule, unit in defects:
        by_notice.setdefault((notice, unit), []).append((number, finding, case_id, rule))
    for (notice, unit), rows in by_notice.items():
        try:
            number, file = mended(quarter, known, rows)
            break
        except SystemExit:
            continue
    else:
        raise SystemExit("no defect of any notice can be mended by setting one value")
    refused("campaign", "rectify", "close", quarter, "--notice", notice, "--defect", number, "--by", "Li Wen", because="mended")
    run("campaign", "rectify", "reply", quarter, "--notice", notice, "--defect", number, "--says", "the record was completed", "--proof", file, "--by", "Zhou Jian")
    refused("campaign", "rectify", "recheck", quarter, "--notice", notice, "--case", file, "--as-of", end, "--by", "Zhou Jian", because="replied")
    uncorrected = FOLDER / "uncorrected.json"
    uncorrected.write_text(json.dumps(known[json.loads(file.read_text(encoding="utf-8"))["id"]], ensure_ascii=False), encoding="utf-8")
    run("campaign", "rectify", "recheck", quarter, "--notice", notice, "--case", uncorrected, "--as-of", end, "--by", "Li Wen", status=1)
    state = "select state from defect_state where notice = ? and number = ?"
    check(one(state, notice, number) == "not_mended", "the file as it was does not pass")
    others = one("select count(*) from defect_state where notice = ? and case_id = (select case_id from defect_state where notice = ? and number = ?)", notice, notice, number)
    run("campaign", "rectify", "recheck", quarter, "--notice", notice, "--case", file, "--as-of", end, "--by", "Li Wen", status=0 if others == 1 else 1)
    check(one(state, notice, number) == "mended", "the corrected file passes")
    run("campaign", "rectify", "visit", quarter, "--notice", notice, "--visited", "the victim", "--says", "was told of the result", "--by", "Li Wen")
    run("campaign", "rectify", "close", quarter, "--notice", notice, "--defect", number, "--by", "Li Wen")
    check(one(state, notice, number) == "closed", "the defect is closed")
    check(one("select count(*) from defect_state where campaign = ? and until < '2099-12-01' and closed is null", quarter) == noticed - 1, "the rest is overdue then")
    run("campaign", "rectify", "list", quarter, "--on", "2099-12-01")


def close(quarter):
    standing = unit_rows(quarter)
    run("campaign", "close", quarter, "--by", "Li Wen", "--why", "meeting")
    check(one("select state from campaign_state where id = ?", quarter) == "closed", "closed")
    for unit, low, high, vetoes, grade in ask("select unit, score_low, score_high, vetoes, grade_low from unit_end where campaign = ?", quarter):
        check(abs(low / POINT - float(standing[unit]["score_low"])) < 1e-5 and abs(high / POINT - float(standing[unit]["score_high"])) < 1e-5, f"{unit} keeps its score")
        check(vetoes == 0 or grade == "below_standard", f"a veto decides the grade of {unit}")
    f = findings(quarter, "verdict = 'defect' and finding not in (select finding from objection)")[0]
    refused("campaign", "object", quarter, "--finding", f["finding"], "--by", "Chief Zhao", "--why", "late", because="closed")


def year_end():
    printed = run("year-end", "--scheme", "rules/schemes/year-end.yaml", "--register", REGISTER, "--year", "2026", "--format", "json")
    units = {u["unit"]: u for u in json.loads(printed)["units"]}
    check(len(units) == UNITS, "all units have a year")
    vetoed = {row[0] for row in ask("select unit from unit_end where vetoes > 0")}
    check(vetoed and all("below_standard" in json.dumps(units[unit]) for unit in vetoed), "a veto in force decides the year")


def publish(quarter):
    page, data, chinese = FOLDER / "public.html", FOLDER / "public.json", FOLDER / "public.zh.html"
    for out in (page, data):
        run("campaign", "publish", quarter, "--out", out, "--by", "Li Wen")
    run("campaign", "publish", quarter, "--out", chinese, "--lang", "zh-CN", "--by", "Li Wen")
    check("执法质量考评结果" in chinese.read_text(encoding="utf-8"), "the Chinese page is Chinese")
    text = page.read_text(encoding="utf-8") + data.read_text(encoding="utf-8") + chinese.read_text(encoding="utf-8")
    secrets = {case for case in scores(quarter)} | {row[0] for row in ask("select officer from sampled_case where officer <> ''")}
    secrets |= {person["name"] for case in cases_of(quarter).values() for person in case.get("persons", []) if "name" in person}
    secrets |= {json.loads(f["line"])["message"] for f in findings(quarter)} | {"seen in the paper file", "the receipt is on file", "Wu Jun", "900002"}
    found = sorted(secret for secret in secrets if len(secret) > 1 and secret in text)
    check(len(secrets) > 500 and not found, f"nothing of persons, cases or messages is published: {found[:5]}")
    check(one("select count(*) from publication where campaign = ?", quarter) == 3, "all publications are registered")


def main():
    make_cases()
    for quarter in QUARTERS:
        open_and_draw(quarter)
        evaluate(quarter)
    unit = register_officials("2026-q3")
    department_review("2026-q2")
    close("2026-q2")
    unit_review("2026-q3", unit)
    vetoed = department_review("2026-q3")
    object_and_decide("2026-q3", unit)
    waive("2026-q3", unit)
    count_beside("2026-q3", unit)
    account("2026-q3", vetoed)
    rectify("2026-q3")
    close("2026-q3")
    printed = run("campaign", "compare", "2026-q2", "2026-q3", "--out", FOLDER / "compare.csv")
    check("differ" in printed, "the quarters are compared")
    year_end()
    publish("2026-q3")
    reports("2026-q3")
    check("nothing is wrong" in run("register", "check", REGISTER), "the register is whole")
    print(f"{passed} checks passed")


def reports(quarter):
    page, book, notices = FOLDER / "report.html", FOLDER / "report.xlsx", FOLDER / "notices"
    run("campaign", "report", quarter, "--html", page, "--xlsx", book, "--notices", notices, "--lang", "zh-CN")
    check(page.stat().st_size < 5_000_000 and "<html" in page.read_text(encoding="utf-8"), "the report is there, under 5 MB")
    check(book.read_bytes()[:2] == b"PK", "the workbook is there")
    letters = [letter.read_text(encoding="utf-8") for letter in notices.iterdir()]
    check(len(letters) == one("select count(distinct unit) from notice where campaign = ?", quarter) and all("2099-11-30" in text for text in letters),
          "the notices to print are those that were issued, by their deadline")


main()
