using Stemma.Comparison;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Claims;

/// <summary>The slots of pairs of sentences, each pair of contents worked out once: most sentences of a large story stand in many reports.</summary>
/// <remarks>Keeps what it has worked out; not safe to share between threads.</remarks>
/// <param name="sentences">All sentences.</param>
/// <param name="contents">For each a number that it shares with those of the same <see cref="ClaimSentence.Content"/>.</param>
/// <param name="lexicon">The words of the language.</param>
/// <param name="index">How like the sentences are.</param>
internal sealed class SlotMemory(IReadOnlyList<ClaimSentence> sentences, int[] contents, Lexicon lexicon, SentencePairs index)
{
    private readonly Dictionary<ulong, (ClaimSentence A, ClaimSentence B, IReadOnlyList<Slot> Slots)> _known = [];

    /// <summary>The places that can be compared, as <see cref="SlotFinder.Find"/> gives them.</summary>
    public IEnumerable<Slot> Of(SentencePair pair)
    {
        ClaimSentence a = sentences[pair.A], b = sentences[pair.B];
        ulong key = PairKey.Of(contents[pair.A], contents[pair.B]);
        if (!_known.TryGetValue(key, out (ClaimSentence A, ClaimSentence B, IReadOnlyList<Slot> Slots) known))
            _known.Add(key, known = (a, b, SlotFinder.Find(a, b, pair, lexicon)));
        if (known.Slots.Count == 0)
            return known.Slots;
        IEnumerable<Slot> slots = known.Slots;
        if (known.Slots.Any(s => s.Doubt != Doubt.None))
        {
            bool context = index.AreAmongTheSame(pair.A, pair.B);
            slots = known.Slots.Where(s => s.Doubt == Doubt.None || (context && s.Doubt is Doubt.Replaced or Doubt.Opening or Doubt.Time or Doubt.Restricted));
        }
        int moveA = a.Span.Start - known.A.Span.Start, moveB = b.Span.Start - known.B.Span.Start;
        return moveA == 0 && moveB == 0 ? slots : slots.Select(s => s with { A = Moved(s.A, moveA), B = Moved(s.B, moveB) });
    }

    private static TextSpan Moved(TextSpan span, int by) => new(span.Start + by, span.End + by);
}
