namespace Stemma.Comparison.Collation;

/// <summary>Of anchors that cross each other, the most that do not: the longest rising chain (patience sorting, Fredman 1975).</summary>
internal static class AnchorChain
{
    /// <summary>Sets to -1 all ranks that are not in the chain. O(n log n).</summary>
    /// <param name="ranks">For each word the rank of its column, -1 where it has none.</param>
    public static void Keep(Span<int> ranks)
    {
        var tails = new List<int>();
        var before = new int[ranks.Length];
        for (int i = 0; i < ranks.Length; i++)
        {
            if (ranks[i] < 0)
                continue;
            int low = 0, high = tails.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (ranks[tails[middle]] < ranks[i])
                    low = middle + 1;
                else
                    high = middle;
            }
            before[i] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
                tails.Add(i);
            else
                tails[low] = i;
        }
        int kept = tails.Count > 0 ? tails[^1] : -1;
        for (int i = ranks.Length - 1; i >= 0; i--)
        {
            if (i == kept)
                kept = before[i];
            else
                ranks[i] = -1;
        }
    }
}
