using Stemma.Reports;

namespace Stemma.Annotation.Tagging;

/// <summary>Parts of speech and base forms of the words of a text.</summary>
public static class WordTagger
{
    /// <summary>
    /// The words of the report with their parts of speech, in text order. Linear in its length; a function of the report alone.
    /// Empty where the report is in a language that no tagger ships for ("und" is read as English).
    /// </summary>
    public static IReadOnlyList<TaggedWord> Tag(AnnotatedReport report)
    {
        if (report.Report.Language is not ("en" or "und"))
            return [];
        PartOfSpeechTagger tagger = PartOfSpeechTagger.English;
        ReadOnlySpan<char> text = report.Text;
        var words = new List<TextSpan>(report.Tokens.Count + 16);
        var tokens = new List<int>(report.Tokens.Count + 16);
        var ends = new int[report.Sentences.Count];
        Func<ReadOnlySpan<char>, bool> isWord = tagger.Knows;
        for (int s = 0; s < ends.Length; s++)
        {
            Sentence sentence = report.Sentences[s];
            for (int t = sentence.FirstToken; t < sentence.FirstToken + sentence.TokenCount; t++)
            {
                Token token = report.Tokens[t];
                if (token.Kind == TokenKind.Word)
                    WordParts.English.Split(text, token.Span, isWord, words);
                else
                    words.Add(token.Span);
                while (tokens.Count < words.Count)
                    tokens.Add(t);
            }
            ends[s] = words.Count;
        }
        var tags = new UniversalTag[words.Count];
        tagger.Tag(text, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(words), ends, tags);
        var tagged = new TaggedWord[words.Count];
        for (int i = 0; i < tagged.Length; i++)
            tagged[i] = new TaggedWord(words[i], tokens[i], tags[i]);
        return tagged;
    }

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
