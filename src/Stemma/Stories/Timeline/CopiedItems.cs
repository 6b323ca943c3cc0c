using Stemma.Comparison;
using Stemma.Comparison.Passages;
using Stemma.Reports;

namespace Stemma.Stories.Timeline;

/// <summary>Joins the times of passages that two reports share: copied words tell one happening.</summary>
internal static class CopiedItems
{
    /// <summary>Joins the items in <paramref name="groups"/>. Near-linear in the number of passages and of the times in them.</summary>
    /// <param name="items">The items of all reports, by report and place.</param>
    /// <param name="passages">The passages of the reports.</param>
    /// <param name="groups">A group for each item.</param>
    public static void Join(IReadOnlyList<TimelineItem> items, IReadOnlyList<Passage> passages, DisjointGroups groups)
    {
        var first = new Dictionary<int, int>();
        for (int i = 0; i < items.Count; i++)
            first.TryAdd(items[i].Report, i);
        foreach (Passage passage in passages)
        {
            List<int> a = In(items, first, passage.A, passage.SpanA), b = In(items, first, passage.B, passage.SpanB);
            if (a.Count > 0 && b.Count > 0)
                Pair(items, a, b, groups);
        }
    }

    private static List<int> In(IReadOnlyList<TimelineItem> items, Dictionary<int, int> first, int report, TextSpan span)
    {
        var inside = new List<int>();
        if (!first.TryGetValue(report, out int i))
            return inside;
        for (; i < items.Count && items[i].Report == report && items[i].Telling.Time.Start < span.End; i++)
        {
            if (span.Contains(items[i].Telling.Time))
                inside.Add(i);
        }
        return inside;
    }

    // In text order: each time with the next one on the other side that means the same, or that stands in a clause of the same words.
    private static void Pair(IReadOnlyList<TimelineItem> items, List<int> a, List<int> b, DisjointGroups groups)
    {
        int from = 0;
        foreach (int x in a)
        {
            for (int k = from; k < b.Count && k < from + Reach; k++)
            {
                if (!IsOne(items[x], items[b[k]]))
                    continue;
                groups.Join(x, b[k]);
                from = k + 1;
                break;
            }
        }
    }

    private static bool IsOne(TimelineItem a, TimelineItem b)
    {
        double share = a.Words.Count(w => Array.BinarySearch(b.Words, w, StringComparer.Ordinal) >= 0) / (double)Math.Max(1, Math.Min(a.Words.Length, b.Words.Length));
        return share >= (a.Meaning == b.Meaning ? ShareOfSameTime : ShareOfOtherTime);
    }

    // The part of the shorter clause's content words: a rewriter keeps "on Tuesday" and changes most words around it; where the
    // time is told otherwise as well, the words must show that it is the same one. Set by hand on invented rewritings.
    private const double ShareOfSameTime = 0.25, ShareOfOtherTime = 0.6;

    /// <summary>In times of a passage that are tried.</summary>
    private const int Reach = 16;
}
