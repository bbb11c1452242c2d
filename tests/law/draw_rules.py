#!/usr/bin/env python3
"""Draws rules by seed and prints each beside the articles that it cites, for reviewers.
usage: draw_rules.py [--seed S] [--count N] STATUTES_FOLDER

The same seed draws the same rules. A rule is printed as it stands in its file, with the comment above it; an article whole, with
its paragraphs counted, the cited ones marked ">". Nothing is judged here: does the rule say what the article says?
"""
import argparse
import random
import re
import textwrap
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = re.compile(r"^第([零一二三四五六七八九十百]+)条(?:之([一二三四五六七八九十]+))?[\s　]+(.*)$")
ITEM = re.compile(r"^[（(][一二三四五六七八九十]+[）)]")
CITATION = re.compile(r"([A-Z]+[0-9]*) art ([0-9]+(?:-[0-9]+)?)(?:\(([0-9]+)\))?(?:\.([0-9]+))?")
FILES = {"DCL": "drug-control-law", "PL": "police-law"}   # the others begin with their key
WIDTH = 92


def chinese(number):
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    digits = "零一二三四五六七八九"
    out = digits[hundreds] + "百" if hundreds else ""
    if tens:
        out += (digits[tens] if tens > 1 or hundreds else "") + "十"
    elif hundreds and ones:
        out += "零"
    return out + (digits[ones] if ones else "")


def rules_of(path):
    """Each rule of a file as its lines, with the comment lines directly above."""
    lines = path.read_text(encoding="utf-8").splitlines()
    for i, line in enumerate(lines):
        if not line.startswith("    rule "):
            continue
        begin, end = i, lines.index("    }", i)
        while lines[begin - 1].startswith("    #"):
            begin -= 1
        yield textwrap.dedent("\n".join(lines[begin:end + 1])).splitlines()


def article(folder, source, number):
    """The paragraphs of an article, items below their paragraph."""
    base, _, added = number.partition("-")
    wanted = (chinese(int(base)), chinese(int(added)) if added else None)
    out, inside = [], False
    for line in next(folder.glob(FILES.get(source, source + "-") + "*")).read_text(encoding="utf-8").splitlines():
        line = line.strip()
        match = ARTICLE.match(line)
        if match:
            inside, line = match.groups()[:2] == wanted, match.group(3)
        elif line.startswith("#"):
            inside = False
        if inside and line:
            if ITEM.match(line) and out:
                out[-1].append(line)
            else:
                out.append([line])
    return out


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrapped(text, limit):
    """Lines of at most so many cells, broken at blanks where there are any."""
    out, line = [], ""
    for word in re.findall(r"[\x21-\x7e]+\s*|.", text):
        if width(line + word.rstrip()) > limit and line:
            out.append(line.rstrip())
            line = "    "
        line += word
    return out + [line.rstrip()]


def law_lines(folder, rule):
    cited = {}
    for line in rule:
        if line.strip().startswith("basis"):
            for source, number, paragraph, _ in CITATION.findall(line):
                cited.setdefault((source, number), set()).add(int(paragraph or 0))
    for (source, number), paragraphs in cited.items():
        yield f"{source} art {number}"
        for i, texts in enumerate(article(folder, source, number), 1):
            mark = ">" if paragraphs & {0, i} else " "
            for text in texts:
                yield from wrapped(f"{mark} ({i}) {text}", WIDTH)
        yield ""


def side_by_side(left, right):
    for i in range(max(len(left), len(right))):
        a, b = left[i] if i < len(left) else "", right[i] if i < len(right) else ""
        print((a + " " * (WIDTH - width(a)) + " | " + b).rstrip())


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("statutes", type=Path)
    options = parser.parse_args()
    rules = [(path, rule) for path in sorted(ROOT.glob("rules/*/*.rules")) for rule in rules_of(path)]
    for path, rule in random.Random(options.seed).sample(rules, min(options.count, len(rules))):
        print("=" * (2 * WIDTH + 3) + f"\n{path.relative_to(ROOT)}\n")
        left = [part for line in rule for part in wrapped(line, WIDTH)]
        side_by_side(left, list(law_lines(options.statutes, rule)))


main()
