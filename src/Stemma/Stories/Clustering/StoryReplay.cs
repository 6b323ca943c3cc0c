namespace Stemma.Stories.Clustering;

/// <summary>
/// Makes the stories of a library anew from all its reports at once, so that stories which should be one merge and those which
/// are several split; each keeps its id where most of it is what it was.
/// </summary>
/// <remarks>
/// Copies and what a person joined are put together first; then the two most like groups are joined, again and again, until none are
/// like enough (average linkage; Sokal and Michener 1958). Which reports are together does not depend on how they came, were placed or are given. Some
/// three kilobytes a report; near-linear in their number.
/// </remarks>
public static class StoryReplay
{
    /// <summary>The stories of the reports.</summary>
    /// <param name="reports">All reports of the library; their ids differ.</param>
    /// <param name="rules">What a person has decided.</param>
    /// <param name="progress">Told once for each report.</param>
    /// <param name="cancellation">Stops the run.</param>
    /// <exception cref="ArgumentException">Two reports have one id.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static ReplayedStories Run(IReadOnlyList<PlacedReport> reports, StoryRules rules, Action? progress = null, CancellationToken cancellation = default)
    {
        int[] order = [.. Enumerable.Range(0, reports.Count).OrderBy(i => reports[i].Features.Day ?? DateOnly.MaxValue).ThenBy(i => reports[i].Id, StringComparer.Ordinal)];
        PlacedReport[] sorted = [.. order.Select(i => reports[i])];
        if (reports.Select(r => r.Id).Distinct(StringComparer.Ordinal).Count() != reports.Count)
            throw new ArgumentException("Two reports have one id.", nameof(reports));
        var book = new RuleBook(rules);
        var units = new ReplayUnits(sorted, book, progress, cancellation);
        int[] clusters = new AverageLinkage(units, book).Run(cancellation);
        int[] cluster = [.. units.UnitOf.Select(u => clusters[u])];
        (string[] ids, List<StoryChange> changes) = new StoryNaming(sorted, cluster, book).Name();
        var stories = new string[reports.Count];
        for (int i = 0; i < order.Length; i++)
            stories[order[i]] = ids[cluster[i]];
        return new ReplayedStories(stories, changes, book.Unmet);
    }
}
