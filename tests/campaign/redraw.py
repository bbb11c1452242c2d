"""Repeats a draw from the list of cases alone, by the page engine/campaign/README.md; shares no code with kaoping.

usage: redraw.py CASES.jsonl SIZE SEED   → the drawn ids, one a line, in the order of the draw (proportional, no unit minimum)
"""
import json
import sys
from collections import defaultdict
from fractions import Fraction

KINDS = {"刑事": "criminal", "行政": "administrative"}  # spelling in the case files → name in the schema, which the draw uses
MASK = 2**64 - 1


def splitmix(x):
    x = (x + 0x9E3779B97F4A7C15) & MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


def text_number(text):
    number = 0xCBF29CE484222325
    for byte in text.encode():
        number = ((number ^ byte) * 0x100000001B3) & MASK
    return number


def below(state, n):
    while (number := splitmix(state)) < 2**64 % n:
        state = (state + 0x9E3779B97F4A7C15) & MASK
    return number % n


def apportion(total, weights, least, most):
    got = list(least)
    while sum(got) < total:
        open_ones = [i for i in range(len(got)) if got[i] < most[i]]
        best = max(open_ones, key=lambda i: (Fraction(weights[i], 2 * got[i] + 1), -i))
        got[best] += 1
    return got


def main(path, size, seed):
    units = defaultdict(lambda: defaultdict(list))
    for line in open(path, encoding="utf-8"):
        case = json.loads(line)
        units[case["unit"]][KINDS[case["kind"]]].append(case)
    names = sorted(units, key=str.encode)
    cases = [sum(map(len, units[u].values())) for u in names]
    least = [sum(min(2, len(k)) for k in units[u].values()) for u in names]
    for unit, share in zip(names, apportion(min(size, sum(cases)), cases, least, cases)):
        kinds = sorted(units[unit], key=str.encode)
        counts = [len(units[unit][k]) for k in kinds]
        for kind, n in zip(kinds, apportion(share, counts, [min(2, c) for c in counts], counts)):
            stratum = sorted(units[unit][kind], key=lambda c: (c["handler"].encode(), splitmix(seed ^ text_number(c["id"])), c["id"].encode()))
            start = below(seed ^ text_number(unit + "\x1f" + kind), len(stratum))
            for i in range(n):
                print(stratum[(start + i * len(stratum)) // n]["id"])


main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
