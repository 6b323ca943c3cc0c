using System.Collections.Frozen;
using Stemma.Languages;

namespace Stemma.Reading;

/// <summary>Recognises the little self-portraits that stand under articles: a run of epithets, each a "sentence" without a verb.</summary>
internal static class Taglines
{
    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 300;

    /// <summary>In words: an epithet such as "amateur music specialist" is short.</summary>
    private const int MostWords = 6;

    /// <summary>Fewer would also fit a heading or an exclamation.</summary>
    private const int FewestEpithets = 2;

    private static readonly FrozenSet<string> s_epithets = TableFile.Lines("En/epithets.txt").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> s_clauseWords = TableFile.Lines("En/clause-words.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where the line is such a run: no part has a subject or a verb, and half of them end with a known epithet.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest)
            return false;
        string folded = FoldedLine.Fold(line).Trim('"', '\'', ' ');
        string[] parts = folded.Split(['.', '|', '•', ';', '!'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < FewestEpithets)
            return false;
        int known = 0;
        foreach (string part in parts)
        {
            string[] words = part.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is 0 or > MostWords || words.Any(w => s_clauseWords.Contains(w) || w.Any(char.IsDigit)))
                return false;
            string last = words[^1];
            if (s_epithets.Contains(last) || s_epithets.Contains(last.TrimEnd('s')) || words.Length > 1 && s_epithets.Contains(words[^2] + " " + last))
                known++;
        }
        return known * 2 >= parts.Length;
    }
}
