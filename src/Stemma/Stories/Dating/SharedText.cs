using Stemma.Annotation;

namespace Stemma.Stories.Dating;

/// <summary>Two reports that tell so much alike that they were written near each other.</summary>
/// <param name="A">The index of the one.</param>
/// <param name="B">The index of the other, larger than <paramref name="A"/>.</param>
/// <param name="Share">The part of the shorter one's content words that the other has as well, 0 to 1.</param>
/// <param name="IsSameText">True where they share so many pairs of neighbouring words that one text is behind both.</param>
internal readonly record struct CloseReports(int A, int B, double Share, bool IsSameText);

/// <summary>Finds the reports that share so many content words that they tell the same news of the same days.</summary>
internal static class SharedText
{
    /// <summary>The close pairs, ordered by index. Works from an index of the rarer words.</summary>
    public static IReadOnlyList<CloseReports> Find(IReadOnlyList<AnnotatedReport> reports)
    {
        (HashSet<string> Words, HashSet<(string, string)> Pairs)[] contents = [.. reports.Select(Contents)];
        HashSet<string>[] sets = [.. contents.Select(c => c.Words)];
        var earlier = new EarlierWords(LongestList);
        var pairs = new List<CloseReports>();
        for (int b = 0; b < sets.Length; b++)
        {
            foreach ((int a, int shared) in earlier.CountAndAdd(b, sets[b]).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostNeighbours).OrderBy(c => c.Key))
            {
                double share = shared / (double)Math.Max(1, Math.Min(sets[a].Count, sets[b].Count));
                if (share >= EnoughShare && shared >= EnoughWords)
                    pairs.Add(new CloseReports(a, b, share, share >= SameShare && ShareOfPairs(contents[a].Pairs, contents[b].Pairs) >= SamePairs));
            }
        }
        return pairs;
    }

    /// <summary>For each report the number of the first one that a chain of close pairs joins it to: reports of one affair.</summary>
    public static int[] Affairs(int count, IReadOnlyList<CloseReports> close)
    {
        int[] first = [.. Enumerable.Range(0, count)];
        int Root(int r)
        {
            while (first[r] != r)
                r = first[r] = first[first[r]];
            return r;
        }
        foreach (CloseReports pair in close)
        {
            (int a, int b) = (Root(pair.A), Root(pair.B));
            first[Math.Max(a, b)] = Math.Min(a, b);
        }
        return [.. Enumerable.Range(0, count).Select(Root)];
    }

    private static double ShareOfPairs(HashSet<(string, string)> a, HashSet<(string, string)> b)
    {
        (HashSet<(string, string)> small, HashSet<(string, string)> large) = a.Count <= b.Count ? (a, b) : (b, a);
        return small.Count(large.Contains) / (double)Math.Max(1, small.Count);
    }

    private static (HashSet<string> Words, HashSet<(string, string)> Pairs) Contents(AnnotatedReport report)
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        var pairs = new HashSet<(string, string)>();
        string? last = null;
        foreach (Token token in report.Tokens)
        {
            if (set.Count == MostWords || pairs.Count == MostPairs)
                break;
            if (EventWords.English.Content(report.Text, token) is not { } word)
                continue;
            set.Add(word);
            if (last is not null)
                pairs.Add((last, word));
            last = word;
        }
        return (set, pairs);
    }

    // The part of the shorter report's content words, and how many at least. Measured on ECB+ topics 1-35: 416 of 4491
    // pairs that tell one event pass and 2 of 4566 pairs that tell another event of the same kind. Count again when changed.
    private const double EnoughShare = 0.40;
    private const int EnoughWords = 50;

    // The parts of the shorter report's content words and of their neighbouring pairs from which one text is behind both.
    // Measured on AQUAINT: of 13 such pairs 12 lie within 9 days, one is background run again after 231 days; below, the
    // reports of one long affair lie up to 147 days apart. Count again when changed.
    private const double SameShare = 0.42, SamePairs = 0.15;

    /// <summary>In reports under one word and neighbours of one report, which keep a large story near-linear.</summary>
    private const int LongestList = 400, MostNeighbours = 24;

    /// <summary>In words and pairs of one report.</summary>
    private const int MostWords = 3000, MostPairs = 6000;
}
