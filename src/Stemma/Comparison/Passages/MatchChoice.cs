using System.Runtime.InteropServices;

namespace Stemma.Comparison.Passages;

/// <summary>Chooses among possible matches of segments: the sure ones first, then what lies beside them; no segment twice.</summary>
/// <remarks>Serves one pair of texts after the other: see <see cref="Start"/>. Not safe to share between threads.</remarks>
internal sealed class MatchChoice
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

    /// <summary>In words of one form outside of quotations: from here on two texts share much.</summary>
    public const int RelatedWords = 32;

    private readonly List<SegmentMatch> _chosen = [];
    private bool[] _usedA = [];
    private bool[] _usedB = [];
    private int[] _partner = [];
    private int _segmentsA, _segmentsB;

    /// <summary>What was chosen so far, in no order of use to others.</summary>
    public ReadOnlySpan<SegmentMatch> Chosen => CollectionsMarshal.AsSpan(_chosen);

    /// <summary>Begins anew with two texts of so many segments.</summary>
    public void Start(int segmentsA, int segmentsB)
    {
        (_segmentsA, _segmentsB) = (segmentsA, segmentsB);
        _chosen.Clear();
        if (_usedA.Length < segmentsA)
            (_usedA, _partner) = (new bool[segmentsA * 2], new int[segmentsA * 2]);
        if (_usedB.Length < segmentsB)
            _usedB = new bool[segmentsB * 2];
        _usedA.AsSpan(0, segmentsA).Clear();
        _usedB.AsSpan(0, segmentsB).Clear();
        _partner.AsSpan(0, segmentsA).Fill(-1);
    }

    /// <summary>True where a part of one side was cut, and what is left is the other's beyond doubt.</summary>
    public static bool IsSureCut(Agreement agreement) =>
        agreement.LongestRun >= SureRun || (agreement.LongestRun >= SureRun / 2 && Math.Max(agreement.CoverA, agreement.CoverB) >= SureCover && agreement.SameWords >= SureRun);

    /// <summary>True for a match that is taken wherever it stands.</summary>
    public static bool IsSure(Agreement agreement) => agreement.Score >= SureScore && agreement.SameWords >= 4 || IsSureCut(agreement);

    /// <summary>Chooses from the possible matches, which it sorts.</summary>
    public void ChooseFrom(List<SegmentMatch> found)
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
        ReadOnlySpan<SegmentMatch> all = CollectionsMarshal.AsSpan(found);
        foreach (ref readonly SegmentMatch match in all)
        {
            if (IsSure(match.Agreement))
                TryTake(match);
        }
        int words = _chosen.Sum(m => (int)(m.Agreement.SameWords * (1 - m.Agreement.Quoted)));
        double anywhere = words >= RelatedWords && _chosen.Count >= 2 ? RelatedScore : SureScore;
        foreach (ref readonly SegmentMatch match in all)
        {
            if (match.Agreement.Score >= anywhere)
                TryTake(match);
        }

        // Neighbours of what was taken, and their neighbours in turn.
        bool more = true;
        for (int pass = 0; more && pass < MostPasses; pass++)
        {
            more = false;
            foreach (ref readonly SegmentMatch match in all)
            {
                if (match.Agreement.Score >= NeighbourScore && IsFree(match) && IsNeighbour(match))
                    more |= TryTake(match);
            }
        }
    }

    /// <summary>True where no segment of the match is taken.</summary>
    public bool IsFree(in SegmentMatch match) =>
        !_usedA.AsSpan(match.FirstA, match.EndA - match.FirstA).Contains(true) && !_usedB.AsSpan(match.FirstB, match.EndB - match.FirstB).Contains(true);

    /// <summary>True where the segment of the first text is there and not taken.</summary>
    public bool IsFreeA(int segment) => segment >= 0 && segment < _segmentsA && !_usedA[segment];

    /// <summary>True where the segment of the other text is there and not taken.</summary>
    public bool IsFreeB(int segment) => segment >= 0 && segment < _segmentsB && !_usedB[segment];

    /// <summary>Takes the match where its segments are free.</summary>
    public bool TryTake(in SegmentMatch match)
    {
        if (!IsFree(match))
            return false;
        _usedA.AsSpan(match.FirstA, match.EndA - match.FirstA).Fill(true);
        _usedB.AsSpan(match.FirstB, match.EndB - match.FirstB).Fill(true);
        _partner.AsSpan(match.FirstA, match.EndA - match.FirstA).Fill(match.FirstB);
        _chosen.Add(match);
        return true;
    }

    /// <summary>What was chosen, by place in the first text.</summary>
    public SegmentMatch[] InOrder()
    {
        _chosen.Sort(static (x, y) => x.FirstA != y.FirstA ? x.FirstA.CompareTo(y.FirstA) : x.FirstB.CompareTo(y.FirstB));
        return [.. _chosen];
    }

    private bool IsNeighbour(in SegmentMatch match)
    {
        for (int d = 1; d <= NeighbourGap + 1; d++)
        {
            if (Leads(match.FirstA - d, match) || Leads(match.EndA - 1 + d, match))
                return true;
        }
        return false;
    }

    private bool Leads(int segment, in SegmentMatch match) =>
        segment >= 0 && segment < _segmentsA && _partner[segment] >= 0
        && _partner[segment] >= match.FirstB - NeighbourGap - 1 && _partner[segment] <= match.EndB + NeighbourGap;
}
