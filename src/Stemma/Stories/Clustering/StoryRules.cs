namespace Stemma.Stories.Clustering;

/// <summary>What a person has decided about stories: it holds whatever the texts say.</summary>
/// <remarks>
/// Pins go before parting, and parting before joining: where rules contradict each other the weaker one is dropped and told
/// (<see cref="ReplayedStories.Unmet"/>). Rules may name reports that are not there. Immutable.
/// </remarks>
public sealed record StoryRules
{
    /// <summary>No rules.</summary>
    public static StoryRules None { get; } = new();

    /// <summary>Reports that are of one story.</summary>
    public IReadOnlyList<ReportPair> Together { get; init; } = [];

    /// <summary>Reports that are not of one story.</summary>
    public IReadOnlyList<ReportPair> Apart { get; init; } = [];

    /// <summary>The story that a report belongs to, by the report's id. Reports that are pinned to different stories are apart.</summary>
    public IReadOnlyDictionary<string, string> Pinned { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}

/// <summary>Two reports.</summary>
/// <param name="A">The id of one.</param>
/// <param name="B">The id of the other.</param>
public readonly record struct ReportPair(string A, string B);
