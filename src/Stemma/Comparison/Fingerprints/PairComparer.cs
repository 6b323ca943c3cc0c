namespace Stemma.Comparison.Fingerprints;

/// <summary>Compares one document with its candidates word by word and decides on each pair; one instance a thread.</summary>
internal sealed class PairComparer(WordStore words)
{
    private readonly RunMatcher _matcher = new();
    private readonly SharedText _shared = new();
    private uint[] _bufferA = [];
    private uint[] _bufferB = [];

    /// <summary>Compares for the first time, when nothing is known of stock text as yet.</summary>
    /// <param name="document">The document.</param>
    /// <param name="candidates">The others.</param>
    /// <param name="rare">Tells what is surely no stock text.</param>
    /// <param name="watched">Is told of the runs that decide on what is open.</param>
    /// <param name="pairs">Gets the pairs that are copies whatever is stock.</param>
    /// <param name="open">Gets those that are copies unless what they share is stock.</param>
    public void CompareFirst(int document, List<int> candidates, RareText rare, StockText watched, List<CopyPair> pairs, List<(int A, int B)> open)
    {
        ReadOnlySpan<uint> a = words.HashesOf(document, ref _bufferA);
        _matcher.Start(a);
        foreach (int other in candidates)
        {
            ReadOnlySpan<uint> b = words.HashesOf(other, ref _bufferB);
            ReadOnlySpan<SharedRun> runs = _matcher.Match(a, b);
            _shared.Take(runs, a.Length, b.Length, null, b, [], []);
            if (!CopyDecision.IsCopy(_shared, a.Length, b.Length))
                continue;
            if (CopyDecision.IsNearlyAll(_shared, a.Length, b.Length) || IsSureCopy(document, other, runs, a, b, rare))
            {
                pairs.Add(Pair(document, other, a.Length, b.Length, stockWords: 0));
                continue;
            }
            open.Add((document, other));
            foreach (SharedRun run in runs)
                watched.Watch(b.Slice(run.B, run.Length));
        }
    }

    private bool IsSureCopy(int document, int other, ReadOnlySpan<SharedRun> runs, ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, RareText rare)
    {
        bool mayBeQuotation = CopyDecision.MayBeQuotation(_shared, a.Length, b.Length);
        _shared.Take(runs, a.Length, b.Length, rare, b, [], []);
        return CopyDecision.IsCopy(_shared, a.Length, b.Length) && !(mayBeQuotation && IsQuotation(document, other, runs, a, b, rare));
    }

    private bool IsQuotation(int document, int other, ReadOnlySpan<SharedRun> runs, ReadOnlySpan<uint> a, ReadOnlySpan<uint> b, OwnText own)
    {
        _shared.Take(runs, a.Length, b.Length, own, b, words.LengthsOf(document), words.LengthsOf(other));
        return !CopyDecision.IsMoreThanQuotation(_shared);
    }

    /// <summary>Compares once stock text is known.</summary>
    /// <param name="document">The document.</param>
    /// <param name="candidates">The others.</param>
    /// <param name="stock">Tells stock text.</param>
    /// <param name="watched">Is told of the runs that decide on what stays open.</param>
    /// <param name="pairs">Gets the pairs that are copies.</param>
    /// <param name="open">Gets the rest.</param>
    public void CompareAgain(int document, IEnumerable<int> candidates, StockText stock, StockText watched, List<CopyPair> pairs, List<(int A, int B)> open)
    {
        ReadOnlySpan<uint> a = words.HashesOf(document, ref _bufferA);
        _matcher.Start(a);
        foreach (int other in candidates)
        {
            ReadOnlySpan<uint> b = words.HashesOf(other, ref _bufferB);
            ReadOnlySpan<SharedRun> runs = _matcher.Match(a, b);
            _shared.Take(runs, a.Length, b.Length, stock, b, [], []);
            if (!CopyDecision.IsCopy(_shared, a.Length, b.Length))
            {
                open.Add((document, other));
                foreach (SharedRun run in runs)
                    watched.Watch(b.Slice(run.B, run.Length));
                continue;
            }
            CopyPair pair = Pair(document, other, a.Length, b.Length, _shared.SharedB - _shared.OwnWords);
            if (CopyDecision.MayBeQuotation(_shared, a.Length, b.Length) && IsQuotation(document, other, runs, a, b, stock))
                pair = pair with { Kind = CopyKind.Quotation };
            pairs.Add(pair);
        }
    }

    private CopyPair Pair(int a, int b, int lengthA, int lengthB, int stockWords)
    {
        WordPassage[] passages = _shared.Passages();
        CopyKind kind = CopyDecision.KindOf(_shared, passages, lengthA, lengthB);
        return new CopyPair(a, b, kind, _shared.SharedA, _shared.SharedB, _shared.LongestRun, stockWords) { Passages = passages };
    }
}
