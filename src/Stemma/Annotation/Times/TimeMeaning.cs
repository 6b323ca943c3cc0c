namespace Stemma.Annotation.Times;

/// <summary>
/// What a time expression means before anybody knows when the report was published: as much of a date as the words give.
/// </summary>
/// <remarks>Immutable. It becomes a value with <see cref="TimeResolver"/>.</remarks>
public abstract record TimeMeaning
{
    /// <summary>Which part of the whole: "early March", "the end of 2019".</summary>
    public TimePart Part { get; init; }

    /// <summary>The TIMEX3 type that goes with the meaning.</summary>
    public abstract TimeType Type { get; }

    /// <summary>The day of a time of day, where the words give one; else the meaning itself.</summary>
    internal TimeMeaning WithoutClock => this is ClockTime { On: { } on } ? on : this;
}

/// <summary>A place in the calendar of which some fields may be missing: "March 2022", "17 May", "last February", "Friday".</summary>
public sealed record CalendarTime : TimeMeaning
{
    /// <summary>The year, 1 to 9999, null where the words do not give it.</summary>
    public int? Year { get; init; }

    /// <summary>The last two digits of the year where only those are written, 0 to 99.</summary>
    public int? ShortYear { get; init; }

    /// <summary>The year counted from the year of publication ("in February last year": -1).</summary>
    public int? YearShift { get; init; }

    /// <summary>The month, 1 to 12.</summary>
    public int? Month { get; init; }

    /// <summary>The day of the month, 1 to 31.</summary>
    public int? Day { get; init; }

    /// <summary>The day of the week, 1 (Monday) to 7 (Sunday).</summary>
    public int? Weekday { get; init; }

    /// <summary>Which weekday of the month, as ten times its number (5 is the last) and the weekday: 44 is the fourth Thursday.</summary>
    public int? Nth { get; init; }

    /// <summary>The day counted from Easter Sunday of the western churches, in days: -2 is Good Friday.</summary>
    public int? EasterShift { get; init; }

    /// <summary>The season, 1 (spring) to 4 (winter).</summary>
    public int? Season { get; init; }

    /// <summary>The quarter of the year, 1 to 4.</summary>
    public int? Quarter { get; init; }

    /// <summary>The half of the year, 1 or 2.</summary>
    public int? Half { get; init; }

    /// <summary>"last", "this" or "next" before the name, as -1, 0, 1.</summary>
    public int? Selector { get; init; }

    /// <summary>Where the words take up a stretch spoken of before, in the year they name ("the 2019 quarter").</summary>
    public TimePeriod Period { get; init; }

    /// <inheritdoc/>
    public override TimeType Type => TimeType.Date;
}

/// <summary>A unit counted from the day of publication: "today", "last week", "next year".</summary>
/// <param name="Unit">The unit, which is also the precision.</param>
/// <param name="Shift">How many units later, negative for earlier.</param>
public sealed record RelativeTime(TimeUnit Unit, int Shift) : TimeMeaning
{
    /// <summary>True where it counts from the time the text spoke of before: "the following day", "the previous year".</summary>
    public bool FromContext { get; init; }

    /// <summary>Which stretch spoken of before is meant or moved: "the quarter", "the same month last year".</summary>
    public TimePeriod Period { get; init; }

    /// <inheritdoc/>
    public override TimeType Type => TimeType.Date;
}

/// <summary>A length of time before or after a moment: "two years ago", "more than a year ago", "a day earlier".</summary>
/// <param name="Length">How long.</param>
/// <param name="Direction">-1 before, 1 after.</param>
public sealed record ShiftedTime(TimeLength Length, int Direction) : TimeMeaning
{
    /// <summary>True where it counts from the time the text spoke of before, false where from the day of publication.</summary>
    public bool FromContext { get; init; }

    /// <inheritdoc/>
    public override TimeType Type => TimeType.Date;
}

/// <summary>A length of time: "three days", "four and a half hours", "years".</summary>
/// <param name="Amount">How many units, null where the words do not say ("several").</param>
/// <param name="Unit">The unit.</param>
public sealed record TimeLength(decimal? Amount, TimeUnit Unit) : TimeMeaning
{
    /// <summary>What goes with it in smaller units ("two hours and <i>ten minutes</i>"), null for nothing.</summary>
    public TimeLength? Rest { get; init; }

    /// <summary>Whether the amount is exact, a least or a most.</summary>
    public AmountBound Bound { get; init; }

    /// <summary>-1 where it ends at publication ("the past three months"), 1 where it starts there, 0 where it floats.</summary>
    public int Direction { get; init; }

    /// <inheritdoc/>
    public override TimeType Type => TimeType.Duration;
}

/// <summary>A recurring time: "daily", "every Monday", "Fridays at 6 p.m.".</summary>
/// <param name="Amount">Every how many units, 1 or more.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Weekday">The day of the week, 1 (Monday) to 7, null for none.</param>
public sealed record RecurringTime(decimal Amount, TimeUnit Unit, int? Weekday) : TimeMeaning
{
    /// <summary>The time or part of the day, null where the words give none.</summary>
    public ClockTime? At { get; init; }

    /// <summary>The day of the month, 1 to 31, null where the words give none ("the 19th of every month").</summary>
    public int? MonthDay { get; init; }

    /// <inheritdoc/>
    public override TimeType Type => TimeType.Set;
}

/// <summary>"now", "recently", "the future".</summary>
/// <param name="Direction">-1 past, 0 present, 1 future.</param>
public sealed record VagueTime(int Direction) : TimeMeaning
{
    /// <inheritdoc/>
    public override TimeType Type => TimeType.Date;
}

/// <summary>A decade or a century: "the 1990s", "the '80s", "the 20th century".</summary>
/// <param name="FirstYear">The first year; of a decade without a century only its last two digits count.</param>
/// <param name="Years">10 or 100.</param>
/// <param name="IsShort">True where the words leave out the century.</param>
public sealed record EraTime(int FirstYear, int Years, bool IsShort) : TimeMeaning
{
    /// <inheritdoc/>
    public override TimeType Type => TimeType.Date;
}

/// <summary>A time of day, with the day where the words give one: "10:35 a.m.", "Friday morning".</summary>
public sealed record ClockTime : TimeMeaning
{
    /// <summary>The day, null where the words do not give it.</summary>
    public TimeMeaning? On { get; init; }

    /// <summary>The hour, 0 to 24.</summary>
    public int? Hour { get; init; }

    /// <summary>The minute, 0 to 59.</summary>
    public int? Minute { get; init; }

    /// <summary>The second, 0 to 59.</summary>
    public int? Second { get; init; }

    /// <summary>The TIMEX3 code of a part of the day: "MO", "AF", "EV", "NI", "MI".</summary>
    public string? DayPart { get; init; }

    /// <summary>True where the words say which half of the day ("a.m.").</summary>
    internal bool HasHalf { get; init; }

    /// <summary>True where the words say universal time.</summary>
    public bool IsUniversal { get; init; }

    /// <summary>How far the clock is before universal time in minutes, where the words give it as a number ("GMT+2": 120).</summary>
    public int? Offset { get; init; }

    /// <inheritdoc/>
    public override TimeType Type => TimeType.Time;
}

/// <summary>A stretch from one time to another: "March 12-14", "2009-2011".</summary>
/// <param name="From">The first.</param>
/// <param name="To">The last.</param>
public sealed record TimeRange(TimeMeaning From, TimeMeaning To) : TimeMeaning
{
    /// <inheritdoc/>
    public override TimeType Type => From.Type;
}

/// <summary>A length of time before or after a time that the words name: "two days after Christmas", "the day after tomorrow".</summary>
/// <param name="Length">How long.</param>
/// <param name="Direction">-1 before, 1 after.</param>
/// <param name="Anchor">What it counts from.</param>
public sealed record AnchoredTime(TimeLength Length, int Direction, TimeMeaning Anchor) : TimeMeaning
{
    /// <inheritdoc/>
    public override TimeType Type => TimeType.Date;
}

/// <summary>A stretch counted within a longer one: "the first week of 2021", "the last three months of the year", "the second Monday of May".</summary>
/// <param name="Number">Which, from 1 on; -1 is the last.</param>
/// <param name="Count">How many, from there on or up to the last.</param>
/// <param name="Unit">The unit counted.</param>
/// <param name="Within">The longer stretch.</param>
public sealed record OrdinalTime(int Number, int Count, TimeUnit Unit, TimeMeaning Within) : TimeMeaning
{
    /// <summary>The day of the week that is counted, 1 (Monday) to 7, null where whole units are.</summary>
    public int? Weekday { get; init; }

    /// <inheritdoc/>
    public override TimeType Type => TimeType.Date;
}

/// <summary>The week or weekend in which a day lies, or on the edge of which it lies: "the weekend of Thanksgiving".</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Day">The day.</param>
public sealed record UnitAround(TimeUnit Unit, TimeMeaning Day) : TimeMeaning
{
    /// <inheritdoc/>
    public override TimeType Type => TimeType.Date;
}

/// <summary>Which stretch that the text spoke of before an expression takes up.</summary>
public enum TimePeriod
{
    /// <summary>None.</summary>
    None,

    /// <summary>The quarter whose figures the text tells.</summary>
    Quarter,

    /// <summary>The month or quarter spoken of last.</summary>
    Stretch,

    /// <summary>The day spoken of last, else that of the publication.</summary>
    Day,
}

/// <summary>A part of a stretch of time.</summary>
public enum TimePart
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>"early", "the beginning of".</summary>
    Start,

    /// <summary>"mid-".</summary>
    Middle,

    /// <summary>"late", "the end of".</summary>
    End,
}

/// <summary>How an amount is meant.</summary>
public enum AmountBound
{
    /// <summary>As it is.</summary>
    Exact,

    /// <summary>"about".</summary>
    About,

    /// <summary>"more than", "over".</summary>
    More,

    /// <summary>"less than", "nearly".</summary>
    Less,
}

/// <summary>A unit of time; the numbers are those of the tables in Languages.</summary>
public enum TimeUnit
{
    /// <summary>A second.</summary>
    Second = 1,

    /// <summary>A minute.</summary>
    Minute = 2,

    /// <summary>An hour.</summary>
    Hour = 3,

    /// <summary>A day.</summary>
    Day = 4,

    /// <summary>A week, Monday to Sunday.</summary>
    Week = 5,

    /// <summary>A month.</summary>
    Month = 6,

    /// <summary>A quarter of a year.</summary>
    Quarter = 7,

    /// <summary>A year.</summary>
    Year = 8,

    /// <summary>Ten years.</summary>
    Decade = 9,

    /// <summary>A hundred years.</summary>
    Century = 10,

    /// <summary>Saturday and Sunday.</summary>
    Weekend = 11,

    /// <summary>Two weeks.</summary>
    Fortnight = 12,
}
