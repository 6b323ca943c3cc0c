namespace Stemma.Stories.Lineage;

/// <summary>How one wording becomes another: what stays in order, what moves, what is put in, left out and replaced.</summary>
internal sealed record WordingAlignment
{
    /// <summary>The pairs of places whose words stay, in order.</summary>
    public required IReadOnlyList<(int From, int To)> Same { get; init; }

    /// <summary>Runs of words that stand elsewhere: the first place on each side and the length.</summary>
    public required IReadOnlyList<(int From, int To, int Length)> Moved { get; init; }

    /// <summary>What stands between the words that stay: places on either side that have no partner.</summary>
    public required IReadOnlyList<WordingGap> Gaps { get; init; }
}

/// <summary>The words without partner between two words that stay.</summary>
/// <param name="From">Their places in the first wording.</param>
/// <param name="To">Their places in the other.</param>
internal readonly record struct WordingGap(int[] From, int[] To);

/// <summary>Aligns two wordings: longest common subsequence, then the longest runs that moved.</summary>
/// <remarks>Not safe to share between threads: it keeps its table. Quadratic in the words, which are capped.</remarks>
internal sealed class WordingAligner
{
    /// <summary>In words: what is longer after equal ends are taken off is compared from its start only.</summary>
    private const int LongestAligned = 240;

    /// <summary>How many runs are looked for; a bound for hostile input.</summary>
    private const int MostMoved = 10;

    private ushort[] _table = [];

    /// <summary>Aligns the words.</summary>
    public WordingAlignment Align(ReadOnlySpan<WordedWord> from, ReadOnlySpan<WordedWord> to)
    {
        var same = new List<(int, int)>();
        int start = 0, endFrom = from.Length, endTo = to.Length;
        while (start < endFrom && start < endTo && from[start].Word == to[start].Word)
        {
            same.Add((start, start));
            start++;
        }
        int tail = 0;
        while (endFrom > start && endTo > start && from[endFrom - 1].Word == to[endTo - 1].Word)
        {
            endFrom--;
            endTo--;
            tail++;
        }
        Middle(from[start..endFrom], to[start..endTo], start, same);
        for (int i = 0; i < tail; i++)
            same.Add((endFrom + i, endTo + i));

        int[] partnerOfFrom = new int[from.Length];
        int[] partnerOfTo = new int[to.Length];
        Array.Fill(partnerOfFrom, -1);
        Array.Fill(partnerOfTo, -1);
        foreach ((int f, int t) in same)
            (partnerOfFrom[f], partnerOfTo[t]) = (t, f);
        List<(int, int, int)> moved = FindMoved(from, to, partnerOfFrom, partnerOfTo);
        return new WordingAlignment { Same = same, Moved = moved, Gaps = FindGaps(same, partnerOfFrom, partnerOfTo) };
    }

    private void Middle(ReadOnlySpan<WordedWord> from, ReadOnlySpan<WordedWord> to, int offset, List<(int, int)> same)
    {
        int n = Math.Min(from.Length, LongestAligned), m = Math.Min(to.Length, LongestAligned), width = m + 1;
        if (n == 0 || m == 0)
            return;
        int size = (n + 1) * width;
        if (_table.Length < size)
            _table = new ushort[size * 2];
        Array.Clear(_table, n * width, width);
        for (int i = n - 1; i >= 0; i--)
        {
            int row = i * width;
            _table[row + m] = 0;
            for (int j = m - 1; j >= 0; j--)
            {
                _table[row + j] = from[i].Word == to[j].Word
                    ? (ushort)(_table[row + width + j + 1] + 1)
                    : Math.Max(_table[row + width + j], _table[row + j + 1]);
            }
        }
        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (from[i].Word == to[j].Word)
                same.Add((offset + i++, offset + j++));
            else if (_table[(i + 1) * width + j] >= _table[i * width + j + 1])
                i++;
            else
                j++;
        }
    }

    private static List<(int From, int To, int Length)> FindMoved(ReadOnlySpan<WordedWord> from, ReadOnlySpan<WordedWord> to, int[] partnerOfFrom, int[] partnerOfTo)
    {
        var moved = new List<(int, int, int)>();
        while (moved.Count < MostMoved)
        {
            (int From, int To, int Length) best = default;
            for (int f = 0; f < from.Length; f++)
            {
                if (partnerOfFrom[f] >= 0)
                    continue;
                for (int t = 0; t < to.Length; t++)
                {
                    int length = 0;
                    while (f + length < from.Length && t + length < to.Length && partnerOfFrom[f + length] < 0 && partnerOfTo[t + length] < 0 && from[f + length].Word == to[t + length].Word)
                        length++;
                    if (length > best.Length)
                        best = (f, t, length);
                }
            }
            if (best.Length == 0)
                break;
            moved.Add(best);
            for (int i = 0; i < best.Length; i++)
                (partnerOfFrom[best.From + i], partnerOfTo[best.To + i]) = (best.To + i, best.From + i);
        }
        return moved;
    }

    private static List<WordingGap> FindGaps(List<(int From, int To)> same, int[] partnerOfFrom, int[] partnerOfTo)
    {
        var gaps = new List<WordingGap>();
        int f = 0, t = 0;
        for (int s = 0; s <= same.Count; s++)
        {
            (int endF, int endT) = s < same.Count ? same[s] : (partnerOfFrom.Length, partnerOfTo.Length);
            int[] leftFrom = Free(partnerOfFrom, f, endF), leftTo = Free(partnerOfTo, t, endT);
            if (leftFrom.Length + leftTo.Length > 0)
                gaps.Add(new WordingGap(leftFrom, leftTo));
            (f, t) = (endF + 1, endT + 1);
        }
        return gaps;

        static int[] Free(int[] partner, int first, int end)
        {
            if (end <= first)
                return [];
            var free = new List<int>();
            for (int i = first; i < end; i++)
            {
                if (partner[i] < 0)
                    free.Add(i);
            }
            return [.. free];
        }
    }
}
