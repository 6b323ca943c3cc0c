using System.Globalization;

namespace Stemma.Annotation.Times;

/// <summary>Writes lengths of time as TIMEX3 durations ("P3D", "PT4H30M", "PXY") and moves days by them.</summary>
internal static class TimexLength
{
    /// <summary>The TIMEX3 value of the length with what goes with it.</summary>
    public static string Value(TimeLength length)
    {
        string value = Value(length.Amount, length.Unit);
        for (TimeLength? rest = length.Rest; rest is not null; rest = rest.Rest)
        {
            string more = Value(rest.Amount, rest.Unit)[1..];
            value += more.StartsWith('T') && value.Contains('T', StringComparison.Ordinal) ? more[1..] : more;
        }
        return value;
    }

    /// <summary>The TIMEX3 value of the length.</summary>
    public static string Value(decimal? amount, TimeUnit unit)
    {
        (decimal factor, string prefix, string letter) = unit switch
        {
            TimeUnit.Second => (1m, "PT", "S"),
            TimeUnit.Minute => (1m, "PT", "M"),
            TimeUnit.Hour => (1m, "PT", "H"),
            TimeUnit.Week => (1m, "P", "W"),
            TimeUnit.Month => (1m, "P", "M"),
            TimeUnit.Quarter => (1m, "P", "Q"),
            TimeUnit.Year => (1m, "P", "Y"),
            TimeUnit.Decade => (10m, "P", "Y"),
            TimeUnit.Century => (100m, "P", "Y"),
            TimeUnit.Weekend => (1m, "P", "WE"),
            TimeUnit.Fortnight => (2m, "P", "W"),
            _ => (1m, "P", "D"),
        };
        if (amount is not { } count)
            return $"{prefix}X{letter}";
        count *= factor;
        if (unit is TimeUnit.Hour or TimeUnit.Minute && count != decimal.Truncate(count))
            return prefix + Number(decimal.Truncate(count)) + letter + Number(decimal.Truncate((count - decimal.Truncate(count)) * 60)) + (unit == TimeUnit.Hour ? "M" : "S");
        return prefix + Number(count) + letter;
    }

    /// <summary>The day so many units later (negative: earlier), null where the calendar ends or the unit is shorter than a day.</summary>
    public static DateOnly? Move(DateOnly day, decimal amount, TimeUnit unit)
    {
        (decimal days, decimal months) = unit switch
        {
            TimeUnit.Day => (amount, 0m),
            TimeUnit.Week or TimeUnit.Weekend => (amount * 7, 0m),
            TimeUnit.Fortnight => (amount * 14, 0m),
            TimeUnit.Month => (0m, amount),
            TimeUnit.Quarter => (0m, amount * 3),
            TimeUnit.Year => (0m, amount * 12),
            TimeUnit.Decade => (0m, amount * 120),
            TimeUnit.Century => (0m, amount * 1200),
            _ => (0m, 0m),
        };
        if (unit < TimeUnit.Day || Math.Abs(days) > LongestMove || Math.Abs(months) > LongestMove)
            return null;
        long number = day.DayNumber + (long)decimal.Truncate(days);
        int month = (day.Year * 12) + day.Month - 1 + (int)decimal.Truncate(months);
        if (number < DateOnly.MinValue.DayNumber || number > DateOnly.MaxValue.DayNumber || month < 12 * FirstYear || month >= 12 * LastYear)
            return null;
        return months == 0 ? DateOnly.FromDayNumber((int)number) : day.AddMonths((int)decimal.Truncate(months));
    }

    /// <summary>The day a whole length later (negative: earlier), null as for one unit.</summary>
    public static DateOnly? Move(DateOnly day, TimeLength length, int direction)
    {
        DateOnly? moved = day;
        for (TimeLength? part = length; part is not null && moved is { } at; part = part.Rest)
            moved = part.Amount is { } amount && part.Unit >= TimeUnit.Day ? Move(at, amount * direction, part.Unit) : null;
        return moved;
    }

    /// <summary>True where the calendar of this engine holds the year.</summary>
    public static bool IsYear(int year) => year is >= FirstYear and < LastYear;

    private static string Number(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>In days or months; longer moves leave the calendar.</summary>
    private const decimal LongestMove = 1_000_000;

    // The years that are told; one year is kept free at each end so that a neighbour can always be asked for.
    private const int FirstYear = 2, LastYear = 9997;
}
