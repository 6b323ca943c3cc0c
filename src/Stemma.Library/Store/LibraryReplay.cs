using Stemma.Stories.Clustering;

namespace Stemma.Library.Store;

/// <summary>Makes the stories of a library anew from all its reports at once: what adding one by one could not see, or a person has decided since, is put right.</summary>
public static class LibraryReplay
{
    /// <summary>Replays the stories and moves the reports that stand elsewhere now, all in one transaction.</summary>
    /// <param name="store">The library. Others may add to it meanwhile: what they add stays where it was put.</param>
    /// <param name="now">The time.</param>
    /// <param name="progress">Told once for each report.</param>
    /// <param name="cancellation">Ends it before anything is changed.</param>
    /// <returns>What became of the stories, with the ids that the library knows them by, and the rules that could not be met.</returns>
    /// <exception cref="LibraryException">The library cannot be read or written; nothing was changed.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static (IReadOnlyList<StoryChange> Changes, IReadOnlyList<string> Unmet) Run(ILibraryStore store, DateTimeOffset now, Action? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        IReadOnlyList<StoredFeatures> all = store.Features(0, DateOnly.MinValue, DateOnly.MaxValue);
        PlacedReport[] reports = [.. all
            .Select(f => StoryFeatures.FromBytes(f.Bytes.Span, out _) is { } features ? new PlacedReport(f.Report, features, f.Story) : null).OfType<PlacedReport>()];
        ReplayedStories replayed = StoryReplay.Run(reports, DecidedRules.Of(store.Decisions(), all), progress, cancellation);
        (PlacedReport Report, string Story)[] moved = [.. reports.Zip(replayed.Stories).Where(r => r.First.Story != r.Second)];
        // The replay calls a new story after its first report; the library gives it an id of its own. So it does to one that all its reports leave.
        HashSet<string> leaving = [.. moved.Select(m => m.Report.Id)];
        var ids = all.Where(r => !leaving.Contains(r.Report)).Select(r => r.Story).Distinct(StringComparer.Ordinal).ToDictionary(s => s, s => s, StringComparer.Ordinal);
        if (moved.Length > 0)
        {
            using ILibraryBatch batch = store.BeginBatch();
            foreach ((PlacedReport report, string story) in moved)
                ids[story] = batch.Join(report.Id, ids.GetValueOrDefault(story), now);
            batch.Commit();
        }
        return ([.. replayed.Changes.Select(c => c with { Into = ids.GetValueOrDefault(c.Into, c.Into) })], replayed.Unmet);
    }
}
