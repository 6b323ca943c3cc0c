using Stemma.Reading;

namespace Stemma.Library.Store;

/// <summary>What became of one thing that was to be added.</summary>
/// <param name="Name">Its file or address.</param>
/// <param name="Put">What became of it; null where it could not be read.</param>
/// <param name="Problem">Why it could not be read, or what is doubtful about it; null where nothing is.</param>
public sealed record AddedReport(string Name, PutResult? Put, FileProblem? Problem);

/// <summary>Reads reports on several threads and adds them in order, in batches; tells of each once it is there for good.</summary>
/// <param name="store">The library.</param>
/// <param name="time">The clock that tells when reports were read.</param>
public sealed class LibraryAddition(ILibraryStore store, TimeProvider time)
{
    /// <summary>In reports: one wait for the disk serves so many.</summary>
    /// <remarks>Set so that the wait is a small part; see the library benchmark.</remarks>
    private const int MostInBatch = 200;

    /// <summary>A batch that is not full is written when it is this old, so that a slow source's reports are soon safe.</summary>
    private static readonly TimeSpan s_oldestBatch = TimeSpan.FromMilliseconds(250);

    /// <summary>Reports that are read ahead for each thread: enough that a long one holds up no other.</summary>
    private const int Ahead = 16;

    /// <summary>In bytes of reports that are read ahead, all together; one alone may be longer.</summary>
    private const long MostBytesAhead = 32L << 20;

    private readonly ReportAdder _adder = new(store);

    /// <summary>How many threads read reports.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Adds all of them.</summary>
    /// <param name="sources">The reports, read on while others are added, on a thread of their own: a source may be slow.</param>
    /// <param name="told">Is told of each in the order of the sources, on the calling thread; of a report once it is there for good.</param>
    /// <param name="cancellation">Ends it; what was told stays.</param>
    /// <exception cref="LibraryException">The library cannot be written; what was told stays.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Run(IEnumerable<ReportSource> sources, Action<AddedReport> told, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(told);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var ahead = new ReadAhead(Threads * Ahead, MostBytesAhead);
        CancellationToken token = ended.Token;
        TaskScheduler readers = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, Threads).ConcurrentScheduler;
        Task finding = Task.Factory.StartNew(() => Find(sources, ahead, readers, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            Add(ahead, told, cancellation);
        }
        finally
        {
            // A source that waits for its next report is not waited for: where this was ended, nobody wants it.
            ended.Cancel();
        }
        finding.GetAwaiter().GetResult();
    }

    private void Find(IEnumerable<ReportSource> sources, ReadAhead ahead, TaskScheduler readers, CancellationToken ended)
    {
        try
        {
            foreach (ReportSource source in sources)
                ahead.Add(source.Input?.Bytes.Length ?? 0, () => Task.Factory.StartNew(() => Prepare(source), ended, TaskCreationOptions.None, readers), ended);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // Whoever ended it says why.
        }
        finally
        {
            ahead.Complete();
        }
    }

    private void Add(ReadAhead ahead, Action<AddedReport> told, CancellationToken cancellation)
    {
        var batch = new List<PreparedReport>();
        long since = 0;
        while (true)
        {
            TimeSpan left = batch.Count == 0 ? Timeout.InfiniteTimeSpan : s_oldestBatch - time.GetElapsedTime(since);
            if (batch.Count >= MostInBatch || (batch.Count > 0 && left <= TimeSpan.Zero))
            {
                Flush(batch, told);
                continue;
            }
            switch (ahead.Take(left, out PreparedReport? prepared, cancellation))
            {
                case ReadAheadState.Report:
                    if (batch.Count == 0)
                        since = time.GetTimestamp();
                    batch.Add(prepared!);
                    break;
                case ReadAheadState.End:
                    Flush(batch, told);
                    return;
            }
        }
    }

    private PreparedReport Prepare(ReportSource source)
    {
        if (source.Input is not { } input)
            return new PreparedReport(source.Problem?.Name ?? "", null, source.Problem);
        ReadingResult reading = ReportReader.Read(input);
        FileProblem? problem = reading.Problem is null ? source.Problem : new FileProblem(reading.Name, reading.Problem, reading.Report is null);
        return new PreparedReport(reading.Name, reading.Report is { } report ? NewReport.Of(report, input.Bytes.Span, time.GetUtcNow()) : null, problem);
    }

    private void Flush(List<PreparedReport> batch, Action<AddedReport> told)
    {
        IReadOnlyList<PutResult> results = _adder.Add([.. batch.Select(p => p.Report).OfType<NewReport>()]);
        int next = 0;
        foreach (PreparedReport prepared in batch)
            told(new AddedReport(prepared.Name, prepared.Report is null ? null : results[next++], prepared.Problem));
        batch.Clear();
    }
}
