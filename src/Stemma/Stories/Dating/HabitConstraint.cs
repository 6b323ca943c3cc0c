namespace Stemma.Stories.Dating;

/// <summary>A custom of news writing that the day of publication of one report fits nearly always; gives way to all else.</summary>
/// <param name="report">The report.</param>
/// <param name="reason">What is told where it takes days away.</param>
/// <param name="fits">True for a day of publication that the custom allows; asked once the report is dated to a year or two.</param>
internal sealed class HabitConstraint(int report, string reason, Func<DateOnly, bool> fits) : DateConstraint(report, report)
{
    /// <summary>The first day that the custom allows.</summary>
    public DateOnly From { get; init; } = DayDomain.Earliest;

    /// <summary>The last day that the custom allows.</summary>
    public DateOnly To { get; init; } = DayDomain.Latest;

    /// <inheritdoc/>
    public override bool GivesWay => true;

    /// <inheritdoc/>
    public override string Reason(int report, IReadOnlyList<string> ids) => reason;

    /// <inheritdoc/>
    public override void Narrow(int report, DayDomain own, DayDomain other)
    {
        own.Keep(From, To);
        if (own.IsExact)
            own.Keep(fits);
    }
}
