namespace Stemma.Stories.Clustering;

/// <summary>Where a report was put and why.</summary>
/// <param name="Story">The id of the story. A new story has the id of its first report, made unique among stories.</param>
/// <param name="Why">What decided.</param>
/// <param name="Likeness">The mean likeness to the reports of the story, faded with time, 0 to 1; 0 where it did not decide.</param>
/// <param name="CopyOf">The id of the report that it is a copy of, null where it is of none.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record StoryPlacement(string Story, PlacementKind Why, double Likeness, string? CopyOf, string Reason)
{
    /// <summary>True where the report is the first of its story.</summary>
    public bool IsNew { get; init; }
}

/// <summary>What decided where a report was put.</summary>
public enum PlacementKind
{
    /// <summary>Nothing was like it.</summary>
    Alone,

    /// <summary>It is like the reports of the story.</summary>
    Alike,

    /// <summary>It is a copy of one of them.</summary>
    Copy,

    /// <summary>A person said so.</summary>
    Rule,
}
