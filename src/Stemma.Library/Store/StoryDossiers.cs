using Stemma.Presentation;
using Stemma.Reading;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Library.Store;

/// <summary>The dossiers of a library's stories: the kept one where it is of the story as it is, else made anew and kept.</summary>
/// <param name="store">The library.</param>
/// <param name="time">The clock that tells when a dossier was made.</param>
public sealed class StoryDossiers(ILibraryStore store, TimeProvider time)
{
    /// <summary>The dossier of a story; null where there is no such story.</summary>
    /// <param name="id">The story's id.</param>
    /// <param name="options">How to run where it must be made.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Dossier? Of(string id, StoryOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // The story first: reports that join meanwhile are in a dossier that counts as older, and so is made again.
        if (store.Story(id) is not { } story)
            return null;
        if (store.Dossier(id) is { } kept && kept.Revision == story.Revision && kept.Stemma == StoryReader.Version)
        {
            using var json = new MemoryStream(kept.Json.ToArray(), writable: false);
            return DossierJson.Read(json);
        }
        IReadOnlyList<StoredReport> reports = store.ReportsOf(id);
        Dossier dossier = StoryReader.Read(OutletMemory.Apply(Named(reports)), unread: null, options);
        using var stream = new MemoryStream();
        DossierJson.Write(dossier, stream);
        var figures = new DossierFigures(story.Revision, dossier.Lineage.Origins.Count, dossier.Claims.Count(c => c.Verdict == "conflict"));
        store.Keep(new StoredDossier(id, story.Revision, StoryReader.Version, time.GetUtcNow(), figures, [.. reports.Select(r => (r.Id, r.Version))], stream.ToArray()));
        return dossier;
    }

    /// <summary>Makes the dossiers that wait in the queue, until nothing waits or it has made so many.</summary>
    /// <param name="worker">Who makes them.</param>
    /// <param name="lease">How long others leave it alone with one.</param>
    /// <param name="options">How to run.</param>
    /// <param name="made">Is told each story.</param>
    public void Work(string worker, TimeSpan lease, StoryOptions options, Action<string> made)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(made);
        while (store.TakeWork(worker, time.GetUtcNow(), time.GetUtcNow() + lease) is { } work)
        {
            options.Cancellation.ThrowIfCancellationRequested();
            Of(work.Story, options);
            store.FinishWork(work);
            made(work.Story);
        }
    }

    // The names they were added under; where two are alike, with the library's own id.
    private static Report[] Named(IReadOnlyList<StoredReport> reports)
    {
        HashSet<string> doubled = [.. reports.GroupBy(r => r.Report.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
        return [.. reports.Select(r => doubled.Contains(r.Report.Id) ? r.Report with { Id = $"{r.Report.Id} ({r.Id})" } : r.Report).OrderBy(r => r.Id, StringComparer.Ordinal)];
    }
}
