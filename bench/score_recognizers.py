#!/usr/bin/env python3
"""Scores times against the English date-time specs of Microsoft Recognizers-Text (MIT; not part of this project).

usage: score_recognizers.py documents SPEC.json > DOCS.jsonl          one document a case, its reference day as "dct"
       stemma eval time DOCS.jsonl -o PRED.jsonl
       score_recognizers.py score SPEC.json PRED.jsonl [--misses] [--only found|value|extra]

The specs tell what an assistant's user means; TIMEX3 tells what a text says. The two are compared so:
* Cases that the specs mark as not supported by the .NET library are left out.
* Spans: TIMEX3 leaves the words before a time out of it ("from", "before", "on", "the"), the specs take many of them in. An
  expression is found where one or two of ours hold the same words as it, SIGNALS below aside.
* A range of the specs, "(a,b,P)", may be one of ours: "a/b", a calendar unit that starts and ends there, or, where the words tell a
  length next to the day of reference ("the next three days"), its length P. Or two of ours: one at a, one at b; or one at a and
  one of length P; or one of length P and one that holds both ends ("the first two weeks of 2021").
* A day counted from another ("three days after 12 January") may be two of ours, the length and the day, that add up to it.
* Where the specs list several values (past and future reading, a.m. and p.m.) any of them will do; "XXXX" in theirs is
  the year they resolve it to.
* Time zones are of our spans and not of theirs. A day and a time of day that belong together are one of ours, often two of theirs.
  The end of a day is the day of ours (TIMEX3 says END in its mod), the last second of it in theirs.
* "Mod" (before, since, mid, …) is said by words outside of the TIMEX3 value and not compared.
* A time of day without a day is compared without the day that ours fills in. T24 of a day is T00 of the next.
* "in two weeks" is a length of TIMEX3 that begins on the day of reference: right where it ends at theirs.
* Granularity is kept: "two months ago" is a month of ours, a day of theirs. A coarser value of the unit that the words name
  is right where it holds their day.
* Lengths are equal as numbers of months and seconds (PT1.5H is PT1H30M). A season without a year is right in any year.

Three figures: expressions found; found with a right value; cases right (all found, all values right, nothing else found).
"""
import argparse, datetime as dt, json, re, sys

SIGNALS = set("""from between to till until through thru and or on at in by the of for before after since within around about
circa as early late later than earlier more less no not any time sometime starting beginning commencing over during into
i the gmt utc pt et pst est cst cet time - – ~ / , . : ; ( ) @ > < = s ' ’ a this""".split())
WORD = re.compile(r"\d+|[^\W\d_]+|[^\w\s]")


def adapt(case):
    """Gives a case of the parsers' spec files the shape of one of the model's."""
    for r in case["Results"]:
        if "Length" in r:
            r["End"] = r["Start"] + r["Length"] - 1
        v = r.get("Value")
        if v is None or "Resolution" in r:
            continue
        values = []
        for side in ("PastResolution", "FutureResolution"):
            own = v.get(side) or {}
            start = next((x for k, x in own.items() if k.startswith("start")), "")
            end = next((x for k, x in own.items() if k.startswith("end")), "")
            single = next((x for k, x in own.items() if not k.startswith(("start", "end"))), "")
            one = {"timex": v.get("Timex", ""), "type": r.get("Type", "")}
            values.append({**one, **({"start": start, "end": end} if start or end else {"value": single}), **({"Mod": v["Mod"]} if v.get("Mod") else {})})
        r["Resolution"] = {"values": values}


def cases(path):
    with open(path, encoding="utf-8-sig") as f:
        for n, c in enumerate(json.load(f)):
            adapt(c)
            if "dotnet" in (c.get("NotSupported", "") + c.get("NotSupportedByDesign", "")).lower():
                continue
            yield f"{n:04d}", c


def reference(case):
    return ((case.get("Context") or {}).get("ReferenceDateTime") or "2016-11-07")[:10]


def day(y, m=1, d=1):
    try:
        return dt.datetime(int(y), int(m), int(d))
    except ValueError:
        return None


def week(y, w):
    try:
        return dt.datetime.fromisocalendar(int(y), int(w), 1)
    except ValueError:
        return None


def months(start, n):
    m = start.year * 12 + start.month - 1 + n
    return day(m // 12, m % 12 + 1)


def span(value):
    """[start, end) of a calendar value, None for anything else."""
    if m := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", value):
        s = day(*m.groups())
        return s and (s, s + dt.timedelta(1))
    if m := re.fullmatch(r"(\d{4})-(\d\d)", value):
        s = day(*m.groups())
        return s and (s, months(s, 1))
    if m := re.fullmatch(r"(?:FY|SY)?(\d{4})", value):
        s = day(m[1])
        return s and (s, months(s, 12))
    if m := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        s = week(m[1], m[2])
        return s and ((s + dt.timedelta(5), s + dt.timedelta(7)) if m[3] else (s, s + dt.timedelta(7)))
    if m := re.fullmatch(r"(\d{4})-Q(\d)", value):
        s = day(m[1], int(m[2]) * 3 - 2)
        return s and (s, months(s, 3))
    if m := re.fullmatch(r"(\d{4})-H(\d)", value):
        s = day(m[1], int(m[2]) * 6 - 5)
        return s and (s, months(s, 6))
    if m := re.fullmatch(r"(\d{3})", value):
        s = day(m[1] + "0")
        return s and (s, months(s, 120))
    if m := re.fullmatch(r"(\d\d)", value):
        s = day(m[1] + "00")
        return s and (s, months(s, 1200))
    return None


def clock(value):
    """(day or None, time or part of day) of a value with T, None for others; T24 is T00 of the next day."""
    m = re.fullmatch(r"(.*?)T(\d{1,2})(?::(\d\d))?(?::(\d\d))?(?:\.\d+)?Z?([+-]\d\d:?\d\d)?", value)
    if m and not value.startswith("P"):
        d, h = m[1], int(m[2])
        if h == 24:
            h, s = 0, span(d)
            d = s[1].strftime("%Y-%m-%d") if s else d
        return d, f"{h:02d}:{m[3] or '00'}:{m[4] or '00'}"
    m = re.fullmatch(r"(.*?)T(MO|AF|EV|NI|NT|DT|MI|ME[BLD]?)", value)
    return (m[1], "NI" if m[2] == "NT" else m[2]) if m and not value.startswith("P") else None


def length(value):
    m = re.fullmatch(r"P(?:([\d.]+)Y)?(?:([\d.]+)Q)?(?:([\d.]+)M)?(?:([\d.]+)W)?(?:([\d.]+)(?:D|BD))?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?", value)
    if not m or not any(m.groups()):
        return None
    y, q, mo, w, d, h, mi, s = (float(g or 0) for g in m.groups())
    return round(y * 12 + q * 3 + mo, 3), round(w * 604800 + d * 86400 + h * 3600 + mi * 60 + s, 1)


def same_point(theirs, ours, ref, middle=False):
    """A point of theirs ("2016-11-08", "T17", "2016-11-08T17") and one value of ours that starts there or is there."""
    if theirs == ours:
        return True
    a, b = clock(theirs), clock(ours)
    if theirs == "PRESENT_REF" or ours == "PRESENT_REF":
        other = ours if theirs == "PRESENT_REF" else theirs
        return other[:10] == ref or other == "PRESENT_REF"
    if a and b:
        return a[1] == b[1] and (not a[0] or not b[0] or a[0] == b[0])
    s, o = span(theirs), span(ours)
    return bool(s and o and (s[0] in (o[0], o[1]) or (middle and o[0] < s[0] < o[1])))


def filled(v):
    """The timex of theirs with the year that it was resolved to."""
    t = v.get("timex", "")
    known = v.get("value") or v.get("start") or v.get("end") or ""
    return re.sub(r"XXXX(?=-\d\d)|^XXXX$", known[:4], t) if known[:4].isdigit() else t


def ends_there(v, ours, ref):
    """True where a length of ours that begins at the reference ends at the point v of theirs."""
    n, start = length(ours), v.get("ref", "")
    known = v.get("value", "")
    if not n or not known[:4].isdigit() or not start:
        return False
    end = dt.datetime.fromisoformat(known)
    begin = dt.datetime.fromisoformat(start) if ":" in known else dt.datetime.fromisoformat(start[:10])
    m = begin.year * 12 + begin.month - 1 + int(n[0])
    try:
        moved = begin.replace(year=m // 12, month=m % 12 + 1) + dt.timedelta(seconds=n[1])
    except ValueError:
        return False
    return moved == end


def one(v, ours, text, ref):
    """True where one value of ours is the value v of theirs."""
    t, known = filled(v), v.get("value", "")
    if ours and text.lower().startswith("in ") and ends_there(v, ours, ref):
        return True
    if not ours:
        return False
    if t == ours:
        return True
    if v["type"] == "set":
        a, b = length(t.replace("WD", "W").replace("WE", "W")), length(ours)
        if a and b:
            return a == b
        a, b = clock(t), clock(ours)
        return bool(a and b and a[1] == b[1] and (a[0] in ("", b[0]))) or t.replace("P1WE", "XXXX-WXX-WE") == ours.replace("P1WE", "XXXX-WXX-WE")
    a, b = length(t.replace("WE", "W")), length(ours.replace("WE", "W"))
    if a and b:
        return a == b
    if t.endswith("T23:59:59") and (known or v.get("end", ""))[:10] == ours:
        return True
    a, b = clock(t), clock(ours)
    if v.get("Mod") and not known:
        known = v.get("end") or v.get("start") or ""
    if re.match(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$", known):
        a = clock(known.replace(" ", "T"))
    if "T" in t and not t.startswith(("P", "(")) and a is not None and a[1].isalpha() and v.get("start", "")[:4].isdigit():
        a = (v["start"][:10], a[1])
    if a and b:
        return a[1] == b[1] and (not a[0] or a[0] == b[0] or ("X" in a[0] and (v.get("value") or v.get("start") or v.get("end", ""))[:10] == b[0]))
    if t in ("SP", "SU", "FA", "WI"):
        return ours.endswith(t)
    o = span(ours)
    if v.get("Mod") and o:
        bounds = [x for x in (v.get("start"), v.get("end")) if x]
        if any(x[:10] in (o[0].strftime("%Y-%m-%d"), o[1].strftime("%Y-%m-%d")) for x in bounds):
            return True
    if "/" in ours:
        ends = ours.split("/")
        return pair(v, ends[0], ends[1], ref)
    if t.startswith("("):
        parts = t.strip("()").split(",")
        if length(ours):
            return length(parts[2]) == length(ours) or length(ours) in [length(p.replace("BD", "D")) for p in parts]
        s = (v.get("start", parts[0])[:10], v.get("end", parts[1])[:10])
        return bool(o and s == (o[0].strftime("%Y-%m-%d"), o[1].strftime("%Y-%m-%d")))
    s = span(t)
    if s and o:
        if s == o:
            return True
        unit = re.search(r"(fortnight|week|month|year|decade)", text.lower())
        size = {"week": 7, "fortnight": 7, "month": 31, "year": 366, "decade": 3660}
        return bool(unit and (s[1] - s[0]).days == 1 and o[0] <= s[0] < o[1] and (o[1] - o[0]).days <= size[unit[1]])
    if o and known and o == span(known[:10]):
        return True
    return bool(o and v.get("start") and v.get("end")
                and (v["start"][:10], v["end"][:10]) == (o[0].strftime("%Y-%m-%d"), o[1].strftime("%Y-%m-%d")))


def pair(v, first, second, ref, middle=False):
    """True where two values of ours are the ends of a range of theirs."""
    t = v.get("timex", "")
    if not t.startswith("("):
        return False
    a, b = t.strip("()").split(",")[:2]
    a, b = (k if "X" in x and k else x for x, k in ((a, v.get("start", "").replace(" ", "T")), (b, v.get("end", "").replace(" ", "T"))))
    s, e = span(second) or (None, None), span(b)
    p = t.strip("()").split(",")[2]
    for long, at in ((first, second), (second, first)):
        if length(long) and length(long) == length(p):
            if same_point(a, at, ref):
                return True
            held, start = span(at), span(a)
            if held and start and held[0] <= start[0] < held[1]:
                return True
    return same_point(a, first, ref, middle) and (same_point(b, second, ref, middle) or bool(e and s[1] == e[0]))


def counted(v, first, second, text):
    """True where a length and a day of ours add up to a day of theirs."""
    n, d, t = length(first), span(second), span(v.get("value", "")[:10])
    if not n or not d or not t:
        return False
    sign = -1 if "before" in text.lower() else 1
    moved = months(d[0].replace(day=1), sign * int(n[0]))
    if not moved:
        return False
    moved = moved + dt.timedelta(days=d[0].day - 1) + dt.timedelta(seconds=sign * n[1])
    return abs((moved - t[0]).days) <= (1 if n[0] else 0)


def words(text, start, end):
    return [(m.start(), m.end(), m[0].lower()) for m in WORD.finditer(text) if m.start() >= start and m.end() <= end]


def score(case, preds):
    """For each expected expression (found, right, ours); and ours that answer to none."""
    text, ref = case["Input"], reference(case)
    rows, used = [], set()
    for r in case["Results"]:
        if not r.get("Resolution"):
            continue
        start = r.get("Start")
        if start is None:
            start = text.lower().find(r["Text"].lower())
        end = r["End"] + 1 if "End" in r else start + len(r["Text"])
        ours = [p for p in preds if p["start"] < end and p["end"] > start]
        used.update(id(p) for p in ours)
        theirs = {w for w in words(text, start, end) if w[2] not in SIGNALS}
        held = {w for p in ours for w in words(text, p["start"], p["end"]) if w[2] not in SIGNALS}
        found = bool(ours) and theirs == held and len(ours) <= 2
        values = [p.get("value") or "" for p in ours]
        now = (case.get("Context") or {}).get("ReferenceDateTime", "")
        vs = [dict(v, ref=now) for v in r["Resolution"]["values"] if "type" in v]
        shared = [q for q in case["Results"] if q is not r and len(ours) == 1 and "Start" in q and q["Start"] < ours[0]["end"] and q["End"] >= ours[0]["start"]]
        if len(shared) == 1 and ours[0].get("value") and clock(ours[0]["value"]):
            theirs |= {w for w in words(text, shared[0]["Start"], shared[0]["End"] + 1) if w[2] not in SIGNALS}
            if theirs == held:
                at = clock(ours[0]["value"])
                right = any(one(v, ours[0]["value"], r["Text"], ref) or one(v, at[0], r["Text"], ref) for v in vs)
                rows.append((r, True, right, ours))
                continue
        right = found and any(one(v, values[0], r["Text"], ref) if len(values) == 1 else pair(v, *values, ref, "middle" in r["Text"].lower()) for v in vs)
        if found and len(values) == 2 and not right:
            right = any(counted(v, *values, r["Text"]) for v in vs)
        if found and len(values) == 2 and not right:
            # two of ours where one of theirs names one moment: "January 3, at noon"
            right = any(one(v, values[0], r["Text"], ref) and one(v, values[1], r["Text"], ref) for v in vs)
        rows.append((r, found, right, ours))
    return rows, [p for p in preds if id(p) not in used]


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = ap.add_subparsers(dest="verb", required=True)
    a = sub.add_parser("documents")
    a.add_argument("spec")
    a = sub.add_parser("score")
    a.add_argument("spec")
    a.add_argument("pred")
    a.add_argument("--misses", action="store_true")
    args = ap.parse_args()
    if args.verb == "documents":
        for n, c in cases(args.spec):
            print(json.dumps({"doc_id": n, "dct": reference(c), "text": c["Input"]}))
        return
    preds = {}
    with open(args.pred, encoding="utf-8") as f:
        for line in f:
            p = json.loads(line)
            preds.setdefault(p["doc_id"], []).append(p)
    total = found = right = whole = count = 0
    for n, c in cases(args.spec):
        rows, extra = score(c, preds.get(n, []))
        total += len(rows)
        found += sum(r[1] for r in rows)
        right += sum(r[2] for r in rows)
        ok = all(r[2] for r in rows) and not extra
        whole += ok
        count += 1
        if args.misses and not ok:
            print(n, reference(c), c["Input"][:120].replace("\n", "\\n"))
            for r, f, g, ours in rows:
                if not g:
                    listed = " | ".join(sorted({v.get("timex", "") + " " + (v.get("value") or v.get("start", "") + ".." + v.get("end", "")) for v in r["Resolution"]["values"]}))
                    print("     ", "VALUE" if f else "SPAN " if ours else "MISS ", f"[{r['Text']}] {listed[:150]}  <>", "; ".join(f"[{p['text']}] {p.get('value')}" for p in ours))
            for p in extra:
                print("      EXTRA", f"[{p['text']}] {p.get('value')}")
    print(f"{args.spec.rsplit('/', 1)[-1]}: found {found}/{total} = {100 * found / max(1, total):.1f} %, value right {right}/{total} = {100 * right / max(1, total):.1f} %, "
          f"cases right {whole}/{count} = {100 * whole / max(1, count):.1f} %")


if __name__ == "__main__":
    main()
