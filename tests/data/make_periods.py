#!/usr/bin/env python3
"""Computes tests/data/periods.csv and periods-calendar.yaml: random periods and their last days.

    make_periods.py ../shared/design/period_reference.py [COUNT [SEED]]

The last days come from the reference computation of semantics § 5, which shares nothing with the project.
"""
import contextlib
import csv
import importlib.util
import io
import pathlib
import random
import sys
from datetime import date, timedelta

FIRST_YEAR, LAST_YEAR = 2019, 2040
UNITS = {"d": ("day", 420), "m": ("month", 40), "y": ("year", 6), "wd": ("working_day", 260)}


def load(path):
    spec = importlib.util.spec_from_file_location("period_reference", path)
    module = importlib.util.module_from_spec(spec)
    with contextlib.redirect_stdout(io.StringIO()):  # it prints the table of the semantics page
        spec.loader.exec_module(module)
    return module


def random_start(rng):
    # Half of the starts lie near the holidays of 2025, half of those on the last days of a month.
    if rng.random() < 0.5:
        return date(2024, 12, 1) + timedelta(rng.randrange(400))
    if rng.random() < 0.5:
        first = date(rng.randrange(2020, 2031), rng.randrange(1, 13), 1)
        return first - timedelta(rng.randrange(1, 4))
    return date(2020, 1, 1) + timedelta(rng.randrange(4000))


def random_count(rng, unit):
    largest = UNITS[unit][1]
    return rng.randrange(largest + 1) if rng.random() < 0.4 else rng.randrange(min(largest, 32) + 1)


def random_spans(rng, start):
    spans = []
    for _ in range(rng.choice([0, 0, 0, 1, 1, 2, 3, 5])):
        begin = start + timedelta(rng.randrange(-20, 60))
        spans.append((begin, begin + timedelta(rng.choice([0, 1, 2, 7, 10, 20]))))
    return spans


def write_calendar(reference, path):
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Written by make_periods.py: the holidays of ../shared/design/period_reference.py; the other years have none.\nyears:\n")
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            for key, days in (("holidays", reference.HOL), ("working", reference.MAKEUP)):
                listed = ", ".join(str(d) for d in sorted(days) if d.year == year)
                if key == "holidays":
                    out.write(f"  {year}:\n    holidays: [{listed}]\n")
                elif listed:
                    out.write(f"    working: [{listed}]\n")


def main():
    reference = load(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    rng = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 20240501)
    here = pathlib.Path(__file__).resolve().parent
    write_calendar(reference, here / "periods-calendar.yaml")
    with open(here / "periods.csv", "w", newline="", encoding="utf-8") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["start", "count", "unit", "strict", "sticky", "not_counting", "last_day"])
        for _ in range(count):
            unit = rng.choice(list(UNITS))
            start, n = random_start(rng), random_count(rng, unit)
            strict, sticky = rng.random() < 0.4, rng.random() < 0.3
            spans = random_spans(rng, start)
            months = n * 12 if unit == "y" else n
            end = reference.end(start, months, "m" if unit == "y" else unit, spans, strict, sticky)
            rows.writerow([start, n, UNITS[unit][0], int(strict), int(sticky), " ".join(f"{a}/{b}" for a, b in spans), end])


if __name__ == "__main__":
    main()
