using System.Buffers;
using System.Globalization;
using System.Text;
using Stemma.Reports;

namespace Stemma.Library.Store;

/// <summary>A word of a text as it is searched for.</summary>
/// <param name="Folded">In lower case, without accents.</param>
/// <param name="Span">Where it stands.</param>
internal readonly record struct SearchWord(string Folded, TextSpan Span);

/// <summary>
/// Splits texts and queries alike into the words that are searched: runs of letters and digits, in lower case and without accents;
/// letters of scripts without spaces each for itself. The stores index exactly these, so that all find the same.
/// </summary>
internal static class SearchWords
{
    /// <summary>In UTF-16 code units; what is longer is no word and is cut.</summary>
    public const int Longest = 64;

    /// <summary>The words in text order; linear in the length of the text.</summary>
    public static IEnumerable<SearchWord> Of(string text)
    {
        int start = -1;
        for (int i = 0; i <= text.Length;)
        {
            Rune rune = default;
            int length = 1;
            bool isLetter = i < text.Length && Rune.DecodeFromUtf16(text.AsSpan(i), out rune, out length) == OperationStatus.Done && IsPart(rune);
            bool alone = isLetter && StandsAlone(rune.Value);
            if (start >= 0 && (!isLetter || alone))
            {
                yield return Word(text, start, i);
                start = -1;
            }
            if (alone)
                yield return Word(text, i, i + length);
            else if (isLetter && start < 0)
                start = i;
            i += length;
        }
    }

    private static SearchWord Word(string text, int start, int end) => new(Fold(text.AsSpan(start, end - start)), new TextSpan(start, end));

    private static string Fold(ReadOnlySpan<char> word)
    {
        if (word.Length > Longest)
            word = word[..(char.IsHighSurrogate(word[Longest - 1]) ? Longest - 1 : Longest)];
        if (Ascii.IsValid(word))
            return string.Create(word.Length, word, static (to, from) => Ascii.ToLower(from, to, out _));
        var folded = new StringBuilder(word.Length);
        foreach (Rune rune in word.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark) && Rune.IsLetterOrDigit(rune))
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }
        return folded.Length > 0 ? folded.ToString() : word.ToString();
    }

    private static bool IsPart(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // Thai, Lao, Myanmar, Khmer, kana and Han: The Unicode Standard, blocks; written without spaces between words.
    private static bool StandsAlone(int c) =>
        c is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF)
            or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
