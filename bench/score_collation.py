#!/usr/bin/python3
"""Scores a collation table against one that was aligned by hand.

usage: score_collation.py GOLD.tsv PREDICTED.tsv [--errors N]

Both tables have a header with the names of the witnesses and a row for each place; a cell holds the words of one witness
there, joined by underscores, or nothing. Cells are expanded to words: within a row, two cells of as many words correspond
word by word, else every word of the one to every word of the other. Precision, recall and F1 are taken over the pairs of
corresponding words of all pairs of witnesses; "variant" counts only the pairs of words that differ (the hard ones).
Marks at the ends of words do not matter. Standard library only."""
import itertools, sys

def words_of(cell):
    return [w for w in ("".join(c for c in part if c.isalnum() or c in "'’-").strip("-") for part in cell.split("_")) if w]

def read(path):
    with open(path, encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f]
    names = rows[0]
    return names, [dict(zip(names, (words_of(c) for c in row))) for row in rows[1:]]

def pairs(names, rows):
    """{(a, b): set of (word index in a, word index in b)}, and the words of each witness."""
    at = {n: 0 for n in names}
    words = {n: [] for n in names}
    result = {p: set() for p in itertools.combinations(sorted(names), 2)}
    for row in rows:
        cells = {n: (at[n], len(row.get(n, []))) for n in names}
        for a, b in result:
            (i, n), (j, m) = cells[a], cells[b]
            if n == m:
                result[a, b].update((i + k, j + k) for k in range(n))
            else:
                result[a, b].update((i + k, j + l) for k in range(n) for l in range(m))
        for n in names:
            words[n] += row.get(n, [])
            at[n] = len(words[n])
    return result, words

def figures(gold, found):
    both = len(gold & found)
    p, r = both / max(1, len(found)), both / max(1, len(gold))
    return p, r, 2 * p * r / max(1e-9, p + r)

def main():
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    errors = int(args.pop()) if "--errors" in sys.argv else 0
    (names, gold_rows), (found_names, found_rows) = read(args[0]), read(args[1])
    if sorted(names) != sorted(found_names):
        sys.exit(f"other witnesses: {sorted(names)} and {sorted(found_names)}")
    (gold, words), (found, found_words) = pairs(names, gold_rows), pairs(found_names, found_rows)
    for n in names:
        if words[n] != found_words[n]:
            k = next((k for k, (x, y) in enumerate(zip(words[n], found_words[n])) if x != y), min(len(words[n]), len(found_words[n])))
            sys.exit(f"{n}: the tables hold other words from word {k} on: {words[n][k:k+3]} and {found_words[n][k:k+3]}")
    flat = lambda table: {(p, x) for p, xs in table.items() for x in xs}
    g, f = flat(gold), flat(found)
    differs = lambda s: {((a, b), (i, j)) for (a, b), (i, j) in s if words[a][i].lower() != words[b][j].lower()}
    for name, x, y in (("all", g, f), ("variant", differs(g), differs(f))):
        print("%-8s precision %.5f recall %.5f F1 %.5f (%d pairs of words)" % (name, *figures(x, y), len(x)))
    for mark, wrong in (("missed", sorted(g - f)), ("wrong", sorted(f - g))):
        for (a, b), (i, j) in wrong[:errors]:
            print(mark, a, b, " ".join(words[a][max(0, i - 2):i]), "[%s]" % words[a][i], "|", " ".join(words[b][max(0, j - 2):j]), "[%s]" % words[b][j])

main()
