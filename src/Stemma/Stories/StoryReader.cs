using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Stories;

/// <summary>The way of the data from the reports of one story to its dossier.</summary>
public static class StoryReader
{
    /// <summary>The version that dossiers name.</summary>
    public const string Version = "0.1.0";

    /// <summary>Reads the reports as one story.</summary>
    /// <param name="reports">The reports in any order; their ids differ.</param>
    /// <param name="options">How to run; it never changes what is found.</param>
    /// <exception cref="ArgumentException">Two reports have one id.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static Dossier Read(IEnumerable<Report> reports, StoryOptions? options = null)
    {
        options ??= new StoryOptions();
        Report[] ordered = [.. reports.OrderBy(r => r.Id, StringComparer.Ordinal)];
        for (int i = 1; i < ordered.Length; i++)
        {
            if (string.Equals(ordered[i].Id, ordered[i - 1].Id, StringComparison.Ordinal))
                throw new ArgumentException($"Two reports have the id “{ordered[i].Id}”.", nameof(reports));
        }
        var annotated = new AnnotatedReport[ordered.Length];
        Parallel.For(0, ordered.Length, new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = options.Cancellation },
            i => annotated[i] = Annotator.Annotate(ordered[i]));
        throw new NotSupportedException("to be joined");
    }
}

/// <summary>How a story is read; nothing here changes what is found.</summary>
public sealed record StoryOptions
{
    /// <summary>The number of threads, 1 or more.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Stops the run.</summary>
    public CancellationToken Cancellation { get; init; }
}
