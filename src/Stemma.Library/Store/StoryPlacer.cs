using Stemma.Annotation;
using Stemma.Stories.Clustering;

namespace Stemma.Library.Store;

/// <summary>Puts reports to stories, one after the other, by what is kept of those that are there: the one place of the library that knows how.</summary>
/// <remarks>Use it from one thread.</remarks>
public sealed class StoryPlacer
{
    /// <summary>In days: reports further apart are not of one story, so no others need be known to place one.</summary>
    public const int DaysApart = 21;

    private readonly StoryBoard _board;

    // The board calls a new story after its report; the library gives it an id of its own.
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    /// <summary>Makes one that knows no report yet.</summary>
    /// <param name="decisions">What persons have decided.</param>
    public StoryPlacer(IReadOnlyList<Decision> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        _board = new StoryBoard(DecidedRules.Of(decisions), []);
    }

    /// <summary>What is kept of a report to place it and others by.</summary>
    public static byte[] FeaturesOf(AnnotatedReport report) => StoryFeatures.Of(report).ToBytes();

    /// <summary>Takes in a report whose story is known; one that was just placed now has its story's id.</summary>
    public void Learn(StoredFeatures report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if (_board.StoryOf(report.Report) is { } placed)
            _ids[placed] = report.Story;
        else if (StoryFeatures.FromBytes(report.Bytes.Span, out _) is { } features)
            _board.Enter(report.Report, features, report.Story);
    }

    /// <summary>The story that a report belongs to; null for a new one.</summary>
    /// <param name="report">The report's id.</param>
    /// <param name="features">What <see cref="FeaturesOf"/> gave for it.</param>
    public string? Place(string report, ReadOnlyMemory<byte> features)
    {
        if (StoryFeatures.FromBytes(features.Span, out _) is not { } read)
            return null;
        StoryPlacement placed = _board.Place(report, read);
        return placed.IsNew ? null : _ids.GetValueOrDefault(placed.Story, placed.Story);
    }
}
