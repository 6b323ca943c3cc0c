using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>
/// Folds what outlets write differently by house style alone (case, British and American spelling, numerals, "per cent"),
/// so that a change of house style is not taken for a change of words.
/// </summary>
/// <remarks>A folded form is a key for comparing, not a word to show: it may merge a few words that differ.</remarks>
internal static class HouseStyle
{
    private static readonly FrozenDictionary<string, string> s_words =
        TableFile.Rows("En/house-style-words.tsv").ToFrozenDictionary(r => r[0], r => r[1], StringComparer.Ordinal);

    private static readonly FrozenSet<string> s_firstOfPair =
        s_words.Keys.Where(k => k.Contains(' ')).Select(k => k[..k.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>No word of a language is longer, in UTF-16 code units; longer runs are cut to keep keys small.</summary>
    public const int LongestWord = 64;

    /// <summary>The folded form of one word, number or sign; empty where nothing is left of it.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
            word = word[..LongestWord];
        Span<char> buffer = stackalloc char[word.Length];
        int n = 0;
        bool digits = word.Length > 0 && char.IsDigit(word[0]);
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i] is '’' or '‘' or 'ʼ' ? '\'' : char.ToLowerInvariant(word[i]);
            bool separator = c == '.' && !digits || c == ',' && digits;
            if (!separator)
                buffer[n++] = c;
        }
        if (n > 2 && buffer[n - 2] == '\'' && buffer[n - 1] == 's')
            n -= 2;
        while (n > 0 && buffer[n - 1] is '\'' or '-')
            n--;
        string key = buffer[..n].ToString();
        if (s_words.TryGetValue(key, out string? folded))
            return folded;
        return Lexicon.English.Fold(key);
    }

    /// <summary>The word as it is written, but for case and the shape of apostrophes.</summary>
    public static string Form(ReadOnlySpan<char> word) =>
        (word.Length > LongestWord ? word[..LongestWord] : word).ToString().ToLowerInvariant().Replace('’', '\'');

    /// <summary>How a word is written where houses differ by rule.</summary>
    /// <param name="form">The word as <see cref="Form"/> gives it.</param>
    public static StyleTrait TraitOf(string form)
    {
        if (form.Length == 0)
            return StyleTrait.None;
        if (char.IsAsciiDigit(form[0]))
            return form.Length <= 2 && form.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? StyleTrait.Digits : StyleTrait.None;
        if (s_words.TryGetValue(form, out string? folded))
            return !char.IsLetter(form[0]) ? StyleTrait.Sign : char.IsAsciiDigit(folded[0]) ? StyleTrait.Letters : s_signed.Contains(folded) ? StyleTrait.Spelled : StyleTrait.British;
        return s_signed.Contains(form) ? StyleTrait.Spelled : Lexicon.English.SpellingOf(form);
    }

    private static readonly FrozenSet<string> s_signed = s_words.Where(w => !char.IsLetter(w.Key[0])).Select(w => w.Value).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a word that folds to one with some word after it: only then is <see cref="TryFoldPair"/> worth asking.</summary>
    public static bool StartsPair(string folded) => s_firstOfPair.Contains(folded);

    /// <summary>True where two words that stand together fold to one, as "per cent" does.</summary>
    /// <param name="first">The first word in lower case.</param>
    /// <param name="second">The second word in lower case.</param>
    /// <param name="folded">The one form.</param>
    public static bool TryFoldPair(string first, string second, out string folded)
    {
        if (first.Length + second.Length < LongestWord && s_words.TryGetValue(first + " " + second, out string? found))
        {
            folded = found;
            return true;
        }
        folded = "";
        return false;
    }
}
