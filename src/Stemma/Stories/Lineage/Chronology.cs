using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>Which of two reports was published first, as far as their dates tell.</summary>
internal enum TimeOrder
{
    /// <summary>The dates do not tell.</summary>
    Unknown,

    /// <summary>The first was published before the other.</summary>
    Before,

    /// <summary>The first was published after the other.</summary>
    After,
}

/// <summary>Compares publication dates.</summary>
internal static class Chronology
{
    /// <summary>The order of two dates; moments count where both are known, days otherwise.</summary>
    public static TimeOrder Compare(PublicationDate? first, PublicationDate? other)
    {
        if (first is null || other is null)
            return TimeOrder.Unknown;
        if (first.Instant is { } a && other.Instant is { } b)
            return a == b ? TimeOrder.Unknown : a < b ? TimeOrder.Before : TimeOrder.After;
        return first.To < other.From ? TimeOrder.Before : first.From > other.To ? TimeOrder.After : TimeOrder.Unknown;
    }

    /// <summary>The chance that the first was published before the other, where each day of their intervals is as likely; above 0, at most 1.</summary>
    public static double ChanceOfBefore(PublicationDate? first, PublicationDate? other)
    {
        if (first is null || other is null || first.Instant is not null && other.Instant is not null)
            return 1;
        double days = first.To.DayNumber - first.From.DayNumber + 1, otherDays = other.To.DayNumber - other.From.DayNumber + 1;
        if (days > LongestInterval || otherDays > LongestInterval)
            return 1;
        double before = 0;
        for (int day = first.From.DayNumber; day <= first.To.DayNumber; day++)
        {
            double after = Math.Clamp(other.To.DayNumber - day, 0, otherDays);
            before += after + (day >= other.From.DayNumber && day <= other.To.DayNumber ? 0.5 : 0);
        }
        return Math.Max(Least, before / (days * otherDays));
    }

    /// <summary>In days: a longer interval says too little.</summary>
    private const int LongestInterval = 400;

    private const double Least = 0.01;

    /// <summary>The reports, earliest first; those without a date come last; equal ones by id.</summary>
    public static int[] Order(IReadOnlyList<Report> reports) =>
        [.. Enumerable.Range(0, reports.Count)
            .OrderBy(i => reports[i].Published is null)
            .ThenBy(i => reports[i].Published?.Instant ?? (reports[i].Published is { } p ? new DateTimeOffset(p.From.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero) : DateTimeOffset.MaxValue))
            .ThenBy(i => reports[i].Id, StringComparer.Ordinal)];
}
