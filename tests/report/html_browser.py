"""Checks a report in headless Chromium. Exit code: 0 well, 1 something is wrong (said on standard error), 77 no Chromium.

    python3 html_browser.py PAGE.html --title T --cards N --charts N [--text T]… [--search T]… [--shots FOLDER]

--text: the list of findings shows this, letter by letter. --search: searching for it leaves some findings, but no more than all.
--shots: leaves screenshots (390 and 1,440 px, light and dark) and the printed page there, for people to look at.
"""
import argparse
import json
import sys

from html_chromium import Chromium, look


def mistakes(found, wanted):
    """What is not as it should be, as sentences."""
    for key, value in (("title", wanted.title), ("cards", wanted.cards), ("charts", wanted.charts)):
        if found[key] != value:
            yield f"{key}: {found[key]!r}, not {value!r}"
    for key, says in (("alien", "elements that the template does not make"), ("console", "the console is not silent"),
                      ("requests", "the page asked the network for"), ("canary", "markup of a case file has run")):
        if found[key]:
            yield f"{says}: {found[key]}"
    if found["shown"] != found["cards"]:
        yield f"at first only {found['shown']} of {found['cards']} findings are shown"
    for width, nodes in found["overflow"].items():
        if nodes:
            yield f"wider than {width} px: {nodes[:5]}"
    for text in wanted.text:
        if text not in found["text"]:
            yield f"not shown as text: {text!r}"
    for text, count in found["search"].items():
        if not 0 < count <= found["cards"]:
            yield f"search for {text!r} leaves {count} findings"
    if found["nonsense"] != 0:
        yield f"a search for nonsense leaves {found['nonsense']} findings"
    yield from filter_mistakes(found)
    if found["pdf"] < 10_000:
        yield f"the printed page has only {found['pdf']} bytes"


def filter_mistakes(found):
    for name, counts in found["filters"].items():
        if counts.get("") != found["cards"]:
            yield f"{name}: all are {counts.get('')}, not {found['cards']}"
        if sum(count for value, count in counts.items() if value) > found["cards"] or 0 in counts.values():
            yield f"{name}: {counts}"
    verdicts = found["filters"]["filter-verdict"]
    if sum(verdicts.values()) - verdicts[""] != found["cards"]:
        yield f"every finding has one verdict: {verdicts}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("page")
    parser.add_argument("--title", required=True)
    parser.add_argument("--cards", type=int, required=True)
    parser.add_argument("--charts", type=int, required=True)
    parser.add_argument("--text", action="append", default=[])
    parser.add_argument("--search", action="append", default=[])
    parser.add_argument("--shots")
    wanted = parser.parse_args()
    try:
        with Chromium() as browser:
            found = look(browser, wanted.page, wanted.search, wanted.shots)
    except FileNotFoundError as missing:
        print(missing, file=sys.stderr)
        return 77
    wrong = list(mistakes(found, wanted))
    for mistake in wrong:
        print(f"{wanted.page}: {mistake}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
