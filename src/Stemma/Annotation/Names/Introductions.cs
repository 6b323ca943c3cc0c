namespace Stemma.Annotation.Names;

/// <summary>Where a report tells full names, to know whom a surname after them means.</summary>
internal sealed class Introductions
{
    /// <summary>In UTF-16 code units: a paragraph or two of news; a full name farther back does not tell whom a surname means.</summary>
    private const int Reach = 400;

    private readonly IReadOnlyList<NameMention> _mentions;
    private readonly int[][] _full;
    private readonly HashSet<int> _called = [];

    /// <summary>Takes the groups while they hold full names alone, each in text order.</summary>
    public Introductions(IReadOnlyList<NameMention> mentions, IReadOnlyList<List<int>> groups)
    {
        _mentions = mentions;
        _full = [.. groups.Select(g => g.ToArray())];
    }

    /// <summary>Notes that the group has been called by a part of its name.</summary>
    public void Called(int group) => _called.Add(group);

    /// <summary>
    /// Of groups with one surname, the one whose full name was told last and near before <paramref name="start"/>; -1 where
    /// none was, or where another of them has been called by the surname before.
    /// </summary>
    public int Latest(int start, List<int> groups)
    {
        int best = -1, bestEnd = -1;
        foreach (int group in groups)
        {
            if (group < _full.Length && LastEnd(_full[group], start) is var end && end > bestEnd)
                (best, bestEnd) = (group, end);
        }
        bool near = best >= 0 && start - bestEnd <= Reach;
        return near && !groups.Exists(g => g != best && _called.Contains(g)) ? best : -1;
    }

    private int LastEnd(int[] full, int start)
    {
        int low = 0, high = full.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_mentions[full[middle]].Span.End <= start)
                low = middle + 1;
            else
                high = middle;
        }
        return low == 0 ? -1 : _mentions[full[low - 1]].Span.End;
    }
}
