#!/usr/bin/env python3
"""Compares what kaoping-generate planted with what kaoping evaluate found: every plant, and nothing else.
usage: compare.py MANIFEST OUT [--rule TEXT] [--least N]

MANIFEST is the generator's; OUT the folder that `kaoping evaluate --out` wrote. In each case the defects found must be exactly those
planted, with the consequences that the plant names (`also`), and the planted one must lie at the place that the manifest says: its
whole subject ("/measures/0+/interviews/1" of a rule over two lists) or the first part of it. No
case may be undetermined anywhere, fail, or have a finding about its data. With --least N every rule of the packs must have at least
N plants and N near misses. --rule shows and judges only plants whose id contains TEXT (N plants are then asked of those alone).
Prints what differs, then a line of sums; exit code 1 if anything differs.
"""
import argparse
import collections
import json
import sys
from pathlib import Path

WRONG_VERDICTS = ("undetermined", "failed")


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def short(finding):
    return f"{finding.get('rule', finding['kind'])} {finding.get('verdict', '')} at {finding.get('at', {}).get('pointer', '')!r}: {finding.get('message', '')}"


def read_findings(path):
    """→ defects by case, and all that no case may have."""
    defects, wrong = collections.defaultdict(list), []
    for finding in lines(path):
        if finding["kind"] != "rule" or finding["verdict"] in WRONG_VERDICTS:
            wrong.append(finding)
        elif finding["verdict"] == "defect":
            defects[finding["case"]].append(finding)
    return defects, wrong


def missed(plant, found):
    """What the packs should have said of a planted defect, and did not."""
    at_place = any(f["rule"] == plant["plant"] and plant["pointer"] in (f["subject"], f["at"]["pointer"]) for f in found)
    out = [] if at_place else [f"not found: {plant['plant']} at {plant['pointer']!r}"]
    rules = {f["rule"] for f in found}
    return out + [f"consequence not found: {rule}" for rule in plant["also"] if rule not in rules]


def differences(plants, defects, wrong):
    by_case = collections.defaultdict(list)
    for plant in plants:
        by_case[plant["case"]].append(plant)
    out = collections.defaultdict(list)  # (plant id, kind) → texts
    for case, of_case in by_case.items():
        key = " + ".join(f"{p['plant']} ({p['kind']})" for p in of_case)
        found = defects.get(case, [])
        allowed = {rule for p in of_case if p["kind"] == "defect" for rule in [p["plant"], *p["also"]]}
        for plant in of_case:
            if plant["kind"] == "defect":
                out[key] += [f"{case} {text}" for text in missed(plant, found)]
        out[key] += [f"{case} not planted: {short(f)}" for f in found if f["rule"] not in allowed]
    for case, found in defects.items():
        if case not in by_case:
            out["no plant"] += [f"{case} not planted: {short(f)}" for f in found]
    for finding in wrong:
        of_case = by_case.get(finding.get("case"), [])
        key = " + ".join(f"{p['plant']} ({p['kind']})" for p in of_case) or "no plant"
        out[key].append(f"{finding.get('case')} {short(finding)}")
    return {key: texts for key, texts in out.items() if texts}


def too_few(plants, rules, least):
    counts = collections.Counter((p["plant"], p["kind"]) for p in plants)
    return [f"{rule}: {counts[rule, 'defect']} plants, {counts[rule, 'near_miss']} near misses" for rule in rules
            if min(counts[rule, "defect"], counts[rule, "near_miss"]) < least]


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("manifest")
    parser.add_argument("out", type=Path)
    parser.add_argument("--rule", default="")
    parser.add_argument("--least", type=int, default=0)
    options = parser.parse_args()
    plants = list(lines(options.manifest))
    defects, wrong = read_findings(options.out / "findings.jsonl")
    rules = [rule for rule in json.load(open(options.out / "summary.json", encoding="utf-8"))["rules"] if options.rule in rule]
    differing = {key: texts for key, texts in differences(plants, defects, wrong).items() if options.rule in key}
    for key, texts in sorted(differing.items()):
        print(f"{key}: {len(texts)} differences")
        for text in texts[:3]:
            print(f"    {text}")
    few = too_few(plants, rules, options.least)
    for text in few:
        print(f"too few: {text}")
    unknown = sorted({p["plant"] for p in plants if options.rule in p["plant"]} - set(rules))
    for rule in unknown:
        print(f"no such rule: {rule}")
    number = collections.Counter(p["kind"] for p in plants if options.rule in p["plant"])
    print(f"{len(rules)} rules, {number['defect']} plants, {number['near_miss']} near misses, {len(differing)} kinds of differences, {len(few)} rules with too few")
    return 1 if differing or few or unknown else 0


sys.exit(main())
