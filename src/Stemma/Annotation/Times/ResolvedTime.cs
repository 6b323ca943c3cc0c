using Stemma.Reports;

namespace Stemma.Annotation.Times;

/// <summary>A time expression with its value.</summary>
/// <param name="Expression">The words and what they mean.</param>
/// <param name="Value">The TIMEX3 value (TimeML 1.2.1), null where the words and the publication date do not allow one.</param>
/// <param name="From">The first possible day, null where it is not known or the words name no place in the calendar.</param>
/// <param name="To">The last possible day, null together with <paramref name="From"/>.</param>
/// <param name="Precision">The granularity the words give.</param>
/// <param name="Reasons">The rule, the anchor and what else decided, one sentence each.</param>
public sealed record ResolvedTime(TimeExpression Expression, string? Value, DateOnly? From, DateOnly? To, TimePrecision Precision, IReadOnlyList<string> Reasons)
{
    /// <summary>The words.</summary>
    public TextSpan Span => Expression.Span;

    /// <summary>The TIMEX3 type.</summary>
    public TimeType Type => Expression.Type;
}

/// <summary>How fine a time is.</summary>
public enum TimePrecision
{
    /// <summary>A day, or a time of day.</summary>
    Day,

    /// <summary>A week or a weekend.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A season or a quarter.</summary>
    Season,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Anything else between two days.</summary>
    Interval,
}
