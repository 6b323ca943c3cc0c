#!/usr/bin/env python3
"""What does the style of the quotation marks cost?

usage: mark_styles.py GOLD_DIR STEMMA.dll [--split dev] [--docs N] [--keep DIR] [--styles NAME,NAME]

Rewrites the documents of the quotation gold (GOLD_DIR/polnear.docs.jsonl and the files beside it) into each style of marks,
maps the labelled offsets to the new texts, lets "stemma eval quotes" read them and scores each with GOLD_DIR/score_polnear.py,
the documents as they are first. Prints a table: precision, recall and F1 of track A (quoted segments, exact), what speaker
and segment together reach, and the loss against the documents as they are.

How a document is rewritten:
  - the marks of every labelled segment, speech or not, become those of the style; values of HTML attributes keep theirs;
  - other curly double marks (nested, unpaired) become the style's too;
  - where the style's own marks are single, what stood in single marks takes double ones, as British papers do, and
    apostrophes take the shape of the style's closing mark: they collide with it, and that is what is measured;
  - no word is touched.
"""
import argparse, json, os, re, subprocess, sys, tempfile

# name: opening, closing, the pair for what stood in single marks (None: as it was), the shape of apostrophes (None: as it was)
STYLES = {
    "“ ”": ("“", "”", None, None),
    "‘ ’": ("‘", "’", ("“", "”"), "’"),
    "\" \"": ('"', '"', None, None),
    "' '": ("'", "'", ('"', '"'), "'"),
    "„ “": ("„", "“", None, None),
    "„ ”": ("„", "”", None, None),
    "« »": ("«", "»", None, None),
    "» «": ("»", "«", None, None),
    "‹ ›": ("‹", "›", ("«", "»"), None),
    "`` ''": ("``", "''", None, None),
}
INNER = re.compile(r"(?<![\w’'])[‘'](?=[\w$#@\[…])(?!(?:\d0s|tis|em|til|cause|bout|n)\b)((?:[^‘’'\n]|(?<=\w)[’'](?=\w))*?[^\s‘’'])[’'](?!\w)")


def edits(text, segments, style):
    """Replacements (start, end, new), in text order and apart."""
    opening, closing, inner, apostrophe = STYLES[style]
    new = {}
    for s in segments:
        a, b = s["quote_start"], s["quote_end"]
        if a and text[a - 1] == "=":
            continue
        if text[a] in '"“”„':
            new[a] = opening
        if s.get("closed", True) and b - 1 > a and text[b - 1] in '"“”„':
            new[b - 1] = closing
    for i, c in enumerate(text):
        if c in "“”" and i not in new:
            new[i] = opening if c == "“" else closing
    if inner:
        for m in INNER.finditer(text):
            if m.start() not in new and m.end() - 1 not in new:
                new[m.start()], new[m.end() - 1] = inner
    if apostrophe:
        for i, c in enumerate(text):
            if c in "'’" and i not in new:
                new[i] = apostrophe
    return new


def rewrite(text, new):
    """The new text, and for each place of the old one (and its end) the place in the new one."""
    out, places, at = [], [], 0
    for i, c in enumerate(text):
        places.append(at)
        c = new.get(i, c)
        out.append(c)
        at += len(c)
    places.append(at)
    return "".join(out), places


def read(path, split):
    with open(path, encoding="utf-8") as f:
        return [r for r in map(json.loads, f) if r["split"] == split]


def write(path, rows):
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.writelines(json.dumps(r, ensure_ascii=False) + "\n" for r in rows)


def prepare(folder, docs, quotes, attributions, style):
    """Writes the gold of one style into the folder."""
    by_doc = {}
    for q in quotes:
        by_doc.setdefault(q["doc_id"], []).append(q)
    texts, places = {}, {}
    for d in docs:
        new = edits(d["text"], by_doc.get(d["id"], []), style) if style else {}
        texts[d["id"]], places[d["id"]] = rewrite(d["text"], new)
    marks = '" “ ” „' if style is None else STYLES[style][0]
    write(f"{folder}/polnear.docs.jsonl", [{**d, "text": texts[d["id"]], "marks": marks} for d in docs])

    # Offsets inside the marks: the scorer trims the marks of some styles alone.
    def inside(q):
        p, text = places[q["doc_id"]], texts[q["doc_id"]]
        a, b = p[q["quote_start"]], p[q["quote_end"]]
        while a < b and text[a] in "\"“”„‘’'«»‹›`":
            a += 1
        while b > a and text[b - 1] in "\"“”„‘’'«»‹›`":
            b -= 1
        q = {**q, "quote_start": a, "quote_end": b}
        for role in ("speaker", "cue"):
            if q.get(role + "_start") is not None:
                q[role + "_start"], q[role + "_end"] = p[q[role + "_start"]], p[q[role + "_end"]]
        return q

    write(f"{folder}/polnear.quotes.jsonl", map(inside, quotes))
    write(f"{folder}/polnear.attrib.jsonl", [
        {**a, **{role: [[places[a["doc_id"]][s], places[a["doc_id"]][e]] for s, e in a[role]] for role in ("source", "cue", "content")}}
        for a in attributions])
    open(f"{folder}/cofenet_polnear_valid.jsonl", "w").close()
    open(f"{folder}/cofenet_polnear_test.jsonl", "w").close()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("stemma")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--docs", type=int, help="the first N documents alone")
    parser.add_argument("--styles", help="only these, parted by commas")
    parser.add_argument("--keep", help="a folder for the rewritten texts and the predictions")
    options = parser.parse_args()
    docs = read(f"{options.gold}/polnear.docs.jsonl", options.split)[: options.docs]
    known = {d["id"] for d in docs}
    quotes = [q for q in read(f"{options.gold}/polnear.quotes.jsonl", options.split) if q["doc_id"] in known]
    attributions = [a for a in read(f"{options.gold}/polnear.attrib.jsonl", options.split) if a["doc_id"] in known]
    styles = options.styles.split(",") if options.styles else list(STYLES)
    print(f"{len(docs)} documents, {sum(q['attributed'] for q in quotes)} quoted segments in speech, {sum(not q['attributed'] for q in quotes)} others")
    print(f"{'marks':10} {'P':>6} {'R':>6} {'F1':>6} {'loss':>6}   {'with speaker':>12} {'loss':>6}")
    with tempfile.TemporaryDirectory() as temporary:
        base = None
        for number, style in enumerate([None, *styles]):
            folder = os.path.join(options.keep or temporary, f"style{number}")
            os.makedirs(folder, exist_ok=True)
            prepare(folder, docs, quotes, attributions, style)
            subprocess.run(["dotnet", options.stemma, "eval", "quotes", f"{folder}/polnear.docs.jsonl", "-o", f"{folder}/pred.jsonl"], check=True)
            scores = json.loads(subprocess.run(
                [sys.executable, f"{options.gold}/score_polnear.py", f"{folder}/pred.jsonl", "--split", options.split, "--gold", folder, "--json"],
                check=True, capture_output=True, text=True).stdout)["A"]
            exact, whole = scores["quote_exact"], scores["e2e_quote_plus_speaker"]["F1"]
            base = base or (exact["F1"], whole)
            print(f"{style or 'as they are':11}{exact['P']:6.1f} {exact['R']:6.1f} {exact['F1']:6.1f} {base[0] - exact['F1']:6.1f}   {whole:12.1f} {base[1] - whole:6.1f}", flush=True)


if __name__ == "__main__":
    main()
