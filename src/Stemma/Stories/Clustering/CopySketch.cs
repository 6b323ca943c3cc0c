using Stemma.Annotation;
using Stemma.Comparison.Fingerprints;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Clustering;

/// <summary>
/// The smallest hashes of a text's runs of four words: as many are the same in two texts as the texts share runs (a bottom-k
/// sketch; Cohen and Kaplan 2007). Finds whole copies; parts that were taken over are the lineage's concern.
/// </summary>
internal static class CopySketch
{
    /// <summary>In hashes. With 24 the estimate is off by some .1 at one half, enough to part copies from reports of one event, which seldom share a tenth.</summary>
    public const int Size = 24;

    /// <summary>In runs: a text of fewer is no copy of another for sharing them; headlines agree by chance.</summary>
    private const int Fewest = 12;

    /// <summary>The part of the runs of both texts that copies share. A dispatch that half of was cut still is one.</summary>
    private const double Least = 0.4;

    /// <summary>The sketch of the article, rising; empty for a text too short to tell a copy by.</summary>
    public static uint[] Of(AnnotatedReport report)
    {
        var words = new List<uint>(report.Tokens.Count);
        foreach (Token token in report.Tokens)
        {
            if (token.Kind is TokenKind.Word or TokenKind.Number)
                words.Add((uint)FeatureKey.Hash(HouseStyle.Fold(token.Span.In(report.Text))));
        }
        var smallest = new SortedSet<uint>();
        uint[] all = [.. words];
        for (int i = 0; i + GramHash.Words <= all.Length; i++)
        {
            uint gram = GramHash.Of(ref all[i]);
            if (smallest.Count < Size)
                smallest.Add(gram);
            else if (gram < smallest.Max && smallest.Add(gram))
                smallest.Remove(smallest.Max);
        }
        return smallest.Count < Fewest ? [] : [.. smallest];
    }

    /// <summary>True where the two texts are copies by the share of runs that both hold.</summary>
    public static bool AreCopies(uint[] a, uint[] b) => a.Length > 0 && b.Length > 0 && Resemblance(a, b) >= Least;

    /// <summary>The estimated Jaccard index of the runs, 0 to 1.</summary>
    public static double Resemblance(uint[] a, uint[] b)
    {
        int size = Math.Min(Size, Math.Max(a.Length, b.Length)), seen = 0, shared = 0;
        for (int i = 0, j = 0; seen < size && (i < a.Length || j < b.Length); seen++)
        {
            if (j == b.Length || (i < a.Length && a[i] < b[j]))
            {
                i++;
            }
            else if (i == a.Length || b[j] < a[i])
            {
                j++;
            }
            else
            {
                (shared, i, j) = (shared + 1, i + 1, j + 1);
            }
        }
        return seen == 0 ? 0 : (double)shared / seen;
    }
}
