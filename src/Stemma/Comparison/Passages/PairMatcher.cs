using System.Runtime.CompilerServices;

namespace Stemma.Comparison.Passages;

/// <summary>Segments of two texts that say the same.</summary>
/// <param name="FirstA">The index of the first segment of one text.</param>
/// <param name="EndA">The index after its last segment.</param>
/// <param name="FirstB">The index of the first segment of the other text.</param>
/// <param name="EndB">The index after its last segment.</param>
/// <param name="Agreement">How they agree.</param>
internal readonly record struct SegmentMatch(int FirstA, int EndA, int FirstB, int EndB, Agreement Agreement);

/// <summary>Finds which segments of one text say the same as segments of another: one to one, one to two, two to one.</summary>
/// <remarks>
/// Not safe to share between threads. Near-linear in the texts: each segment is aligned with a few candidates only, the best of
/// them are chosen (<see cref="MatchChoice"/>), and what lies in order around them or in a row of weak ones is added
/// (<see cref="SegmentChains"/>).
/// </remarks>
internal sealed class PairMatcher
{
    // Set on generated stories (newstree seeds 11-13, medium and hard), and the align set; when one changes, run "stemma eval align"
    // and "stemma eval lineage" with their scorers again.

    /// <summary>How many segments of the other text are aligned with one.</summary>
    private const int Candidates = 4;

    /// <summary>The part of the lighter segment's weight that two must share to be aligned at all.</summary>
    private const double SharedToAlign = 0.28;

    /// <summary>From this <see cref="Agreement.Score"/> on a candidate is the segment's own; those that share far less are not tried.</summary>
    private const double OwnScore = 0.8;

    /// <summary>The part of the likeliness of the best candidate that another must have to be tried beside it.</summary>
    private const double NearlyAsLikely = 0.6;

    /// <summary>A <see cref="SegmentLikeness"/> of words inside quotation marks: below it they are other words, if the sentences are not surely the same.</summary>
    private const double SameQuotation = 0.3;

    /// <summary>The part of a further segment that must agree for two segments to be taken as one.</summary>
    private const double JoinCover = 0.35;

    /// <summary>A wider match must be better by this in <see cref="Agreement.Score"/>.</summary>
    private const double JoinGain = 0.04;

    private readonly StoryVocabulary _vocabulary;
    private readonly SegmentAligner _aligner;
    private readonly SegmentLikeness _likeness;
    private readonly SegmentChains _chains;
    private readonly MatchChoice _choice = new();
    private readonly List<SegmentMatch> _found = [];
    private readonly List<int> _touched = [];
    private double[] _shared = [];

    public PairMatcher(StoryVocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _aligner = new SegmentAligner(vocabulary);
        _likeness = new SegmentLikeness(vocabulary);
        _chains = new SegmentChains(_likeness, _aligner);
    }

    /// <summary>The matches of the two texts, ordered by their place in the first; a segment is in one match at most.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public IReadOnlyList<SegmentMatch> Match(ComparedText a, SegmentIndex indexA, ComparedText b, SegmentIndex indexB)
    {
        _found.Clear();
        Span<int> candidates = stackalloc int[Candidates];
        Span<double> likeliness = stackalloc double[Candidates];
        for (int s = 0; s < a.Segments.Length; s++)
        {
            if (a.Segments[s].Count < ComparedText.ShortestSegment)
                continue;
            int count = CandidatesFor(s, indexA, b, indexB, candidates, likeliness);
            double best = 0;
            // In a long text of few words no stem is rare enough to be looked up, but a whole segment is.
            int same = indexB.FirstSame(a, s);
            if (same >= 0 && !candidates[..count].Contains(same))
            {
                best = 1;
                _found.Add(Align(a, s, s + 1, b, same, same + 1));
            }
            for (int c = 0; c < count; c++)
            {
                if (best >= OwnScore && likeliness[c] < NearlyAsLikely * likeliness[0])
                    break;
                SegmentMatch match = Widen(a, b, Align(a, s, s + 1, b, candidates[c], candidates[c] + 1));
                best = Math.Max(best, match.Agreement.Score);
                bool likely = match.Agreement.Score >= SegmentChains.WeakScore && !QuotesOtherWords(a, b, match);
                if (likely || MatchChoice.IsSureCut(match.Agreement))
                    _found.Add(match);
            }
        }
        _choice.Start(a.Segments.Length, b.Segments.Length);
        _choice.ChooseFrom(_found);
        _chains.Extend(_choice, _found, a, indexA, b, indexB);
        return _choice.InOrder();
    }

    // Two sentences with words in marks that are not the same, however much they say alike of the speaker.
    private bool QuotesOtherWords(ComparedText a, ComparedText b, in SegmentMatch match)
    {
        (int s, int countS, int t, int countT) = (match.FirstA, match.EndA - match.FirstA, match.FirstB, match.EndB - match.FirstB);
        return !MatchChoice.IsSure(match.Agreement) && SegmentLikeness.AreQuotations(a, s, countS, b, t, countT)
            && _likeness.Of(a, s, countS, b, t, countT).Likeness < SameQuotation;
    }

    // The segments of b that share most with s, likeliest first; returns how many.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int CandidatesFor(int s, SegmentIndex indexA, ComparedText b, SegmentIndex indexB, Span<int> best, Span<double> likely)
    {
        if (_shared.Length < b.Segments.Length)
            _shared = new double[b.Segments.Length * 2];
        _touched.Clear();
        foreach (int stem in indexA.Stems(s))
        {
            double weight = _vocabulary.Weight(stem);
            foreach (int t in indexB.With(stem))
            {
                if (_shared[t] == 0)
                    _touched.Add(t);
                _shared[t] += weight;
            }
        }
        int count = 0;
        foreach (int t in _touched)
        {
            double shared = _shared[t];
            _shared[t] = 0;
            if (b.Segments[t].Count < ComparedText.ShortestSegment || shared < SharedToAlign * Math.Min(indexA.Weights[s], indexB.Weights[t]))
                continue;
            double likeliness = shared / Math.Sqrt(indexA.Weights[s] * indexB.Weights[t]);
            int at = count;
            while (at > 0 && (likeliness > likely[at - 1] || (likeliness == likely[at - 1] && t < best[at - 1])))
                at--;
            if (at == Candidates)
                continue;
            count = Math.Min(count + 1, Candidates);
            for (int k = count - 1; k > at; k--)
                (best[k], likely[k]) = (best[k - 1], likely[k - 1]);
            (best[at], likely[at]) = (t, likeliness);
        }
        return count;
    }

    private SegmentMatch Align(ComparedText a, int s, int endS, ComparedText b, int t, int endT) =>
        new(s, endS, t, endT, _aligner.Align(a, a.Segments[s].First, a.Segments[endS - 1].End, b, b.Segments[t].First, b.Segments[endT - 1].End));

    // A sentence that was split or joined: takes the neighbour in where it holds what is missing.
    private SegmentMatch Widen(ComparedText a, ComparedText b, SegmentMatch match)
    {
        Agreement first = match.Agreement;
        SegmentMatch best = match;
        if (first.CoverA < 1 - (1 - JoinCover) / 2 && first.CoverB > JoinCover)
        {
            if (match.EndB < b.Segments.Length)
                Try(Align(a, match.FirstA, match.EndA, b, match.FirstB, match.EndB + 1));
            if (match.FirstB > 0)
                Try(Align(a, match.FirstA, match.EndA, b, match.FirstB - 1, match.EndB));
        }
        if (first.CoverB < 1 - (1 - JoinCover) / 2 && first.CoverA > JoinCover)
        {
            if (match.EndA < a.Segments.Length)
                Try(Align(a, match.FirstA, match.EndA + 1, b, match.FirstB, match.EndB));
            if (match.FirstA > 0)
                Try(Align(a, match.FirstA - 1, match.EndA, b, match.FirstB, match.EndB));
        }
        return best;

        void Try(SegmentMatch wider)
        {
            if (wider.Agreement.Score > best.Agreement.Score + JoinGain)
                best = wider;
        }
    }
}
