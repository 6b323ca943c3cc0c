using System.Globalization;
using System.Text;
using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>Splits paragraphs into words, numbers and marks.</summary>
internal static class Tokenizer
{
    /// <summary>The tokens of all paragraphs, in order. Linear in the length of the text.</summary>
    public static List<Token> Tokenize(string text, IReadOnlyList<Paragraph> paragraphs)
    {
        var tokens = new List<Token>((text.Length / 4) + 1);
        foreach (Paragraph paragraph in paragraphs)
            Tokenize(text, paragraph.Span, tokens);
        return tokens;
    }

    private static void Tokenize(string text, TextSpan span, List<Token> tokens)
    {
        int i = span.Start;
        while (i < span.End)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                i++;
                continue;
            }
            int end;
            TokenKind kind;
            if (IsLetter(text, i))
            {
                end = EndOfWord(text, i, span.End);
                kind = TokenKind.Word;
            }
            else if (char.IsDigit(c))
            {
                end = EndOfNumber(text, i, span.End, out bool letters);
                kind = letters ? TokenKind.Word : TokenKind.Number;
            }
            else
            {
                end = i + (char.IsHighSurrogate(c) && i + 1 < span.End && char.IsLowSurrogate(text[i + 1]) ? 2 : 1);
                kind = char.IsPunctuation(c) ? TokenKind.Punctuation : TokenKind.Symbol;
            }
            tokens.Add(new Token(new TextSpan(i, end), kind));
            i = end;
        }
    }

    private static bool IsLetter(string text, int i) =>
        char.IsLetter(text[i]) || (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && Rune.TryGetRuneAt(text, i, out Rune rune) && Rune.IsLetter(rune));

    // A word holds apostrophes and hyphens only between letters, so that a closing mark never sticks to the word before it.
    private static int EndOfWord(string text, int start, int limit)
    {
        int i = start;
        while (i < limit)
        {
            char c = text[i];
            if (IsWordPart(text, i))
                i++;
            else if ((c is '\'' or '’' or '-' or '‑' or '\u00AD') && i + 1 < limit && char.IsLetterOrDigit(text[i + 1]))
                i++;
            else if (c == '.' && IsStopOfInitials(text, start, i, limit))
                i++;
            else
                break;
        }
        return i;
    }

    // "U.S.", "p.m.", "D.C.": single letters, each with its stop.
    private static bool IsStopOfInitials(string text, int start, int stop, int limit)
    {
        bool single = char.IsLetter(text[stop - 1]) && (stop - 1 == start || text[stop - 2] is '.' or '-');
        if (!single)
            return false;
        bool stopBefore = stop - 1 > start && text[stop - 2] == '.';
        bool letterAndStopAfter = stop + 2 < limit && char.IsLetter(text[stop + 1]) && text[stop + 2] == '.';
        return stopBefore || letterAndStopAfter;
    }

    private static bool IsWordPart(string text, int i)
    {
        char c = text[i];
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c);
        if (char.IsHighSurrogate(c))
            return IsLetter(text, i);
        if (char.IsLowSurrogate(c))
            return i > 0 && char.IsHighSurrogate(text[i - 1]);
        return char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
    }

    private static int EndOfNumber(string text, int start, int limit, out bool letters)
    {
        int i = start;
        letters = false;
        while (i < limit)
        {
            char c = text[i];
            bool followed = i + 1 < limit && char.IsLetterOrDigit(text[i + 1]);
            bool digitFollows = i + 1 < limit && char.IsDigit(text[i + 1]);
            if (char.IsLetter(c))
                letters = true;
            else if (!char.IsDigit(c) && !((c is '.' or ',' or ':') && digitFollows) && !((c is '-' or '‑' or '’' or '\'') && followed))
                break;
            i++;
        }
        return i;
    }
}
