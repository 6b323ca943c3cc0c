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

    /// <summary>The percentage of words with the right tag.</summary>
    public static double Accuracy(PartOfSpeechTagger tagger, IReadOnlyList<GoldSentence> sentences)
    {
        int right = 0, all = 0;
        foreach (GoldSentence sentence in sentences)
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
            for (int i = 0; i < tags.Length; i++)
            {
                all++;
                if (tags[i] == sentence.Words[i].Tag)
                    right++;
            }
        }
        return 100.0 * right / all;
    }
}
