using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>Words that tell a time, before they are given a value.</summary>
/// <param name="Span">The words.</param>
/// <param name="Type">The TIMEX3 type (TimeML 1.2.1, section on TIMEX3).</param>
public sealed record TimeExpression(TextSpan Span, TimeType Type)
{
    /// <summary>What the words mean, as far as they alone tell it.</summary>
    public required TimeMeaning Meaning { get; init; }

    /// <summary>Whether the clause around the words looks back or ahead.</summary>
    public TimeTense Tense { get; init; }

    /// <summary>The word or words that tell the tense, null where none does.</summary>
    public TextSpan? TenseCue { get; init; }
}

/// <summary>The TIMEX3 types of TimeML 1.2.1.</summary>
public enum TimeType
{
    /// <summary>A calendar date of any granularity: a day, a month, a year.</summary>
    Date,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}

/// <summary>Where a clause looks from the day it was written.</summary>
public enum TimeTense
{
    /// <summary>Nothing in the clause tells.</summary>
    Unknown,

    /// <summary>It looks back.</summary>
    Past,

    /// <summary>It looks ahead.</summary>
    Future,
}
