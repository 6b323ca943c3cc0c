namespace Stemma.Reports;

/// <summary>When a report was published: an interval of whole days, never a guess.</summary>
/// <param name="From">The first day it can have been published.</param>
/// <param name="To">The last day it can have been published, not before <paramref name="From"/>.</param>
/// <param name="How">Where the dates come from.</param>
/// <param name="Reasons">Why, one sentence each; empty for a stated date without doubt.</param>
public sealed record PublicationDate(DateOnly From, DateOnly To, DateSource How, IReadOnlyList<string> Reasons)
{
    /// <summary>The moment of publication where it is stated to the minute, null where only days are known.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>True where the day is known.</summary>
    public bool IsDay => From == To;
}

/// <summary>Where a publication date comes from.</summary>
public enum DateSource
{
    /// <summary>The report itself or its metadata says it.</summary>
    Stated,

    /// <summary>The side file says it.</summary>
    File,

    /// <summary>It was narrowed from the words of this and the other reports of the story.</summary>
    Inferred,
}
