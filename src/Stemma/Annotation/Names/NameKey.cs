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
        // Plain letters have no accents to part from them.
        ReadOnlySpan<char> letters = Ascii.IsValid(name) ? name : Decomposed(name);
        Span<char> key = letters.Length <= UsualLength ? stackalloc char[UsualLength] : new char[letters.Length];
        int length = 0;
        foreach (char c in letters)
        {
            char l = char.ToLowerInvariant(c);
            if (char.IsLetterOrDigit(l))
                length = Append(key, length, l is 'y' or 'j' ? 'i' : l);
            else if ((char.IsWhiteSpace(l) || l is '-' or '‑') && length > 0 && key[length - 1] != ' ')
                key[length++] = ' ';
        }
        while (length > 0 && key[length - 1] == ' ')
            length--;
        return key[..length].ToString();
    }

    /// <summary>In UTF-16 code units: longer names take memory of their own.</summary>
    private const int UsualLength = 64;

    private static int Append(Span<char> key, int length, char c)
    {
        char last = length > 0 ? key[length - 1] : '\0';
        if (c == last && char.IsLetter(c) && length > 1 && key[length - 2] != ' ')
            return length;
        if (c == 'h' && last == 'k')
            length--;
        key[length] = c;
        return length + 1;
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
