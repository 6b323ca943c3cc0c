#!/usr/bin/env python3
"""Derives the English lexicon tables from WordNet 3.0 and SCOWL (Debian packages wordnet-base 1:3.0-37 and scowl 2020.12.07-2).

usage: python3 tables/derive_lexicon.py /usr/share/wordnet /usr/share/dict/scowl src/Stemma/Languages/En

Writes lexicon.tsv.gz (senses), irregular.tsv.gz (inflection), spelling.tsv.gz (British to American). The same input gives the same bytes.
"""
import collections, glob, gzip, os, re, sys

WORDNET, SCOWL, OUT = sys.argv[1:4]
COMMAND = "python3 tables/derive_lexicon.py /usr/share/wordnet /usr/share/dict/scowl src/Stemma/Languages/En"

# SCOWL sizes: 60 is a desk dictionary, which is what news are written with.
SENSE_SIZE, SPELLING_SIZE = 60, 60
# A word's rarer senses make it the synonym of nearly everything; the first few are what news mean.
SYNONYM_SENSES = {"n": 3, "v": 4, "a": 3, "r": 3}
SISTER_SENSES = 2
# Sisters must differ in kind, not be "two sorts of person": at most so many words below the parent, and the parent so deep.
SISTER_FAMILY, SISTER_DEPTH = 60, 5
FORM_SENSES = 4
# Kinds of concrete things and of times exclude each other; a person can be both a maker and a producer, an act both a talk and a
# visit. Numbers of WordNet's lexicographer files: animal, artifact, body, food, object, phenomenon, plant, substance, time.
SISTER_FILES = {"05", "06", "08", "13", "17", "19", "20", "27", "28"}


# Of these the kinds of which one place has but one: what is eaten, plants, days of the week, months.
EXCLUSIVE_FILES = {"13", "20"}


def words(names, size):
    found = set()
    for name in names:
        for path in glob.glob(os.path.join(SCOWL, name + ".*")):
            if int(path.rsplit(".", 1)[1]) <= size:
                found |= {w.strip().lower() for w in open(path, encoding="iso-8859-1")}
    return {w for w in found if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", w)}


def write(name, source, licence, lines):
    head = [f"# source: {source}", f"# licence: {licence}", f"# command: {COMMAND}"]
    with open(os.path.join(OUT, name), "wb") as raw, gzip.GzipFile("", "wb", 9, raw, 0) as file:
        file.write(("\n".join(head + lines) + "\n").encode("utf-8"))


common = words(["english-words", "american-words", "british-words", "english-upper", "american-upper"], SENSE_SIZE)


def known(word):
    return re.fullmatch(r"[a-z]+(?:-[a-z]+)*", word) and (word in common or ("-" in word and all(p in common for p in word.split("-"))))


# --- WordNet: synsets, senses in order of use, tag counts
synsets, lexicographer, counts, senses = {}, {}, collections.Counter(), collections.defaultdict(list)
for letter, part in zip("nvar", ("noun", "verb", "adj", "adv")):
    for line in open(f"{WORDNET}/data.{part}", encoding="utf-8"):
        if line.startswith("  "):
            continue
        f = line.split("|")[0].split()
        n = int(f[3], 16)
        names = [re.sub(r"\(.*", "", f[4 + 2 * i]) for i in range(n)]
        p = 4 + 2 * n
        pointers = [(f[p + 1 + 4 * i], f[p + 2 + 4 * i], f[p + 3 + 4 * i], f[p + 4 + 4 * i]) for i in range(int(f[p]))]
        synsets[letter + f[0]] = (names, pointers)
        lexicographer[letter + f[0]] = f[1]
    for line in open(f"{WORDNET}/index.{part}", encoding="utf-8"):
        if line.startswith("  "):
            continue
        f = line.split()
        k = int(f[2])
        senses[f[0], letter] = [letter + x for x in f[-k:]]
for line in open(f"{WORDNET}/cntlist.rev"):
    key, _, count = line.split()
    lemma, rest = key.split("%")
    counts[lemma, "nvara"[int(rest[0]) - 1]] += int(count)


def depth(synset, seen=()):
    up = [p[2] + p[1] for p in synsets[synset][1] if p[0] in ("@", "@i")]
    return 1 + min((depth(u) for u in up), default=0)


def words_of(synset):
    return {w.lower() for w in synsets[synset][0] if known(w.lower())}


rank = {}
for (lemma, letter), ids in senses.items():
    for i, s in enumerate(ids):
        rank[lemma, s] = i
usual = lambda lemma, s, limit: rank.get((lemma, s), 99) < limit

in_synset, in_family, exclusive = collections.defaultdict(set), collections.defaultdict(set), collections.defaultdict(set)
forms, opposites = set(), set()
for s, (names, pointers) in sorted(synsets.items()):
    letter = s[0]
    own = {w for w in words_of(s) if usual(w, s, SYNONYM_SENSES[letter])}
    in_synset[s] |= own
    if letter == "n" and lexicographer[s] in SISTER_FILES:
        for kind, offset, _, _ in pointers:
            if kind in ("@", "@i"):
                in_family["n" + offset] |= {w for w in own if usual(w, s, SISTER_SENSES)}
                if lexicographer[s] in EXCLUSIVE_FILES or (lexicographer[s] == "28" and names[0][0].isupper()):
                    exclusive["n" + offset] |= {w for w in own if usual(w, s, 1)}
    for kind, offset, pos, ends in pointers:
        other = pos.replace("s", "a") + offset
        if kind not in ("+", "!", "\\", "<") or ends == "0000":
            continue
        a, b = names[int(ends[:2], 16) - 1].lower(), synsets[other][0][int(ends[2:], 16) - 1].lower()
        if known(a) and known(b) and a != b and usual(a, s, FORM_SENSES) and usual(b, other, FORM_SENSES):
            (opposites if kind == "!" else forms).add((min(a, b), max(a, b)))
in_synset = {s: w for s, w in in_synset.items() if len(w) > 1}
exclusive = {s: w for s, w in exclusive.items() if 1 < len(w) <= SISTER_FAMILY and depth(s) >= SISTER_DEPTH}
in_family = {s: w for s, w in in_family.items() if 1 < len(w) <= SISTER_FAMILY and depth(s) >= SISTER_DEPTH}

# An adjective stands close to the head of its cluster ("big" to "large"): the pair is a synset of its own.
for s, (names, pointers) in sorted(synsets.items()):
    if s[0] != "a":
        continue
    for kind, offset, pos, _ in pointers:
        if kind == "&" and "a" + offset > s:
            pair = {w for w in words_of(s) if usual(w, s, 2)}, {w for w in words_of("a" + offset) if usual(w, "a" + offset, 2)}
            for x in sorted(pair[0]):
                for y in sorted(pair[1]):
                    if x != y:
                        in_synset.setdefault(f"{s}&{x}&{y}", {x, y})

numbers = {}
number = lambda key: numbers.setdefault(key, len(numbers))
rows = collections.defaultdict(lambda: [[], [], [], [], []])
for column, table in ((0, in_synset), (1, in_family), (4, exclusive)):
    for s in sorted(table):
        for w in sorted(table[s]):
            rows[w][column].append(number((column, s)))
for column, pairs in ((2, forms), (3, opposites)):
    for pair in sorted(pairs):
        for w in pair:
            rows[w][column].append(number((column, pair)))
lines = ["# columns: word, its usual senses, the kinds it is one of, its derived forms, its opposites, the kinds that exclude each other; two words with a number in common are related"]
for w in sorted(rows):
    lines.append("\t".join([w] + [",".join(map(str, sorted(c))) for c in rows[w]]).rstrip("\t"))
write("lexicon.tsv.gz", "WordNet 3.0 (Princeton University), Debian wordnet-base 1:3.0-37; words of SCOWL 2020.12.07 up to size 60", "WordNet 3.0 licence and SCOWL licence, see WordNet-LICENSE.txt and SCOWL-LICENSE.txt", lines)

# --- inflections that rules do not reach
vocabulary = words(["english-words", "american-words", "british-words"], SPELLING_SIZE)
irregular = {}
for letter, part in zip("vna", ("verb", "noun", "adj")):
    for line in open(f"{WORDNET}/{part}.exc"):
        word, base = line.split()[:2]
        if word == base or word in irregular or word not in vocabulary or base not in vocabulary or "_" in word:
            continue
        own = max((counts[word, l] for l in "nvar"), default=0)
        if own > counts[base, letter]:
            continue
        if letter == "n" and word.endswith("s") and counts[re.sub("e?s$", "", word), "v"] + counts[re.sub("s$", "", word), "v"] > counts[base, "n"]:
            continue
        if word.endswith(("ied", "ier", "iest", "ily")):
            continue
        # "abetted" and the like are regular: doubled or dropped letters
        stem = word[:-2] if word.endswith("ed") else word[:-3] if word.endswith("ing") else None
        if stem and (stem in (base, base[:-1]) or (len(stem) > 1 and stem[-1] == stem[-2] and stem[:-1] == base)):
            continue
        irregular[word] = base
write("irregular.tsv.gz", "WordNet 3.0 exception lists (Princeton University), Debian wordnet-base 1:3.0-37", "WordNet 3.0 licence, see WordNet-LICENSE.txt",
      ["# columns: form, base"] + [f"{w}\t{b}" for w, b in sorted(irregular.items())])

# --- British spelling to American
american, shared = words(["american-words"], SPELLING_SIZE), words(["english-words"], SPELLING_SIZE)
british = words(["british-words", "british_z-words", "british_variant_1-words", "canadian-words", "australian-words"], SPELLING_SIZE)
CHANGES = [("our", "or"), ("is", "iz"), ("ys", "yz"), ("re", "er"), ("ll", "l"), ("l", "ll"), ("ae", "e"), ("oe", "e"), ("ogue", "og"), ("c", "s"),
           ("amme", "am"), ("mme", "m"), ("sc", "sk"), ("ey", "ay"), ("ough", "ow"), ("ou", "o"), ("ium", "um"), ("pp", "p"), ("tt", "t"), ("e", ""),
           ("que", "ck"), ("lle", "l"), ("yre", "ire"), ("st", ""), ("ph", "f"), ("x", "ct"), ("s", "z"), ("y", "i"), ("er", "or"), ("re", "er"), ("ko", "co"), ("ss", "s")]
spelling = {}
for w in sorted(british - american - shared):
    for a, b in CHANGES:
        at = [m.start() for m in re.finditer(f"(?={a})", w)]
        hits = [w[:i] + b + w[i + len(a):] for i in at]
        if re.search(f"{a}.*{a}", w):
            hits.append(w.replace(a, b))
        hits = [h for h in hits if h in american]
        if hits:
            spelling[w] = hits[0]
            break
for w in sorted(british - american - shared - set(spelling)):
    hit = re.sub("amme(d|r|rs|s)?$", lambda m: "am" + (m[1] or ""), w)
    if hit in american | shared and hit != w:
        spelling[w] = hit
write("spelling.tsv.gz", "SCOWL 2020.12.07 (Kevin Atkinson), Debian scowl 2020.12.07-2", "SCOWL licence, see SCOWL-LICENSE.txt",
      ["# columns: British, American"] + [f"{w}\t{a}" for w, a in sorted(spelling.items())])
print(len(rows), "words,", len(in_synset), "synonym sets,", len(in_family), "families,", len(forms), "forms,", len(opposites), "opposites;", len(irregular), "irregular;", len(spelling), "spellings")
