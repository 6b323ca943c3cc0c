using System.Globalization;
using System.Text;
using Stemma.Comparison.Similarity;
using Stemma.Languages;

namespace Stemma.Comparison.Wordings;

/// <summary>Tells whether two runs of words differ in nothing but how a house writes: accents, hyphens, contractions.</summary>
internal static class Spelling
{
    /// <summary>In words on a side: longer runs are more than a contraction.</summary>
    private const int MostWords = 4;

    /// <summary>The ways a run of contracted words is written in full that are tried.</summary>
    private const int MostWays = 8;

    /// <summary>True where the runs are the same words, written otherwise.</summary>
    public static bool IsOne(ReadOnlySpan<ComparableWord> a, ReadOnlySpan<ComparableWord> b, MeaningWords meanings)
    {
        if (a.IsEmpty || b.IsEmpty || a.Length > MostWords || b.Length > MostWords)
            return false;
        string x = Joined(a), y = Joined(b);
        if (string.Equals(Plain(x), Plain(y), StringComparison.Ordinal))
            return true;
        return InFull(a, meanings).Intersect(InFull(b, meanings), StringComparer.Ordinal).Any();
    }

    /// <summary>Letters and digits alone, in lower case and without accents.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char c in Decomposed(text))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                plain.Append(char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }

    private static string Decomposed(string text)
    {
        foreach (char c in text)
        {
            // A lone surrogate cannot be decomposed, and what lies beyond the basic plane has no accents.
            if (char.IsSurrogate(c) || char.GetUnicodeCategory(c) == UnicodeCategory.OtherNotAssigned)
                return text;
        }
        return Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormD);
    }

    private static string Joined(ReadOnlySpan<ComparableWord> words)
    {
        var joined = new StringBuilder();
        foreach (ref readonly ComparableWord word in words)
            joined.Append(joined.Length > 0 ? " " : "").Append(word.Form);
        return joined.ToString();
    }

    private static List<string> InFull(ReadOnlySpan<ComparableWord> words, MeaningWords meanings)
    {
        List<string> ways = [""];
        foreach (ref readonly ComparableWord word in words)
        {
            string form = word.Form.ToLowerInvariant();
            string[] own = [form, .. meanings.InFull(form)];
            ways = [.. ways.SelectMany(w => own.Select(o => w.Length == 0 ? o : w + " " + o)).Take(MostWays)];
        }
        return ways;
    }
}
