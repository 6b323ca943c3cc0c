using Stemma.Languages;

namespace Stemma.Stories.Claims;

/// <summary>Tells spellings of one name from two names.</summary>
/// <remarks>Names out of other alphabets are written by ear: they are brought to sounds, and then few edits are left between two spellings of one name.</remarks>
internal static class NameSpelling
{
    /// <summary>In letters: the edits between two spellings as they are written.</summary>
    private const int MostLetters = 2;

    /// <summary>In sounds: the edits between two spellings of one part of a name, in parts of at least <see cref="ShortPart"/> sounds; none in shorter ones.</summary>
    private const int MostSounds = 1, ShortPart = 3;

    /// <summary>In letters: longer names are not compared.</summary>
    private const int LongestName = 60;

    /// <summary>True where one name is the other with a few letters changed, as transliteration and misprints do.</summary>
    public static bool IsSame(string a, string b)
    {
        if (a.Length > LongestName || b.Length > LongestName)
            return false;
        if (Math.Abs(a.Length - b.Length) <= MostLetters && Distance(a, b) <= MostLetters)
            return true;
        string[] x = NameSounds.Of(a), y = NameSounds.Of(b);
        return x.Length == y.Length && x.Length > 0 && x.Zip(y).All(p => p.First == p.Second || (Math.Min(p.First.Length, p.Second.Length) >= ShortPart && Distance(p.First, p.Second) <= MostSounds));
    }

    // The edit distance of Levenshtein (1966).
    private static int Distance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
