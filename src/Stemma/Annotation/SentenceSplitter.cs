using System.Runtime.InteropServices;
using Stemma.Annotation.Marks;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>Splits paragraphs into sentences.</summary>
internal static class SentenceSplitter
{
    /// <summary>
    /// The sentences of all paragraphs, in order. No sentence ends inside quotation marks, after an abbreviation, an initial
    /// or inside a number.
    /// </summary>
    public static IReadOnlyList<Sentence> Split(string text, IReadOnlyList<Paragraph> paragraphs, List<Token> list, IReadOnlyList<MarkedStretch> stretches, Vocabulary? vocabulary = null)
    {
        Vocabulary words = vocabulary ?? Vocabulary.English;
        ReadOnlySpan<Token> tokens = CollectionsMarshal.AsSpan(list);
        var sentences = new List<Sentence>();
        int token = 0, stretch = 0;
        for (int p = 0; p < paragraphs.Count; p++)
        {
            int end = paragraphs[p].Span.End;
            int first = token;
            while (token < tokens.Length && tokens[token].Span.Start < end)
            {
                int at = tokens[token].Span.Start;
                while (stretch < stretches.Count && (stretches[stretch].Marked.End <= at || stretches[stretch].Depth > 0))
                    stretch++;
                bool inside = stretch < stretches.Count && stretches[stretch].Marked.Start <= at;
                bool closes = inside && tokens[token].Span.End == stretches[stretch].Marked.End;
                bool last = token + 1 == tokens.Length || tokens[token + 1].Span.Start >= end;
                if (last || ((!inside || closes) && EndsHere(text, tokens, first, token, end, closes, words)))
                {
                    sentences.Add(new Sentence(new TextSpan(tokens[first].Span.Start, tokens[token].Span.End), p, first, token - first + 1));
                    first = token + 1;
                }
                token++;
            }
        }
        return sentences;
    }

    private static bool EndsHere(string text, ReadOnlySpan<Token> tokens, int first, int token, int end, bool closesQuotation, Vocabulary words)
    {
        char c = text[tokens[token].Span.Start];
        int stop = token;
        if (closesQuotation || c is ')' or ']')
        {
            if (token == first)
                return false;
            stop = token - 1;
            // ''…'' closes with two tokens, “… ‘…’” with two marks.
            for (int k = 0; k < MostClosers && closesQuotation && stop > first && IsMark(text[tokens[stop].Span.Start]); k++)
                stop--;
            c = text[tokens[stop].Span.Start];
        }
        bool initials = tokens[stop].Kind == TokenKind.Word && text[tokens[stop].Span.End - 1] == '.';
        if (c is not ('.' or '!' or '?' or '…') && !initials)
            return false;
        // A stop that another stop or a closing mark follows leaves the end to that one.
        Token next = tokens[token + 1];
        char n = text[next.Span.Start];
        if (n is '.' or '!' or '?' or '…' or ')' or ']' or ',' or ';' or ':' || (IsMark(n) && next.Span.Start == tokens[token].Span.End && !OpensAfterGap(text, tokens, token)))
            return false;
        if (!OpensSentence(text, tokens, token + 1))
            return false;
        if (closesQuotation)
            return c is '.' || !CueFollows(text, tokens, token + 1, end, words);
        if (c is '!' or '?' or '…')
            return true;
        return initials ? OpensForSure(text, next, words) : !IsAbbreviated(text, tokens, first, stop, next, words);
    }

    /// <summary>In tokens: so many closing marks may stand between a stop and the last closing mark.</summary>
    private const int MostClosers = 3;

    private static bool IsMark(char c) => c is '"' or '”' or '’' or '\'' or '»' or '“' or '‘' or '«';

    private static bool OpensAfterGap(string text, ReadOnlySpan<Token> tokens, int token) => tokens[token + 1].Span.Start > tokens[token].Span.End && text.Length > 0;

    private static bool OpensSentence(string text, ReadOnlySpan<Token> tokens, int token)
    {
        int i = token;
        while (i < tokens.Length && i - token < 3 && tokens[i].Kind != TokenKind.Word && tokens[i].Kind != TokenKind.Number)
            i++;
        if (i == tokens.Length)
            return true;
        char c = text[tokens[i].Span.Start];
        return !char.IsLower(c) && tokens[token].Span.Start > tokens[token - 1].Span.End;
    }

    private static bool IsAbbreviated(string text, ReadOnlySpan<Token> tokens, int first, int stop, Token next, Vocabulary words)
    {
        if (stop == first || tokens[stop].Span.Start != tokens[stop - 1].Span.End || tokens[stop - 1].Kind != TokenKind.Word)
            return false;
        ReadOnlySpan<char> word = tokens[stop - 1].Span.Over(text);
        if (word.Length == 1)
            return char.IsUpper(word[0]) && next.Kind == TokenKind.Word && !(word[0] == 'I' && OpensForSure(text, next, words));
        string folded = Vocabulary.Fold(word);
        if (words.IsClosingAbbreviation(folded))
            return !OpensForSure(text, next, words);
        // Most of these words are capitalised where they are short for something ("No." but "no.", "Art." but "art.").
        return words.IsAbbreviation(folded) && (char.IsUpper(word[0]) || next.Kind == TokenKind.Number);
    }

    // A closed-class word with a capital ("The", "He", "In") opens a sentence; a name may as well go on with one.
    private static bool OpensForSure(string text, Token next, Vocabulary words)
    {
        ReadOnlySpan<char> word = next.Span.Over(text);
        if (IsMark(word[0]))
            return true;
        return char.IsUpper(word[0]) && words.ClassOf(Vocabulary.Fold(word)) is not (WordClass.None or WordClass.Time);
    }

    // “Why?” Smith asked: what ends inside the marks does not end the sentence.
    private static bool CueFollows(string text, ReadOnlySpan<Token> tokens, int token, int end, Vocabulary words)
    {
        for (int i = token; i < tokens.Length && i - token < CueReach && tokens[i].Span.Start < end; i++)
        {
            ReadOnlySpan<char> word = tokens[i].Span.Over(text);
            if (tokens[i].Kind is TokenKind.Punctuation && word[0] is not '.')
                return false;
            if (char.IsLower(word[0]) && words.CueOf(Vocabulary.Fold(word)) is { Class: CueClass.Say or CueClass.Manner })
                return true;
        }
        return false;
    }

    /// <summary>In tokens: how far after “…?” a verb of speech still belongs to it ("“Why?” Foreign Minister J. Smith asked").</summary>
    private const int CueReach = 7;
}
