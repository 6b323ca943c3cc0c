using System.Globalization;

namespace Stemma.Annotation.Times;

/// <summary>A place in the calendar: its days, its precision, and the form of its TIMEX3 value.</summary>
/// <remarks>The value is written only when it is asked for: dating asks for many places and no values.</remarks>
/// <param name="Form">How the value is written.</param>
/// <param name="From">The first day, null where it has none.</param>
/// <param name="To">The last day.</param>
/// <param name="Precision">The granularity.</param>
internal readonly record struct TimePlace(TimexForm Form, DateOnly? From, DateOnly? To, TimePrecision Precision)
{
    private static readonly string[] s_seasons = ["SP", "SU", "FA", "WI"];

    /// <summary>The value of the form <see cref="TimexForm.Words"/>, or what follows the date in others.</summary>
    public string? Words { get; init; }

    /// <summary>True for a quarter of a year.</summary>
    public bool IsQuarter => Form == TimexForm.Year && Words is ['-', 'Q', ..];

    // The day that the value is written from; From may be widened later.
    private DateOnly Named { get; init; }

    /// <summary>The TIMEX3 value, null where only the days are known.</summary>
    public string? Value => Form switch
    {
        TimexForm.Day => Named.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + Words,
        TimexForm.Week => WeekName(Named) + Words,
        TimexForm.Month => Named.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        TimexForm.Year => Text($"{Named.Year:0000}") + Words,
        TimexForm.Decade => Text($"{Named.Year / 10:000}"),
        TimexForm.Century => Text($"{Named.Year / 100:00}"),
        TimexForm.Words => Words,
        _ => null,
    };

    public static TimePlace Day(DateOnly day) => new(TimexForm.Day, day, day, TimePrecision.Day) { Named = day };

    public static TimePlace Week(DateOnly day)
    {
        DateOnly monday = day.AddDays(-IsoDay(day) + 1);
        return new(TimexForm.Week, monday, monday.AddDays(6), TimePrecision.Week) { Named = monday };
    }

    public static TimePlace Weekend(DateOnly day)
    {
        DateOnly monday = day.AddDays(-IsoDay(day) + 1);
        return new(TimexForm.Week, monday.AddDays(5), monday.AddDays(6), TimePrecision.Week) { Words = "-WE", Named = monday };
    }

    public static TimePlace Month(int year, int month) =>
        new(TimexForm.Month, new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), TimePrecision.Month) { Named = new DateOnly(year, month, 1) };

    public static TimePlace Quarter(int year, int quarter) =>
        Months(year, (quarter * 3) - 2, 3, TimePrecision.Season) with { Words = quarter switch { 1 => "-Q1", 2 => "-Q2", 3 => "-Q3", _ => "-Q4" } };

    public static TimePlace Half(int year, int half) => Months(year, (half * 6) - 5, 6, TimePrecision.Interval) with { Words = half == 1 ? "-H1" : "-H2" };

    /// <summary>A season of the north: spring from March, a winter from December of the year it is named by.</summary>
    public static TimePlace Season(int year, int season) => Months(year, season * 3, 3, TimePrecision.Season) with { Words = "-" + s_seasons[season - 1] };

    public static TimePlace Year(int year) => Months(year, 1, 12, TimePrecision.Year);

    public static TimePlace Years(int first, int count) =>
        new(count == 100 ? TimexForm.Century : TimexForm.Decade, new DateOnly(Math.Max(1, first), 1, 1), new DateOnly(first + count - 1, 12, 31), TimePrecision.Interval) { Named = new DateOnly(Math.Max(1, first), 1, 1) };

    /// <summary>The same month, quarter or season of another year; of other places the year.</summary>
    public TimePlace InYear(int year) => From is not { } from ? this
        : IsQuarter ? Quarter(year, ((from.Month - 1) / 3) + 1)
        : Precision == TimePrecision.Month ? Month(year, from.Month)
        : Precision == TimePrecision.Season ? Season(year, from.Month / 3)
        : Year(year);

    public static TimePlace Nowhere(string? value) => new(TimexForm.Words, null, null, TimePrecision.Interval) { Words = value };

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static string Text(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);

    private static string WeekName(DateOnly day)
    {
        DateTime time = day.ToDateTime(TimeOnly.MinValue);
        return Text($"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}");
    }

    private static TimePlace Months(int year, int month, int count, TimePrecision precision)
    {
        var from = new DateOnly(year, month, 1);
        return new(TimexForm.Year, from, from.AddMonths(count).AddDays(-1), precision) { Named = new DateOnly(year, 1, 1) };
    }
}

/// <summary>How the TIMEX3 value of a place is written.</summary>
internal enum TimexForm
{
    /// <summary>Not at all: only the days are known.</summary>
    None,

    /// <summary>"2023-03-20", with what follows it.</summary>
    Day,

    /// <summary>"2023-W12", with what follows it.</summary>
    Week,

    /// <summary>"2023-03".</summary>
    Month,

    /// <summary>"2023", with what follows it.</summary>
    Year,

    /// <summary>"202".</summary>
    Decade,

    /// <summary>"20".</summary>
    Century,

    /// <summary>As the words that it holds.</summary>
    Words,
}
