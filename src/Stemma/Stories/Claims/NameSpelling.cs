namespace Stemma.Stories.Claims;

/// <summary>Tells spellings of one name from two names.</summary>
internal static class NameSpelling
{
    /// <summary>In letters: the edits between two spellings of one name.</summary>
    private const int MostLetters = 2;

    /// <summary>In letters: longer names are not compared.</summary>
    private const int LongestName = 60;

    /// <summary>True where one name is the other with a few letters changed, as transliteration and misprints do (edit distance of Levenshtein 1966).</summary>
    public static bool IsSame(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > MostLetters || a.Length > LongestName || b.Length > LongestName)
            return false;
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
        return row[b.Length] <= MostLetters;
    }
}
