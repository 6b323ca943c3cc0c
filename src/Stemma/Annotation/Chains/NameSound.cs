namespace Stemma.Annotation.Chains;

/// <summary>
/// Brings together what one name becomes when it is written in Latin letters from another script: by general rules of what
/// varies there, not by lists of names.
/// </summary>
internal static class NameSound
{
    /// <summary>In letters: two words that differ are at least that long; shorter names differ by one letter and are others ("Lund", "Lind").</summary>
    private const int ShortestWord = 5;

    /// <summary>In letters: so long is a surname whose last vowel may vary ("-ko", "-ka"); shorter ones are other names ("Rossi", "Rossa").</summary>
    private const int LongestFixedEnd = 7;

    // What varies, the longer spellings first; then single letters. The first letter of a name keeps its vowel but for o and u.
    private static readonly (string From, string To)[] s_groups =
    [
        ("tsch", "c"), ("tch", "c"), ("tsh", "c"), ("sch", "s"), ("shch", "s"), ("dzh", "g"), ("zh", "g"), ("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("ck", "k"),
        ("ch", "c"), ("sh", "s"), ("tz", "c"), ("ts", "c"), ("ks", "x"), ("oe", "o"), ("ue", "u"), ("ae", "a"), ("ou", "u"), ("ei", "i"), ("ie", "i"),
        ("ff", "v"), ("w", "v"), ("q", "k"), ("ø", "o"), ("ł", "l"), ("ß", "s"), ("đ", "d"), ("ð", "d"), ("þ", "t"), ("æ", "a"), ("œ", "o"), ("ı", "i"),
    ];

    /// <summary>True where the two folded words (see NameKey) can be one name written twice.</summary>
    /// <param name="a">A word.</param>
    /// <param name="b">The other one.</param>
    /// <param name="surname">True for the last words of two names: their last vowel may vary.</param>
    public static bool Alike(string a, string b, bool surname)
    {
        if (a == b)
            return true;
        if (Math.Min(a.Length, b.Length) < ShortestWord || a[0] != b[0] && !(IsBack(a[0]) && IsBack(b[0])))
            return false;
        return Of(a, surname) == Of(b, surname);
    }

    // The word with what varies made one.
    private static string Of(string word, bool surname)
    {
        Span<char> key = stackalloc char[word.Length];
        int n = 0;
        for (int i = 0; i < word.Length;)
        {
            string to = "";
            int taken = 0;
            foreach ((string from, string by) in s_groups)
            {
                if (string.CompareOrdinal(word, i, from, 0, from.Length) == 0)
                {
                    (to, taken) = (by, from.Length);
                    break;
                }
            }
            char c = taken > 0 ? to[0] : word[i];
            i += Math.Max(taken, 1);
            bool last = i >= word.Length;
            if (c == 'u' || (c == 'o' && !last))
                c = 'o';
            else if (c == 'e' && !last)
                c = 'a';
            else if (last && surname && word.Length >= LongestFixedEnd && c is 'o' or 'u' or 'e')
                c = 'a';
            if (n == 0 || key[n - 1] != c)
                key[n++] = c;
        }
        return key[..n].ToString();
    }

    private static bool IsBack(char c) => c is 'o' or 'u';
}
