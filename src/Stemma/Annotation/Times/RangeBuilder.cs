namespace Stemma.Annotation.Times;

/// <summary>Makes ranges of dates from what patterns hold.</summary>
internal static class RangeBuilder
{
    /// <summary>Days of one month: "March 12-14", "between 3 and 12 September".</summary>
    public static TimeRange? Days(TimeCapture held)
    {
        CalendarTime? month = null;
        RelativeTime? counted = null;
        foreach (TimeMeaning part in held.Parts)
        {
            if (part is CalendarTime calendar)
                month = month is null ? calendar : month with { Year = month.Year ?? calendar.Year, ShortYear = month.ShortYear ?? calendar.ShortYear };
            else if (part is RelativeTime relative)
                counted = relative;
        }
        if (held.Whole("day") is not { } from || held.Whole("to") is not { } to || to <= from || from < 1 || to > LongestMonth)
            return null;
        if (month is null)
            return counted is { Unit: TimeUnit.Month } ? new TimeRange(new OrdinalTime(from, 1, TimeUnit.Day, counted), new OrdinalTime(to, 1, TimeUnit.Day, counted)) : null;
        int? shift = counted is { Unit: TimeUnit.Year } ? counted.Shift : month.YearShift;
        CalendarTime start = month with { Day = from, Year = held.Whole("year") ?? month.Year, YearShift = shift, Part = TimePart.Whole };
        CalendarTime end = start with { Day = to };
        return TimeMeaningBuilder.IsPossible(start) && TimeMeaningBuilder.IsPossible(end) ? new TimeRange(start, end) : null;
    }

    /// <summary>Years: "2009-2011", "2009-11".</summary>
    public static TimeRange? Years(TimeCapture held)
    {
        int from = held.Whole("year") ?? 0;
        int to = held.Whole("to") ?? ((from / 100 * 100) + (held.Whole("toyy") ?? 0));
        return to > from ? new TimeRange(new CalendarTime { Year = from }, new CalendarTime { Year = to }) : null;
    }

    /// <summary>Two dates, of which the first may leave its year or month to the second: "June-August 1992", "Nov. 18-Dec. 3, 2015".</summary>
    public static TimeRange? Named(TimeCapture held)
    {
        if (held.MeaningOf("from") is not { } from || held.MeaningOf("to") is not { } to)
            return null;
        if (from is not CalendarTime { Year: null, ShortYear: null, YearShift: null, Selector: null, Month: { } month } start || to is not CalendarTime { Month: { } last } end)
            return new TimeRange(from, to);
        bool isWrapped = month > last || (month == last && start.Day > end.Day);
        return new TimeRange(start with { Year = end.Year - (isWrapped ? 1 : 0), YearShift = end.YearShift - (isWrapped ? 1 : 0), ShortYear = isWrapped && end.ShortYear == 0 ? 99 : end.ShortYear - (isWrapped ? 1 : 0) }, to);
    }

    private const int LongestMonth = 31;
}
