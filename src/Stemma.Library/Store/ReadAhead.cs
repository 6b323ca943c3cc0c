namespace Stemma.Library.Store;

/// <summary>A report that was read and annotated, or why there is none.</summary>
internal sealed record PreparedReport(string Name, NewReport? Report, FileProblem? Problem);

/// <summary>What <see cref="ReadAhead.Take"/> met.</summary>
internal enum ReadAheadState
{
    /// <summary>A report.</summary>
    Report,

    /// <summary>The next report was not ready in time.</summary>
    NotYet,

    /// <summary>No report will come.</summary>
    End,
}

/// <summary>Reports that are being read ahead of the one that adds them, in order; bounded in number and bytes.</summary>
/// <param name="most">In reports.</param>
/// <param name="mostBytes">In bytes all together; one alone may be longer.</param>
/// <remarks>One thread adds, another takes.</remarks>
internal sealed class ReadAhead(int most, long mostBytes)
{
    // How often a thread that waits looks whether it was cancelled; a change wakes it at once.
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(100);

    private readonly Queue<(int Bytes, Task<PreparedReport> Task)> _reports = new();
    private readonly object _changed = new();
    private long _bytes;
    private bool _complete;

    /// <summary>Waits for room and begins to read a report.</summary>
    /// <param name="bytes">Its size.</param>
    /// <param name="read">Begins to read it.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public void Add(int bytes, Func<Task<PreparedReport>> read, CancellationToken cancellation)
    {
        lock (_changed)
        {
            while (_reports.Count > 0 && (_reports.Count >= most || _bytes + bytes > mostBytes))
            {
                cancellation.ThrowIfCancellationRequested();
                Monitor.Wait(_changed, s_look);
            }
            cancellation.ThrowIfCancellationRequested();
            Task<PreparedReport> task = read();
            _reports.Enqueue((bytes, task));
            _bytes += bytes;
            Monitor.PulseAll(_changed);
            _ = task.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Tells that no more will come.</summary>
    public void Complete()
    {
        lock (_changed)
        {
            _complete = true;
            Monitor.PulseAll(_changed);
        }
    }

    /// <summary>Takes the next report in order.</summary>
    /// <param name="patience">How long to wait for it.</param>
    /// <param name="report">The report; null where none was ready.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public ReadAheadState Take(TimeSpan patience, out PreparedReport? report, CancellationToken cancellation)
    {
        lock (_changed)
        {
            for (bool waited = false; ; waited = true)
            {
                cancellation.ThrowIfCancellationRequested();
                if (_reports.TryPeek(out (int Bytes, Task<PreparedReport> Task) next) && next.Task.IsCompleted)
                {
                    _reports.Dequeue();
                    _bytes -= next.Bytes;
                    Monitor.PulseAll(_changed);
                    report = next.Task.GetAwaiter().GetResult();
                    return ReadAheadState.Report;
                }
                report = null;
                if (_complete && _reports.Count == 0)
                    return ReadAheadState.End;
                if (waited && patience != Timeout.InfiniteTimeSpan)
                    return ReadAheadState.NotYet;
                Monitor.Wait(_changed, patience == Timeout.InfiniteTimeSpan || patience > s_look ? s_look : patience);
            }
        }
    }

    private void Wake()
    {
        lock (_changed)
            Monitor.PulseAll(_changed);
    }
}
