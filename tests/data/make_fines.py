#!/usr/bin/env python3
"""Makes road-fines-small.jsonl: some hundred synthetic cases in the shape of the real log, with periods near their limits and
over both changes of the clock. usage: make_fines.py N SEED > road-fines-small.jsonl
"""
import json
import random
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

ROME = ZoneInfo("Europe/Rome")


class Log:
    def __init__(self, random_source):
        self.random = random_source
        self.events = []
        self.now = datetime(2006, 1, 1) + timedelta(days=random_source.randint(0, 1500))

    def add(self, activity, days=0, **fields):
        self.now += timedelta(days=days)
        event = {"activity": activity, "time": self.now.replace(tzinfo=ROME).isoformat()}
        event.update(fields)
        event["lifecycle"] = "complete"
        self.events.append(event)

    def near(self, limit):
        return self.random.choice([limit - 30, limit - 1, limit, limit, limit + 1, limit + 40])


def make_case(number, rnd):
    log = Log(rnd)
    amount = rnd.choice([22.0, 35.0, 36.0, 71.5, 148.35])
    log.add("Create Fine", amount=amount, vehicleClass="A", totalPaymentAmount=0.0, article=157)
    paid, expense = 0.0, 0.0

    def pay(days):
        nonlocal paid
        share = round(rnd.choice([amount, amount + expense, 10.1, 0.2]), 2)
        paid = round(paid + share, 2)
        total = paid if rnd.random() < 0.9 else round(paid + 0.01, 2)
        log.add("Payment", days, paymentAmount=share, totalPaymentAmount=total)

    if rnd.random() < 0.2:
        pay(rnd.randint(0, 20))
    if rnd.random() < 0.85:
        expense = rnd.choice([0.0, 11.0, 13.5, 17.97])
        log.add("Send Fine", log.near(90), expense=expense)
    if rnd.random() < 0.7:
        log.add("Insert Fine Notification", log.near(90), notificationType="P")
    if rnd.random() < 0.3:
        log.add("Insert Date Appeal to Prefecture", log.near(60))
        if rnd.random() < 0.8:
            log.add("Send Appeal to Prefecture", rnd.randint(0, 30))
    if rnd.random() < 0.6:
        amount = round(amount * rnd.choice([2, 2, 2, 1, 0.5]), 2)
        log.add("Add penalty", log.near(60), amount=amount)
    if rnd.random() < 0.15:
        log.add("Appeal to Judge", rnd.randint(0, 30))
    if rnd.random() < 0.05:
        log.add("Insert Fine Notification", 3, notificationType="C")
    while rnd.random() < 0.35:
        pay(rnd.randint(1, 200))
    if rnd.random() < 0.4:
        log.add("Send for Credit Collection", rnd.randint(200, 900))
    return {"id": "S%d" % number, "events": log.events}


def main():
    rnd = random.Random(int(sys.argv[2]))
    for number in range(int(sys.argv[1])):
        print(json.dumps(make_case(number, rnd), separators=(",", ":")))


main()
