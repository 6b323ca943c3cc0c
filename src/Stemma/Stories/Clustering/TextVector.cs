using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Clustering;

/// <summary>The stems of a text with how much each counts before rarity is known.</summary>
internal static class TextVector
{
    /// <summary>How many mentions in the text one mention in the headline is worth.</summary>
    /// <remarks>Set by hand: a headline names what the story is about.</remarks>
    private const int TitleMentions = 2;

    /// <summary>How much more a word counts that is mostly written with a capital inside sentences: names tell stories of one kind apart.</summary>
    /// <remarks>1.5 to 2.5 are alike on ECB+ 1-35; the smallest is taken.</remarks>
    private const double NameWeight = 1.5;

    /// <summary>In UTF-16 code units: a story is told in its first part; what follows is background.</summary>
    private const int LongestText = 20_000;

    /// <summary>The stems in ordinal order with what they count for: 1 + log of the mentions, more for names.</summary>
    public static IReadOnlyList<(string Stem, double Weight)> Of(StoryText text, Lexicon lexicon)
    {
        var counts = new SortedDictionary<string, (int All, int Names)>(StringComparer.Ordinal);
        string start = text.Text.Length > LongestText ? text.Text[..LongestText] : text.Text;
        Add(start, 1);
        Add(text.Title, TitleMentions);
        return [.. counts.Select(c => (c.Key, (1 + Math.Log(c.Value.All)) * (c.Value.Names * 2 >= c.Value.All ? NameWeight : 1)))];

        void Add(string words, int mentions)
        {
            bool sentenceStart = true;
            foreach (Token token in Tokenizer.Tokenize(words, [new Paragraph(new TextSpan(0, words.Length), ParagraphKind.Body)]))
            {
                bool starts = sentenceStart;
                sentenceStart = token.Kind == TokenKind.Punctuation && !",;)’'".Contains(words[token.Span.Start]);
                if (token.Kind is not (TokenKind.Word or TokenKind.Number) || token.Span.Length < 2)
                    continue;
                int names = !starts && char.IsUpper(words[token.Span.Start]) ? mentions : 0;
                foreach (string part in token.Span.In(words).ToLowerInvariant().Split('-', StringSplitOptions.RemoveEmptyEntries))
                {
                    if (lexicon.IsStopWord(part))
                        continue;
                    string stem = lexicon.Stem(part);
                    (int all, int named) = counts.GetValueOrDefault(stem);
                    counts[stem] = (all + mentions, named + names);
                }
            }
        }
    }
}
