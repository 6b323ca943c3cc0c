namespace Stemma.Annotation.Times;

/// <summary>What a text has spoken of before, from which later times may count.</summary>
/// <param name="Last">The place spoken of last, null for none.</param>
/// <param name="Day">The day spoken of last, null for none.</param>
/// <param name="Quarter">The quarter of a year spoken of last, whose figures are compared ("a year earlier"), null for none.</param>
internal readonly record struct TimeContext(TimePlace? Last, TimePlace? Day, TimePlace? Quarter)
{
    /// <summary>The context after one more expression and its place, for one day of publication.</summary>
    public TimeContext After(TimeExpression time, TimePlace? place, DateOnly? published)
    {
        // What was counted from the context is no new ground to count from: a comparison looks aside and comes back.
        bool counted = time.Meaning is ShiftedTime { FromContext: true } or RelativeTime { FromContext: true } or RelativeTime { Period: not TimePeriod.None }
            or CalendarTime { Period: not TimePeriod.None };
        if (counted || place is not { From: not null } found || time.Type is not (TimeType.Date or TimeType.Time))
            return this;
        if (!found.IsQuarter)
            return this with { Last = found, Day = found is { Form: TimexForm.Day, From: { } on } ? TimePlace.Day(on) : Day };
        // Figures are told of a quarter that is over; one looked ahead to, or seen from a year off, does not take its place.
        if (time.Meaning is ShiftedTime)
            return this;
        bool isTold = published is not { } day || found.To < day;
        return new TimeContext(found, Day, isTold ? found : Quarter);
    }
}
