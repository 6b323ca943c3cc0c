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

    /// <summary>So many parts that all name a person need no known epithet among them.</summary>
    private const int SurelyPortrait = 3;

    private static readonly FrozenSet<string> s_epithets = TableFile.Lines("En/epithets.txt").ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[] s_endings = [.. TableFile.Lines("En/person-endings.txt")];
    private static readonly FrozenSet<string> s_clauseWords = TableFile.Lines("En/clause-words.txt").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True where the line is such a run: no part has a subject or a verb, half of them end with a word for a person, and one is a known epithet or all are such words.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest)
            return false;
        string folded = FoldedLine.Fold(line).Trim('"', '\'', ' ');
        string[] parts = folded.Split(['.', '|', '•', ';', '!'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < FewestEpithets)
            return false;
        int known = 0, persons = 0;
        foreach (string part in parts)
        {
            string[] words = part.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length is 0 or > MostWords || words.Any(w => s_clauseWords.Contains(w) || w.Any(char.IsDigit)))
                return false;
            string last = words[^1];
            bool isEpithet = s_epithets.Contains(last) || s_epithets.Contains(last.TrimEnd('s')) || words.Length > 1 && s_epithets.Contains(words[^2] + " " + last);
            known += isEpithet ? 1 : 0;
            persons += isEpithet || NamesPerson(last) ? 1 : 0;
        }
        return persons * 2 >= parts.Length && (known > 0 || parts.Length >= SurelyPortrait && persons == parts.Length);
    }

    // "angler", "novelist", "librarian": a word for whoever does something, by its ending.
    private static bool NamesPerson(string word)
    {
        foreach (string ending in s_endings)
        {
            if (word.Length >= ending.Length + ShortestStem && word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    /// <summary>In letters; "user" and "liar" name a person, "over" and "year" do not.</summary>
    private const int ShortestStem = 3;
}
