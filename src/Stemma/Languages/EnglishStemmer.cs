using System.Buffers;
using System.Collections.Frozen;

namespace Stemma.Languages;

/// <summary>
/// The English stemmer "Porter2" of the Snowball project, written from its public description
/// (https://snowballstem.org/algorithms/english/stemmer.html).
/// </summary>
internal static class EnglishStemmer
{
    /// <summary>In UTF-16 code units: what is longer is no English word and stays as it is.</summary>
    private const int LongestWord = 64;

    private static readonly FrozenDictionary<string, string> s_exceptions = new (string Word, string Stem)[]
    {
        ("skis", "ski"), ("skies", "sky"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"), ("idly", "idl"), ("gently", "gentl"),
        ("ugly", "ugli"), ("early", "earli"), ("only", "onli"), ("singly", "singl"), ("sky", "sky"), ("news", "news"), ("howe", "howe"),
        ("atlas", "atlas"), ("cosmos", "cosmos"), ("bias", "bias"), ("andes", "andes"),
    }.ToFrozenDictionary(e => e.Word, e => e.Stem, StringComparer.Ordinal);

    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenSet<string> s_invariant = new[]
    {
        "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly (string Suffix, string By)[] s_step2 =
    [
        ("ization", "ize"), ("ational", "ate"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"),
        ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string By)[] s_step3 =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] s_step4 =
    [
        "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic",
    ];

    /// <summary>The stem of a word in lower case with straight apostrophes.</summary>
    public static string Stem(string word)
    {
        if (word.Length is <= 2 or > LongestWord)
            return word;
        if (s_exceptions.TryGetValue(word, out string? exception))
            return exception;
        char[] letters = (word[0] == '\'' ? word[1..] : word).ToCharArray();
        for (int i = 0; i < letters.Length; i++)
        {
            if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1])))
                letters[i] = 'Y';
        }
        string s = new(letters);
        (int r1, int r2) = Regions(s);
        s = Step0(s);
        s = Step1A(s);
        if (s_invariant.Contains(s))
            return s;
        s = Step1B(s, r1);
        s = Step1C(s);
        s = Step2(s, r1);
        s = Step3(s, r1, r2);
        s = Step4(s, r2);
        s = Step5(s, r1, r2);
        return s.Replace('Y', 'y');
    }

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static (int R1, int R2) Regions(string s)
    {
        int r1 = s.StartsWith("gener", StringComparison.Ordinal) || s.StartsWith("arsen", StringComparison.Ordinal) ? 5
            : s.StartsWith("commun", StringComparison.Ordinal) ? 6
            : AfterConsonant(s, 0);
        return (r1, AfterConsonant(s, r1));
    }

    // The place after the first consonant that follows a vowel.
    private static int AfterConsonant(string s, int from)
    {
        for (int i = from + 1; i < s.Length; i++)
        {
            if (!IsVowel(s[i]) && IsVowel(s[i - 1]))
                return i + 1;
        }
        return s.Length;
    }

    private static bool Ends(string s, string suffix) => s.EndsWith(suffix, StringComparison.Ordinal);

    private static bool HasVowel(ReadOnlySpan<char> s) => s.ContainsAny(s_vowels);

    // Consonant, vowel, consonant other than w, x, Y; or a vowel and a consonant that are the whole word.
    private static bool EndsInShortSyllable(ReadOnlySpan<char> s) => s.Length switch
    {
        < 2 => false,
        2 => IsVowel(s[0]) && !IsVowel(s[1]),
        _ => !IsVowel(s[^3]) && IsVowel(s[^2]) && !IsVowel(s[^1]) && s[^1] is not ('w' or 'x' or 'Y'),
    };

    private static string Step0(string s) =>
        Ends(s, "'s'") ? s[..^3] : Ends(s, "'s") ? s[..^2] : Ends(s, "'") ? s[..^1] : s;

    private static string Step1A(string s)
    {
        if (Ends(s, "sses"))
            return s[..^2];
        if (Ends(s, "ied") || Ends(s, "ies"))
            return s.Length > 4 ? s[..^2] : s[..^1];
        if (Ends(s, "us") || Ends(s, "ss") || !Ends(s, "s"))
            return s;
        return s.Length > 2 && HasVowel(s.AsSpan(0, s.Length - 2)) ? s[..^1] : s;
    }

    private static string Step1B(string s, int r1)
    {
        foreach (string suffix in (ReadOnlySpan<string>)["eedly", "eed"])
        {
            if (Ends(s, suffix))
                return s.Length - suffix.Length >= r1 ? s[..^suffix.Length] + "ee" : s;
        }
        foreach (string suffix in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (!Ends(s, suffix))
                continue;
            string rest = s[..^suffix.Length];
            if (!HasVowel(rest))
                return s;
            if (Ends(rest, "at") || Ends(rest, "bl") || Ends(rest, "iz"))
                return rest + "e";
            if (rest.Length > 1 && rest[^1] == rest[^2] && "bdfgmnprt".Contains(rest[^1]))
                return rest[..^1];
            return rest.Length <= r1 && EndsInShortSyllable(rest) ? rest + "e" : rest;
        }
        return s;
    }

    private static string Step1C(string s) =>
        s.Length > 2 && s[^1] is 'y' or 'Y' && !IsVowel(s[^2]) ? s[..^1] + "i" : s;

    private static string Step2(string s, int r1)
    {
        foreach ((string suffix, string by) in s_step2)
        {
            if (!Ends(s, suffix))
                continue;
            int at = s.Length - suffix.Length;
            bool allowed = at >= r1 && suffix switch
            {
                "ogi" => at > 0 && s[at - 1] == 'l',
                "li" => at > 0 && "cdeghkmnrt".Contains(s[at - 1]),
                _ => true,
            };
            return allowed ? s[..at] + by : s;
        }
        return s;
    }

    private static string Step3(string s, int r1, int r2)
    {
        foreach ((string suffix, string by) in s_step3)
        {
            if (!Ends(s, suffix))
                continue;
            int at = s.Length - suffix.Length;
            return at >= (suffix == "ative" ? r2 : r1) ? s[..at] + by : s;
        }
        return s;
    }

    private static string Step4(string s, int r2)
    {
        foreach (string suffix in s_step4)
        {
            if (!Ends(s, suffix))
                continue;
            int at = s.Length - suffix.Length;
            return at >= r2 && (suffix != "ion" || (at > 0 && s[at - 1] is 's' or 't')) ? s[..at] : s;
        }
        return s;
    }

    private static string Step5(string s, int r1, int r2)
    {
        if (s.Length < 2)
            return s;
        int at = s.Length - 1;
        if (s[^1] == 'e')
            return at >= r2 || (at >= r1 && !EndsInShortSyllable(s.AsSpan(0, at))) ? s[..^1] : s;
        return s[^1] == 'l' && at >= r2 && s[^2] == 'l' ? s[..^1] : s;
    }
}
