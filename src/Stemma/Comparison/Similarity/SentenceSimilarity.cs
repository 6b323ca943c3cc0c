using Stemma.Languages;

namespace Stemma.Comparison.Similarity;

/// <summary>How far two sentences say the same, by their words alone.</summary>
/// <remarks>
/// The weights are set by hand, in round numbers where steps to either side change little in both sets of paraphrases; nothing is
/// learnt from labelled pairs (docs/decisions/paraphrase.md). When one changes, run bench/score_paraphrase.py again: MSRP (news)
/// and PAN (obfuscated prose), with --halves, for one halving alone is no measure.
/// </remarks>
internal readonly record struct SentenceSimilarity
{
    /// <summary>In words; what follows in a longer sentence is not compared, so that a pair stays cheap.</summary>
    private const int LongestSentence = 200;

    private const double OtherNumbersCost = 0.1, MoreNumbersCost = 0.05, SameRunsCost = 0.45, LongestRunCost = 0.2, LessLeftCost = 0.05, MoreLeftCost = 0.02;

    private const double MostCoverCost = 0.1, BeforeCost = 0.02, AfterCost = 0.05;

    /// <summary>The weight of a word with a capital letter, where another weighs 1: who did it is often left out or named in another way ("the company").</summary>
    private const double CapitalWeight = 0.7;

    /// <summary>A sum of rarities, as of so many rare words: what more is left over speaks no more against it, so that long sentences are not lost for their length.</summary>
    private const double MostLeft = 6;

    /// <summary>The part of the less covered sentence's weight that the other has, 0 to 1.</summary>
    public required double LeastCover { get; init; }

    /// <summary>The part of the better covered sentence's weight that the other has, 0 to 1.</summary>
    public required double MostCover { get; init; }

    /// <summary>Words that agree in order, of all words of the longer sentence, 0 to 1.</summary>
    public required double InOrder { get; init; }

    /// <summary>The share of runs of three words that both have, 0 to 1.</summary>
    public required double SameRuns { get; init; }

    /// <summary>The longest run of same words, of all words of the shorter sentence, 0 to 1.</summary>
    public required double LongestRun { get; init; }

    /// <summary>How many of the two sentences have a number that the other has not: 0, 1 or 2.</summary>
    public required int OwnNumbers { get; init; }

    /// <summary>The weight of words without a partner, in the sentence with less and in the one with more of it.</summary>
    public required (double Less, double More) Left { get; init; }

    /// <summary>The weight of words that stand before the first one with a partner, and after the last one, in the sentence with more of it.</summary>
    public required (double Before, double After) Outside { get; init; }

    /// <summary>
    /// The higher, the likelier a paraphrase; up to 2. What is covered and in order speaks for it; numbers that differ and words
    /// without a partner speak against it, most where they stand before or after all that is shared: there one sentence goes on to tell more. At
    /// the same cover, long runs of same words speak against it as well, and a sentence that is all in the other: then the difference is
    /// one of content and not of wording.
    /// </summary>
    public double Score => LeastCover + InOrder
        - OwnNumbers switch { 2 => OtherNumbersCost, 1 => MoreNumbersCost, _ => 0 }
        - SameRunsCost * SameRuns - LongestRunCost * LongestRun - LessLeftCost * Math.Min(Left.Less, MostLeft) - MoreLeftCost * Math.Min(Left.More, MostLeft)
        - MostCoverCost * MostCover - BeforeCost * Math.Min(Outside.Before, MostLeft) - AfterCost * Math.Min(Outside.After, MostLeft);

    /// <summary>Compares two sentences. Quadratic in their words, of which it takes 200 at most.</summary>
    public static SentenceSimilarity Of(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, WordRarity rarity, Lexicon lexicon)
    {
        a = a[..Math.Min(a.Length, LongestSentence)];
        b = b[..Math.Min(b.Length, LongestSentence)];
        double[,] alike = Alike(a, b, lexicon);
        var partnerA = new double[a.Length];
        var partnerB = new double[b.Length];
        Pair(alike, partnerA, partnerB);
        (double coverA, double leftA) = Covered(a, partnerA, rarity);
        (double coverB, double leftB) = Covered(b, partnerB, rarity);
        (double beforeA, double afterA) = OutsideOf(a, partnerA, rarity);
        (double beforeB, double afterB) = OutsideOf(b, partnerB, rarity);
        int longer = Math.Max(a.Length, b.Length), shorter = Math.Min(a.Length, b.Length);
        return new SentenceSimilarity
        {
            LeastCover = Math.Min(coverA, coverB),
            MostCover = Math.Max(coverA, coverB),
            InOrder = shorter == 0 ? 0 : HeaviestInOrder(alike) / longer,
            SameRuns = SharedRuns(a, b),
            LongestRun = shorter == 0 ? 0 : (double)LongestCommonRun(a, b) / shorter,
            OwnNumbers = (HasOwnNumber(a, b) ? 1 : 0) + (HasOwnNumber(b, a) ? 1 : 0),
            Left = (Math.Min(leftA, leftB), Math.Max(leftA, leftB)),
            Outside = (Math.Max(beforeA, beforeB), Math.Max(afterA, afterB)),
        };
    }

    private static double[,] Alike(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, Lexicon lexicon)
    {
        var alike = new double[a.Length, b.Length];
        for (int i = 0; i < a.Length; i++)
        {
            for (int j = 0; j < b.Length; j++)
                alike[i, j] = WordLikeness.Of(a[i], b[j], lexicon);
        }
        return alike;
    }

    // Each word gets the best free partner, same words first; of equal ones that nearest to its place.
    private static void Pair(double[,] alike, double[] partnerA, double[] partnerB)
    {
        ReadOnlySpan<double> floors = [1, WordLikeness.SameStem, double.Epsilon];
        foreach (double floor in floors)
        {
            for (int i = 0; i < partnerA.Length; i++)
            {
                if (partnerA[i] > 0)
                    continue;
                int best = -1;
                double bestOf = 0;
                for (int j = 0; j < partnerB.Length; j++)
                {
                    if (partnerB[j] > 0 || alike[i, j] < floor)
                        continue;
                    double distance = Math.Abs((double)i / partnerA.Length - (double)j / partnerB.Length);
                    double worth = alike[i, j] - distance / 1000;
                    if (best < 0 || worth > bestOf)
                        (best, bestOf) = (j, worth);
                }
                if (best >= 0)
                    partnerA[i] = partnerB[best] = alike[i, best];
            }
        }
    }

    private static (double Cover, double Left) Covered(ReadOnlySpan<ComparableWord> words, double[] partner, WordRarity rarity)
    {
        double all = 0, covered = 0;
        for (int i = 0; i < words.Length; i++)
        {
            double weight = rarity.Of(words[i]) * (words[i].IsCapital && words[i].IsContent ? CapitalWeight : 1);
            all += weight;
            covered += weight * partner[i];
        }
        return (all == 0 ? 0 : covered / all, all - covered);
    }

    private static (double Before, double After) OutsideOf(ReadOnlySpan<ComparableWord> words, double[] partner, WordRarity rarity)
    {
        int first = 0, end = words.Length;
        double before = 0, after = 0;
        while (first < end && partner[first] == 0)
            before += rarity.Of(words[first++]);
        while (end > first && partner[end - 1] == 0)
            after += rarity.Of(words[--end]);
        return (before, after);
    }

    private static double HeaviestInOrder(double[,] alike)
    {
        int n = alike.GetLength(0), m = alike.GetLength(1);
        double[] before = new double[m + 1], now = new double[m + 1];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j < m; j++)
                now[j + 1] = Math.Max(Math.Max(before[j + 1], now[j]), before[j] + alike[i, j]);
            (before, now) = (now, before);
        }
        return before[m];
    }

    private static double SharedRuns(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b)
    {
        HashSet<(string, string, string)> inA = Runs(a), inB = Runs(b);
        int all = inA.Count + inB.Count;
        inA.IntersectWith(inB);
        return all == 0 ? 0 : 2.0 * inA.Count / all;

        static HashSet<(string, string, string)> Runs(ReadOnlySpan<ComparableWord> words)
        {
            var runs = new HashSet<(string, string, string)>();
            for (int i = 0; i + 3 <= words.Length; i++)
                runs.Add((words[i].Stem, words[i + 1].Stem, words[i + 2].Stem));
            return runs;
        }
    }

    private static int LongestCommonRun(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b)
    {
        int longest = 0;
        int[] before = new int[b.Length + 1], now = new int[b.Length + 1];
        foreach (ref readonly ComparableWord word in a)
        {
            for (int j = 0; j < b.Length; j++)
            {
                now[j + 1] = string.Equals(word.Stem, b[j].Stem, StringComparison.Ordinal) ? before[j] + 1 : 0;
                longest = Math.Max(longest, now[j + 1]);
            }
            (before, now) = (now, before);
        }
        return longest;
    }

    private static bool HasOwnNumber(ReadOnlySpan<ComparableWord> words, ReadOnlySpan<ComparableWord> others)
    {
        foreach (ref readonly ComparableWord word in words)
        {
            if (!char.IsDigit(word.Form[0]))
                continue;
            bool shared = false;
            foreach (ref readonly ComparableWord other in others)
                shared |= string.Equals(word.Form, other.Form, StringComparison.Ordinal);
            if (!shared)
                return true;
        }
        return false;
    }
}
