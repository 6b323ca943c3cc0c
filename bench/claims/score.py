"""Scores verdicts on the labelled pairs of claims: score.py PRED.jsonl [--part look|held] [--errors N]

PRED.jsonl, a line a pair: {"id": …, "verdict": "conflict" | "compatible" | "agree" | "silent"}; what is missing is silent.
With --copies PRED.jsonl holds {"id": set or report id, "conflicts": N} and any conflict is an error. GUIDELINE.md tells the rest.
"""
import argparse
import json
import pathlib
import sys

# Reasons for which the two tellings need not be found to be about one thing.
APART = {"nothing_to_compare", "other_thing", "other_time", "part_whole", "attribution"}


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def share(part, whole):
    return f"{part / whole:.3f} ({part} of {whole})" if whole else "– (none)"


def score(pairs, given, name):
    said = [p for p in pairs if given.get(p["id"]) == "conflict"]
    true = [p for p in pairs if p["verdict"] == "conflict"]
    right = [p for p in said if p["verdict"] == "conflict"]
    same = [p for p in pairs if p["verdict"] in ("agree", "compatible") and p["reason"] not in APART]
    joined = [p for p in same if given.get(p["id"]) in ("agree", "compatible")]
    exact = [p for p in joined if given[p["id"]] == p["verdict"]]
    print(f"{name}: {len(pairs)} pairs")
    print(f"  conflict precision {share(len(right), len(said))}, recall {share(len(right), len(true))}")
    print(f"  agree or compatible, joined {share(len(joined), len(same))}, with the right one of the two {share(len(exact), len(joined))}")
    print(f"  silent {share(sum(given.get(p['id'], 'silent') == 'silent' for p in pairs), len(pairs))}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("predictions")
    arguments.add_argument("--part", choices=["look", "held"])
    arguments.add_argument("--errors", type=int, default=0, metavar="N", help="show up to N wrong conflicts and N missed ones (of look only)")
    arguments.add_argument("--copies", action="store_true")
    options = arguments.parse_args()
    predictions = lines(options.predictions)
    if options.copies:
        found = sum(p["conflicts"] for p in predictions)
        print(f"conflicts between copies: {found} (must be 0)")
        return 1 if found else 0
    pairs = lines(pathlib.Path(__file__).parent / "pairs.jsonl")
    given = {p["id"]: p["verdict"] for p in predictions}
    unknown = sorted(given.keys() - {p["id"] for p in pairs})
    if unknown:
        sys.exit(f"no such pair: {', '.join(unknown[:5])}")
    pairs = [p for p in pairs if options.part in (None, p["part"])]
    score(pairs, given, options.part or "all")
    score([p for p in pairs if p["trap"]], given, "  traps")
    score([p for p in pairs if not p["trap"]], given, "  in plain view")
    for title, wrong in (("called a conflict, is none", lambda p: given.get(p["id"]) == "conflict" and p["verdict"] != "conflict"),
                         ("a conflict, not called one", lambda p: given.get(p["id"]) != "conflict" and p["verdict"] == "conflict")):
        for p in [p for p in pairs if wrong(p) and p["part"] == "look"][:options.errors]:
            print(f"\n{title}: {p['id']} ({p['verdict']}, {p['reason']})\n  {p['a']['text']}\n  {p['b']['text']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
