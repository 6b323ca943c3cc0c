#!/usr/bin/env python3
"""Scores a build on gold data and holds the figures against bench/floors.json.

usage: bench/floors.py GOLD_DIR CLI_DLL [evaluation …]

Runs `dotnet CLI_DLL eval PART …`, then the gold set's own scorer. Prints a line a figure ("ok", "FAILED" or "skipped")
and as its last line "N passed, N failed". A set that is not there is skipped: the gold data is no part of the project.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
import time

FLOORS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "floors.json")
TAGGING_SCORER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "score_tagging.py")
# The test part of GUM's own split (splits.md of its repository), as far as the genres go whose texts may be shared.
GUM_TEST = ("academic_discrimination", "academic_eegimaa", "bio_dvorak", "bio_jespersen", "interview_hill", "interview_libertarian", "news_nasa", "news_sensitive",
            "speech_austria", "speech_newzealand", "textbook_chemistry", "textbook_union", "voyage_oakland", "voyage_vavau")
EVALUATION_SECONDS = 600  # one that takes longer hangs; all of them together take a few minutes on two cores


def run(*command):
    """The standard output of a command that must succeed."""
    done = subprocess.run(command, capture_output=True, text=True, timeout=EVALUATION_SECONDS, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        fault = (done.stderr.strip().splitlines() or ["no message"])[0][:300]
        raise RuntimeError(f"{' '.join(map(os.path.basename, command[:4]))} … ended with {done.returncode}: {fault}")
    return done.stdout


class Evaluation:
    """Knows where the gold data lies and how to call the program on it."""

    def __init__(self, gold, dll, temp):
        self.gold, self.dll, self.temp = gold, dll, temp

    def path(self, *parts):
        path = os.path.join(self.gold, *parts)
        if not os.path.exists(path):
            raise FileNotFoundError(os.path.join(*parts))
        return path

    def stemma(self, part, source, result):
        run("dotnet", self.dll, "eval", part, source, "-o", result)

    def out(self, name):
        return os.path.join(self.temp, name)

    def quotes(self):
        scorer, documents = self.path("quotes", "score_polnear.py"), self.out("polnear.dev.jsonl")
        with open(self.path("quotes", "polnear.docs.jsonl"), encoding="utf-8") as all_of_them, open(documents, "w", encoding="utf-8") as dev:
            dev.writelines(line for line in all_of_them if json.loads(line)["split"] == "dev")
        self.stemma("quotes", documents, self.out("quotes.jsonl"))
        tracks = json.loads(run("python3", scorer, self.out("quotes.jsonl"), "--split", "dev", "--gold", os.path.dirname(scorer), "--json"))
        return {"quoted segments found exactly (F1)": tracks["A"]["quote_exact"]["F1"], "found and speaker right (F1)": tracks["A"]["e2e_quote_plus_speaker"]["F1"],
                "all attributions, content (overlap F1)": tracks["B"]["content"]["overlap"]["F1"], "all attributions, source (overlap F1)": tracks["B"]["source"]["overlap"]["F1"],
                "all attributions, cue (exact F1 by the tagging rule)": tracks["C"]["cue"]["exact"]["F1"]}

    def time(self):
        scorer, gold = self.path("time", "score_timex.py"), self.path("time", "meantime.timex.jsonl")
        self.stemma("time", self.path("time", "meantime.docs.jsonl"), self.out("time.jsonl"))
        line = run("python3", scorer, gold, self.out("time.jsonl"))
        return {"strict F1": float(re.search(r"strict P/R/F=[\d.]+/[\d.]+/([\d.]+)", line)[1]),
                "value F1": float(re.search(r"valueF=([\d.]+)", line)[1])}

    def align(self):
        scorer = self.path("reuse", "score_align.py")
        os.makedirs(self.out("align"), exist_ok=True)
        self.stemma("align", self.path("reuse", "align"), self.out("align"))
        return {"plagdet": float(re.search(r"^ALL .*'plagdet': ([\d.]+)", run("python3", scorer, self.out("align")), re.M)[1])}

    def copies(self):
        corpus, found = self.path("reuse", "corpus20k.jsonl.gz"), self.out("copies.jsonl")
        run("dotnet", self.dll, "dedupe", corpus, "-o", found)
        lines = run("python3", os.path.join(os.path.dirname(FLOORS), "score_dedupe.py"), corpus, found)
        kinds = {m[1]: float(m[2]) for m in re.finditer(r"^(\w+) .*linked with the parent ([\d.]+)", lines, re.M)}
        heavy = kinds.pop("heavy30")
        return {"link recall, least of five kinds": min(kinds.values()), "link recall, heavy30": heavy,
                "kept pairs of one family": float(re.search(r"kept pairs = ([\d.]+)", lines)[1])}

    def paraphrase(self):
        measured = {}
        for name, pairs, labels in (("MSRP", "msr_paraphrase_train.txt", "msr_paraphrase_train.txt"), ("PAN", "pan-train_s1.txt", "pan-train.labels")):
            scores = self.out(name + ".tsv")
            self.stemma("paraphrase", self.path("reuse", "paraphrase", pairs), scores)
            lines = run("python3", os.path.join(os.path.dirname(FLOORS), "score_paraphrase.py"), scores, self.path("reuse", "paraphrase", labels))
            measured[name + " accuracy"] = float(re.search(r"^both: accuracy ([\d.]+)", lines, re.M)[1])
        return measured

    def lineage(self):
        generator, scorer = self.path("newstree", "newstree.py"), self.path("newstree", "score.py")
        stories, found = self.out("newstree"), self.out("lineage")
        run("python3", generator, "--seed", "1", "--stories", "30", "--out", stories, "--difficulty", "easy")
        os.makedirs(found, exist_ok=True)
        self.stemma("lineage", stories, found)
        score = json.loads(run("python3", scorer, os.path.join(stories, "truth"), found, "--json"))
        return {"parents right (lenient)": score["parent accuracy (lenient)"], "origin count exact": score["origins exact"],
                "copied characters (F1)": score["copied characters P/R/F1"][2]}

    def tagging(self):
        gum = [self.path("tagging", "gum", f"GUM_{name}.conllu") for name in GUM_TEST]
        with open(self.out("gum.conllu"), "w", encoding="utf-8") as together:
            for document in gum:
                with open(document, encoding="utf-8") as lines:
                    together.write(lines.read().rstrip("\n") + "\n\n")
        figures = {}
        for name, gold in ("EWT test", self.path("tagging", "ewt", "en_ewt-ud-test.conllu")), ("GUM test", self.out("gum.conllu")):
            self.stemma("tagging", gold, self.out("tagged.conllu"))
            score = json.loads(run("python3", TAGGING_SCORER, gold, self.out("tagged.conllu"), "--json"))
            figures.update({f"{name}, UPOS": score["upos"], f"{name}, lemma": score["lemma"]})
        return figures

    def reading(self):
        scorer = self.path("reading", "score_reading.py")
        self.stemma("reading", self.path("reading", "fundusml.pages.jsonl.gz"), self.out("reading.jsonl"))
        lines = run("python3", scorer, "fundusml", self.out("reading.jsonl"))
        figures = {}
        for kind in "lines", "glued":
            self.stemma("reading", self.path("reading", f"wcxb-dev-article.flat-{kind}.jsonl.gz"), self.out("flat.jsonl"))
            figures[f"flattened, {kind}, word F1"] = float(re.search(r"word F1=([\d.]+)", run("python3", scorer, "wcxb-dev-article", self.out("flat.jsonl")))[1])
        return figures | {"word F1": float(re.search(r"word F1=([\d.]+)", lines)[1]), "title right": float(re.search(r"titled=\d+ right=([\d.]+)", lines)[1]),
                "date right": float(re.search(r"right day=([\d.]+)", lines)[1]), "authors right": float(re.search(r"with authors=\d+ right=([\d.]+)", lines)[1])}

    def claims(self):
        here = os.path.dirname(FLOORS)
        self.stemma("claims", self.path("claims", "meantime_docs.jsonl"), self.out("claims.jsonl"))
        lines = run("python3", os.path.join(here, "score_claims.py"), self.path("claims", "meantime_claims.jsonl"), self.out("claims.jsonl"))
        pairs = self.path("claims", "propsegment_wiki.half.jsonl")
        self.stemma("support", pairs, self.out("support.tsv"))
        told = run("python3", os.path.join(here, "score_support.py"), pairs, self.out("support.tsv"))
        return {"negated (F1)": float(re.search(r"polarity NEG .* F ([\d.]+)", lines)[1]), "who did what (head F1)": float(re.search(r"arguments labelled .* F ([\d.]+)", lines)[1]),
                "told or not (balanced accuracy)": float(re.search(r"balanced accuracy ([\d.]+)", told)[1])}

    def stories(self):
        scorer, gold = self.path("stories", "score_cluster.py"), self.path("stories", "ecbplus.topics1-35.jsonl")
        self.stemma("stories", gold, self.out("stories.jsonl"))
        return {"BCubed F1": float(re.search(r"B3F=([\d.]+)", run("python3", scorer, gold, self.out("stories.jsonl")))[1])}


def main():
    gold, dll, wanted = sys.argv[1], sys.argv[2], sys.argv[3:]
    with open(FLOORS, encoding="utf-8") as file:
        evaluations = json.load(file)["evaluations"]
    passed = failed = 0
    for name, evaluation in evaluations.items():
        if wanted and name not in wanted:
            continue
        start = time.monotonic()
        with tempfile.TemporaryDirectory() as temp:
            try:
                measured = getattr(Evaluation(gold, dll, temp), name)()
            except FileNotFoundError as missing:
                print(f"skipped  {name}: no {missing} in the gold data")
                continue
            except Exception as fault:  # whatever an evaluation dies of is told, and the others go on
                print(f"FAILED   {name}: {fault!r}")
                failed += len(evaluation["figures"])
                continue
        for figure, bound in evaluation["figures"].items():
            good = measured[figure] >= bound["floor"]
            passed, failed = passed + good, failed + (not good)
            print(f"{'ok' if good else 'FAILED':8} {name}: {figure} {measured[figure]:g} (floor {bound['floor']:g}), {evaluation['set']}")
        print(f"         {name}: {time.monotonic() - start:.0f} s", flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
