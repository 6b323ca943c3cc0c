#!/usr/bin/env python3
"""Scores `stemma eval support` on PropSegmEnt (lines with premise, hypothesis, label E, N or C).

    stemma eval support PAIRS.jsonl -o PRED; score_support.py PAIRS.jsonl PRED

Balanced accuracy at the program's own threshold: the mean of the parts of E called told and of N and C called not told. Beside it
the best that any threshold gives on these pairs (no measure of the program, for it is picked on what it is scored on) and the area under the curve.
"""
import json
import sys


def balanced(told, gold):
    yes = [t for t, g in zip(told, gold) if g]
    no = [not t for t, g in zip(told, gold) if not g]
    return 100 * (sum(yes) / len(yes) + sum(no) / len(no)) / 2


def main():
    gold = [json.loads(line)["label"] == "E" for line in open(sys.argv[1], encoding="utf-8")]
    rows = [line.split("\t") for line in open(sys.argv[2], encoding="utf-8")]
    scores, told = [float(r[1]) for r in rows], [r[2].strip() == "1" for r in rows]
    best = max(balanced([s >= t for s in scores], gold) for t in sorted(set(scores)))
    yes, no = [s for s, g in zip(scores, gold) if g], [s for s, g in zip(scores, gold) if not g]
    area = sum((a > b) + (a == b) / 2 for a in yes for b in no) / len(yes) / len(no)
    print(f"balanced accuracy {balanced(told, gold):.1f} ({len(gold)} pairs; any threshold at most {best:.1f}; area under the curve {100 * area:.1f})")


if __name__ == "__main__":
    main()
