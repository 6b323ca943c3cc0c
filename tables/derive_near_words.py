#!/usr/bin/env python3
"""Derives from WordNet 3.0 which words can stand near each other in meaning: Debian packages wordnet-base 1:3.0-37 and scowl 2020.12.07-2.

usage: python3 tables/derive_near_words.py /usr/share/wordnet /usr/share/dict/scowl src/Stemma/Languages/En

Writes near-words.tsv.gz. The same input gives the same bytes.
"""
import collections, glob, gzip, os, re, sys

WORDNET, SCOWL, OUT = sys.argv[1:4]
COMMAND = "python3 tables/derive_near_words.py /usr/share/wordnet /usr/share/dict/scowl src/Stemma/Languages/En"

# As in derive_lexicon.py: a desk dictionary.
SIZE = 60
# A word's rarest senses are none that news mean: a rewording is judged by more of them than a copy is found by, but not by all.
SENSES = 14
# A broader term must be near: of a term with more kinds, or of one so near the top, nearly everything is a kind.
KINDS, DEPTH, BROADER_SENSES = 80, 4, 4

common = set()
for name in ("english-words", "american-words", "british-words", "english-upper", "american-upper"):
    for path in glob.glob(os.path.join(SCOWL, name + ".*")):
        if int(path.rsplit(".", 1)[1]) <= SIZE:
            common |= {w.strip().lower() for w in open(path, encoding="iso-8859-1")}
known = lambda w: re.fullmatch(r"[a-z]+", w) and w in common

synsets, rank = {}, {}
for letter, part in zip("nvar", ("noun", "verb", "adj", "adv")):
    for line in open(f"{WORDNET}/data.{part}", encoding="utf-8"):
        if line.startswith("  "):
            continue
        f = line.split("|")[0].split()
        n = int(f[3], 16)
        p = 4 + 2 * n
        synsets[letter + f[0]] = ([re.sub(r"\(.*", "", f[4 + 2 * i]).lower() for i in range(n)],
                                  [(f[p + 1 + 4 * i], f[p + 3 + 4 * i].replace("s", "a") + f[p + 2 + 4 * i]) for i in range(int(f[p]))])
    for line in open(f"{WORDNET}/index.{part}", encoding="utf-8"):
        if not line.startswith("  "):
            f = line.split()
            for i, s in enumerate(f[-int(f[2]):]):
                rank[f[0], letter + s] = i

kinds = collections.Counter(p for _, pointers in synsets.values() for kind, p in pointers if kind in ("@", "@i"))


def depth(s):
    up = [p for kind, p in synsets[s][1] if kind in ("@", "@i")]
    return 1 + min((depth(u) for u in up), default=0)


def words(s, senses):
    return {w for w in synsets[s][0] if known(w) and rank.get((w, s), 99) < senses}


same, broader = collections.defaultdict(set), collections.defaultdict(set)
for s in sorted(synsets):
    own = words(s, SENSES)
    if len(own) > 1:
        same[s] = own
    for kind, p in synsets[s][1]:
        # near in meaning: verb groups, the head of an adjective's cluster
        if kind in ("$", "&") and p > s and own and words(p, SENSES):
            same[s + p] = own | words(p, SENSES) if kind == "$" else set()
        narrow, wide = words(s, BROADER_SENSES), words(p, BROADER_SENSES)
        near = kind == "&" and p > s or kind in ("@", "@i") and kinds[p] <= KINDS and (s[0] == "v" or depth(p) >= DEPTH)
        if near and narrow and wide and narrow != wide:
            broader[s + p] = narrow | wide
rows = collections.defaultdict(lambda: [[], []])
number = 0
for column, table in ((0, same), (1, broader)):
    for s in sorted(table):
        if len(table[s]) > 1:
            for w in sorted(table[s]):
                rows[w][column].append(number)
            number += 1
lines = ["# source: WordNet 3.0 (Princeton University), Debian wordnet-base 1:3.0-37; words of SCOWL 2020.12.07 up to size 60",
         "# licence: WordNet 3.0 licence and SCOWL licence, see WordNet-LICENSE.txt and SCOWL-LICENSE.txt",
         "# command: " + COMMAND,
         "# columns: word, the senses it shares, the terms it is broader or narrower than; two words with a number in common are related.",
         "# Numbers rise; each is written as the difference to the one before it."]
steps = lambda numbers: ",".join(str(b - a) for a, b in zip([0] + numbers, numbers))
for w in sorted(rows):
    lines.append("\t".join([w] + [steps(c) for c in rows[w]]).rstrip("\t"))
with open(os.path.join(OUT, "near-words.tsv.gz"), "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as file:
    file.write(("\n".join(lines) + "\n").encode("utf-8"))
print(len(rows), "words,", sum(len(v) > 1 for v in same.values()), "senses,", sum(len(v) > 1 for v in broader.values()), "broader")
