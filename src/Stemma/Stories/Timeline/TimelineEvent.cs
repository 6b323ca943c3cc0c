using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Stories.Timeline;

/// <summary>Something that happened, or is to happen, at a time that the reports give.</summary>
/// <param name="From">The first possible day; of differing dates the first of all.</param>
/// <param name="To">The last possible day, not before <paramref name="From"/>.</param>
/// <param name="Precision">How fine the words are; <see cref="TimePrecision.Interval"/> where the days do not fill a unit.</param>
/// <param name="Tellings">The sentences that tell it, by report and place; one or more.</param>
public sealed record TimelineEvent(DateOnly From, DateOnly To, TimePrecision Precision, IReadOnlyList<TimelineTelling> Tellings)
{
    /// <summary>Whether it happened, is planned, or lies long before the story.</summary>
    public EventKind Kind { get; init; }

    /// <summary>True where tellings give days that cannot both be right, though they tell one thing.</summary>
    public bool IsConflict { get; init; }

    /// <summary>True where all that happened is that somebody said something.</summary>
    public bool IsStatement { get; init; }

    /// <summary>1 for what a reader wants first; a number of its own for each event of a timeline.</summary>
    public int Rank { get; init; }

    /// <summary>The telling whose clause names the event best, an index of <see cref="Tellings"/>.</summary>
    public int Best { get; init; }

    /// <summary>The reports that leave the days open because the day of their publication is not known.</summary>
    public IReadOnlyList<int> Undated { get; init; } = [];

    /// <summary>Why the tellings are one event, and how its days were found where they differ.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];
}

/// <summary>A sentence that tells an event of the timeline.</summary>
/// <param name="Report">The index of the report among those given to <see cref="TimelineBuilder"/>.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Time">The words that tell the time.</param>
public readonly record struct TimelineTelling(int Report, TextSpan Sentence, TextSpan Time)
{
    /// <summary>The clause that tells it, with the time.</summary>
    public TextSpan Clause { get; init; }

    /// <summary>The first day that the words give in this report.</summary>
    public DateOnly From { get; init; }

    /// <summary>The last day that they give.</summary>
    public DateOnly To { get; init; }

    /// <summary>True where the report tells it as something to come.</summary>
    public bool IsPlan { get; init; }
}

/// <summary>What kind of event it is.</summary>
public enum EventKind
{
    /// <summary>A report tells it as having happened.</summary>
    Happened,

    /// <summary>It is told as something to come alone.</summary>
    Planned,

    /// <summary>It happened long before the first report.</summary>
    Background,
}
