using Stemma.Stories.Clustering;

namespace Stemma.Library.Store;

/// <summary>What persons have decided, as rules for the stories.</summary>
internal static class DecidedRules
{
    /// <summary>The rules; where a report was pinned more than once the last pin holds.</summary>
    /// <param name="decisions">The decisions, the oldest first.</param>
    public static StoryRules Of(IReadOnlyList<Decision> decisions)
    {
        var pinned = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (Decision pin in decisions.Where(d => d.Kind == DecisionKind.Pin))
            pinned[pin.Report] = pin.Other;
        return new StoryRules { Together = Pairs(decisions, DecisionKind.Together), Apart = Pairs(decisions, DecisionKind.Apart), Pinned = pinned };
    }

    /// <summary>The rules for a replay: a report that is pinned to a story goes where the report is that has been longest in it.</summary>
    /// <param name="decisions">The decisions, the oldest first.</param>
    /// <param name="reports">All reports in the order in which they were added.</param>
    public static StoryRules Of(IReadOnlyList<Decision> decisions, IReadOnlyList<StoredFeatures> reports)
    {
        StoryRules rules = Of(decisions);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (StoredFeatures report in reports)
        {
            if (!rules.Pinned.ContainsKey(report.Report))
                first.TryAdd(report.Story, report.Report);
        }
        IEnumerable<ReportPair> beside = rules.Pinned.OrderBy(p => p.Key, StringComparer.Ordinal)
            .Where(p => first.ContainsKey(p.Value)).Select(p => new ReportPair(p.Key, first[p.Value]));
        return rules with { Together = [.. beside, .. rules.Together] };
    }

    private static ReportPair[] Pairs(IReadOnlyList<Decision> decisions, DecisionKind kind) =>
        [.. decisions.Where(d => d.Kind == kind).Select(d => new ReportPair(d.Report, d.Other))];
}
