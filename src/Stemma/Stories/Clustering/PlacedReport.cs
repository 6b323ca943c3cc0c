namespace Stemma.Stories.Clustering;

/// <summary>A report as a store keeps it for its stories.</summary>
/// <param name="Id">The report's id; differs for every report.</param>
/// <param name="Features">What <see cref="StoryFeatures.Of"/> gave for it.</param>
/// <param name="Story">The id of the story it stands in, null where it stands in none yet.</param>
public sealed record PlacedReport(string Id, StoryFeatures Features, string? Story);
