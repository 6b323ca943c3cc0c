using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Stemma.Reading;
using Stemma.Reading.Archives;

namespace Stemma.Library.Corpus;

/// <summary>Reads a corpus of any size and writes a JSON line a report, in the order in which the reports stand in the files: one thread unpacks, several read, one writes.</summary>
/// <remarks>What waits between them is bounded in number and bytes. Beside that, 20 bytes a report are kept so that ids are unique.</remarks>
public sealed class Extraction
{
    // Reports that wait for each reading thread: enough that a long page holds up no other.
    private const int Waiting = 16;

    /// <summary>In bytes of reports that are unpacked but not yet written; one alone may be longer.</summary>
    private const long MostWaiting = 16L << 20;

    private readonly HashSet<ulong> _ids = [];
    private readonly Lock _lock = new();
    private long _bytes;

    /// <summary>How many threads read reports; one unpacks and one writes beside them.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Is told what could not be read or only in part, in order.</summary>
    public Action<FileProblem> Problem { get; init; } = _ => { };

    /// <summary>Is told after each line that is written.</summary>
    public Action Written { get; init; } = () => { };

    /// <summary>What was met in archives.</summary>
    public UnpackTally Tally { get; } = new();

    /// <summary>The reports that were read and written.</summary>
    public long Read { get; private set; }

    /// <summary>The reports, records and files that could not be read; each has a line with its problem.</summary>
    public long Failed { get; private set; }

    /// <summary>The problems that were told: of what failed, and of what was read in part.</summary>
    public long Problems { get; private set; }

    /// <summary>Reads and writes all.</summary>
    /// <param name="paths">Files, folders, "-" for standard input.</param>
    /// <param name="standardInput">Read for "-" alone.</param>
    /// <param name="output">Gets the lines.</param>
    /// <param name="cancellation">Ends the run.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    /// <exception cref="IOException">The output cannot be written.</exception>
    public void Run(IReadOnlyList<string> paths, Stream standardInput, Stream output, CancellationToken cancellation)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        using var ordered = new BlockingCollection<Slot>(Threads * Waiting);
        using var work = new BlockingCollection<Slot>();
        Task unpacking = Task.Factory.StartNew(() => Unpack(paths, standardInput, ordered, work, ended.Token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Task[] reading = [.. Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(() => ReadAll(work), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        try
        {
            foreach (Slot slot in ordered.GetConsumingEnumerable(cancellation))
                Write(slot, output, cancellation);
            unpacking.GetAwaiter().GetResult();
            output.Flush();
        }
        finally
        {
            ended.Cancel();
            lock (_lock)
                _bytes = 0;
            Task.WaitAll([unpacking.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default), .. reading], CancellationToken.None);
        }
    }

    private void Unpack(IReadOnlyList<string> paths, Stream standardInput, BlockingCollection<Slot> ordered, BlockingCollection<Slot> work, CancellationToken ended)
    {
        try
        {
            foreach (UnpackedReport report in CorpusReports.Read(paths, standardInput, Tally))
            {
                var slot = new Slot(report);
                WaitForRoom(slot.Bytes, ended);
                ordered.Add(slot, ended);
                work.Add(slot, ended);
            }
        }
        catch (OperationCanceledException)
        {
            // The writer has ended and says why.
        }
        finally
        {
            work.CompleteAdding();
            ordered.CompleteAdding();
        }
    }

    private void WaitForRoom(int bytes, CancellationToken ended)
    {
        SpinWait wait = default;
        while (true)
        {
            ended.ThrowIfCancellationRequested();
            lock (_lock)
            {
                if (_bytes == 0 || _bytes + bytes <= MostWaiting)
                {
                    _bytes += bytes;
                    return;
                }
            }
            wait.SpinOnce();
        }
    }

    private static void ReadAll(BlockingCollection<Slot> work)
    {
        foreach (Slot slot in work.GetConsumingEnumerable())
        {
            try
            {
                slot.Line.SetResult(ExtractedLine.Of(slot.Report));
            }
            catch (Exception e)
            {
                slot.Line.SetException(e);
            }
        }
    }

    private void Write(Slot slot, Stream output, CancellationToken cancellation)
    {
        slot.Line.Task.Wait(cancellation);
        (byte[] members, string? unread) = slot.Line.Task.Result;
        output.Write(ExtractedLine.Start(UniqueId(slot.Report)));
        output.Write(members);
        lock (_lock)
            _bytes = Math.Max(0, _bytes - slot.Bytes);
        Read += unread is null ? 1 : 0;
        Failed += unread is null ? 0 : 1;
        if ((unread ?? slot.Report.Problem) is { } problem)
        {
            Problems++;
            Problem(new FileProblem(slot.Report.Name, problem, unread is not null));
        }
        Written();
    }

    // With its place where another had the name, with the number of its line as a last resort.
    private string UniqueId(UnpackedReport report)
    {
        string name = report.Input?.Name ?? report.Name;
        if (IsNew(name))
            return name;
        string placed = $"{name} ({report.Name})";
        return IsNew(placed) ? placed : FormattableString.Invariant($"{placed} (line {Read + Failed + 1})");
    }

    private bool IsNew(string id) => _ids.Add(BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(id))));

    private sealed class Slot(UnpackedReport report)
    {
        public UnpackedReport Report { get; } = report;

        public int Bytes { get; } = report.Input?.Bytes.Length ?? 0;

        public TaskCompletionSource<(byte[] Members, string? Unread)> Line { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
