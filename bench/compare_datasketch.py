#!/usr/bin/env python3
"""Compares `stemma dedupe` with datasketch's MinHash-LSH: documents a second from the corpus file to the pairs, whole process, one thread.

usage: bench/compare_datasketch.py CORPUS.jsonl[.gz] STEMMA_CLI.dll [RUNS]

Needs `pip install datasketch` (it is no part of this project and CI does not run this). Runs the two in turn, RUNS times
each (default 5), prints each run and the median of the ratios, then the link recall of both where the corpus has "parent". The
settings of datasketch are its common ones: sets of five-word shingles, 128 permutations, threshold .5.
"""
import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time


def documents(path):
    with (gzip.open if path.endswith(".gz") else open)(path, "rt", encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            yield str(document["id"]), document["text"]


def datasketch_pairs(path, output):
    """What a process of its own does: reads, hashes, queries, writes the pairs."""
    from datasketch import MinHash, MinHashLSH
    index = MinHashLSH(threshold=0.5, num_perm=128)
    with open(output, "w", encoding="utf-8") as pairs:
        for name, text in documents(path):
            words = text.lower().split()
            sketch = MinHash(num_perm=128)
            sketch.update_batch([" ".join(words[i:i + 5]).encode() for i in range(max(1, len(words) - 4))])
            for other in index.query(sketch):
                pairs.write(json.dumps({"a": other, "b": name}) + "\n")
            index.insert(name, sketch)


def timed(command):
    environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    start = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, env=environment)
    if done.returncode not in (0, 1):
        sys.exit(f"{command[:3]} ended with {done.returncode}")
    return time.monotonic() - start


def main():
    if sys.argv[1:2] == ["--datasketch"]:
        datasketch_pairs(sys.argv[2], sys.argv[3])
        return
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    try:
        import datasketch  # noqa: F401
    except ImportError:
        sys.exit("datasketch is not installed: pip install datasketch")
    corpus, dll, runs = sys.argv[1], sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 5
    count = sum(1 for _ in documents(corpus))
    here = os.path.dirname(os.path.abspath(__file__))
    with tempfile.TemporaryDirectory() as folder:
        theirs, ours = os.path.join(folder, "datasketch.jsonl"), os.path.join(folder, "stemma.jsonl")
        ratios = []
        for _ in range(runs):
            slow = timed([sys.executable, os.path.abspath(__file__), "--datasketch", corpus, theirs])
            fast = timed(["dotnet", dll, "dedupe", corpus, "-o", ours, "--threads", "1"])
            ratios.append(slow / fast)
            print(f"datasketch {count / slow:8.0f} documents/s   stemma {count / fast:8.0f} documents/s   ratio {slow / fast:.1f}", flush=True)
        print(f"median ratio {statistics.median(ratios):.1f}")
        for name, output in (("datasketch", theirs), ("stemma", ours)):
            print(name, flush=True)
            subprocess.run([sys.executable, os.path.join(here, "score_dedupe.py"), corpus, output], check=False)


if __name__ == "__main__":
    main()
