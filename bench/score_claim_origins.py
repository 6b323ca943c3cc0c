#!/usr/bin/env python3
"""Scores on how many origins the claims of a dossier stand, against the truth of newstree.

usage: score_claim_origins.py NEWSTREE_DIR Stemma.Cli.dll [STORIES]

NEWSTREE_DIR holds sNNN/ with meta.jsonl and truth/sNNN.json. Two sentences are copies of each other where the truth gives them a
common root; the true number of origins of a claim is the number of groups that its tellings fall into. Each dossier is checked too.
"""
import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile


def groups(tellings, sentences):
    found = []
    for telling in tellings:
        best = max(sentences[telling["report"]], key=lambda s: min(s["end"], telling["end"]) - max(s["start"], telling["start"]))
        roots = set(map(str, best["roots"])) or {object()}
        for other in [g for g in found if g & roots]:
            found.remove(other)
            roots |= other
        found.append(roots)
    return len(found)


def dossier(cli, source, story, work):
    folder, out = os.path.join(work, story), os.path.join(work, story + ".json")
    os.mkdir(folder)
    with open(os.path.join(source, story, "meta.jsonl")) as meta, open(os.path.join(folder, "reports.csv"), "w", newline="") as side:
        rows = csv.writer(side)
        rows.writerow(["file", "outlet", "published"])
        for line in map(json.loads, meta):
            shutil.copy(os.path.join(source, story, line["file"]), folder)
            rows.writerow([line["file"], line["outlet"], line["published"] or ""])
    subprocess.run(["dotnet", cli, "read", folder, "-o", out], stdout=subprocess.DEVNULL, check=True)
    if subprocess.run(["dotnet", cli, "check", out], capture_output=True).returncode != 0:
        print(f"{story}: the dossier is not sound")
    with open(out) as f:
        return json.load(f)


def main():
    source, cli = sys.argv[1:3]
    stories = sorted(d for d in os.listdir(source) if os.path.exists(os.path.join(source, d, "meta.jsonl")))[: int(sys.argv[3]) if len(sys.argv) > 3 else None]
    exact = many = few = one = one_right = 0
    with tempfile.TemporaryDirectory() as work:
        for story in stories:
            found = dossier(cli, source, story, work)
            with open(os.path.join(source, "truth", story + ".json")) as f:
                sentences = json.load(f)["sentences"]
            for claim in found["claims"]:
                told, true = len(claim["roots"]), groups(claim["tellings"], sentences)
                if claim["verdict"] == "agree" and told == 1:
                    one, one_right = one + 1, one_right + (true == 1)
                else:
                    exact, many, few = exact + (told == true), many + (told > true), few + (told < true)
    print(f"origins of a claim: {exact} of {exact + many + few} right, {many} too many, {few} too few")
    print(f"widely told, one origin: {one_right} of {one} right")


main()
