namespace Stemma.Cli.Check;

/// <summary>
/// The checker's own view of words, simple on purpose: runs of letters and digits in small letters, without apostrophes.
/// It shares nothing with the engine, so that an error there is not repeated here.
/// </summary>
internal static class PlainWords
{
    /// <summary>In words: how far ahead two runs are brought together again after a difference.</summary>
    private const int Ahead = 24;

    /// <summary>Letters in common, of the longer side, from which two words are two spellings of one ("labour", "labor").</summary>
    private const double OneSpelling = 0.5;

    /// <summary>The words of a text; a percent sign is one.</summary>
    public static string[] Of(string text)
    {
        var words = new List<string>();
        var word = new System.Text.StringBuilder();
        foreach (System.Text.Rune c in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetterOrDigit(c))
                word.Append(System.Text.Rune.ToLowerInvariant(c));
            else if (c.Value is not ('\'' or '’' or '‘' or 'ʼ'))
                Close();
            if (c.Value == '%')
                words.Add("percent");
        }
        Close();
        return [.. words];

        void Close()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>The part of the words that two texts have in common, in any order: 2·common / all; 1 for two empty ones.</summary>
    public static double Common(string[] a, string[] b)
    {
        var left = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string word in a)
            left[word] = left.GetValueOrDefault(word) + 1;
        int common = 0;
        foreach (string word in b)
        {
            if (left.TryGetValue(word, out int n) && n > 0)
            {
                left[word] = n - 1;
                common++;
            }
        }
        return a.Length + b.Length == 0 ? 1 : 2.0 * common / (a.Length + b.Length);
    }

    /// <summary>The first words at which two runs differ by more than spelling, numerals and marks; null where they do not.</summary>
    public static (string A, string B)? Difference(string[] a, string[] b)
    {
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && string.Equals(a[i], b[j], StringComparison.Ordinal))
            {
                i++;
                j++;
                continue;
            }
            (int endA, int endB) = Meet(a, i, b, j);
            string[] x = a[i..endA], y = b[j..endB];
            if (!AreStyles(x, y))
                return (string.Join(' ', x), string.Join(' ', y));
            (i, j) = (endA, endB);
        }
        return null;
    }

    // Where both go on alike, as near as can be.
    private static (int EndA, int EndB) Meet(string[] a, int i, string[] b, int j)
    {
        for (int sum = 1; sum <= Ahead; sum++)
        {
            for (int da = 0; da <= sum; da++)
            {
                int x = i + da, y = j + sum - da;
                if (x == a.Length && y == b.Length)
                    return (x, y);
                if (x < a.Length && y < b.Length && a[x] == b[y] && (x + 1 == a.Length || y + 1 == b.Length || a[x + 1] == b[y + 1]))
                    return (x, y);
            }
        }
        return (a.Length, b.Length);
    }

    // Two ways to write one thing: a numeral against a word, "U.S." against "US", "labour" against "labor".
    private static bool AreStyles(string[] x, string[] y)
    {
        string a = string.Concat(x), b = string.Concat(y);
        if (a.Length == 0 || b.Length == 0)
            return false;
        string numberA = string.Concat(a.Where(char.IsDigit)), numberB = string.Concat(b.Where(char.IsDigit));
        if (numberA.Length > 0 != numberB.Length > 0)
            return true;
        if (!string.Equals(numberA, numberB, StringComparison.Ordinal))
            return false;
        return CommonLetters(a, b) >= OneSpelling * Math.Max(a.Length, b.Length);
    }

    private static int CommonLetters(string a, string b)
    {
        if (a.Length > MostLetters || b.Length > MostLetters)
            return 0;
        int[] row = new int[b.Length + 1];
        foreach (char c in a)
        {
            int diagonal = 0;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                row[j] = c == b[j - 1] ? diagonal + 1 : Math.Max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[b.Length];
    }

    /// <summary>In UTF-16 code units: longer differences are none of spelling.</summary>
    private const int MostLetters = 256;
}
