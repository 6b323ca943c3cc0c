#!/usr/bin/env python3
"""Scores the output of `stemma dedupe` on a corpus whose copies are known.

usage: bench/score_dedupe.py CORPUS.jsonl[.gz] OUTPUT.jsonl

CORPUS has "id", "parent" (the id of the document a copy was made from; -1 or null for an original) and, if it likes, "mode" (the
kind of copy). Prints for each mode the share of copies that stand in a kept pair with their parent (link recall) and the share
that stand in one cluster with it, then the precision: kept pairs, and pairs of documents within clusters, that are of one
true family.
"""
import collections
import gzip
import json
import sys


def lines(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    parents, modes = {}, {}
    for document in lines(sys.argv[1]):
        parent = document.get("parent")
        parents[str(document["id"])] = None if parent in (None, -1, "-1", "") else str(parent)
        modes[str(document["id"])] = document.get("mode", "copy")

    roots = {}

    def family(document):
        path = []
        while document not in roots and parents[document] is not None:
            path.append(document)
            document = parents[document]
        root = roots.setdefault(document, document)
        for step in path:
            roots[step] = root
        return root

    pairs, cluster_of, within, within_right = set(), {}, 0, 0
    right = 0
    for number, line in enumerate(lines(sys.argv[2])):
        if "documents" in line:
            count = collections.Counter(family(d) for d in line["documents"])
            size = sum(count.values())
            within += size * (size - 1) // 2
            within_right += sum(n * (n - 1) // 2 for n in count.values())
            for document in line["documents"]:
                cluster_of[document] = number
        elif "a" in line:
            a, b = line["a"]["id"] if isinstance(line["a"], dict) else line["a"], line["b"]["id"] if isinstance(line["b"], dict) else line["b"]
            pairs.add((a, b) if a < b else (b, a))
            right += family(a) == family(b)

    total, linked, together = collections.Counter(), collections.Counter(), collections.Counter()
    for document, parent in parents.items():
        if parent is None:
            continue
        total[modes[document]] += 1
        linked[modes[document]] += ((document, parent) if document < parent else (parent, document)) in pairs
        together[modes[document]] += document in cluster_of and cluster_of[document] == cluster_of.get(parent)
    for mode in sorted(total):
        print(f"{mode:10} {total[mode]:6} copies   linked with the parent {linked[mode] / total[mode]:.4f}   in one cluster {together[mode] / total[mode]:.4f}")
    copies = sum(total.values())
    if copies:
        print(f"{'all':10} {copies:6} copies   linked with the parent {sum(linked.values()) / copies:.4f}   in one cluster {sum(together.values()) / copies:.4f}")
    print(f"family precision: {right}/{len(pairs)} kept pairs = {right / len(pairs) if pairs else 1:.5f}, "
          f"{within_right}/{within} pairs within clusters = {within_right / within if within else 1:.5f}")


if __name__ == "__main__":
    main()
