#!/usr/bin/env python3
"""Scores typed names by exact spans and types: precision, recall and F1 for each type, all types, and spans whatever their type.

usage: bench/score_names.py GOLD PREDICTED [--names] [--documents M/N] [--errors N] [--json]

GOLD: tokens with labels in IOB1, IOB2 or the format of Universal NER, a file, or a folder of *.conll. PREDICTED: what `stemma eval
names GOLD -o PREDICTED` wrote. Types that GOLD never has (MISC in some sets) are left out of both. --documents 4/5 scores every
fifth document alone: those whose number, counted from 0, leaves 4 when divided by 5. --names is for sets that mark every phrase which
refers to somebody (re3d: "he", "the minister", "Minister Jo Dale"): gold phrases without a capital letter after their first word, or
of a pronoun alone, are left out of both, and a name counts as right where it has the type of a gold phrase, lies in it and ends where
it ends; a name inside such a phrase that ends elsewhere counts as wrong.
"""
import collections
import glob
import json
import os
import sys

TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "MISC", "PERSON": "PER", "PER": "PER", "ORG": "ORG", "LOC": "LOC", "MISC": "MISC", "OTH": "MISC"}
PRONOUNS = set("i he she it we they you me him her us them my his its our their your who whom whose myself himself itself themselves mine this that these those".split())


def sentences(path):
    """Yields the number of the document, the tokens and the labels of every sentence."""
    paths = sorted(glob.glob(os.path.join(path, "**", "*.conll"), recursive=True)) if os.path.isdir(path) else [path]
    document = -1
    for file in paths:
        tokens, labels, empty = [], [], True
        document += 1
        for line in list(open(file, encoding="utf-8")) + [""]:
            line = line.rstrip("\r\n")
            if not line.strip():
                if tokens:
                    yield document, tokens, labels
                    empty = False
                tokens, labels = [], []
                continue
            if line.startswith(("-DOCSTART-", "# newdoc")):
                document += 0 if empty else 1
                empty = True
            columns = line.split("\t" if "\t" in line else " ")
            if line.startswith("-DOCSTART-") or len(columns) < 2 or (line.startswith("# ") and columns[-1] != "O"):
                continue
            numbered = len(columns) > 3 and columns[0].isdigit()
            tokens.append(columns[1] if numbered else columns[0])
            labels.append(columns[2] if numbered else columns[-1])


def spans(labels):
    found, start = [], None
    for i, label in enumerate(labels + ["O"]):
        if start is not None and not (label.startswith("I-") and label[2:] == labels[start][2:]):
            found.append((start, i, labels[start][2:]))
            start = None
        if start is None and len(label) > 2:
            start = i
    return found


def named(tokens, start, end):
    words = tokens[start:end]
    if len(words) == 1:
        return words[0].lower() not in PRONOUNS and words[0][:1].isupper()
    return any(any(c.isupper() for c in w) and w.lower() not in PRONOUNS for w in words[1:]) or (words[0].lower() not in PRONOUNS | {"the", "a", "an"} and words[0][0].isupper() and start > 0)


def main():
    arguments = sys.argv[1:]
    files = [a for i, a in enumerate(arguments) if not a.startswith("--") and (i == 0 or arguments[i - 1] not in ("--documents", "--errors"))]
    lenient = "--names" in arguments
    part = arguments[arguments.index("--documents") + 1].split("/") if "--documents" in arguments else None
    errors = int(arguments[arguments.index("--errors") + 1]) if "--errors" in arguments else 0
    gold, predicted = list(sentences(files[0])), list(sentences(files[1]))
    if [g[1] for g in gold] != [p[1] for p in predicted]:
        sys.exit("the two files hold different tokens")
    kinds = {TYPES.get(label[2:]) for _, _, labels in gold for label in labels if len(label) > 2}
    right, given, wanted = collections.Counter(), collections.Counter(), collections.Counter()
    shown = []
    for (document, tokens, labels), (_, _, answers) in zip(gold, predicted):
        if part and document % int(part[1]) != int(part[0]):
            continue
        truth = {(s, e, TYPES.get(t)) for s, e, t in spans(labels)}
        found = {(s, e, TYPES[t]) for s, e, t in spans(answers) if TYPES[t] in kinds}
        if lenient:
            unnamed = {g for g in truth if g[2] is None or g[2] == "MISC" or not named(tokens, g[0], g[1])}
            truth -= unnamed
            found = {f for f in found if f[2] != "MISC" and not any(u[0] <= f[0] and f[1] <= u[1] for u in unnamed)}
            match = {f: g for f in found for g in truth if g[2] == f[2] and g[0] <= f[0] and f[1] == g[1]}
            hit, loose = {(g[0], g[1], g[2]) for g in match.values()}, {(f, g) for f in found for g in truth if g[0] <= f[0] and f[1] == g[1]}
            untyped = len({g for _, g in loose})
        else:
            truth = {g for g in truth if g[2] is not None}
            hit = truth & found
            untyped = len({g[:2] for g in truth} & {f[:2] for f in found})
        for counter, items in ((right, hit), (given, found), (wanted, truth)):
            for item in items:
                counter[item[2]] += 1
                counter["all"] += 1
        right["spans"] += untyped
        given["spans"] += len({f[:2] for f in found})
        wanted["spans"] += len({g[:2] for g in truth})
        ok = set(hit) | (set(match) if lenient else set())
        shown += [("missed" if item in truth else "wrong", item[2], " ".join(tokens[item[0]:item[1]]), " ".join(tokens)) for item in sorted((truth | found) - ok, key=lambda x: (x[0], x[1], str(x[2])))]
    table = {}
    for kind in ["PER", "ORG", "LOC", "MISC", "all", "spans"]:
        if wanted[kind] or given[kind]:
            p = 100 * right[kind] / given[kind] if given[kind] else 0.0
            r = 100 * right[kind] / wanted[kind] if wanted[kind] else 0.0
            table[kind] = {"precision": round(p, 2), "recall": round(r, 2), "f1": round(2 * p * r / (p + r), 2) if p + r else 0.0, "gold": wanted[kind]}
    if "--json" in arguments:
        print(json.dumps(table))
    else:
        for kind, row in table.items():
            print("{:6} P {precision:6.2f}  R {recall:6.2f}  F1 {f1:6.2f}  of {gold}".format(kind, **row))
    for kind, name, words, sentence in shown[:: max(1, len(shown) // errors)] if errors else []:
        print(f"{kind}\t{name}\t{words}\t| {sentence[:150]}")


if __name__ == "__main__":
    main()
