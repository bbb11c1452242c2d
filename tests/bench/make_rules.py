#!/usr/bin/env python3
"""Makes a pack with the twenty checks of the bench many times over, under other thresholds.
usage: make_rules.py COPIES OUT

Copy k of the standard is `checks_k`; its hours are k more than those of the checks, its least number of officers k more. Copy 0 asks
the same as the checks. Checks without a number (R02, R03, R07, R08, R09, R15, R16, R17, R20) are the same in every copy.
"""
import re
import shutil
import sys
from pathlib import Path

CHECKS = Path(__file__).parent / "checks"


def copy_of(standard, k):
    text = standard.replace("standard checks ", f"standard checks_{k} ", 1)
    text = re.sub(r"(\d+) hours", lambda found: f"{int(found[1]) + k} hours", text)
    return re.sub(r">= 2$", f">= {2 + k}", text, flags=re.MULTILINE)


def main():
    copies, out = int(sys.argv[1]), Path(sys.argv[2])
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for name in ("pack.yaml", "sources.yaml", "case.schema"):
        shutil.copy(CHECKS / name, out)
    declarations, standard = re.split(r"^(?=standard )", (CHECKS / "checks.rules").read_text(), flags=re.MULTILINE)
    (out / "declarations.rules").write_text(declarations)
    for k in range(copies):
        (out / f"checks_{k}.rules").write_text(copy_of(standard, k))


main()
