#!/usr/bin/env python3
"""Counts the words of the training part of UD English EWT (https://universaldependencies.org/treebanks/en_ewt/).

usage: python3 tables/derive_word_counts.py en_ewt-ud-train.conllu src/Stemma/Languages/En

Writes word-counts.tsv.gz: words in lower case that stand there twice or more, with their counts. The same input gives the same bytes.
"""
import collections, gzip, os, re, sys

CORPUS, OUT = sys.argv[1:3]
COMMAND = "python3 tables/derive_word_counts.py en_ewt-ud-train.conllu src/Stemma/Languages/En"

counts = collections.Counter()
with open(CORPUS, encoding="utf-8") as file:
    for line in file:
        columns = line.rstrip("\n").split("\t")
        # Words that are written as one have a line for both ("3-4") and one for each part: the parts are not looked up.
        if len(columns) == 10 and columns[0].isdigit():
            word = columns[1].lower().replace("’", "'")
            if re.fullmatch(r"[^\W\d_]+(?:['-][^\W\d_]+)*", word):
                counts[word] += 1
total = sum(counts.values())
rows = sorted((w, n) for w, n in counts.items() if n > 1)
head = ["# source: Universal Dependencies English Web Treebank (Silveira et al. 2014), training part",
        "# licence: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/",
        f"# command: {COMMAND}",
        "# columns: word in lower case, how often it stands there; the first line, without a word, has the count of all words"]
with open(os.path.join(OUT, "word-counts.tsv.gz"), "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as file:
    file.write(("\n".join(head + [f"\t{total}"] + [f"{w}\t{n}" for w, n in rows]) + "\n").encode("utf-8"))
print(f"{len(rows)} words of {total}")
