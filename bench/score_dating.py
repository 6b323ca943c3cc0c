#!/usr/bin/env python3
"""Scores the dates that were found for texts whose dates had been taken out.

usage: bench/score_dating.py PREDICTED [--stripped line|dates] [--wrong N] [--json]

PREDICTED: what `stemma eval dating DOCS.jsonl -o PREDICTED` wrote. For each protocol, in parts of all texts: how many got an interval
at all (answered); how many got one that holds the true day and lies in one year, in one month, in seven days, on one day; and,
in parts of the answered, how many got an interval without the true day (wrong). `--stripped dates`: not only the line with the date
was taken out but every whole date of that day. --wrong N prints the first N wrong ones with their reasons. The last lines count the
words that could tell a date at all.
"""
import argparse
import collections
import datetime
import json
import statistics


def day(text):
    return datetime.date.fromisoformat(text)


def score(lines):
    found = [(day(l["from"]), day(l["to"]), day(l["truth"])) for l in lines if l["from"]]
    right = [(a, b) for a, b, t in found if a <= t <= b]
    share = lambda part: 100.0 * part / len(lines)
    return {
        "texts": len(lines),
        "answered": share(len(found)),
        "year": share(sum(a.year == b.year for a, b in right)),
        "month": share(sum((a.year, a.month) == (b.year, b.month) for a, b in right)),
        "week": share(sum((b - a).days < 7 for a, b in right)),
        "day": share(sum(a == b for a, b in right)),
        "wrong": 100.0 * (len(found) - len(right)) / max(1, len(found)),
        "days": statistics.median((b - a).days + 1 for a, b in right) if right else 0,
    }


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("predicted")
    parser.add_argument("--stripped", default="line", choices=["line", "dates"])
    parser.add_argument("--wrong", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    lines = [l for l in map(json.loads, open(options.predicted, encoding="utf-8")) if l["stripped"] == options.stripped]
    protocols = list(dict.fromkeys(l["protocol"] for l in lines))
    scores = {p: score([l for l in lines if l["protocol"] == p]) for p in protocols}
    if options.json:
        print(json.dumps(scores))
        return
    print(f"{'protocol':<20}{'texts':>6}{'answered':>10}{'year':>7}{'month':>7}{'week':>7}{'day':>7}{'wrong':>7}{'median days':>13}")
    for name, s in scores.items():
        print(f"{name:<20}{s['texts']:>6}{s['answered']:>10.1f}{s['year']:>7.1f}{s['month']:>7.1f}{s['week']:>7.1f}{s['day']:>7.1f}{s['wrong']:>7.1f}{s['days']:>13.0f}")
    words = collections.Counter(w for l in lines for w in l.get("words", []))
    print("texts that have: " + ", ".join(f"{w} {n}" for w, n in sorted(words.items())))
    wrong = [l for l in lines if l["from"] and not day(l["from"]) <= day(l["truth"]) <= day(l["to"])]
    for l in wrong[: options.wrong]:
        print(f"{l['protocol']} {l['doc_id']}: {l['truth']} not in {l['from']}..{l['to']} (dated: {l['dated']})")
        for reason in l["reasons"]:
            print("    " + reason)


if __name__ == "__main__":
    main()
