#!/usr/bin/env python3
"""Scores who-did-what, polarity and certainty against NewsReader MEANTIME.

    stemma eval claims meantime_docs.jsonl -o PRED; score_claims.py meantime_claims.jsonl PRED [--errors N]

An event of the gold data is found where the word of a predication (or its copula) lies in the event's span; nouns that the
gold data does not call events are not counted. Arguments: of events that are found or not, the roles Arg0 and Arg1 of the
gold data; one is right where the chief word of an argument of the same predication lies in its span and the role is the same
("labelled"), or whatever the role among Arg0, Arg1 and Arg2 ("unlabelled"). Precision is taken over the Arg0 and Arg1 given to
events of the gold data that have arguments there (many events of it have none marked, since only arguments that are names or
refer to one another are). Polarity: NEG against the rest, of events that are found or not (a NEG event that is not found is
missed), UNDERSPECIFIED and empty left out.
"""
import json
import sys
from collections import Counter, defaultdict


def prf(right, given, gold):
    p = right / given if given else 0
    r = right / gold if gold else 0
    return f"P {100 * p:.1f} R {100 * r:.1f} F {100 * (2 * p * r / (p + r) if p + r else 0):.1f} ({right} right, {given} given, {gold} gold)"


def main():
    def in_span(gold, given):
        return any(gold["start"] <= head < gold["end"] for head in (given["head"], given.get("pronoun", -1)))

    gold_file, pred_file = sys.argv[1:3]
    errors = int(sys.argv[sys.argv.index("--errors") + 1]) if "--errors" in sys.argv else 0
    pred = defaultdict(list)
    for line in open(pred_file, encoding="utf-8"):
        p = json.loads(line)
        pred[p["doc_id"]].append(p)
    counts, shown = Counter(), []
    for line in open(gold_file, encoding="utf-8"):
        g = json.loads(line)
        own = [p for p in pred[g["doc_id"]] if g["start"] <= p["start"] < g["end"] or ("copula" in p and g["start"] <= p["copula"]["start"] < g["end"])]
        kinds = {"VERB": 0, "STATE": 1, "NOUN": 2}
        own.sort(key=lambda p: (kinds[p["kind"]], p["start"]))
        one = own[0] if own else None
        counts["events"] += 1
        counts["found"] += one is not None
        if g["polarity"] in ("POS", "NEG"):
            neg = one is not None and one["polarity"] == "NEG"
            counts["neg gold"] += g["polarity"] == "NEG"
            counts["neg given"] += neg
            counts["neg right"] += neg and g["polarity"] == "NEG"
            if neg != (g["polarity"] == "NEG"):
                shown.append(("polarity", g["polarity"], g["doc_id"], g["start"], g["text"]))
        if one and g["certainty"] in ("CERTAIN", "PROBABLE", "POSSIBLE"):
            counts["certainty"] += 1
            if g["certainty"] != one["certainty"]:
                shown.append(("certainty", g["certainty"], g["doc_id"], g["start"], f"{g['text']} given {one['certainty']}"))
            counts["certainty right"] += g["certainty"] == one["certainty"]
            for c in ("PROBABLE", "POSSIBLE"):
                counts[c + " gold"] += g["certainty"] == c
                counts[c + " given"] += one["certainty"] == c
                counts[c + " right"] += g["certainty"] == c == one["certainty"]
        if one and g["time"] in ("FUTURE", "NON_FUTURE"):
            for key, value in (("gold", g["time"]), ("given", one["time"])):
                counts["future " + key] += value == "FUTURE"
            if g["time"] != one["time"]:
                shown.append(("future", g["time"], g["doc_id"], g["start"], f"{g['text']} ({one['kind']})"))
            counts["future right"] += g["time"] == one["time"] == "FUTURE"
        marked = [a for a in g["args"] if a["role"] in ("Arg0", "Arg1")]
        given = [a for a in one["args"] if a["role"] in ("Arg0", "Arg1")] if one else []
        counts["args gold"] += len(marked)
        if marked:
            counts["args given"] += len(given)
            for b in given:
                if not any(a["role"] == b["role"] and in_span(a, b) for a in marked):
                    counts["spurious " + one["kind"] + " " + b["role"]] += 1
                    shown.append(("spurious", b["role"], g["doc_id"], g["start"], f"{g['text']} ({one['kind']}): {b['start']}-{b['end']}"))
        for a in marked:
            hit = [b for b in (one["args"] if one else []) if in_span(a, b)]
            same = any(b["role"] == a["role"] for b in hit)
            counts["args right"] += same
            counts["args unlabelled"] += any(b["role"] != "Beside" for b in hit)
            if not same:
                shown.append(("argument", a["role"], g["doc_id"], g["start"], f"{g['text']} ({one['kind'] if one else 'not found'}): {a['text']!r}, given {[(b['role'], b['start']) for b in (one['args'] if one else [])]}"))
        counts["roles " + (one["kind"] if one else "NONE")] += len(marked)
    print(f"events found {counts['found']} of {counts['events']}")
    print("polarity NEG", prf(counts["neg right"], counts["neg given"], counts["neg gold"]))
    print("arguments labelled", prf(counts["args right"], counts["args given"], counts["args gold"]))
    print("arguments unlabelled", prf(counts["args unlabelled"], counts["args given"], counts["args gold"]))
    print(f"certainty right {100 * counts['certainty right'] / max(1, counts['certainty']):.1f} %; "
          + "; ".join(f"{c} {prf(counts[c + ' right'], counts[c + ' given'], counts[c + ' gold'])}" for c in ("PROBABLE", "POSSIBLE")))
    print("future", prf(counts["future right"], counts["future given"], counts["future gold"]))
    print({k[6:]: v for k, v in counts.items() if k.startswith("roles ")}, {k: v for k, v in counts.items() if k.startswith("spurious")})
    for row in shown[:errors]:
        print(*row)


if __name__ == "__main__":
    main()
