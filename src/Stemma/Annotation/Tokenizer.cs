using System.Text;
using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>Splits paragraphs into words, numbers and marks.</summary>
internal static class Tokenizer
{
    /// <summary>The tokens of all paragraphs, in order. Linear in the length of the text.</summary>
    public static IReadOnlyList<Token> Tokenize(string text, IReadOnlyList<Paragraph> paragraphs)
    {
        var tokens = new List<Token>(text.Length / 5);
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
                end = EndOfNumber(text, i, span.End);
                kind = TokenKind.Number;
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

    // A word holds apostrophes, hyphens and full stops only between letters, so that "U.S." keeps its last stop as well.
    private static int EndOfWord(string text, int start, int limit)
    {
        int i = start;
        bool dotted = false;
        while (i < limit)
        {
            char c = text[i];
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                i++;
                continue;
            }
            bool letterFollows = i + 1 < limit && char.IsLetterOrDigit(text[i + 1]);
            if (c is '\'' or '’' or '-' or '‑' && letterFollows)
            {
                i++;
                continue;
            }
            bool singleLetterBefore = i >= 1 && char.IsUpper(text[i - 1]) && (i - 1 == start || text[i - 2] == '.');
            if (c == '.' && singleLetterBefore && (dotted || (i + 2 < limit && char.IsUpper(text[i + 1]) && text[i + 2] == '.')))
            {
                dotted = true;
                i++;
                continue;
            }
            break;
        }
        return i;
    }

    private static int EndOfNumber(string text, int start, int limit)
    {
        int i = start;
        while (i < limit)
        {
            char c = text[i];
            if (char.IsLetterOrDigit(c))
                i++;
            else if (c is '.' or ',' or '-' or ':' or '’' or '\'' && i + 1 < limit && char.IsLetterOrDigit(text[i + 1]))
                i++;
            else
                break;
        }
        return i;
    }
}
