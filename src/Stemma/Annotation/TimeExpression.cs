using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>Words that tell a time, before they are given a value.</summary>
/// <param name="Span">The words.</param>
/// <param name="Type">The TIMEX3 type (TimeML 1.2.1, section on TIMEX3).</param>
public sealed record TimeExpression(TextSpan Span, TimeType Type);

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
