using System.Globalization;
using System.Text.RegularExpressions;

namespace Stemma.Fuzzing;

/// <summary>Whether a value is one that TIMEX3 allows (TimeML 1.2.1, attribute "value"; ISO 8601 with its extensions).</summary>
/// <remarks>Written from the standard and apart from the code that makes the values, so that a fault there is met.</remarks>
internal static partial class TimexSyntax
{
    /// <summary>True for a value of a type, "DATE", "TIME", "DURATION" or "SET".</summary>
    public static bool Holds(string value, string type) => type switch
    {
        "DURATION" => Duration().IsMatch(value) && value.AsSpan().IndexOfAnyInRange('0', '9') + value.IndexOf('X', StringComparison.Ordinal) > -2,
        "SET" => Duration().IsMatch(value) || IsPoint(value),
        _ => value.Split('/') is { Length: <= 2 } ends && ends.All(IsPoint),
    };

    private static bool IsPoint(string value)
    {
        if (value is "PAST_REF" or "PRESENT_REF" or "FUTURE_REF")
            return true;
        int time = value.IndexOf('T', StringComparison.Ordinal);
        string date = time < 0 ? value : value[..time];
        if (time >= 0 && !Clock().IsMatch(value[time..]))
            return false;
        return Date().IsMatch(date) && (date.Length != 10 || !char.IsAsciiDigit(date[6]) || date.Contains('X', StringComparison.Ordinal) || date.Contains('W', StringComparison.Ordinal)
            || DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
    }

    // A century, a decade, a year and what a year holds.
    [GeneratedRegex("^(?:[0-9X]{2,3}|[0-9X]{4}(?:-(?:(?:0[1-9]|1[0-2]|XX)(?:-(?:0[1-9]|[12][0-9]|3[01]|XX))?|W(?:0[1-9]|[1-4][0-9]|5[0-3]|XX)(?:-(?:[1-7X]|WE))?|Q[1-4X]|H[12X]|SP|SU|FA|WI))?)\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    // A leap second is a time; 24:00 ends a day and nothing comes after it.
    [GeneratedRegex("^T(?:MO|MI|AF|EV|NI|DT|(?:(?:[01][0-9]|2[0-3])(?::[0-5][0-9](?::(?:[0-5][0-9]|60))?)?|24(?::00(?::00)?)?)(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex("^P(?:(?:[0-9]+(?:\\.[0-9]+)?|X)(?:Y|Q|M|WE|W|D))*(?:T(?:(?:[0-9]+(?:\\.[0-9]+)?|X)(?:H|M|S))+)?\\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
}
