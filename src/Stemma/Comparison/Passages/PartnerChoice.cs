using System.Runtime.CompilerServices;
using Stemma.Reports;

namespace Stemma.Comparison.Passages;

/// <summary>Chooses which pairs of texts are compared: all pairs of a small story, the likely ones of a large one.</summary>
/// <remarks>
/// In a large story each text is compared with those that share most word runs with it, found through an index of the smallest
/// hashes of its runs (a bottom sketch; Broder 1997). Of texts that are equal word for word the earliest stand for all.
/// </remarks>
internal static class PartnerChoice
{
    /// <summary>In reports: up to here all pairs are compared.</summary>
    private const int SmallStory = 64;

    // The numbers of partners were set on planted stories of 150 to 500 reports: with 16 or 12, a few parents in a hundred are lost and
    // most lost texts; earlier reports first gained nothing. When one changes, run "Stemma.Bench --floors" again, and "Stemma.Bench
    // stages" on a planted story of 1,000.

    /// <summary>In a larger story each report is compared with so many others: those with which it shares most word runs.</summary>
    private const int Partners = 24;

    /// <summary>As above, for a report whose words are those of <see cref="Heads"/> earlier ones: they are compared with the rest.</summary>
    private const int PartnersOfTwin = 8;

    /// <summary>In reports: so many of those that are equal word for word, the earliest, are compared with others that look for partners.</summary>
    private const int Heads = 6;

    /// <summary>In words: the length of the runs that are counted.</summary>
    private const int RunLength = 3;

    /// <summary>How many runs of a report are looked up: those with the smallest hashes, which are the same in a copy.</summary>
    private const int RunsPerReport = 192;

    /// <summary>In reports: a run that is in more is looked up in the first of them only.</summary>
    private const int MostReportsOfARun = 256;

    /// <summary>The pairs, each with the smaller index first, in order.</summary>
    /// <param name="texts">The texts, in the order of their reports' ids.</param>
    /// <param name="dates">When each was published, null where that is not known.</param>
    public static IReadOnlyList<(int A, int B)> Pairs(IReadOnlyList<ComparedText> texts, IReadOnlyList<PublicationDate?> dates)
    {
        var pairs = new List<(int, int)>();
        if (texts.Count <= SmallStory)
        {
            for (int a = 0; a < texts.Count; a++)
            {
                for (int b = a + 1; b < texts.Count; b++)
                    pairs.Add((a, b));
            }
            return pairs;
        }
        bool[] isTwin = FindTwins(texts, dates);
        ulong[][] runs = [.. texts.Select(SmallestRuns)];
        Dictionary<ulong, List<int>> reportsWith = Index(runs, isTwin);
        int[] shared = new int[texts.Count];
        var likely = new List<long>(texts.Count);
        for (int i = 0; i < runs.Length; i++)
        {
            Rank(i, runs[i], reportsWith, shared, likely);
            int partners = Math.Min(likely.Count, isTwin[i] ? PartnersOfTwin : Partners);
            for (int k = 0; k < partners; k++)
            {
                int j = (int)likely[k];
                pairs.Add((Math.Min(i, j), Math.Max(i, j)));
            }
        }
        pairs.Sort();
        return [.. pairs.Distinct()];
    }

    // True for each text that some earlier ones equal word for word: it is found by those it looks for, and by no others.
    private static bool[] FindTwins(IReadOnlyList<ComparedText> texts, IReadOnlyList<PublicationDate?> dates)
    {
        var isTwin = new bool[texts.Count];
        var heads = new Dictionary<ulong, List<int>>();
        foreach (int i in Enumerable.Range(0, texts.Count).OrderBy(i => Moment(dates[i])).ThenBy(i => i))
        {
            ulong hash = SegmentIndex.Hash(texts[i].Words);
            if (!heads.TryGetValue(hash, out List<int>? equal))
                heads.Add(hash, equal = []);
            isTwin[i] = equal.Count >= Heads && equal.TrueForAll(h => texts[h].Words.AsSpan().SequenceEqual(texts[i].Words));
            if (!isTwin[i] && equal.Count < Heads)
                equal.Add(i);
        }
        return isTwin;
    }

    private static DateTime Moment(PublicationDate? date) => date is null ? DateTime.MaxValue : date.Instant?.UtcDateTime ?? date.From.ToDateTime(TimeOnly.MinValue);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static Dictionary<ulong, List<int>> Index(ulong[][] runs, bool[] isTwin)
    {
        var reportsWith = new Dictionary<ulong, List<int>>();
        for (int i = 0; i < runs.Length; i++)
        {
            if (isTwin[i])
                continue;
            foreach (ulong run in runs[i])
            {
                if (!reportsWith.TryGetValue(run, out List<int>? list))
                    reportsWith.Add(run, list = []);
                if (list.Count < MostReportsOfARun)
                    list.Add(i);
            }
        }
        return reportsWith;
    }

    // The others that share a run with the report, those that share most first, then by their order; the lower half of each number is the index.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rank(int report, ulong[] runs, Dictionary<ulong, List<int>> reportsWith, int[] shared, List<long> likely)
    {
        Array.Clear(shared);
        likely.Clear();
        foreach (ulong run in runs)
        {
            if (!reportsWith.TryGetValue(run, out List<int>? others))
                continue;
            foreach (int j in others)
                shared[j]++;
        }
        for (int j = 0; j < shared.Length; j++)
        {
            if (j != report && shared[j] > 0)
                likely.Add((long)(RunsPerReport - shared[j]) << 32 | (uint)j);
        }
        likely.Sort();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong[] SmallestRuns(ComparedText text)
    {
        var hashes = new HashSet<ulong>();
        for (int i = 0; i + RunLength <= text.Words.Length; i++)
        {
            ulong hash = 14695981039346656037;
            for (int k = 0; k < RunLength; k++)
            {
                hash ^= (uint)text.Words[i + k];
                hash *= 1099511628211;
                hash ^= hash >> 29;
            }
            hashes.Add(hash);
        }
        ulong[] sorted = [.. hashes];
        Array.Sort(sorted);
        return sorted.Length > RunsPerReport ? sorted[..RunsPerReport] : sorted;
    }
}
