using System.Text;
using Stemma.Comparison.Similarity;
using Stemma.Languages;

namespace Stemma.Comparison.Wordings;

/// <summary>What the alignments of quotations amount to, each worked out once: in a large story most quotations stand in many reports in the same words.</summary>
/// <remarks>Keeps what it has worked out; not safe to share between threads.</remarks>
internal sealed class WordingShapes(Lexicon lexicon)
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, AlignmentShape> _shapes = [];

    /// <summary>A number that runs of the same words have, wherever they stand.</summary>
    public int NumberOf(ReadOnlySpan<ComparableWord> words)
    {
        var key = new StringBuilder();
        foreach (ref readonly ComparableWord word in words)
            key.Append(word.Form).Append(word.IsContent ? '\n' : '\r').Append(word.Stem).Append('\n');
        string all = key.ToString();
        if (!_numbers.TryGetValue(all, out int number))
            _numbers.Add(all, number = _numbers.Count);
        return number;
    }

    /// <summary>What the alignment of two quotations amounts to.</summary>
    public AlignmentShape Of(QuotationView a, QuotationView b)
    {
        ulong pair = PairKey.Of(a.WordsNumber, b.WordsNumber);
        if (!_shapes.TryGetValue(pair, out AlignmentShape shape))
            _shapes.Add(pair, shape = AlignmentShape.Of(WordAlignment.Of(a.Words, b.Words, lexicon), a.Words, b.Words, lexicon));
        return shape;
    }
}
