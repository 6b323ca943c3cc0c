using System.Globalization;
using System.Text;

namespace Stemma.Annotation.Names;

/// <summary>Folds a name so that its spellings and transliterations meet.</summary>
internal static class NameKey
{
    /// <summary>
    /// The name's words, folded, parted by one blank: without case, accents, stops and possessive; doubled letters single;
    /// y, j and i alike ("Petrovsky", "Petrovskyy", "Petrovskiy"); kh as h.
    /// </summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        var key = new StringBuilder(name.Length);
        foreach (char c in Decomposed(name))
        {
            char l = char.ToLowerInvariant(c);
            if (char.IsLetterOrDigit(l))
                Append(key, l is 'y' or 'j' ? 'i' : l);
            else if ((char.IsWhiteSpace(l) || l is '-' or '‑') && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }
        while (key.Length > 0 && key[^1] == ' ')
            key.Length--;
        return key.ToString();
    }

    private static void Append(StringBuilder key, char c)
    {
        char last = key.Length > 0 ? key[^1] : '\0';
        if (c == last && char.IsLetter(c) && key.Length > 1 && key[^2] != ' ')
            return;
        if (c == 'h' && last == 'k')
            key[^1] = 'h';
        else
            key.Append(c);
    }

    private static string Decomposed(ReadOnlySpan<char> name)
    {
        string text = name.ToString();
        foreach (char c in text)
        {
            if (char.IsSurrogate(c))
                return text;
        }
        try
        {
            return string.Concat(text.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));
        }
        catch (ArgumentException)
        {
            // A text with code points that Unicode does not have is its own key.
            return text;
        }
    }
}
