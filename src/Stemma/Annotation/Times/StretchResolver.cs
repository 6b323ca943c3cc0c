namespace Stemma.Annotation.Times;

/// <summary>Finds times that count from or within other times: "two days after Christmas", "the last week of July".</summary>
internal static class StretchResolver
{
    /// <summary>The place so far before or after what the words name, null where that has none.</summary>
    public static TimePlace? Anchored(AnchoredTime time, TimeTense tense, DateOnly? published, TimeContext? context, out string rule)
    {
        TimePlace? anchor = MeaningResolver.Resolve(time.Anchor, tense, published, context, out rule);
        rule = "counted from the time that stands with it";
        TimeLength length = time.Length;
        // A count from a stretch longer than its unit ends nowhere certain ("two days after 2019").
        if (anchor is not { From: { } from, To: { } to } || length.Amount is null || to.DayNumber - from.DayNumber >= MeaningResolver.Days(length.Unit))
            return null;
        DateOnly edge = time.Direction < 0 ? from : to;
        if (TimexLength.Move(edge, length, time.Direction) is not { } moved || !TimexLength.IsYear(moved.Year))
            return null;
        // From a day, weeks and months are counted to the day.
        TimePlace place = from == to ? TimePlace.Day(moved) : MeaningResolver.At(moved, length.Unit);
        return length.Bound is AmountBound.More or AmountBound.Less ? place with { Form = TimexForm.None, Precision = TimePrecision.Interval } : place;
    }

    /// <summary>The place of a stretch within a longer one, null where it holds none such.</summary>
    public static TimePlace? Ordinal(OrdinalTime time, TimeTense tense, DateOnly? published, TimeContext? context, out string rule)
    {
        TimePlace? within = MeaningResolver.Resolve(time.Within, tense, published, context, out rule);
        rule = "counted within the time that stands with it";
        if (within is not { From: { } from, To: { } to } || !TimexLength.IsYear(from.Year) || !TimexLength.IsYear(to.Year))
            return null;
        DateOnly? first = time.Weekday is { } weekday ? Weekday(time, weekday, from, to) : First(time, from, to);
        if (first is not { } start || start < from.AddDays(-LongestOverlap) || start > to)
            return null;
        TimePlace place = time.Weekday is null ? MeaningResolver.At(start, time.Unit) : TimePlace.Day(start);
        if (time.Count == 1)
            return place.From <= to ? place : null;
        if (TimexLength.Move(start, time.Count - 1, time.Unit) is not { } last)
            return null;
        TimePlace end = MeaningResolver.At(last, time.Unit);
        return new TimePlace(TimexForm.Words, place.From, end.To, TimePrecision.Interval) { Words = $"{place.Value}/{end.Value}" };
    }

    /// <summary>The week or weekend of a day; a holiday early in the week is of the weekend before it.</summary>
    public static TimePlace? Around(UnitAround time, TimeTense tense, DateOnly? published, TimeContext? context, out string rule)
    {
        TimePlace? day = MeaningResolver.Resolve(time.Day, tense, published, context, out rule);
        if (day is not { Precision: TimePrecision.Day, From: { } on } || !TimexLength.IsYear(on.Year))
            return null;
        if (time.Unit != TimeUnit.Weekend)
            return MeaningResolver.At(on, time.Unit);
        return TimePlace.Weekend(TimePlace.IsoDay(on) <= LastDayOfLongWeekend ? on.AddDays(-7) : on);
    }

    private static DateOnly? First(OrdinalTime time, DateOnly from, DateOnly to)
    {
        // A week belongs to the stretch that holds its Thursday (ISO 8601, section 4.3.7: the first week of a year).
        if (time.Unit == TimeUnit.Week)
            (from, to) = (from.AddDays(Thursday - TimePlace.IsoDay(from) + (TimePlace.IsoDay(from) > Thursday ? 7 : 0)), to.AddDays(-((TimePlace.IsoDay(to) + 7 - Thursday) % 7)));
        else if (time.Unit == TimeUnit.Weekend)
            from = from.AddDays(Saturday - Math.Min(Saturday, TimePlace.IsoDay(from)));
        else if (time.Unit >= TimeUnit.Month)
            to = new DateOnly(to.Year, to.Month, 1);
        return time.Number > 0 ? TimexLength.Move(from, time.Number - 1, time.Unit == TimeUnit.Weekend ? TimeUnit.Week : time.Unit) : TimexLength.Move(to, 1 - time.Count, time.Unit);
    }

    private static DateOnly? Weekday(OrdinalTime time, int weekday, DateOnly from, DateOnly to) => time.Number > 0
        ? TimexLength.Move(from.AddDays((weekday - TimePlace.IsoDay(from) + 7) % 7), time.Number - 1, TimeUnit.Week)
        : to.AddDays(-((TimePlace.IsoDay(to) - weekday + 7) % 7));

    private const int Thursday = 4, Saturday = 6;

    // A Monday or Tuesday off makes a long weekend with the days before it.
    private const int LastDayOfLongWeekend = 2;

    // In days that the first week of a stretch may start before it.
    private const int LongestOverlap = 6;
}
