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

    /// <summary>Reports that are read ahead for each thread, and in bytes all together; one alone may be longer.</summary>
    private const int Ahead = 16, MostBytesAhead = 32 << 20;

    private readonly ReportAdder _adder = new(store);

    /// <summary>How many threads read reports.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Adds all of them.</summary>
    /// <param name="sources">The reports, read on while others are added.</param>
    /// <param name="told">Is told of each in the order of the sources; of a report once it is there for good.</param>
    /// <param name="cancellation">Ends it; what was told stays.</param>
    /// <exception cref="LibraryException">The library cannot be written; what was told stays.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Run(IEnumerable<ReportSource> sources, Action<AddedReport> told, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(told);
        var ahead = new Queue<(int Bytes, Task<Prepared> Task)>();
        var batch = new List<Prepared>();
        long bytes = 0, since = 0;
        using var free = new SemaphoreSlim(Threads);
        using IEnumerator<ReportSource> next = sources.GetEnumerator();
        for (bool more = true; more || ahead.Count > 0;)
        {
            cancellation.ThrowIfCancellationRequested();
            if (more && ahead.Count < Threads * Ahead && (ahead.Count == 0 || bytes < MostBytesAhead))
            {
                more = next.MoveNext();
                if (more)
                {
                    ReportSource source = next.Current;
                    int length = source.Input?.Bytes.Length ?? 0;
                    bytes += length;
                    ahead.Enqueue((length, Task.Run(() => Prepare(source, free, cancellation), CancellationToken.None)));
                }
                continue;
            }
            (int read, Task<Prepared> task) = ahead.Dequeue();
            bytes -= read;
            if (batch.Count > 0 && !task.IsCompleted && time.GetElapsedTime(since) > s_oldestBatch)
                Flush(batch, told);
            Prepared prepared = task.GetAwaiter().GetResult();
            if (batch.Count == 0)
                since = time.GetTimestamp();
            batch.Add(prepared);
            if (batch.Count >= MostInBatch || (ahead.Count == 0 && time.GetElapsedTime(since) > s_oldestBatch))
                Flush(batch, told);
        }
        Flush(batch, told);
    }

    private Prepared Prepare(ReportSource source, SemaphoreSlim free, CancellationToken cancellation)
    {
        free.Wait(cancellation);
        try
        {
            if (source.Input is not { } input)
                return new Prepared(source.Problem?.Name ?? "", null, source.Problem);
            ReadingResult reading = ReportReader.Read(input);
            FileProblem? problem = reading.Problem is null ? source.Problem : new FileProblem(reading.Name, reading.Problem, reading.Report is null);
            return new Prepared(reading.Name, reading.Report is { } report ? NewReport.Of(report, input.Bytes.Span, time.GetUtcNow()) : null, problem);
        }
        finally
        {
            free.Release();
        }
    }

    private void Flush(List<Prepared> batch, Action<AddedReport> told)
    {
        IReadOnlyList<PutResult> results = _adder.Add([.. batch.Select(p => p.Report).OfType<NewReport>()]);
        int next = 0;
        foreach (Prepared prepared in batch)
            told(new AddedReport(prepared.Name, prepared.Report is null ? null : results[next++], prepared.Problem));
        batch.Clear();
    }

    private sealed record Prepared(string Name, NewReport? Report, FileProblem? Problem);
}
