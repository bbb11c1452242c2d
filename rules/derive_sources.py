#!/usr/bin/env python3
"""Derives rules/sources.yaml from the texts of the statutes: usage: derive_sources.py STATUTES_FOLDER > sources.yaml

For every article: the number of items ("（一）…") of each paragraph. A paragraph is a line of its own after the article's
number; a line that begins with an item number belongs to the paragraph before it. What no text can tell (titles, since when
a source is in force, how it counts short periods of days) stands in SOURCES below.
"""
import re
import sys

SOURCES = [
    # key, file, English title, Chinese title, in force from, until, numbers of days that mean working days (and where it says so)
    ("CPL", "CPL-criminal-procedure-law-2018.md", "Criminal Procedure Law", "中华人民共和国刑事诉讼法", "2018-10-26", None, []),
    ("CRIM", "CRIM-criminal-procedure-provisions-2020.md", "Provisions on the Procedures for Handling Criminal Cases by Public Security Organs",
     "公安机关办理刑事案件程序规定", "2020-09-01", None, []),
    ("ADM", "ADM-administrative-procedure-provisions-2018.md", "Provisions on the Procedures for Handling Administrative Cases by Public Security Organs",
     "公安机关办理行政案件程序规定", "2018-11-25", None, []),
    ("P12", "P12-public-security-penalties-law-2012.md", "Public Security Administration Punishments Law (2012)",
     "中华人民共和国治安管理处罚法（2012年修正）", "2013-01-01", "2025-12-31", []),
    ("P25", "P25-public-security-penalties-law-2025.md", "Public Security Administration Punishments Law (2025)",
     "中华人民共和国治安管理处罚法（2025年修订）", "2026-01-01", None, []),
    ("APL", "APL-administrative-penalty-law-2021.md", "Administrative Penalty Law", "中华人民共和国行政处罚法", "2021-07-15", None, [2, 3, 5, 7]),
    ("ACL", "ACL-administrative-coercion-law-2011.md", "Administrative Coercion Law", "中华人民共和国行政强制法", "2012-01-01", None, list(range(1, 11))),
    ("CQ", "CQ-continued-questioning-2004.md", "Provisions on Continued Questioning by Public Security Organs", "公安机关适用继续盘问规定", "2004-10-01", None, []),
    ("DCL", "drug-control-law-2007.md", "Drug Control Law", "中华人民共和国禁毒法", "2008-06-01", None, []),
    ("PL", "police-law-2012.md", "People's Police Law", "中华人民共和国人民警察法", "2013-01-01", None, []),
]

# What every report says that cites the source.
NOTES = {
    "ADM": ("held in its state of 2018, though Order 160 of 2020 amended it: check what it amended against the text in force",
            "所依据的文本为2018年版本，公安部令第160号（2020年）对其作过修改，涉及修改之处应当核对现行文本"),
}

# The orders that assessments themselves rest on: by title only, their text is not at hand. No rule cites them by article.
BY_TITLE = [
    ("O137", "Provisions on the Assessment of the Quality of Law Enforcement by Public Security Organs (Order 137)", "公安机关执法质量考核评议规定"),
    ("O138", "Provisions on Liability for Faults in Law Enforcement of the People's Police (Order 138)", "公安机关人民警察执法过错责任追究规定"),
]

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
ARTICLE = re.compile(r"^\s*(?:\*\*)?第([零一二三四五六七八九十百]+)\s?条(?:之([一二三四五六七八九十]+))?(?:\*\*)?[\s　]*(.*)$")
ITEM = re.compile(r"^\s*[（(][一二三四五六七八九十]+[）)]")
HEADING = re.compile(r"^\s*(#|<!--)")


def number(text):
    """一百零五 → 105"""
    total, digit = 0, 0
    for c in text:
        if c == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif c == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = DIGITS[c]
    return total + digit


def articles(path):
    """Article → items per paragraph, in the text's order."""
    found, current, expected = {}, None, 1
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if not line:
            continue
        if HEADING.match(line):
            current = None
            continue
        match = ARTICLE.match(line)
        # an article's number counts only where it is the next one: a line may also begin with a citation
        if match and (match.group(2) or number(match.group(1)) == expected):
            key = str(number(match.group(1)))
            if match.group(2):
                key += "-%d" % number(match.group(2))
            else:
                expected = number(match.group(1)) + 1
            current = found[key] = []
            line = match.group(3)
            if not line:
                continue
        if current is None:
            continue
        if ITEM.match(line) and current:
            current[-1] += 1
        else:
            current.append(0)
    return found


def write_source(folder, key, file, title_en, title_zh, start, end, short_days, out):
    out.write("%s:\n  title_en: \"%s\"\n  title_zh: %s\n" % (key, title_en, title_zh))
    out.write("  effective: {from: %s, until: %s}\n" % (start, end or "~"))
    out.write("  state: %s\n  verified: true\n" % ("repealed" if end else "in force"))
    if key in NOTES:
        out.write("  note_en: \"%s\"\n  note_zh: %s\n" % NOTES[key])
    if short_days:
        out.write("  short_days_are_working: %s\n" % short_days)
    out.write("  articles:\n")
    for article, paragraphs in articles("%s/%s" % (folder, file)).items():
        out.write("    \"%s\": %s\n" % (article, paragraphs))


def main():
    out = sys.stdout
    out.write("# The registry of legal sources, derived from their texts by derive_sources.py. Format: README.md beside this file.\n")
    for source in SOURCES:
        write_source(sys.argv[1], *source, out)
    for key, title_en, title_zh in BY_TITLE:
        out.write("%s:\n  title_en: \"%s\"\n  title_zh: %s\n  effective: {from: 2016-03-01, until: ~}\n  state: in force\n  verified: false\n"
                  % (key, title_en, title_zh))
    out.write("# Foreign law of the road-fines example: not checked against its text, no articles listed, so that any article is accepted.\n")
    out.write("HC:\n  title_en: \"Italian Highway Code\"\n  title_zh: 意大利道路法典\n  effective: {from: 1993-01-01, until: ~}\n"
              "  state: in force\n  verified: false\n")


main()
