using System.Globalization;

namespace Stemma.Annotation.Times;

/// <summary>A place in the calendar: its TIMEX3 value, its days and its precision.</summary>
/// <param name="Value">The TIMEX3 value, null where only the days are known.</param>
/// <param name="From">The first day, null where it has none.</param>
/// <param name="To">The last day.</param>
/// <param name="Precision">The granularity.</param>
internal readonly record struct TimePlace(string? Value, DateOnly? From, DateOnly? To, TimePrecision Precision)
{
    public static TimePlace Day(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day, day, TimePrecision.Day);

    public static TimePlace Week(DateOnly day)
    {
        DateOnly monday = day.AddDays(-IsoDay(day) + 1);
        return new(WeekName(day), monday, monday.AddDays(6), TimePrecision.Week);
    }

    public static TimePlace Weekend(DateOnly day)
    {
        DateOnly monday = day.AddDays(-IsoDay(day) + 1);
        return new(WeekName(day) + "-WE", monday.AddDays(5), monday.AddDays(6), TimePrecision.Week);
    }

    public static TimePlace Month(int year, int month) =>
        new(Text($"{year:0000}-{month:00}"), new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), TimePrecision.Month);

    public static TimePlace Quarter(int year, int quarter) => Months(Text($"{year:0000}-Q{quarter}"), year, (quarter * 3) - 2, 3, TimePrecision.Season);

    public static TimePlace Half(int year, int half) => Months(Text($"{year:0000}-H{half}"), year, (half * 6) - 5, 6, TimePrecision.Interval);

    /// <summary>A season of the north: spring from March, a winter from December of the year it is named by.</summary>
    public static TimePlace Season(int year, int season) =>
        Months(Text($"{year:0000}-{s_seasons[season - 1]}"), year, season * 3, 3, TimePrecision.Season);

    public static TimePlace Year(int year) => new(Text($"{year:0000}"), new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), TimePrecision.Year);

    public static TimePlace Years(int first, int count) =>
        new(count == 100 ? Text($"{first / 100:00}") : Text($"{first / 10:000}"), new DateOnly(Math.Max(1, first), 1, 1), new DateOnly(first + count - 1, 12, 31), TimePrecision.Interval);

    public static TimePlace Nowhere(string? value) => new(value, null, null, TimePrecision.Interval);

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static readonly string[] s_seasons = ["SP", "SU", "FA", "WI"];

    private static string Text(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);

    private static string WeekName(DateOnly day)
    {
        DateTime time = day.ToDateTime(TimeOnly.MinValue);
        return Text($"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}");
    }

    private static TimePlace Months(string value, int year, int month, int count, TimePrecision precision)
    {
        var from = new DateOnly(year, month, 1);
        return new(value, from, from.AddMonths(count).AddDays(-1), precision);
    }
}
