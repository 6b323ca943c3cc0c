#!/usr/bin/env python3
"""Accuracy of paraphrase scores with one threshold rule, the same for every set.

usage: bench/score_paraphrase.py [--halves] SCORES LABELS

SCORES are the lines "id, tab, score" of `stemma eval paraphrase`, in the order of the pairs. LABELS is the set's own file: the
MSRP table (its first column) or a file with one 0 or 1 a line. The rule: the pairs with odd numbers and those with even numbers
are two halves; on one half the threshold is the one with most pairs right (the lowest of several), and it is applied to the other.
Prints both directions and all pairs. With --halves it does the same for 40 halvings by chance (fixed seed) and prints their mean: one halving
alone tells no less than half a point.
"""
import random
import sys


def read_labels(path):
    with open(path, encoding="utf-8-sig") as file:
        lines = [line.rstrip("\r\n").split("\t") for line in file]
    return [int(columns[0]) for columns in (lines[1:] if len(lines[0]) > 1 else lines)]


def best_threshold(scores, labels):
    """The threshold from which on "paraphrase" is said; half-way between two scores."""
    order = sorted(zip(scores, labels))
    right = best = sum(labels)  # everything is called a paraphrase
    threshold = order[0][0]
    for i, (score, label) in enumerate(order):
        right += -1 if label else 1
        last = i + 1 == len(order)
        if right > best and (last or order[i + 1][0] > score):
            best, threshold = right, score + 1 if last else (score + order[i + 1][0]) / 2
    return threshold


def right_at(threshold, scores, labels):
    return sum((score >= threshold) == (label == 1) for score, label in zip(scores, labels))


def transfer(learn, apply, scores, labels):
    threshold = best_threshold([scores[i] for i in learn], [labels[i] for i in learn])
    return right_at(threshold, [scores[i] for i in apply], [labels[i] for i in apply])


def main():
    halves = "--halves" in sys.argv
    sys.argv = [a for a in sys.argv if a != "--halves"]
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as file:
        scores = [float(line.split("\t")[1]) for line in file]
    labels = read_labels(sys.argv[2])
    if len(scores) != len(labels):
        sys.exit(f"{len(scores)} scores, but {len(labels)} labels")
    total = 0
    for name, learn, apply in (("odd → even", 0, 1), ("even → odd", 1, 0)):
        threshold = best_threshold(scores[learn::2], labels[learn::2])
        right = right_at(threshold, scores[apply::2], labels[apply::2])
        total += right
        print(f"{name}: threshold {threshold:.4f}, accuracy {right / len(labels[apply::2]):.4f} of {len(labels[apply::2])}")
    print(f"both: accuracy {total / len(labels):.4f} of {len(labels)}, always yes {sum(labels) / len(labels):.4f}")
    if halves:
        chance, rates = random.Random(1), []
        for _ in range(40):
            order = list(range(len(labels)))
            chance.shuffle(order)
            a, b = sorted(order[: len(order) // 2]), sorted(order[len(order) // 2 :])
            rates.append((transfer(a, b, scores, labels) + transfer(b, a, scores, labels)) / len(labels))
        mean = sum(rates) / len(rates)
        spread = (sum((r - mean) ** 2 for r in rates) / (len(rates) - 1)) ** 0.5
        print(f"40 halvings: accuracy {mean:.4f} in the mean, deviation {spread:.4f}")


if __name__ == "__main__":
    main()
