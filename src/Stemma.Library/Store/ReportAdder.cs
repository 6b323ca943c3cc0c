namespace Stemma.Library.Store;

/// <summary>Puts reports into a library and each to its story, a batch in one transaction.</summary>
/// <param name="store">The library.</param>
/// <remarks>Use it from one thread. It keeps in memory what places the reports of the days it has met.</remarks>
public sealed class ReportAdder(ILibraryStore store)
{
    /// <summary>In days beyond those that are needed: so that reports a little older or newer do not make it read all again.</summary>
    private const int Spare = 10;

    /// <summary>In days: reports of more are not kept in memory, unless one batch needs them.</summary>
    private const int MostDays = 150;

    private StoryPlacer? _placer;
    private (DateOnly From, DateOnly To)? _known;
    private long _last;

    /// <summary>Adds the reports in their order; when it returns all of them are there for good.</summary>
    /// <returns>What became of each, in the same order.</returns>
    /// <exception cref="LibraryException">None of them was added.</exception>
    public IReadOnlyList<PutResult> Add(IReadOnlyList<NewReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        if (reports.Count == 0)
            return [];
        var results = new List<PutResult>(reports.Count);
        try
        {
            using ILibraryBatch batch = store.BeginBatch();
            StoryPlacer placer = CatchUp(batch, reports);
            foreach (NewReport report in reports)
                results.Add(Add(batch, report, placer));
            batch.Commit();
            return results;
        }
        catch
        {
            // What was learnt of reports that are not there must not place others.
            Forget();
            throw;
        }
    }

    private PutResult Add(ILibraryBatch batch, NewReport report, StoryPlacer placer)
    {
        PutResult put = batch.Put(report);
        _last = Math.Max(_last, put.Sequence);
        if (put.Story is not null)
            return put;
        string story = batch.Join(put.Report, placer.Place(put.Report, report.Features), report.Seen);
        placer.Learn(new StoredFeatures(put.Sequence, put.Report, story, report.Day, report.Features));
        return put with { Story = story };
    }

    // The lock is held: nobody adds while this reads, and what others have added since is read now.
    private StoryPlacer CatchUp(ILibraryBatch batch, IReadOnlyList<NewReport> reports)
    {
        DateOnly from = Moved(reports.Min(r => r.Day), -StoryPlacer.DaysApart), to = Moved(reports.Max(r => r.Day), StoryPlacer.DaysApart);
        if (_known is { } old && Math.Max(to.DayNumber, old.To.DayNumber) - Math.Min(from.DayNumber, old.From.DayNumber) > Math.Max(MostDays, to.DayNumber - from.DayNumber))
            Forget();
        StoryPlacer placer = _placer ??= new StoryPlacer(store.Decisions());
        if (_known is not { } known)
        {
            known = (Moved(from, -Spare), Moved(to, Spare));
            Learn(placer, batch.Features(0, known.From, known.To));
        }
        else
        {
            Learn(placer, batch.Features(_last, known.From, known.To));
            if (from < known.From)
            {
                Learn(placer, batch.Features(0, Moved(from, -Spare), known.From.AddDays(-1)));
                known.From = Moved(from, -Spare);
            }
            if (to > known.To)
            {
                Learn(placer, batch.Features(0, known.To.AddDays(1), Moved(to, Spare)));
                known.To = Moved(to, Spare);
            }
        }
        _known = known;
        return placer;
    }

    private void Learn(StoryPlacer placer, IReadOnlyList<StoredFeatures> reports)
    {
        foreach (StoredFeatures features in reports)
        {
            placer.Learn(features);
            _last = Math.Max(_last, features.Sequence);
        }
    }

    private void Forget()
    {
        _placer = null;
        _known = null;
        _last = 0;
    }

    private static DateOnly Moved(DateOnly day, int days) => DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, 0, DateOnly.MaxValue.DayNumber));
}
