using Stemma.Languages;

namespace Stemma.Comparison.Similarity;

/// <summary>How the words of two runs stand for each other, in order (Needleman and Wunsch 1970 with free gaps).</summary>
internal sealed class WordAlignment
{
    /// <summary>How much a word that only means the same counts for, where the same word counts 1.</summary>
    /// <remarks>Set by hand; it keeps a chain of synonyms alone from passing as the same words.</remarks>
    private const double SoftMatch = .8;

    /// <summary>What a match gains that directly follows another: it decides between places of equal worth.</summary>
    private const double Adjacency = .05;

    /// <summary>The longest run that is aligned, in words; what follows counts as not aligned.</summary>
    /// <remarks>Keeps one alignment below a quarter of a million steps; the longest quotation in PolNeAR has 197 words.</remarks>
    private const int LongestRun = 400;

    private WordAlignment(IReadOnlyList<AlignedWords> pairs) => Pairs = pairs;

    /// <summary>The words that stand for each other: indices rise on both sides.</summary>
    public IReadOnlyList<AlignedWords> Pairs { get; }

    /// <summary>Aligns two runs of words.</summary>
    public static WordAlignment Of(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, Lexicon lexicon)
    {
        a = a[..Math.Min(a.Length, LongestRun)];
        b = b[..Math.Min(b.Length, LongestRun)];
        var pairs = new List<AlignedWords>();
        int prefix = 0;
        while (prefix < a.Length && prefix < b.Length && SameStem(a[prefix], b[prefix]))
        {
            pairs.Add(Match(a, b, prefix, prefix));
            prefix++;
        }
        AddMiddle(a, b, prefix, pairs);
        return new WordAlignment(AddSoft(a, b, pairs, lexicon));
    }

    private static bool SameStem(in ComparableWord x, in ComparableWord y) => string.Equals(x.Stem, y.Stem, StringComparison.Ordinal);

    private static AlignedWords Match(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, int i, int j) =>
        new(i, j, string.Equals(a[i].Form, b[j].Form, StringComparison.Ordinal), Math.Min(a[i].Weight, b[j].Weight));

    private static void AddMiddle(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, int from, List<AlignedWords> pairs)
    {
        int n = a.Length - from, m = b.Length - from;
        if (n == 0 || m == 0)
            return;
        var best = new double[n + 1, m + 1];
        for (int i = n - 1; i >= 0; i--)
        {
            for (int j = m - 1; j >= 0; j--)
            {
                double score = Math.Max(best[i + 1, j], best[i, j + 1]);
                if (SameStem(a[from + i], b[from + j]))
                    score = Math.Max(score, best[i + 1, j + 1] + Worth(a, b, from + i, from + j));
                best[i, j] = score;
            }
        }
        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (SameStem(a[from + i], b[from + j]) && best[i, j] <= best[i + 1, j + 1] + Worth(a, b, from + i, from + j) + 1e-9)
                pairs.Add(Match(a, b, from + i++, from + j++));
            else if (best[i + 1, j] >= best[i, j + 1])
                i++;
            else
                j++;
        }
    }

    private static double Worth(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, int i, int j) =>
        Math.Min(a[i].Weight, b[j].Weight)
        + (i + 1 < a.Length && j + 1 < b.Length && SameStem(a[i + 1], b[j + 1]) ? Adjacency : 0)
        + (string.Equals(a[i].Form, b[j].Form, StringComparison.Ordinal) ? Adjacency : 0);

    // Between two matches, words of content that mean the same stand for each other.
    private static List<AlignedWords> AddSoft(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, List<AlignedWords> exact, Lexicon lexicon)
    {
        var all = new List<AlignedWords>(exact.Count);
        int i = 0, j = 0;
        for (int k = 0; k <= exact.Count; k++)
        {
            (int endA, int endB) = k < exact.Count ? (exact[k].A, exact[k].B) : (a.Length, b.Length);
            AddSoftInGap(a, b, (i, endA), (j, endB), lexicon, all);
            if (k < exact.Count)
                all.Add(exact[k]);
            (i, j) = (endA + 1, endB + 1);
        }
        return all;
    }

    /// <summary>In words on one side: in longer gaps the two sides say different things.</summary>
    private const int LongestSoftGap = 12;

    private static void AddSoftInGap(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, (int From, int To) inA, (int From, int To) inB, Lexicon lexicon, List<AlignedWords> all)
    {
        if (inA.To - inA.From > LongestSoftGap || inB.To - inB.From > LongestSoftGap)
            return;
        int j = inB.From;
        for (int i = inA.From; i < inA.To; i++)
        {
            for (int k = j; k < inB.To; k++)
            {
                if (a[i].IsContent && b[k].IsContent && MeanTheSame(a[i].Form, b[k].Form, lexicon))
                {
                    all.Add(new AlignedWords(i, k, false, SoftMatch));
                    j = k + 1;
                    break;
                }
            }
        }
    }

    private static bool MeanTheSame(string x, string y, Lexicon lexicon) => lexicon.AreSynonyms(x, y) || lexicon.AreDerived(x, y);
}

/// <summary>Two words that stand for each other.</summary>
/// <param name="A">The index of the one in the first run.</param>
/// <param name="B">The index of the other in the second run.</param>
/// <param name="Same">True where they differ in nothing but house style.</param>
/// <param name="Weight">What they count for, 0 to 1.</param>
internal readonly record struct AlignedWords(int A, int B, bool Same, double Weight);
