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

    private static ReportPair[] Pairs(IReadOnlyList<Decision> decisions, DecisionKind kind) =>
        [.. decisions.Where(d => d.Kind == kind).Select(d => new ReportPair(d.Report, d.Other))];
}
