using System.Text;
using Stemma.Annotation;
using Stemma.Stories.Clustering;

namespace Stemma.Library.Store;

/// <summary>Puts reports to stories, one after the other, by what is kept of those that are there: the one place of the library that knows how.</summary>
/// <remarks>Use it from one thread.</remarks>
public sealed class StoryPlacer
{
    /// <summary>In days: reports further apart are not of one story, so no others need be known to place one.</summary>
    public const int DaysApart = 21;

    /// <summary>In texts: what one report is clustered with; each costs about a millisecond.</summary>
    private const int MostTexts = 60;

    /// <summary>In UTF-16 code units of a text: a story is told in its first part.</summary>
    private const int LongestText = 1500;

    private readonly List<(StoryText Text, string Story)> _known = [];
    private readonly ILookup<string, Decision> _decisions;

    /// <summary>Makes one that knows no report yet.</summary>
    /// <param name="decisions">What persons have decided.</param>
    public StoryPlacer(IReadOnlyList<Decision> decisions) => _decisions = decisions.ToLookup(d => d.Report, StringComparer.Ordinal);

    /// <summary>What is kept of a report to place it and others by.</summary>
    public static byte[] FeaturesOf(AnnotatedReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        string start = report.Text.Length > LongestText ? report.Text[..LongestText] : report.Text;
        return Encoding.UTF8.GetBytes($"{(report.Report.Title ?? "").ReplaceLineEndings(" ")}\n{start}");
    }

    /// <summary>Takes in a report whose story is known.</summary>
    public void Learn(StoredFeatures report)
    {
        ArgumentNullException.ThrowIfNull(report);
        _known.Add((Text(report.Report, report.Bytes, report.Day), report.Story));
    }

    /// <summary>The story that a report belongs to; null for a new one.</summary>
    /// <param name="report">The report's id.</param>
    /// <param name="features">What <see cref="FeaturesOf"/> gave for it.</param>
    /// <param name="day">Its day.</param>
    public string? Place(string report, ReadOnlyMemory<byte> features, DateOnly day)
    {
        if (_decisions[report].LastOrDefault(d => d.Kind == DecisionKind.Pin) is { } pin && _known.Exists(k => k.Story == pin.Other))
            return pin.Other;
        (StoryText Text, string Story)[] others = [.. _known.Where(k => k.Text.Id != report && Math.Abs(k.Text.Day!.Value.DayNumber - day.DayNumber) <= DaysApart).TakeLast(MostTexts)];
        IReadOnlyList<int> clusters = StoryClusterer.Cluster([.. others.Select(o => o.Text), Text(report, features, day)]);
        return others.Where((_, i) => clusters[i] == clusters[^1]).GroupBy(o => o.Story, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
    }

    private static StoryText Text(string id, ReadOnlyMemory<byte> features, DateOnly day)
    {
        string[] lines = Encoding.UTF8.GetString(features.Span).Split('\n', 2);
        return new StoryText(id, lines[0], lines[^1], day);
    }
}
