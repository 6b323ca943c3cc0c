using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>Splits paragraphs into sentences.</summary>
internal static class SentenceSplitter
{
    /// <summary>The sentences of all paragraphs, in order.</summary>
    public static IReadOnlyList<Sentence> Split(string text, IReadOnlyList<Paragraph> paragraphs, IReadOnlyList<Token> tokens)
    {
        var sentences = new List<Sentence>();
        int token = 0;
        for (int p = 0; p < paragraphs.Count; p++)
        {
            int end = paragraphs[p].Span.End;
            int first = token;
            while (token < tokens.Count && tokens[token].Span.Start < end)
            {
                bool last = token + 1 == tokens.Count || tokens[token + 1].Span.Start >= end;
                if (last || (text[tokens[token].Span.Start] is '.' or '!' or '?' && char.IsUpper(text[tokens[token + 1].Span.Start])))
                {
                    sentences.Add(new Sentence(new TextSpan(tokens[first].Span.Start, tokens[token].Span.End), p, first, token - first + 1));
                    first = token + 1;
                }
                token++;
            }
        }
        return sentences;
    }
}
