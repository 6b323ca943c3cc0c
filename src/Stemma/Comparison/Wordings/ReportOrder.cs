using Stemma.Reports;

namespace Stemma.Comparison.Wordings;

/// <summary>The order in which the quotations of a story's reports are compared: parents before children, else by date.</summary>
internal static class ReportOrder
{
    /// <summary>The numbers of the reports, earliest first.</summary>
    /// <param name="reports">The number of each report and when it was published; no number twice.</param>
    /// <param name="taken">Who took text from whom; pairs with reports that are not in the list are passed over.</param>
    /// <remarks>
    /// A stated day stands at that day. An inferred interval stands at its last day, and after what is stated for that day: only
    /// then is it sure that the report was out. A report without a date comes last. Where the pairs go round in a circle, the
    /// date decides.
    /// </remarks>
    public static IReadOnlyList<int> Of(IReadOnlyList<(int Report, PublicationDate? Published)> reports, IReadOnlyList<(int Parent, int Child)> taken)
    {
        int[] byDate =
        [
            .. reports.OrderBy(r => r.Published?.To ?? DateOnly.MaxValue).ThenBy(r => r.Published is not { } p || p.How == DateSource.Inferred)
                .ThenBy(r => r.Published?.Instant ?? DateTimeOffset.MaxValue).ThenBy(r => r.Report).Select(r => r.Report),
        ];
        Dictionary<int, int> rank = byDate.Index().ToDictionary(r => r.Item, r => r.Index);
        (int Parent, int Child)[] links = [.. taken.Where(t => t.Parent != t.Child && rank.ContainsKey(t.Parent) && rank.ContainsKey(t.Child)).Distinct()];
        ILookup<int, int> children = links.ToLookup(t => rank[t.Parent], t => rank[t.Child]);
        var missing = new int[byDate.Length];
        foreach ((_, int child) in links)
            missing[rank[child]]++;
        var waiting = new SortedSet<int>(Enumerable.Range(0, byDate.Length));
        var ready = new SortedSet<int>(waiting.Where(r => missing[r] == 0));
        var order = new List<int>(byDate.Length);
        while (waiting.Count > 0)
        {
            int next = ready.Count > 0 ? ready.Min : waiting.Min;
            ready.Remove(next);
            waiting.Remove(next);
            order.Add(byDate[next]);
            foreach (int child in children[next])
            {
                if (--missing[child] == 0 && waiting.Contains(child))
                    ready.Add(child);
            }
        }
        return order;
    }
}
