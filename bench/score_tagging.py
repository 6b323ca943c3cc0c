#!/usr/bin/env python3
"""Scores parts of speech and base forms against a treebank: the percentage of words that are right.

usage: bench/score_tagging.py GOLD.conllu PREDICTED.conllu [--json]

Both files hold the same words. Tags are column 4 (UPOS), base forms column 3 (LEMMA), compared as they are written.
"""
import json
import sys


def words(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) == 10 and columns[0].isdigit():
                yield columns[1], columns[2], columns[3]


def main():
    gold, predicted = list(words(sys.argv[1])), list(words(sys.argv[2]))
    if not gold or [w[0] for w in gold] != [w[0] for w in predicted]:
        sys.exit("the two files hold different words")
    score = {name: 100 * sum(g[column] == p[column] for g, p in zip(gold, predicted)) / len(gold) for name, column in (("upos", 2), ("lemma", 1))}
    print(json.dumps(score) if "--json" in sys.argv[3:] else "words {}  UPOS {upos:.2f} %  lemma {lemma:.2f} %".format(len(gold), **score))


if __name__ == "__main__":
    main()
