using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading;

/// <summary>Guesses the language of a text by its commonest words.</summary>
internal static class LanguageGuess
{
    /// <summary>In words. Thirty give a stable share of stop words; fewer tell too little.</summary>
    private const int FewestWords = 20;

    /// <summary>In words; more do not change the result.</summary>
    private const int MostWords = 2000;

    /// <summary>In UTF-16 code units; the commonest words are short.</summary>
    private const int LongestWord = 20;

    /// <summary>Share of the words that must be stop words of the language: running text has .25 to .5 of these lists, another language's below .12.</summary>
    private const double LeastShare = 0.14;

    private static readonly FrozenDictionary<string, string[]> s_languages = Load();

    /// <summary>The primary language tag, "und" where the words do not tell.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var languagesOf = s_languages.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> word = stackalloc char[LongestWord];
        int words = 0, start = -1;
        for (int i = 0; i <= text.Length && words < MostWords; i++)
        {
            if (i < text.Length && char.IsLetter(text[i]))
            {
                if (start < 0)
                    start = i;
                continue;
            }
            if (start >= 0 && i - start <= LongestWord)
            {
                if (languagesOf.TryGetValue(word[..text[start..i].ToLowerInvariant(word)], out string[]? languages))
                {
                    foreach (string language in languages)
                        counts[language] = counts.GetValueOrDefault(language) + 1;
                }
            }
            if (start >= 0)
                words++;
            start = -1;
        }
        if (words < FewestWords || counts.Count == 0)
            return "und";
        KeyValuePair<string, int> best = counts.MaxBy(c => c.Value);
        return best.Value >= words * LeastShare ? best.Key : "und";
    }

    private static FrozenDictionary<string, string[]> Load() =>
        TableFile.Rows("stop-words.tsv")
            .SelectMany(row => row[1].Split(' ').Select(word => (word, language: row[0])))
            .GroupBy(pair => pair.word, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(p => p.language).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
