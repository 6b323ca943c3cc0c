using Stemma.Annotation;
using Stemma.Reports;
using Stemma.Stories.Lineage;

namespace Stemma.Stories.Timeline;

/// <summary>The reports in the order in which their texts came to be, as far as it is known: what was taken from comes before what took, then the earlier before the later.</summary>
internal sealed class TellerOrder
{
    private readonly int[] _order;

    /// <summary>Orders the reports.</summary>
    public TellerOrder(IReadOnlyList<AnnotatedReport> reports, StoryLineage lineage)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < reports.Count; i++)
            numbers.TryAdd(reports[i].Report.Id, i);
        var parents = new List<int>[reports.Count];
        foreach (TextLink link in lineage.Links)
        {
            if (numbers.TryGetValue(link.From, out int from) && numbers.TryGetValue(link.To, out int to))
                (parents[to] ??= []).Add(from);
        }
        int[] depths = Depths(parents);
        int[] sorted = [.. Enumerable.Range(0, reports.Count)
            .OrderBy(i => depths[i])
            .ThenBy(i => reports[i].Report.Published is { } p ? p.To : DateOnly.MaxValue)
            .ThenBy(i => reports[i].Report.Published?.From ?? DateOnly.MaxValue)
            .ThenBy(i => reports[i].Report.Id, StringComparer.Ordinal)];
        _order = new int[sorted.Length];
        for (int i = 0; i < sorted.Length; i++)
            _order[sorted[i]] = i;
        var origins = new List<int>[reports.Count];
        foreach ((int index, Origin origin) in lineage.Origins.Index())
        {
            foreach (string id in origin.Reports)
            {
                if (numbers.TryGetValue(id, out int report))
                    (origins[report] ??= []).Add(index);
            }
        }
        Origins = [.. origins.Select(o => o?.ToArray() ?? [])];
    }

    /// <summary>For each report the indexes of the origins that it rests on.</summary>
    public IReadOnlyList<int[]> Origins { get; }

    /// <summary>The place of a report in the order.</summary>
    public int Of(int report) => _order[report];

    // How many steps a text stands below one that took from none; as many rounds as reports at most.
    private static int[] Depths(List<int>[] parents)
    {
        int[] depths = new int[parents.Length];
        bool changed = true;
        for (int round = 0; changed && round < parents.Length; round++)
        {
            changed = false;
            for (int i = 0; i < parents.Length; i++)
            {
                int depth = parents[i] is { } own ? 1 + own.Max(p => depths[p]) : 0;
                changed = changed || depth != depths[i];
                depths[i] = Math.Min(depth, parents.Length);
            }
        }
        return depths;
    }
}
