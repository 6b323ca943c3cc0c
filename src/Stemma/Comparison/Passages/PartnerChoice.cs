namespace Stemma.Comparison.Passages;

/// <summary>Chooses which pairs of texts are compared: all pairs of a small story, the likely ones of a large one.</summary>
internal static class PartnerChoice
{
    /// <summary>In reports: up to here all pairs are compared.</summary>
    private const int SmallStory = 64;

    /// <summary>In a larger story each report is compared with so many others: those with which it shares most word runs.</summary>
    private const int Partners = 24;

    /// <summary>In words: the length of the runs that are counted.</summary>
    private const int RunLength = 3;

    /// <summary>How many runs of a report are looked up: those with the smallest hashes, which are the same in a copy.</summary>
    private const int RunsPerReport = 192;

    /// <summary>In reports: a run that is in more is looked up in the first of them only.</summary>
    private const int MostReportsOfARun = 256;

    /// <summary>The pairs, each with the smaller index first, in order.</summary>
    public static IReadOnlyList<(int A, int B)> Pairs(IReadOnlyList<ComparedText> texts)
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
        ulong[][] runs = [.. texts.Select(SmallestRuns)];
        var reportsWith = new Dictionary<ulong, List<int>>();
        for (int i = 0; i < runs.Length; i++)
        {
            foreach (ulong run in runs[i])
            {
                if (!reportsWith.TryGetValue(run, out List<int>? list))
                    reportsWith.Add(run, list = []);
                if (list.Count < MostReportsOfARun)
                    list.Add(i);
            }
        }
        var chosen = new SortedSet<(int, int)>();
        int[] shared = new int[texts.Count];
        for (int i = 0; i < runs.Length; i++)
        {
            Array.Clear(shared);
            foreach (ulong run in runs[i])
            {
                foreach (int j in reportsWith[run])
                    shared[j]++;
            }
            IEnumerable<int> partners = Enumerable.Range(0, shared.Length).Where(j => j != i && shared[j] > 0)
                .OrderByDescending(j => shared[j]).ThenBy(j => j).Take(Partners);
            foreach (int j in partners)
                chosen.Add((Math.Min(i, j), Math.Max(i, j)));
        }
        return [.. chosen];
    }

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
