using System.Globalization;
using System.Text;

namespace Stemma.Stories.Claims;

/// <summary>Tells spellings of one name from two names.</summary>
/// <remarks>
/// Names out of other alphabets are written by ear: letters are brought to the sounds that systems of transliteration write differently
/// (sh, sch, sz; w, v; y, i, j; ph, f; doubled letters, silent h), then few edits are left between two spellings of one name.
/// </remarks>
internal static class NameSpelling
{
    /// <summary>In letters: the edits between two spellings as they are written.</summary>
    private const int MostLetters = 2;

    /// <summary>In sounds: the edits between two spellings of one part of a name, in parts of at least <see cref="ShortPart"/> sounds; none in shorter ones.</summary>
    private const int MostSounds = 1, ShortPart = 3;

    /// <summary>In letters: longer names are not compared.</summary>
    private const int LongestName = 60;

    // Longer spellings first; vowels are left out after the first letter, for they are what differs most.
    private static readonly (string Letters, string Sound)[] s_sounds =
    [
        ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("shch", "s"), ("sh", "s"), ("sz", "s"), ("ch", "c"), ("cz", "c"), ("kh", "h"), ("ph", "f"), ("th", "t"), ("dj", "j"), ("dzh", "j"), ("zh", "j"),
        ("ck", "k"), ("qu", "k"), ("q", "k"), ("x", "ks"), ("w", "v"), ("y", ""), ("gh", "g"),
    ];

    /// <summary>Words that stand before a name and are written or left out.</summary>
    private static readonly string[] s_particles = ["al", "el", "ul", "bin", "ben", "ibn"];

    /// <summary>True where one name is the other with a few letters changed, as transliteration and misprints do.</summary>
    public static bool IsSame(string a, string b)
    {
        if (a.Length > LongestName || b.Length > LongestName)
            return false;
        if (Math.Abs(a.Length - b.Length) <= MostLetters && Distance(a, b) <= MostLetters)
            return true;
        string[] x = Parts(a), y = Parts(b);
        return x.Length == y.Length && x.Length > 0 && x.Zip(y).All(p => p.First == p.Second || (Math.Min(p.First.Length, p.Second.Length) >= ShortPart && Distance(p.First, p.Second) <= MostSounds));
    }

    private static string[] Parts(string name) =>
        [.. name.ToLowerInvariant().Split([' ', '-', '‑', '.', '\'', '’'], StringSplitOptions.RemoveEmptyEntries).Where(p => !s_particles.Contains(p, StringComparer.Ordinal)).Select(Sounds)];

    private static string Sounds(string part)
    {
        var plain = new StringBuilder(part.Length);
        foreach (char c in part.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                plain.Append(c == 'ł' ? 'l' : c == 'đ' ? 'd' : c);
        }
        string letters = plain.ToString();
        var sounds = new StringBuilder(letters.Length);
        for (int i = 0; i < letters.Length;)
        {
            (string from, string to) = s_sounds.FirstOrDefault(s => string.CompareOrdinal(letters, i, s.Letters, 0, s.Letters.Length) == 0);
            string sound = from is null ? letters[i].ToString() : to;
            if (i > 0 && from is null && "aeiouöüäåæøh".Contains(letters[i]))
                sound = "";
            if (sound.Length > 0 && (sounds.Length == 0 || sounds[^1] != sound[0]))
                sounds.Append(sound);
            i += from?.Length ?? 1;
        }
        return sounds.ToString();
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
