#!/usr/bin/env python3
"""Scores articles kept of flattened pages beside keeping all and beside the best simple rule, in one run.

usage: bench/flat_text.py FLAT.jsonl.gz GOLD.jsonl.gz PREDICTED.jsonl [--json]

FLAT: {"id", "text"} a line, pages dumped to plain text. GOLD: {"id", "body"} or {"id", "bodylist"} a line (paragraphs in square
brackets may be kept or not: the better counts). PREDICTED: what `stemma eval reading FLAT.jsonl.gz -o PREDICTED.jsonl` wrote.
Word F1: words as a multiset without case, F1 of each page, averaged. Each system is scored on all pages and on two halves by CRC-32
of the id, so that a rule that was made by looking at the even half shows on the odd one what it is worth. The simple rules keep the
lines that have at least N characters, those that end like a sentence too, or those that do both; N is chosen best on all pages,
which flatters the rule and not us.
"""
import collections
import gzip
import json
import re
import sys
import zlib

LENGTHS = (20, 30, 40, 50, 60, 70, 80, 100, 120, 150, 200)
END = re.compile(r"[.!?…。！？।۔؟][\"'”’»)\]」』\s]*$")
WORD = re.compile(r"\w+")


def rows(path):
    """Yields the objects of a file of JSON lines, packed or not."""
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def words(text):
    return collections.Counter(word.lower() for word in WORD.findall(text))


def bodies(gold):
    if "bodylist" not in gold:
        return [words(gold["body"])]
    optional = [p.startswith("[") and p.endswith("]") for p in gold["bodylist"]]
    every = "\n".join(p[1:-1] if o else p for p, o in zip(gold["bodylist"], optional))
    return [words(every), words("\n".join(p for p, o in zip(gold["bodylist"], optional) if not o))]


def f1(kept, golds):
    """The best F1 of the kept words against any of the bodies."""
    best = 0.0
    for gold in golds:
        total = sum(kept.values()) + sum(gold.values())
        best = max(best, 2 * sum((kept & gold).values()) / total if total else 1.0)
    return best


def main():
    paths = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(paths) != 3:
        sys.exit(__doc__)
    gold = {g["id"]: bodies(g) for g in rows(paths[1])}
    flat = {f["id"]: f["text"] for f in rows(paths[0])}
    ours = {p["id"]: p.get("text") or "" for p in rows(paths[2])}
    scores = collections.defaultdict(dict)
    for page, golds in gold.items():
        lines = [(len(line.strip()), bool(END.search(line)), words(line)) for line in flat.get(page, "").split("\n")]
        scores["stemma"][page] = f1(words(ours.get(page, "")), golds)
        scores["keep all"][page] = f1(sum((w for _, _, w in lines), collections.Counter()), golds)
        for least in LENGTHS:
            long = sum((w for n, _, w in lines if n >= least), collections.Counter())
            ended = sum((w for n, e, w in lines if n < least and n >= LENGTHS[1] and e), collections.Counter())
            both = sum((w for n, e, w in lines if n >= least and e), collections.Counter())
            scores[f"lines of {least} characters"][page] = f1(long, golds)
            scores[f"lines of {least} characters or ended"][page] = f1(long + ended, golds)
            scores[f"lines of {least} characters and ended"][page] = f1(both, golds)

    def mean(name, half=None):
        values = [v for page, v in scores[name].items() if half is None or zlib.crc32(page.encode()) & 1 == half]
        return sum(values) / len(values) if values else 0.0

    best = max((n for n in scores if n.startswith("lines")), key=mean)
    result = {n: {"all": mean(n), "even": mean(n, 0), "odd": mean(n, 1)} for n in ("stemma", "keep all", best)}
    if "--json" in sys.argv:
        print(json.dumps({"pages": len(gold), "word F1": result}, indent=1))
        return
    print(f"pages={len(gold)}  word F1: all, even half, odd half")
    for name, value in result.items():
        print(f"{value['all']:.4f}  {value['even']:.4f}  {value['odd']:.4f}  {'best simple rule: ' if name == best else ''}{name}")


main()
