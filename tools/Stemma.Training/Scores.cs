using Stemma.Annotation;
using Stemma.Annotation.Tagging;
using Stemma.Reports;

namespace Stemma.Training;

/// <summary>How often a tagger is right.</summary>
internal static class Scores
{
    /// <summary>The percentage of words with the right base form, their tags given.</summary>
    public static double Lemmas(Lemmatizer lemmatizer, IReadOnlyList<GoldSentence> sentences)
    {
        GoldWord[] words = [.. sentences.SelectMany(s => s.Words)];
        return 100.0 * words.Count(w => lemmatizer.BaseForm(w.Form, w.Tag) == w.Lemma) / words.Length;
    }

    /// <summary>The percentages of the treebank's words that the engine finds in the running text as words of their own, and finds with the right tag.</summary>
    public static (double Found, double Right) RunningText(IReadOnlyList<GoldSentence> sentences)
    {
        int all = 0, found = 0, right = 0;
        foreach (GoldSentence sentence in sentences)
        {
            AnnotatedReport report = Annotator.Outline(new Report { Id = "a", Text = sentence.Text, Language = "en" });
            // Places are counted without white space, which treebanks have inside some words and engines outside.
            var tags = new Dictionary<(int, int), UniversalTag>();
            foreach (TaggedWord word in WordTagger.Tag(report))
                tags[(Letters(sentence.Text.AsSpan(0, word.Span.Start)), Letters(sentence.Text.AsSpan(0, word.Span.End)))] = word.Tag;
            int at = 0;
            foreach (GoldWord word in sentence.Words)
            {
                int end = at + Letters(word.Form);
                all++;
                if (tags.TryGetValue((at, end), out UniversalTag tag))
                {
                    found++;
                    if (tag == word.Tag)
                        right++;
                }
                at = end;
            }
        }
        return (100.0 * found / all, 100.0 * right / all);
    }

    private static int Letters(ReadOnlySpan<char> text)
    {
        int letters = 0;
        foreach (char c in text)
        {
            if (!char.IsWhiteSpace(c))
                letters++;
        }
        return letters;
    }

    /// <summary>The percentage of words with the right tag.</summary>
    public static double Accuracy(PartOfSpeechTagger tagger, IReadOnlyList<GoldSentence> sentences)
    {
        int right = 0, all = 0;
        foreach (GoldSentence sentence in sentences)
        {
            UniversalTag[] tags = Tags(tagger, sentence);
            for (int i = 0; i < tags.Length; i++)
            {
                all++;
                if (tags[i] == sentence.Words[i].Tag)
                    right++;
            }
        }
        return 100.0 * right / all;
    }

    /// <summary>The tags that the tagger gives the words of the sentence.</summary>
    public static UniversalTag[] Tags(PartOfSpeechTagger tagger, GoldSentence sentence)
    {
        string text = string.Join(' ', sentence.Words.Select(w => w.Form));
        var spans = new TextSpan[sentence.Words.Length];
        for (int i = 0, at = 0; i < spans.Length; i++)
        {
            spans[i] = new TextSpan(at, at + sentence.Words[i].Form.Length);
            at += sentence.Words[i].Form.Length + 1;
        }
        var tags = new UniversalTag[spans.Length];
        tagger.Tag(text, spans, [spans.Length], tags);
        return tags;
    }
}
