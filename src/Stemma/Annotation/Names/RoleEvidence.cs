using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Names;

/// <summary>A role as words tell it: "the Chinese leader", "Ukrainian foreign minister".</summary>
/// <param name="Country">The country, null where none is told.</param>
/// <param name="Group">The group of roles that titles.tsv puts it in, null where no role is told.</param>
internal readonly record struct OfficeHeld(string? Country, string? Group);

/// <summary>Reads from the words around names which office a person holds.</summary>
internal static class RoleEvidence
{
    /// <summary>The offices that the words before a mention give its bearer; none told is (null, null).</summary>
    public static OfficeHeld Of(string text, NameMention mention)
    {
        OfficeHeld held = mention.Title is { } title ? Read(title.Over(text)) : default;
        if (held.Country is not null)
            return held;
        int start = (mention.Title ?? mention.Span).Start;
        return held with { Country = CountryBefore(text, start) };
    }

    /// <summary>The office that a phrase names: "the Chinese president", "China’s new foreign minister".</summary>
    public static OfficeHeld Read(ReadOnlySpan<char> phrase)
    {
        string[] words = Vocabulary.Fold(phrase).Split([' ', '.', ','], StringSplitOptions.RemoveEmptyEntries);
        string? country = null, group = null;
        NameTables tables = NameTables.English;
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i].EndsWith("'s", StringComparison.Ordinal) ? words[i][..^2] : words[i];
            country ??= tables.CountryOfAdjective(word) ?? tables.CountryOf(word) ?? tables.CountryOfCapital(word);
            if (i + 1 < words.Length)
                country ??= tables.CountryOfAdjective(word + " " + words[i + 1]) ?? tables.CountryOf(word + " " + words[i + 1]);
        }
        for (int n = Math.Min(tables.LongestTitle, words.Length); n > 0 && group is null; n--)
        {
            if (tables.RoleOf(string.Join(' ', words[^n..])) is { Group: not "-" } role)
                group = role.Group;
        }
        return new OfficeHeld(country, group);
    }

    // "Norway’s Moen": a country that owns what follows.
    private static string? CountryBefore(string text, int start)
    {
        int end = start;
        while (end > 0 && text[end - 1] == ' ')
            end--;
        if (end < 3 || text[end - 1] != 's' || text[end - 2] is not ('’' or '\''))
            return null;
        int from = end - 2;
        while (from > 0 && end - from < LongestCountry && char.IsLetter(text[from - 1]))
            from--;
        return NameTables.English.CountryOf(Vocabulary.Fold(text.AsSpan(from, end - 2 - from)));
    }

    /// <summary>In UTF-16 code units: a country's name of one word is no longer.</summary>
    private const int LongestCountry = 20;
}
