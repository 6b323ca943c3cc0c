namespace Stemma.Comparison.Fingerprints;

/// <summary>Compares one document with its candidates word by word and decides on each pair; one instance a thread.</summary>
internal sealed class PairComparer(WordStore words)
{
    private readonly RunMatcher _matcher = new();
    private readonly SharedText _shared = new();
    private uint[] _bufferA = [];
    private uint[] _bufferB = [];

    /// <summary>Compares.</summary>
    /// <param name="document">The document.</param>
    /// <param name="candidates">The others.</param>
    /// <param name="stock">Tells stock text.</param>
    /// <param name="pairs">Gets the pairs that are copies.</param>
    /// <param name="open">Gets the rest.</param>
    public void Compare(int document, IEnumerable<int> candidates, StockText stock, List<CopyPair> pairs, List<(int A, int B)> open)
    {
        ReadOnlySpan<uint> a = words.HashesOf(document, ref _bufferA);
        _matcher.Start(a);
        foreach (int other in candidates)
        {
            ReadOnlySpan<uint> b = words.HashesOf(other, ref _bufferB);
            ReadOnlySpan<SharedRun> runs = _matcher.Match(a, b);
            _shared.Take(runs, a.Length, b.Length, stock, b, [], []);
            bool isCopy = CopyDecision.IsCopy(_shared, a.Length, b.Length);
            if (!isCopy)
            {
                open.Add((document, other));
                continue;
            }
            int stockWords = _shared.SharedB - _shared.OwnWords;
            WordPassage[] passages = _shared.Passages();
            CopyKind kind = CopyDecision.KindOf(_shared, passages, a.Length, b.Length);
            if (CopyDecision.MayBeQuotation(_shared, a.Length, b.Length))
            {
                _shared.Take(runs, a.Length, b.Length, stock, b, words.LengthsOf(document), words.LengthsOf(other));
                if (!CopyDecision.IsMoreThanQuotation(_shared))
                    kind = CopyKind.Quotation;
            }
            pairs.Add(new CopyPair(document, other, kind, _shared.SharedA, _shared.SharedB, _shared.LongestRun, stockWords) { Passages = passages });
        }
    }
}
