using System.Collections.Frozen;
using System.Globalization;
using Stemma.Languages;

namespace Stemma.Reading;

/// <summary>A whole date that a text or a field of a page states.</summary>
/// <param name="Day">The day as it is written.</param>
/// <param name="Instant">The moment, where a time with its zone is written too.</param>
/// <param name="Start">Where the date starts in the text that was read.</param>
/// <param name="End">The place after its last character, time and zone included.</param>
internal readonly record struct StatedDate(DateOnly Day, DateTimeOffset? Instant, int Start, int End);

/// <summary>Reads whole dates (day, month and year) as metadata and date lines write them, in several languages.</summary>
/// <remarks>A date of bare numbers whose order is not plain ("03/04/2024") is not read: a wrong day is worse than none.</remarks>
internal static class StatedDates
{
    /// <summary>The last year that a report can be from.</summary>
    internal const int LastYear = 2199;

    /// <summary>The first one.</summary>
    private const int FirstYear = 1700;

    /// <summary>In UTF-16 code units; a field or line with a date is short, and the work stays bounded.</summary>
    private const int LongestRead = 400;

    private static readonly FrozenDictionary<string, int> s_months =
        TableFile.Rows("month-names.tsv").ToFrozenDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    // What may stand between the day and the name of the month, and between that name and the year.
    private static readonly string[] s_ordinals = ["st", "nd", "rd", "th", ".", "of", "de", "º", "er", ",", "-", "/"];
    private static readonly string[] s_fillers = [",", ".", "de", "del", "of", "-", "/"];

    /// <summary>The first whole date in the text, null where there is none.</summary>
    /// <param name="text">A field or a line; only its first 400 characters are read.</param>
    /// <param name="problem">What is wrong where a date is written that cannot be, or whose order is not plain; else null.</param>
    public static StatedDate? Find(string text, out string? problem)
    {
        problem = null;
        if (text.Length > LongestRead)
            text = text[..LongestRead];
        List<DatePiece> pieces = DatePiece.Split(text);
        for (int i = 0; i < pieces.Count; i++)
        {
            if (DayAt(pieces, i, out int next, out DateOnly day, ref problem))
            {
                int end = pieces[next - 1].End;
                DateTimeOffset? instant = TimeAfter(pieces, next, day, ref end);
                return new StatedDate(day, instant, pieces[i].Start, end);
            }
        }
        return null;
    }

    /// <summary>The number of a month by its name in any of the languages, null for other words.</summary>
    public static int? Month(string word) => s_months.TryGetValue(word.TrimEnd('.').ToLowerInvariant(), out int month) ? month : null;

    private static bool DayAt(List<DatePiece> p, int i, out int next, out DateOnly day, ref string? problem)
    {
        day = default;
        next = i;
        DatePiece a = p[i];
        // 20240312T…
        if (a.IsNumber && a.Length == 8 && InYears(a.Number / 10000))
        {
            next = i + 1;
            return Make(a.Number / 10000, a.Number / 100 % 100, a.Number % 100, a, ref problem, out day);
        }
        if (i + 2 >= p.Count)
            return false;
        int second = i + 1, third = i + 2;
        if (a.IsNumber && p[second].IsDateMark && i + 4 < p.Count && p[i + 2].IsNumber && p[i + 3].IsDateMark && p[i + 4].IsNumber)
            return Numbers(p, i, out next, out day, ref problem);
        // 12 March 2024, 12th of March, 2024, 12. März 2024
        if (a.IsNumber && a.Length <= 2)
        {
            int at = Skip(p, second, s_ordinals);
            if (at < p.Count && MonthOf(p[at]) is { } month)
            {
                int year = Skip(p, at + 1, s_fillers);
                if (year < p.Count && p[year].IsNumber && p[year].Length == 4 && InYears(p[year].Number))
                {
                    next = year + 1;
                    return Make(p[year].Number, month, a.Number, a, ref problem, out day);
                }
            }
            return false;
        }
        // March 12, 2024
        if (!a.IsNumber && MonthOf(a) is { } named)
        {
            second = Skip(p, second, ["."]);
            if (second < p.Count && p[second].IsNumber && p[second].Length <= 2)
            {
                third = Skip(p, second + 1, s_ordinals);
                third = Skip(p, third, s_fillers);
                if (third < p.Count && p[third].IsNumber && p[third].Length == 4 && InYears(p[third].Number))
                {
                    next = third + 1;
                    return Make(p[third].Number, named, p[second].Number, a, ref problem, out day);
                }
            }
        }
        return false;
    }

    private static bool Numbers(List<DatePiece> p, int i, out int next, out DateOnly day, ref string? problem)
    {
        DatePiece a = p[i], b = p[i + 2], c = p[i + 4];
        next = i + 5;
        if (next < p.Count && p[next].Text == "日")
            next++;
        day = default;
        if (a.Length == 4 && InYears(a.Number))
            return Make(a.Number, b.Number, c.Number, a, ref problem, out day);
        if (c.Length != 4 || !InYears(c.Number) || a.Length > 2 || b.Length > 2)
            return false;
        bool dotted = p[i + 1].Text == ".";
        if (dotted || a.Number > 12 || a.Number == b.Number)
            return Make(c.Number, b.Number, a.Number, a, ref problem, out day);
        if (b.Number > 12)
            return Make(c.Number, a.Number, b.Number, a, ref problem, out day);
        problem = $"the date “{a.Text}{p[i + 1].Text}{b.Text}{p[i + 3].Text}{c.Text}” can be read day first or month first; write it as year-month-day in the side file";
        return false;
    }

    private static bool Make(int year, int month, int dayOfMonth, DatePiece at, ref string? problem, out DateOnly day)
    {
        day = default;
        if (month is < 1 or > 12 || dayOfMonth < 1 || dayOfMonth > DateTime.DaysInMonth(year, month))
        {
            problem = string.Create(CultureInfo.InvariantCulture, $"the date at “{at.Text}” cannot be: there is no day {dayOfMonth} in month {month} of {year}");
            return false;
        }
        day = new DateOnly(year, month, dayOfMonth);
        return true;
    }

    // T10:15:30+02:00, 10:15 GMT, at 3.45 pm EST; the instant needs the zone, the end of the date does not.
    private static DateTimeOffset? TimeAfter(List<DatePiece> p, int i, DateOnly day, ref int end)
    {
        int at = i;
        while (at < p.Count && at < i + 4 && !p[at].IsNumber)
            at++;
        // 20240312T101530Z: the basic format of ISO 8601.
        if (at < p.Count && p[at].Length is 4 or 6 && at == i + 1 && p[i].Folded == "t" && p[i - 1].Length == 8)
            return BasicTime(p, at, day, ref end);
        if (at + 1 >= p.Count || !p[at].IsNumber || p[at].Length > 2 || p[at].Number > 24)
            return null;
        int hour = p[at].Number, minute = 0, second = 0;
        at++;
        if (at + 1 < p.Count && p[at].Text is ":" or "." or "h" && p[at + 1].IsNumber && p[at + 1].Length == 2)
        {
            minute = p[at + 1].Number;
            at += 2;
            if (at + 1 < p.Count && p[at].Text == ":" && p[at + 1].IsNumber && p[at + 1].Length == 2)
            {
                second = p[at + 1].Number;
                at += 2;
                if (at + 1 < p.Count && p[at].Text is "." or "," && p[at + 1].IsNumber)
                    at += 2;
            }
        }
        else if (at >= p.Count || p[at].Folded is not ("am" or "pm"))
        {
            return null;
        }
        if (at < p.Count && p[at].Folded is "am" or "pm")
        {
            hour = hour % 12 + (p[at].Folded == "pm" ? 12 : 0);
            at++;
        }
        if (hour > 23 || minute > 59 || second > 60)
            return null;
        end = p[at - 1].End;
        while (at < p.Count && p[at].Text is "(" or ",")
            at++;
        return InstantOf(p, at, day, (hour, minute, second), ref end);
    }

    private static DateTimeOffset? BasicTime(List<DatePiece> p, int at, DateOnly day, ref int end)
    {
        int digits = p[at].Length == 4 ? p[at].Number * 100 : p[at].Number;
        (int hour, int minute, int second) = (digits / 10000, digits / 100 % 100, digits % 100);
        if (hour > 23 || minute > 59 || second > 60)
            return null;
        end = p[at].End;
        return InstantOf(p, at + 1, day, (hour, minute, second), ref end);
    }

    private static DateTimeOffset? InstantOf(List<DatePiece> p, int at, DateOnly day, (int Hour, int Minute, int Second) time, ref int end)
    {
        if (at >= p.Count || Zone(p, at, out int zoneEnd) is not { } offset)
            return null;
        end = zoneEnd;
        try
        {
            return new DateTimeOffset(day.ToDateTime(new TimeOnly(time.Hour, time.Minute, Math.Min(time.Second, 59))), TimeSpan.FromMinutes(offset));
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static int? Zone(List<DatePiece> p, int at, out int end)
    {
        end = p[at].End;
        if (!p[at].IsNumber && p[at].Text is not ("+" or "-" or "−"))
        {
            if (ZoneNames.OffsetOf(p[at].Folded) is not { } named)
                return null;
            // "GMT+2": the offset says more than the name.
            return named == 0 && at + 1 < p.Count && p[at + 1].Text is "+" or "-" ? Zone(p, at + 1, out end) : named;
        }
        if (at + 1 >= p.Count || !p[at + 1].IsNumber || p[at].IsNumber)
            return null;
        int hours = p[at + 1].Number, minutes = 0;
        end = p[at + 1].End;
        if (p[at + 1].Length == 4)
        {
            (hours, minutes) = (hours / 100, hours % 100);
        }
        else if (at + 3 < p.Count && p[at + 2].Text == ":" && p[at + 3].IsNumber)
        {
            minutes = p[at + 3].Number;
            end = p[at + 3].End;
        }
        if (hours > 14 || minutes > 59)
            return null;
        return (p[at].Text == "+" ? 1 : -1) * (hours * 60 + minutes);
    }

    private static int Skip(List<DatePiece> p, int at, ReadOnlySpan<string> words)
    {
        while (at < p.Count && words.Contains(p[at].Folded))
            at++;
        return at;
    }

    private static int? MonthOf(DatePiece piece) => !piece.IsNumber && s_months.TryGetValue(piece.Folded, out int month) ? month : null;

    private static bool InYears(int year) => year is >= FirstYear and <= LastYear;
}
