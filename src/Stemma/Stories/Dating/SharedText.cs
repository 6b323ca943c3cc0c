using Stemma.Annotation;

namespace Stemma.Stories.Dating;

/// <summary>Two reports that tell so much alike that they were written within days of each other.</summary>
/// <param name="A">The index of the one.</param>
/// <param name="B">The index of the other, larger than <paramref name="A"/>.</param>
/// <param name="Share">The part of the shorter one's content words that the other has as well, 0 to 1.</param>
internal readonly record struct CloseReports(int A, int B, double Share);

/// <summary>Finds the reports that share so many content words that they tell the same news of the same days.</summary>
internal static class SharedText
{
    /// <summary>The close pairs, ordered by index. Works from an index of the rarer words.</summary>
    public static IReadOnlyList<CloseReports> Find(IReadOnlyList<AnnotatedReport> reports)
    {
        HashSet<string>[] sets = [.. reports.Select(Words)];
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var pairs = new List<CloseReports>();
        for (int b = 0; b < sets.Length; b++)
        {
            var counts = new Dictionary<int, int>();
            foreach (string word in sets[b])
            {
                if (!index.TryGetValue(word, out List<int>? list))
                    index[word] = list = [];
                foreach (int a in list)
                    counts[a] = counts.GetValueOrDefault(a) + 1;
                if (list.Count < LongestList)
                    list.Add(b);
            }
            foreach ((int a, int shared) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostNeighbours).OrderBy(c => c.Key))
            {
                double share = shared / (double)Math.Max(1, Math.Min(sets[a].Count, sets[b].Count));
                if (share >= EnoughShare && shared >= EnoughWords)
                    pairs.Add(new CloseReports(a, b, share));
            }
        }
        return pairs;
    }

    private static HashSet<string> Words(AnnotatedReport report)
    {
        var set = new HashSet<string>(StringComparer.Ordinal);
        foreach (Token token in report.Tokens)
        {
            if (set.Count == MostWords)
                break;
            if (EventWords.English.Content(report.Text, token) is { } word)
                set.Add(word);
        }
        return set;
    }

    // The part of the shorter report's content words, and how many at least. Measured on ECB+ topics 1-35: 416 of 4491
    // pairs that tell one event pass and 2 of 4566 pairs that tell another event of the same kind. Count again when changed.
    private const double EnoughShare = 0.40;
    private const int EnoughWords = 50;

    /// <summary>In reports under one word and neighbours of one report, which keep a large story near-linear.</summary>
    private const int LongestList = 400, MostNeighbours = 24;

    /// <summary>In words of one report.</summary>
    private const int MostWords = 3000;
}
