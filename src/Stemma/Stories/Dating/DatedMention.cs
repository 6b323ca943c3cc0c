using Stemma.Annotation;
using Stemma.Annotation.Times;

namespace Stemma.Stories.Dating;

/// <summary>A time expression together with the words that tell what happened then.</summary>
/// <param name="Report">The index of the report.</param>
/// <param name="Time">The expression.</param>
/// <param name="Words">The expression as it is shown in reasons.</param>
/// <param name="Near">The content words of its clause that stand nearest, without names.</param>
/// <param name="Around">The content words of its sentence.</param>
internal sealed record DatedMention(int Report, TimeExpression Time, string Words, IReadOnlyList<string> Near, IReadOnlyList<string> Around)
{
    /// <summary>The near words that name an event of which there are many.</summary>
    public IReadOnlyList<string> Recurring { get; init; } = [];

    /// <summary>The words of the sentence that are names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>True where the words alone give the place.</summary>
    public bool IsAbsolute { get; } = !TimeResolver.NeedsPublication(Time.Meaning);

    /// <summary>True for places within days of the publication, which most reports of a story name.</summary>
    public bool IsFresh { get; } = Time.Meaning is CalendarTime { Weekday: not null, Month: null } or RelativeTime { Unit: TimeUnit.Day or TimeUnit.Weekend } or ClockTime;

    /// <summary>True where the clause looks back by its own verb or "since", so that the time lies before the publication.</summary>
    public bool IsSurelyPast { get; init; }

    /// <summary>True where the clause looks ahead by its own verb.</summary>
    public bool IsSurelyFuture { get; init; }

    /// <summary>The place for a day of publication, null where there is none.</summary>
    public TimePlace? At(DateOnly published) =>
        MeaningResolver.Resolve(Time.Meaning, Time.Tense, published, null, out _) is { From: not null } place ? place : null;
}
