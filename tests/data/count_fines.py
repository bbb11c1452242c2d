#!/usr/bin/env python3
"""Counts, for a log of road traffic fines, the cases that each of the 14 rules applies to and those that violate it.
usage: count_fines.py LOG.jsonl > expected.json

Plain and independent of the project: first event of an activity, calendar days between local dates of the log, positions in
the list, money in cents. Offsets in the log are those of Europe/Rome, so the written date is the local date.
"""
import json
import sys
from datetime import date, datetime

HOUR = 3600


def first(events, activity):
    return next((i for i, e in enumerate(events) if e["activity"] == activity), None)


def day(event):
    return date.fromisoformat(event["time"][:10])


def instant(event):
    return datetime.fromisoformat(event["time"]).timestamp()


def cents(value):
    return round((value or 0) * 100)


def judge(events):
    """Rule → violated, for the rules that apply."""
    found = {}
    create, send = first(events, "Create Fine"), first(events, "Send Fine")
    notice, penalty = first(events, "Insert Fine Notification"), first(events, "Add penalty")
    appeal, judge_appeal = first(events, "Insert Date Appeal to Prefecture"), first(events, "Appeal to Judge")
    forward = first(events, "Send Appeal to Prefecture")

    def days(a, b):
        return (day(events[b]) - day(events[a])).days

    def seconds(a, b):
        return instant(events[b]) - instant(events[a])

    if create is not None and send is not None:
        found["sent_within_90_days"] = days(create, send) > 90
        found["sent_within_2160_hours"] = seconds(create, send) > 90 * 24 * HOUR
    if penalty is not None and notice is not None:
        found["penalty_after_60_days"] = days(notice, penalty) < 60
        found["penalty_after_1440_hours"] = seconds(notice, penalty) < 60 * 24 * HOUR
    if appeal is not None and notice is not None:
        found["prefecture_appeal_in_time"] = days(notice, appeal) > 60
    if appeal is not None:
        found["prefecture_appeal_after_notice"] = notice is None or notice > appeal
        found["appeal_is_forwarded"] = forward is None or forward < appeal
    if judge_appeal is not None:
        found["judge_appeal_after_notice"] = notice is None or notice > judge_appeal
    if penalty is not None:
        found["penalty_after_notice"] = notice is None or notice > penalty
    if notice is not None:
        found["notice_after_sending"] = send is None or send > notice
    if send is not None and notice is not None:
        found["notice_within_90_days_of_sending"] = days(send, notice) > 90
    if penalty is not None and create is not None:
        found["penalty_raises_the_amount"] = cents(events[penalty]["amount"]) <= cents(events[create]["amount"])
    payments = [e for e in events if e["activity"] == "Payment"]
    if payments:
        found["payments_add_up"] = cents(payments[-1]["totalPaymentAmount"]) != sum(cents(e.get("paymentAmount")) for e in payments)
    for i, event in enumerate(events):
        if event["activity"] != "Send for Credit Collection":
            continue
        amount = [e["amount"] for e in events[:i] if e["activity"] in ("Create Fine", "Add penalty")][-1]
        expenses = sum(cents(e.get("expense")) for e in events[:i] if e["activity"] == "Send Fine")
        paid = sum(cents(e.get("paymentAmount")) for e in events[:i] if e["activity"] == "Payment")
        violated = paid >= cents(amount) + expenses
        found["collection_only_if_underpaid"] = found.get("collection_only_if_underpaid", False) or violated
    return found


def main():
    counts, cases = {}, 0
    for line in open(sys.argv[1], encoding="utf-8"):
        cases += 1
        for rule, violated in judge(json.loads(line)["events"]).items():
            count = counts.setdefault(rule, {"applicable": 0, "violating": 0})
            count["applicable"] += 1
            count["violating"] += violated
    print(json.dumps({"cases": cases, "rules": dict(sorted(counts.items()))}, indent=2))


main()
