namespace Stemma.Comparison.Similarity;

/// <summary>How much a word tells in a collection of sentences: the fewer hold it, the more (inverse document frequency).</summary>
internal sealed class WordRarity
{
    private readonly Dictionary<string, int> _sentencesWith = new(StringComparer.Ordinal);
    private double _sentences;

    /// <summary>Counts one sentence of the collection.</summary>
    public void Add(ReadOnlySpan<ComparableWord> sentence)
    {
        _sentences++;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (ref readonly ComparableWord word in sentence)
        {
            if (seen.Add(word.Stem))
                _sentencesWith[word.Stem] = _sentencesWith.GetValueOrDefault(word.Stem) + 1;
        }
    }

    /// <summary>From near 0 for a word of every sentence to near 1 for one of a single sentence or of none.</summary>
    public double Of(in ComparableWord word) =>
        _sentences == 0 ? 1 : Math.Max(0, Math.Log((_sentences + 1) / (_sentencesWith.GetValueOrDefault(word.Stem) + 0.5)) / Math.Log((_sentences + 1) / 0.5));
}
