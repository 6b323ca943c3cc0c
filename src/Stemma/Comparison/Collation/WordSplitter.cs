using System.Globalization;
using System.Text;
using Stemma.Annotation;
using Stemma.Reports;

namespace Stemma.Comparison.Collation;

/// <summary>
/// The words of a text that collation aligns. Marks are no words: they stay beside the word they are written to and decide
/// nothing. Letters of scripts that are written without spaces stand each for itself.
/// </summary>
internal static class WordSplitter
{
    /// <summary>The places of the words, in text order. Linear in the length of the text.</summary>
    public static TextSpan[] Split(CollationText text)
    {
        var words = new List<TextSpan>();
        TextSpan part = text.Part ?? new TextSpan(0, text.Text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part.End, text.Text.Length, nameof(text));
        int start = part.Start;
        foreach (TextSpan left in text.LeftOut)
        {
            Add(text.Text, start, Math.Min(left.Start, part.End), words);
            start = Math.Max(start, left.End);
        }
        Add(text.Text, start, part.End, words);
        return [.. words];
    }

    private static void Add(string text, int start, int end, List<TextSpan> words)
    {
        if (start >= end)
            return;
        foreach (Token token in Tokenizer.Tokenize(text, [new Paragraph(new TextSpan(start, end), ParagraphKind.Body)]))
        {
            if (token.Kind == TokenKind.Word)
                AddLetters(text, token.Span, words);
            else if (token.Kind == TokenKind.Number || IsUnit(text[token.Span.Start]))
                words.Add(token.Span);
        }
    }

    // "5%" and "5 percent", "$5" and "5 dollars" say the same: the sign is a word.
    private static bool IsUnit(char c) => c is '%' or '‰' || char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    private static void AddLetters(string text, TextSpan word, List<TextSpan> words)
    {
        int from = word.Start;
        for (int i = word.Start; i < word.End;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(i, word.End - i), out Rune rune, out int length);
            if (!StandsAlone(rune.Value))
            {
                i += length;
                continue;
            }
            if (from < i)
                words.Add(new TextSpan(from, i));
            int end = i + length;
            while (end < word.End && char.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                end++;
            words.Add(new TextSpan(i, end));
            from = i = end;
        }
        if (from < word.End)
            words.Add(new TextSpan(from, word.End));
    }

    // Thai, Lao, Tibetan, Myanmar, Khmer; kana; the ideographs of the basic and the supplementary planes.
    private static bool StandsAlone(int c) =>
        c is (>= 0x0E00 and <= 0x0FFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
            or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
            or (>= 0x20000 and <= 0x3FFFF);
}
