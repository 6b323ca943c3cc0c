namespace Stemma.Reading.Html;

/// <summary>Decides when a page was published from what its metadata, its head and its address say.</summary>
internal static class DateChoice
{
    /// <summary>An address has no earlier day: there were no web pages.</summary>
    private const int FirstWebYear = 1990;

    /// <summary>The date of publication and, where it is in doubt, why it was taken; null where nothing tells.</summary>
    /// <param name="stated">What the metadata give as the date of publication.</param>
    /// <param name="changed">What the metadata give as the date of the last change.</param>
    /// <param name="shown">What the page shows.</param>
    /// <param name="marked">The dates of time elements, the surest first.</param>
    /// <param name="address">The page's address, null where it is not known.</param>
    public static (StatedDate Date, string? Why)? Of(StatedDate? stated, StatedDate? changed, VisibleHead shown, IEnumerable<StatedDate> marked, string? address)
    {
        if (stated is { } day)
            return shown.Published is { } other && Corrects(day, changed, other) ? (other, $"the page shows this day as the date of publication; its metadata say {Iso(day)}") : (day, null);
        if (shown.Published is { } published)
            return (published, null);
        if (shown.Mentioned is { } mentioned)
            return (mentioned, "this day stands near the headline; nothing says that it is the date of publication");
        if (First(marked) is { } time)
            return (time, "this day is marked as a time in the page; nothing says that it is the date of publication");
        if (InAddress(address) is { } inAddress)
            return (inAddress, "this day stands in the page's address");
        return shown.Changed is { } last ? (last, "only the day of the last change is given") : null;
    }

    private static string Iso(StatedDate date) => date.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    // Systems stamp a page anew when it is moved; what is shown as the date of publication counts, unless it is the day of the last change.
    private static bool Corrects(StatedDate stated, StatedDate? changed, StatedDate shown) =>
        shown.Day != stated.Day && shown.Day != changed?.Day && !(stated.Instant is not null && Math.Abs(shown.Day.DayNumber - stated.Day.DayNumber) == 1);

    private static StatedDate? First(IEnumerable<StatedDate> dates)
    {
        foreach (StatedDate date in dates)
            return date;
        return null;
    }

    /// <summary>The day in an address such as "/2024/03/12/" or "/2024-03-12-", null where there is none.</summary>
    public static StatedDate? InAddress(string? address)
    {
        if (address is null)
            return null;
        ReadOnlySpan<char> path = address;
        for (int i = 1; i + 10 <= path.Length; i++)
        {
            if (char.IsAsciiDigit(path[i - 1]) || path[i + 4] is not ('/' or '-') || path[i + 7] != path[i + 4] || i + 10 < path.Length && char.IsAsciiDigit(path[i + 10]))
                continue;
            if (DateOnly.TryParseExact(path.Slice(i, 10), path[i + 4] == '/' ? "yyyy'/'MM'/'dd" : "yyyy'-'MM'-'dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out DateOnly day)
                && day.Year is >= FirstWebYear and <= StatedDates.LastYear)
                return new StatedDate(day, null, 0, 0);
        }
        return null;
    }
}
