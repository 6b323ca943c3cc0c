using System.Globalization;

namespace Stemma.Reading.Documents;

/// <summary>A date as a feed or an exchange document states it.</summary>
/// <param name="Text">As it is written.</param>
/// <param name="Day">The day, in the zone that is written; null where it cannot be read, never a guess.</param>
/// <param name="Instant">The moment, null where no time with its zone is written.</param>
public sealed record DocumentDate(string Text, DateOnly? Day, DateTimeOffset? Instant)
{
    /// <summary>In UTF-16 code units; longer fields are no dates.</summary>
    private const int Longest = 100;

    /// <summary>The first and the last month of a two-digit year of RFC 2822, section 4.3: 00 to 49 are of this century.</summary>
    private const int LastOfThisCentury = 49;

    /// <summary>Zones of RFC 822, section 5.1, that name one offset there but several in the world's speech.</summary>
    private static readonly (string Name, string Offset)[] s_zones = [("UT", "+0000"), ("CST", "-0600"), ("CDT", "-0500"), ("MST", "-0700")];

    /// <summary>Reads RFC 822 and 2822 dates with what feeds make of them, RFC 3339 and W3C-DTF; null for an empty field.</summary>
    internal static DocumentDate? Read(string? field)
    {
        if (string.IsNullOrWhiteSpace(field))
            return null;
        string text = field.Trim();
        if (text.Length > Longest)
            return new DocumentDate(text[..Longest], null, null);
        StatedDate? date = StatedDates.Find(text, out _) ?? StatedDates.Find(Mended(text, years: true), out _);
        if (date is { Instant: null } && StatedDates.Find(Mended(text, years: false), out _) is { Instant: not null } zoned)
            date = zoned;
        // A field that a program never filled in.
        return date is not { } found || found.Instant?.ToUnixTimeSeconds() == 0 ? new DocumentDate(text, null, null) : new DocumentDate(text, found.Day, found.Instant);
    }

    /// <summary>The date in a form that every reader of dates takes, null where it could not be read.</summary>
    internal string? Normal => Instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // "12 Mar 24" and "12-Mar-24": the year behind the name of a month; the zone is the last word.
    private static string Mended(string text, bool years)
    {
        string[] words = text.Split([' ', '\t', '\n', '\r', '-'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 1; i < words.Length && years; i++)
        {
            if (words[i].Length == 2 && words[i].All(char.IsAsciiDigit) && StatedDates.Month(words[i - 1]) is not null)
                words[i] = (int.Parse(words[i], CultureInfo.InvariantCulture) <= LastOfThisCentury ? "20" : "19") + words[i];
        }
        string mended = years ? string.Join(' ', words) : text;
        foreach ((string name, string offset) in s_zones)
        {
            if (mended.EndsWith(" " + name, StringComparison.OrdinalIgnoreCase))
                return mended[..^name.Length] + offset;
        }
        return mended;
    }
}
