using Stemma.Annotation;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Comparison.Similarity;

/// <summary>Tells how far sentences say the same, against the background of the collection they come from.</summary>
/// <remarks>Not safe to share between threads.</remarks>
public sealed class SentenceComparer
{
    private readonly Lexicon _lexicon = Lexicon.English;
    private readonly WordRarity _rarity = new();

    /// <summary>Makes one that knows how rare each word is in the sentences.</summary>
    public SentenceComparer(IEnumerable<string> sentences)
    {
        foreach (string sentence in sentences)
            _rarity.Add(Words(sentence).All);
    }

    /// <summary>The higher, the likelier that one sentence is a paraphrase of the other; at most 2, and symmetric up to ties between equal words.</summary>
    public double Score(string a, string b) => SentenceSimilarity.Of(Words(a).All, Words(b).All, _rarity, _lexicon).Score;

    private ReportWords Words(string sentence) => ReportWords.Of(Annotator.Outline(new Report { Id = "", Text = sentence, Language = "en" }), _lexicon);
}
