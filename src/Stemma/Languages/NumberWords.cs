using System.Collections.Frozen;
using System.Globalization;

namespace Stemma.Languages;

/// <summary>A number as a text writes it.</summary>
/// <param name="Value">Its value.</param>
/// <param name="IsOrdinal">True for "fortieth" and "40th".</param>
internal readonly record struct WrittenNumber(decimal Value, bool IsOrdinal);

/// <summary>Gives the values of numbers in figures and in words. English; immutable.</summary>
internal static class NumberWords
{
    /// <summary>In UTF-16 code units: longer figures are codes, not quantities.</summary>
    private const int LongestNumber = 20;

    private static readonly Lazy<FrozenDictionary<string, (decimal Value, string Kind)>> s_words = new(() =>
        TableFile.Rows("En/number-words.tsv").ToFrozenDictionary(r => r[0], r => (decimal.Parse(r[1], CultureInfo.InvariantCulture), r[2]), StringComparer.Ordinal));

    /// <summary>The value of one word or figure in lower case ("39", "1,234.5", "40th", "forty", "twenty-one", "fortieth"), null for anything else.</summary>
    public static WrittenNumber? Read(string word)
    {
        if (word.Length is 0 or > LongestNumber)
            return null;
        if (char.IsAsciiDigit(word[0]))
            return Figures(word);
        int hyphen = word.IndexOf('-');
        if (hyphen > 0 && s_words.Value.TryGetValue(word[..hyphen], out var tens) && s_words.Value.TryGetValue(word[(hyphen + 1)..], out var ones))
        {
            return tens.Kind == "cardinal" && tens.Value is >= 20 and < 100 && ones.Value is > 0 and < 10
                ? new WrittenNumber(tens.Value + ones.Value, ones.Kind == "ordinal") : null;
        }
        return s_words.Value.TryGetValue(word, out var one) && one.Kind != "multiplier" ? new WrittenNumber(one.Value, one.Kind == "ordinal") : null;
    }

    /// <summary>What a word that follows a number multiplies it by ("million"), null for anything else.</summary>
    public static decimal? Multiplier(string word) =>
        s_words.Value.TryGetValue(word, out var found) && found.Kind == "multiplier" ? found.Value : null;

    private static WrittenNumber? Figures(string word)
    {
        int end = word.Length;
        while (end > 0 && !char.IsAsciiDigit(word[end - 1]))
            end--;
        string suffix = word[end..];
        if (suffix is not ("" or "st" or "nd" or "rd" or "th"))
            return null;
        string figures = word[..end];
        return decimal.TryParse(figures, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out decimal value) && HasSoundGroups(figures)
            ? new WrittenNumber(value, suffix.Length > 0) : null;
    }

    // A comma separates groups of three: "1,234" is a number, "11,2" is not one in English.
    private static bool HasSoundGroups(string figures)
    {
        int comma = figures.IndexOf(',');
        if (comma < 0)
            return true;
        int point = figures.IndexOf('.');
        string[] groups = (point < 0 ? figures : figures[..point]).Split(',');
        return groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3);
    }
}
