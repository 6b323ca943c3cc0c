#!/usr/bin/env python3
"""Derives src/Stemma/Languages/En/verb-fields.tsv.gz: of how many of a verb's uses WordNet says that they tell of talk or thought.

usage: tables/derive_verb_fields.py [WORDNET_FOLDER] (Debian's package wordnet-base puts it at /usr/share/wordnet)

Every sense of a verb lies in one of WordNet's fifteen lexicographer files for verbs (lexnames(5WN)). A sense counts as
often as it was met in WordNet's sense-tagged texts (cntlist(5WN)), and 1 / rank more, so that verbs never met have their first
senses weigh most. Columns: verb, then the shares of communication, cognition, emotion and perception in percent.
"""
import collections
import gzip
import os
import sys

FIELDS = {"32": 0, "31": 1, "37": 2, "39": 3}  # numbers of lexnames(5WN)
VERB = "2"                                     # the part of speech in a sense key, senseidx(5WN)
LEAST = 30                                     # percent: other verbs are left out
TARGET = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "src", "Stemma", "Languages", "En", "verb-fields.tsv.gz")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/wordnet"
    weights = collections.defaultdict(collections.Counter)
    with open(os.path.join(folder, "cntlist.rev"), encoding="utf-8") as lines:
        for line in lines:
            key, _, count = line.split()
            lemma, sense = key.split("%")
            part, field = sense.split(":")[:2]
            if part == VERB:
                weights[lemma][field] += int(count)
    field_of = {}
    with open(os.path.join(folder, "data.verb"), encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith(" "):
                offset, field = line.split(" ", 2)[:2]
                field_of[offset] = field
    rows = []
    with open(os.path.join(folder, "index.verb"), encoding="utf-8") as lines:
        for line in lines:
            if line.startswith(" "):
                continue
            columns = line.split()
            lemma, senses = columns[0], int(columns[2])
            if not lemma.isalpha():
                continue
            uses = weights[lemma]
            for rank, offset in enumerate(columns[-senses:]):
                uses[field_of[offset]] += 1 / (rank + 1)
            total = sum(uses.values())
            shares = [0] * len(FIELDS)
            for field, place in FIELDS.items():
                shares[place] = round(100 * uses[field] / total)
            if sum(shares) >= LEAST:
                rows.append("\t".join([lemma] + [str(s) for s in shares]))
    head = ["# Verbs of talk and thought: verb, percent of its uses that are communication, cognition, emotion, perception.",
            "# source: WordNet 3.0 (Princeton University), its lexicographer files and sense counts",
            "# licence: WordNet's, see WordNet-LICENSE.txt",
            "# command: tables/derive_verb_fields.py"]
    with open(TARGET, "wb") as file:
        file.write(gzip.compress(("\n".join(head + sorted(rows)) + "\n").encode("utf-8"), mtime=0))
    print(f"{len(rows)} verbs")


if __name__ == "__main__":
    main()
