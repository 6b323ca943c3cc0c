using System.Runtime.InteropServices;

namespace Stemma.Comparison.Passages;

/// <summary>
/// Finds reworded segments that are too unlike to be taken alone, but stand in one order in both texts: a row of them is no
/// chance. First rows of weak matches, then what lies before, between and behind all that is taken.
/// </summary>
/// <remarks>
/// Local alignment of sentences by dynamic programming with the moves of Gale and Church (1993): one to one, one to two, two to
/// one, and leaving one out. A pair of segments speaks for the row by how much its similarity is above <see cref="Even"/>, and
/// against it below. Each window is of fixed size, so the work is linear in what was taken.
/// </remarks>
internal sealed class SegmentChains(SegmentLikeness likenesses, SegmentAligner aligner)
{
    // Set on the align set and on reports of one event by several outlets (ECB+, newstree seeds 11-12). Segments at the same place of
    // re-told texts have a median of .45 and a tenth below .21; other segments of these texts have a ninetieth percentile of .12 and
    // a 98th of .18. When one changes, run "stemma eval align" and "stemma eval lineage" with their scorers again.

    /// <summary>A similarity (2·shared weight / both weights, 0 to 1) at which a pair of segments speaks neither for nor against a row.</summary>
    private const double Even = 0.17;

    /// <summary>The lowest <see cref="Agreement.Score"/> of a match that may be one of a row.</summary>
    public const double WeakScore = 0.22;

    /// <summary>What leaving out one segment of one side costs.</summary>
    private const double SkipCost = 0.1;

    /// <summary>What a row of two or more must gain in all beyond a match that is taken, and one that fills the gap between two matches.</summary>
    private const double LeastGain = 0.06;

    /// <summary>What a single pair must gain at the end of what is taken.</summary>
    private const double LeastSingleGain = 0.18;

    /// <summary>What a row of weak matches must gain where nothing is taken beside it, and how many it must hold.</summary>
    private const double LeastRowGain = 0.8;

    /// <summary>See <see cref="LeastRowGain"/>.</summary>
    private const int LeastRowLength = 4;

    /// <summary>In segments: a row of weak matches leaves out no more than this at once on either side.</summary>
    private const int RowGap = 1;

    /// <summary>How many matches back a row's last match is looked for.</summary>
    private const int RowReach = 48;

    /// <summary>A sum of stem weights: what is lighter speaks less, in proportion.</summary>
    private const double FullWeight = 20;

    /// <summary>In segments: how far one step looks beyond what is taken.</summary>
    private const int Window = 6;

    private readonly List<(SegmentMatch Match, double Gain)> _sure = [];
    private readonly List<(SegmentMatch Match, double Gain)> _all = [];
    private readonly double[] _best = new double[(Window + 1) * (Window + 1)];
    private readonly byte[] _move = new byte[(Window + 1) * (Window + 1)];

    /// <summary>Adds to the choice what the rows show.</summary>
    /// <param name="choice">What was taken, and takes more.</param>
    /// <param name="found">All possible matches from <see cref="WeakScore"/> on.</param>
    /// <param name="a">One text.</param>
    /// <param name="indexA">Its index.</param>
    /// <param name="b">The other text.</param>
    /// <param name="indexB">Its index.</param>
    public void Extend(MatchChoice choice, List<SegmentMatch> found, ComparedText a, SegmentIndex indexA, ComparedText b, SegmentIndex indexB)
    {
        var texts = new Texts(a, b);
        _sure.Clear();
        foreach (ref readonly SegmentMatch match in choice.Chosen)
            _sure.Add((match, (match.Agreement.Score - Even) * Fullness(indexA.Weights[match.FirstA], indexB.Weights[match.FirstB])));
        _all.Clear();
        _all.AddRange(_sure);
        foreach (ref readonly SegmentMatch match in CollectionsMarshal.AsSpan(found))
        {
            if (choice.IsFree(match) && GainOf(texts, match.FirstA, match.EndA - match.FirstA, match.FirstB, match.EndB - match.FirstB) is > 0 and double gain)
                _all.Add((match, gain));
        }
        foreach (List<(SegmentMatch Match, double Gain)> row in Rows(_all))
        {
            // A row may want what a better one took.
            foreach ((SegmentMatch match, double gain) in row)
            {
                if (choice.TryTake(match))
                    _sure.Add((match, gain));
            }
        }
        foreach (List<(SegmentMatch Match, double Gain)> row in Rows(_sure))
        {
            foreach ((SegmentMatch match, _) in row)
            {
                for (int i = match.EndA, j = match.EndB; Grow(choice, texts, ref i, ref j, 1);)
                {
                }
                for (int i = match.FirstA - 1, j = match.FirstB - 1; Grow(choice, texts, ref i, ref j, -1);)
                {
                }
            }
        }
    }

    // Rows of matches in one order in both texts that are long enough to be no chance, the best first; a match is in one row at most.
    private static List<List<(SegmentMatch Match, double Gain)>> Rows(List<(SegmentMatch Match, double Gain)> matches)
    {
        if (matches.Count < LeastRowLength)
            return [];
        var rows = new List<List<(SegmentMatch, double)>>();
        matches.Sort(static (x, y) => (x.Match.FirstA, x.Match.FirstB, x.Match.EndA, x.Match.EndB).CompareTo((y.Match.FirstA, y.Match.FirstB, y.Match.EndA, y.Match.EndB)));
        var gain = new double[matches.Count];
        var length = new int[matches.Count];
        var before = new int[matches.Count];
        for (int k = 0; k < matches.Count; k++)
        {
            (SegmentMatch match, double own) = matches[k];
            (gain[k], length[k], before[k]) = (own, 1, -1);
            for (int p = k - 1; p >= 0 && k - p <= RowReach; p--)
            {
                int gapA = match.FirstA - matches[p].Match.EndA, gapB = match.FirstB - matches[p].Match.EndB;
                if (gapA < 0 || gapB < 0 || gapA > RowGap || gapB > RowGap)
                    continue;
                double with = own + gain[p] - SkipCost * (gapA + gapB);
                if (with > gain[k])
                    (gain[k], length[k], before[k]) = (with, length[p] + 1, p);
            }
        }
        var used = new bool[matches.Count];
        foreach (int last in Enumerable.Range(0, matches.Count).Where(k => gain[k] >= LeastRowGain && length[k] >= LeastRowLength).OrderByDescending(k => gain[k]).ThenBy(k => k))
        {
            var row = new List<(SegmentMatch, double)>();
            for (int k = last; k >= 0 && !used[k]; k = before[k])
            {
                used[k] = true;
                row.Add(matches[k]);
            }
            if (row.Count >= LeastRowLength)
                rows.Add(row);
        }
        return rows;
    }

    // Takes the best row that goes on from segments i and j in one direction; false where none speaks for itself.
    private bool Grow(MatchChoice choice, Texts texts, ref int i, ref int j, int step)
    {
        int n = 0, m = 0;
        while (n < Window && choice.IsFreeA(i + n * step))
            n++;
        while (m < Window && choice.IsFreeB(j + m * step))
            m++;
        if (n == 0 || m == 0)
            return false;
        int end = Fill(texts, i, n, j, m, step);
        if (end < 0)
            return false;
        int x = end / (Window + 1), y = end % (Window + 1);
        (int endI, int endJ) = (i + x * step, j + y * step);
        if (_best[end] < LeastSingleGain && !(x == n && y == m && Bridges(choice, texts, endI, endJ)) && CountPairs(x, y) < 2)
            return false;
        while (x > 0 || y > 0)
        {
            (int dx, int dy) = (_move[x * (Window + 1) + y] >> 4, _move[x * (Window + 1) + y] & 15);
            if (dx > 0 && dy > 0)
            {
                int s = step > 0 ? i + x - dx : i - x + 1, t = step > 0 ? j + y - dy : j - y + 1;
                Agreement agreement = aligner.Align(texts.A, texts.A.Segments[s].First, texts.A.Segments[s + dx - 1].End, texts.B, texts.B.Segments[t].First, texts.B.Segments[t + dy - 1].End);
                if (agreement.SameWords > 0)
                    choice.TryTake(new SegmentMatch(s, s + dx, t, t + dy, agreement));
            }
            (x, y) = (x - dx, y - dy);
        }
        (i, j) = (endI, endJ);
        return true;
    }

    // True where a match stands at the end on both sides.
    private static bool Bridges(MatchChoice choice, Texts texts, int i, int j) =>
        i >= 0 && j >= 0 && i < texts.A.Segments.Length && j < texts.B.Segments.Length && !choice.IsFreeA(i) && !choice.IsFreeB(j);

    private int CountPairs(int x, int y)
    {
        int pairs = 0;
        while (x > 0 || y > 0)
        {
            (int dx, int dy) = (_move[x * (Window + 1) + y] >> 4, _move[x * (Window + 1) + y] & 15);
            pairs += dx > 0 && dy > 0 ? 1 : 0;
            (x, y) = (x - dx, y - dy);
        }
        return pairs;
    }

    // The cell with the highest gain, -1 where none is high enough.
    private int Fill(Texts texts, int i, int n, int j, int m, int step)
    {
        int best = -1;
        double highest = LeastGain;
        for (int x = 0; x <= n; x++)
        {
            for (int y = 0; y <= m; y++)
            {
                if (x == 0 && y == 0)
                {
                    (_best[0], _move[0]) = (0, 0);
                    continue;
                }
                int cell = x * (Window + 1) + y;
                _best[cell] = double.NegativeInfinity;
                TryMove(1, 0, -SkipCost);
                TryMove(0, 1, -SkipCost);
                if (x > 0 && y > 0)
                {
                    TryMove(1, 1, Gain(1, 1));
                    if (y > 1)
                        TryMove(1, 2, Gain(1, 2));
                    if (x > 1)
                        TryMove(2, 1, Gain(2, 1));
                }
                if (_best[cell] > highest)
                    (highest, best) = (_best[cell], cell);

                void TryMove(int dx, int dy, double gain)
                {
                    if (x < dx || y < dy)
                        return;
                    double with = _best[cell - dx * (Window + 1) - dy] + gain;
                    if (with > _best[cell])
                        (_best[cell], _move[cell]) = (with, (byte)(dx << 4 | dy));
                }

                double Gain(int dx, int dy) => GainOf(texts, step > 0 ? i + x - dx : i - x + 1, dx, step > 0 ? j + y - dy : j - y + 1, dy);
            }
        }
        return best;
    }

    private double GainOf(Texts texts, int s, int countS, int t, int countT)
    {
        (double likeness, double weight) = likenesses.Of(texts.A, s, countS, texts.B, t, countT);
        return (likeness - Even) * Fullness(weight, weight);
    }

    private static double Fullness(double weightA, double weightB) => Math.Min(1, Math.Min(weightA, weightB) / FullWeight);

    private readonly record struct Texts(ComparedText A, ComparedText B);
}
