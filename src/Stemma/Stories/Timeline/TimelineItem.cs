using Stemma.Annotation.Times;

namespace Stemma.Stories.Timeline;

/// <summary>One time in one clause, before clauses of several reports are joined.</summary>
internal sealed record TimelineItem
{
    /// <summary>Where it is told; its days are those that the report alone gives.</summary>
    public required TimelineTelling Telling { get; init; }

    /// <summary>What the time means.</summary>
    public required TimeMeaning Meaning { get; init; }

    /// <summary>How fine the words are.</summary>
    public required TimePrecision Precision { get; init; }

    /// <summary>True where the days are those of the unit that the precision names: the publication left nothing open.</summary>
    public required bool Fills { get; init; }

    /// <summary>The sentence, counted from the start of the report.</summary>
    public required int Place { get; init; }

    /// <summary>The base form of the word that tells what happened.</summary>
    public required string Verb { get; init; }

    /// <summary>True where it tells that somebody said something.</summary>
    public required bool Gives { get; init; }

    /// <summary>True where it tells one of several of its kind ("another blast").</summary>
    public required bool IsOneOfSeveral { get; init; }

    /// <summary>The stems of the clause's words of content without those of its times, in ordinal order.</summary>
    public required string[] Words { get; init; }

    /// <summary>Those that are written as names.</summary>
    public required string[] Names { get; init; }

    /// <summary>The clause's numbers.</summary>
    public required string[] Numbers { get; init; }

    /// <summary>The report.</summary>
    public int Report => Telling.Report;

    /// <summary>The first possible day.</summary>
    public DateOnly From => Telling.From;

    /// <summary>The last possible day.</summary>
    public DateOnly To => Telling.To;

    /// <summary>True where the day is known.</summary>
    public bool IsDay => From == To;

    /// <summary>True where the words alone do not give the days.</summary>
    public bool IsRelative { get; init; }

    /// <summary>The day of the week that the words name, 1 (Monday) to 7, null for none.</summary>
    public int? Weekday => Meaning switch
    {
        CalendarTime date => date.Weekday,
        ClockTime { On: CalendarTime date } => date.Weekday,
        _ => null,
    };
}
