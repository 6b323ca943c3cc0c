namespace Stemma.Comparison.Passages;

/// <summary>Segments of two texts that say the same.</summary>
/// <param name="FirstA">The index of the first segment of one text.</param>
/// <param name="EndA">The index after its last segment.</param>
/// <param name="FirstB">The index of the first segment of the other text.</param>
/// <param name="EndB">The index after its last segment.</param>
/// <param name="Agreement">How they agree.</param>
internal readonly record struct SegmentMatch(int FirstA, int EndA, int FirstB, int EndB, Agreement Agreement);

/// <summary>Finds which segments of one text say the same as segments of another: one to one, one to two, two to one.</summary>
/// <remarks>Not safe to share between threads. Near-linear in the texts: each segment is aligned with a few candidates only.</remarks>
internal sealed class PairMatcher(StoryVocabulary vocabulary)
{
    // The scores are Agreement.Score. Set on generated stories (newstree seeds 11-13, medium and hard), and the align set; when one
    // changes, run "stemma eval align" and "stemma eval lineage" with their scorers again.

    /// <summary>A segment that stands alone is taken for the same from this score on.</summary>
    private const double SureScore = 0.60;

    /// <summary>Beside a match it is taken from this score on: neighbours are copied together.</summary>
    private const double NeighbourScore = 0.38;

    /// <summary>In a pair that shares much, it is taken anywhere from this score on.</summary>
    private const double RelatedScore = 0.46;

    /// <summary>The part of one side that the other must hold where a segment was cut, and then the longest run of same words.</summary>
    private const double SureCover = 0.75;

    /// <summary>In words: an unbroken run of this length inside a segment is no chance.</summary>
    private const int SureRun = 8;

    /// <summary>In segments on either side: how near another match makes a neighbour.</summary>
    private const int NeighbourGap = 1;

    /// <summary>How often neighbours of neighbours are looked for; a bound for hostile input, never reached by news.</summary>
    private const int MostPasses = 32;

    /// <summary>How many segments of the other text are aligned with one.</summary>
    private const int Candidates = 4;

    /// <summary>The part of the lighter segment's weight that two must share to be aligned at all.</summary>
    private const double SharedToAlign = 0.28;

    /// <summary>The part of a further segment that must agree for two segments to be taken as one.</summary>
    private const double JoinCover = 0.35;

    /// <summary>In words of one form outside of quotations: from here on two texts share much.</summary>
    public const int RelatedWords = 32;

    private readonly SegmentAligner _aligner = new(vocabulary);
    private double[] _shared = [];
    private readonly List<int> _touched = [];

    /// <summary>The matches of the two texts, ordered by their place in the first; a segment is in one match at most.</summary>
    public IReadOnlyList<SegmentMatch> Match(ComparedText a, SegmentIndex indexA, ComparedText b, SegmentIndex indexB)
    {
        var found = new List<SegmentMatch>();
        for (int s = 0; s < a.Segments.Length; s++)
        {
            if (a.Segments[s].Count < ComparedText.ShortestSegment)
                continue;
            foreach (int t in CandidatesFor(s, a, indexA, b, indexB))
            {
                SegmentMatch match = Align(a, s, s + 1, b, t, t + 1);
                match = Widen(a, b, match);
                if (match.Agreement.Score >= NeighbourScore || IsSureCut(match.Agreement))
                    found.Add(match);
            }
        }
        return Choose(found, a.Segments.Length, b.Segments.Length);
    }

    private int[] CandidatesFor(int s, ComparedText a, SegmentIndex indexA, ComparedText b, SegmentIndex indexB)
    {
        if (_shared.Length < b.Segments.Length)
            _shared = new double[b.Segments.Length * 2];
        _touched.Clear();
        foreach (int stem in indexA.Stems[s])
        {
            double weight = vocabulary.Weight(stem);
            foreach (int t in indexB.With(stem))
            {
                if (_shared[t] == 0)
                    _touched.Add(t);
                _shared[t] += weight;
            }
        }
        int[] best = [.. _touched
            .Where(t => b.Segments[t].Count >= ComparedText.ShortestSegment && _shared[t] >= SharedToAlign * Math.Min(indexA.Weights[s], indexB.Weights[t]))
            .OrderByDescending(t => _shared[t] / Math.Sqrt(indexA.Weights[s] * indexB.Weights[t])).ThenBy(t => t)
            .Take(Candidates)];
        foreach (int t in _touched)
            _shared[t] = 0;
        return best;
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
            if (wider.Agreement.Score > best.Agreement.Score + 0.04)
                best = wider;
        }
    }

    private static bool IsSureCut(Agreement agreement) =>
        agreement.LongestRun >= SureRun || (agreement.LongestRun >= SureRun / 2 && Math.Max(agreement.CoverA, agreement.CoverB) >= SureCover && agreement.SameWords >= SureRun);

    private static bool IsSure(Agreement agreement) => agreement.Score >= SureScore && agreement.SameWords >= 4 || IsSureCut(agreement);

    private static List<SegmentMatch> Choose(List<SegmentMatch> found, int segmentsA, int segmentsB)
    {
        found.Sort(static (x, y) =>
        {
            int order = y.Agreement.Score.CompareTo(x.Agreement.Score);
            if (order == 0)
                order = x.FirstA.CompareTo(y.FirstA);
            if (order == 0)
                order = x.FirstB.CompareTo(y.FirstB);
            return order != 0 ? order : (x.EndA, x.EndB).CompareTo((y.EndA, y.EndB));
        });
        var usedA = new bool[segmentsA];
        var usedB = new bool[segmentsB];
        int[] partner = new int[segmentsA];
        Array.Fill(partner, -1);
        var chosen = new List<SegmentMatch>();
        foreach (SegmentMatch match in found)
        {
            if (IsSure(match.Agreement))
                TryTake(match);
        }
        int words = chosen.Sum(m => (int)(m.Agreement.SameWords * (1 - m.Agreement.Quoted)));
        double anywhere = words >= RelatedWords && chosen.Count >= 2 ? RelatedScore : SureScore;
        foreach (SegmentMatch match in found)
        {
            if (match.Agreement.Score >= anywhere)
                TryTake(match);
        }

        // Neighbours of what was taken, and their neighbours in turn.
        bool more = true;
        for (int pass = 0; more && pass < MostPasses; pass++)
        {
            more = false;
            foreach (SegmentMatch match in found)
            {
                if (match.Agreement.Score >= NeighbourScore && Free(match) && IsNeighbour(match))
                    more |= TryTake(match);
            }
        }
        chosen.Sort(static (x, y) => (x.FirstA, x.FirstB).CompareTo((y.FirstA, y.FirstB)));
        return chosen;

        bool Free(SegmentMatch match) =>
            !usedA.AsSpan(match.FirstA, match.EndA - match.FirstA).Contains(true) && !usedB.AsSpan(match.FirstB, match.EndB - match.FirstB).Contains(true);

        bool TryTake(SegmentMatch match)
        {
            if (!Free(match))
                return false;
            usedA.AsSpan(match.FirstA, match.EndA - match.FirstA).Fill(true);
            usedB.AsSpan(match.FirstB, match.EndB - match.FirstB).Fill(true);
            partner.AsSpan(match.FirstA, match.EndA - match.FirstA).Fill(match.FirstB);
            chosen.Add(match);
            return true;
        }

        bool IsNeighbour(SegmentMatch match)
        {
            for (int d = 1; d <= NeighbourGap + 1; d++)
            {
                if (Leads(match.FirstA - d, match) || Leads(match.EndA - 1 + d, match))
                    return true;
            }
            return false;
        }

        bool Leads(int segment, SegmentMatch match) =>
            segment >= 0 && segment < segmentsA && partner[segment] >= 0
            && partner[segment] >= match.FirstB - NeighbourGap - 1 && partner[segment] <= match.EndB + NeighbourGap;
    }
}
