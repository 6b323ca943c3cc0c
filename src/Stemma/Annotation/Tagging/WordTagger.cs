using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Annotation.Tagging;

/// <summary>Parts of speech and base forms of the words of a text.</summary>
public static class WordTagger
{
    /// <summary>
    /// The words of the report with their parts of speech, in text order. Linear in its length; a function of the report alone.
    /// Empty where the report is in a language that no tagger ships for ("und" is read as English).
    /// </summary>
    public static IReadOnlyList<TaggedWord> Tag(AnnotatedReport report) =>
        report.Report.Language is "en" or "und" ? Tag(report.Text, report.Tokens, report.Sentences).Words : [];

    /// <summary>The words of an English text, what is known of each, and for each sentence the number of words up to its end.</summary>
    internal static (TaggedWord[] Words, WordFacts[] Facts, int[] Ends) Tag(ReadOnlySpan<char> text, IReadOnlyList<Token> allTokens, IReadOnlyList<Sentence> sentences)
    {
        PartOfSpeechTagger tagger = PartOfSpeechTagger.English;
        int most = allTokens.Count + (allTokens.Count / 16) + 16;
        var words = new List<TextSpan>(most);
        var tokens = new List<int>(most);
        var ends = new int[sentences.Count];
        Func<ReadOnlySpan<char>, bool> isWord = tagger.Knows;
        for (int s = 0; s < ends.Length; s++)
        {
            Sentence sentence = sentences[s];
            for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                Token token = allTokens[t];
                int last = JoinedUpTo(text, allTokens, t, sentence.FirstToken + sentence.TokenCount);
                if (last > t)
                    words.Add(new TextSpan(token.Span.Start, allTokens[last].Span.End));
                else if (token.Kind == TokenKind.Word)
                    WordParts.English.Split(text, token.Span, isWord, words);
                else
                    words.Add(token.Span);
                while (tokens.Count < words.Count)
                    tokens.Add(t);
                t = last;
            }
            ends[s] = words.Count;
        }
        var tags = new UniversalTag[words.Count];
        var facts = new WordFacts[words.Count];
        tagger.Tag(text, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words), ends, tags, facts);
        var tagged = new TaggedWord[words.Count];
        for (int i = 0; i < tagged.Length; i++)
            tagged[i] = new TaggedWord(words[i], tokens[i], tags[i]);
        return (tagged, facts, ends);
    }

    // The last token of a word that treebanks write as one: "Mr.", "J.", "...", "--", "''".
    private static int JoinedUpTo(ReadOnlySpan<char> text, IReadOnlyList<Token> tokens, int t, int end)
    {
        Token token = tokens[t];
        char c = text[token.Span.Start];
        if (token.Kind == TokenKind.Word)
        {
            bool stop = t + 2 < end && text[tokens[t + 1].Span.Start] == '.' && tokens[t + 1].Span.Start == token.Span.End;
            return stop && (token.Span.Length == 1 && char.IsUpper(c) || token.Span.Length <= LongestAbbreviation && IsAbbreviation(text.Slice(token.Span.Start, token.Span.Length))) ? t + 1 : t;
        }
        if (token.Kind != TokenKind.Punctuation || c is not ('.' or '-' or '\'' or '`'))
            return t;
        int last = t;
        while (last + 1 < end && last - t < LongestRun && tokens[last + 1].Span.Start == tokens[last].Span.End && tokens[last + 1].Span.Length == 1 && text[tokens[last + 1].Span.Start] == c)
            last++;
        return last;
    }

    private static bool IsAbbreviation(ReadOnlySpan<char> word)
    {
        string folded = Vocabulary.Fold(word);
        return Vocabulary.English.IsAbbreviation(folded) || Vocabulary.English.IsClosingAbbreviation(folded);
    }

    /// <summary>In UTF-16 code units.</summary>
    private const int LongestAbbreviation = 6;

    /// <summary>In tokens.</summary>
    private const int LongestRun = 8;

    /// <summary>The parts of speech of one English sentence whose words are given.</summary>
    public static IReadOnlyList<UniversalTag> Tag(IReadOnlyList<string> sentence)
    {
        var spans = new TextSpan[sentence.Count];
        for (int i = 0, at = 0; i < spans.Length; i++)
        {
            spans[i] = new TextSpan(at, at + sentence[i].Length);
            at += sentence[i].Length;
        }
        var tags = new UniversalTag[spans.Length];
        PartOfSpeechTagger.English.Tag(string.Concat(sentence), spans, [spans.Length], tags);
        return tags;
    }

    /// <summary>The base form of an English word: "went" gives "go", "Cities" gives "city"; a name keeps its spelling.</summary>
    /// <param name="word">The word as it is written, without what is written together with it.</param>
    /// <param name="tag">Its part of speech.</param>
    public static string BaseForm(ReadOnlySpan<char> word, UniversalTag tag) => Lemmatizer.English.BaseForm(word, tag);
}
