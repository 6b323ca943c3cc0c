using Stemma.Languages;

namespace Stemma.Comparison.Wordings;

/// <summary>Tells two forms of one name from two names, by their letters and by what is known of countries.</summary>
internal static class NameForms
{
    /// <summary>In letters that agree at both ends; shorter names that differ in a few letters are two names.</summary>
    private const int ShortestSpelling = 4;

    /// <summary>In letters between: two ways to write one foreign name differ in so few ("Kiev", "Kyiv").</summary>
    private const int MostOtherLetters = 2;

    /// <summary>True where the words can be two forms of one name.</summary>
    public static bool AreOne(string a, string b)
    {
        string x = Spelling.Plain(a), y = Spelling.Plain(b);
        if (string.Equals(x, y, StringComparison.Ordinal))
            return true;
        if (AreInitials(a, b) || AreInitials(b, a))
            return true;
        if (Country(Vocabulary.Fold(a)) is { } country && country == Country(Vocabulary.Fold(b)))
            return true;
        int head = x.AsSpan().CommonPrefixLength(y), shorter = Math.Min(x.Length, y.Length), tail = 0;
        while (tail < shorter - head && x[^(tail + 1)] == y[^(tail + 1)])
            tail++;
        return head > 0 && head + tail >= ShortestSpelling && Math.Max(x.Length, y.Length) - head - tail <= MostOtherLetters;
    }

    // "GM" for "General Motors"; small words may be passed over.
    private static bool AreInitials(string initials, string full)
    {
        int next = 0;
        string letters = initials.Replace(".", "", StringComparison.Ordinal);
        if (letters.Length < 2 || full.Length <= letters.Length || !letters.All(char.IsUpper))
            return false;
        for (int i = 0; i < full.Length && next < letters.Length; i++)
        {
            if ((i == 0 || full[i - 1] is ' ' or '-') && char.ToUpperInvariant(full[i]) == letters[next])
                next++;
        }
        return next == letters.Length;
    }

    private static string? Country(string name) =>
        NameTables.English.CountryOf(name) ?? NameTables.English.CountryOfAdjective(name) ?? NameTables.English.CountryOfCapital(name);
}
