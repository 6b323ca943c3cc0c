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

    /// <summary>The pairs of neighbouring content words of the sentence, without names, to which this time stands nearest, none that many events have.</summary>
    public IReadOnlyList<string> Phrases { get; init; } = [];

    /// <summary>The number of its sentence among those long enough to be no heading, from 0, headings with the sentence after them.</summary>
    public int Sentence { get; init; }

    /// <summary>True where the clause tells that somebody spoke or decided, so that the time is of that and not of the event.</summary>
    public bool IsAnnouncement { get; init; }

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

    /// <summary>True where both name a weekday, a month, a season or a quarter, but not the same one.</summary>
    public bool Differs(DatedMention other) =>
        Named is { } a && other.Named is { } b
        && (a.Weekday ?? b.Weekday, a.Month ?? b.Month, a.Season ?? b.Season, a.Quarter ?? b.Quarter) != (b.Weekday ?? a.Weekday, b.Month ?? a.Month, b.Season ?? a.Season, b.Quarter ?? a.Quarter);

    private CalendarTime? Named => Time.Meaning.WithoutClock as CalendarTime;

    /// <summary>The places it can mean for a day of publication: a bare weekday that "would" follow may be over by then.</summary>
    public IEnumerable<TimePlace> PlacesFor(DateOnly published)
    {
        if (At(published) is { } place)
            yield return place;
        if (BareWeekday is not null && Time.Tense == TimeTense.Future && !IsSurelyFuture
            && MeaningResolver.Resolve(Time.Meaning, TimeTense.Past, published, null, out _) is { From: not null } turned)
            yield return turned;
    }

    /// <summary>The day of the week that it names or is for sure, 1 (Monday) to 7, null where it is not known.</summary>
    /// <param name="published">When its report was published, null where that is not known to the day.</param>
    public int? WeekdayFor(DateOnly? published) => Time.Meaning switch
    {
        CalendarTime { Weekday: { } day } => day,
        ClockTime { On: CalendarTime { Weekday: { } day } } => day,
        _ when (IsAbsolute || published is not null) && At(published ?? DayDomain.Earliest) is { Precision: TimePrecision.Day, From: { } only } => TimePlace.IsoDay(only),
        _ => null,
    };

    /// <summary>True for "today", "yesterday", "tomorrow" and their parts of the day.</summary>
    public bool IsCountedDay { get; } = Time.Meaning.WithoutClock is RelativeTime { Unit: TimeUnit.Day };

    /// <summary>The day of the week, 1 (Monday) to 7, where it is named without a date, "last" or "next".</summary>
    public int? BareWeekday { get; } = Time.Meaning.WithoutClock is CalendarTime { Weekday: { } weekday, Month: null, Selector: null } ? weekday : null;
}
