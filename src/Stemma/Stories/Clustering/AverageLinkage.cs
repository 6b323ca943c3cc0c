using Stemma.Comparison;

namespace Stemma.Stories.Clustering;

/// <summary>Joins the two groups of reports that are most like each other, until no two are like enough.</summary>
/// <remarks>
/// Pairs wait in a queue by their likeness. Where a group has grown since, the likeness of its pairs is looked up anew when their turn
/// comes, from the sums of the groups: no group needs to know all its neighbours, so that a story of many thousands of reports, or as many
/// headlines that are all alike, take no longer than others.
/// </remarks>
internal sealed class AverageLinkage
{
    /// <summary>The mean likeness, faded with time, from which two groups are one story.</summary>
    /// <remarks>Between what the odd and the even topics of ECB+ 1-35 choose; see docs/decisions/story-clustering.md.</remarks>
    public const double Least = 0.2;

    /// <summary>Times that pairs which were not like enough are asked again, now that their groups have grown. The third changes nothing on ECB+ 1-35.</summary>
    private const int Rounds = 3;

    /// <summary>For each unit, likenesses that are looked up anew before pairs are joined at their first turn: a bound on the work for hostile input. Usual are five.</summary>
    private const long MostLookups = 200;

    private readonly RuleBook _rules;
    private readonly DisjointGroups _joined;
    private readonly StoryVector[] _sums;
    private readonly int[] _texts, _size;
    private readonly DayRange[] _days;
    private readonly int[][] _groups;
    private readonly PriorityQueue<(int A, int B, int SizeA, int SizeB), (double Less, int A, int B)> _queue = new();
    private readonly Dictionary<(int A, int B), (int SizeA, int SizeB)> _lookedUp = [];
    private readonly List<(int A, int B)> _parked = [];
    private long _lookups;

    public AverageLinkage(ReplayUnits units, RuleBook rules)
    {
        _rules = rules;
        int count = units.Count;
        _joined = new DisjointGroups(count);
        (_sums, _texts, _size, _days, _groups) = (new StoryVector[count], new int[count], new int[count], new DayRange[count], new int[count][]);
        for (int i = 0; i < count; i++)
        {
            (_sums[i], _texts[i], _days[i], _groups[i]) = units[i];
            _size[i] = 1;
        }
        foreach ((int a, int b, double likeness) in units.Pairs)
            _queue.Enqueue((a, b, 1, 1), (-likeness, a, b));
    }

    /// <summary>The group of each unit: the number of its first unit.</summary>
    public int[] Run(CancellationToken cancellation)
    {
        for (int round = 0; round < Rounds && _queue.Count > 0; round++)
        {
            while (_queue.TryDequeue(out var pair, out _))
            {
                cancellation.ThrowIfCancellationRequested();
                Take(pair.A, pair.B, pair.SizeA, pair.SizeB);
            }
            (int A, int B)[] again = [.. _parked];
            _parked.Clear();
            foreach ((int a, int b) in again)
                Take(a, b, 0, 0);
        }
        return [.. Enumerable.Range(0, _size.Length).Select(_joined.Find)];
    }

    private void Take(int a, int b, int sizeA, int sizeB)
    {
        (a, b) = (_joined.Find(a), _joined.Find(b));
        if (a == b || _rules.AreApart(_groups[a], _groups[b]))
            return;
        if (a > b)
            (a, b, sizeA, sizeB) = (b, a, sizeB, sizeA);
        if (_size[a] == sizeA && _size[b] == sizeB)
        {
            Merge(a, b);
            return;
        }
        if (_lookedUp.TryGetValue((a, b), out var then) && then == (_size[a], _size[b]))
            return;
        _lookedUp[(a, b)] = (_size[a], _size[b]);
        double likeness = _sums[a].Times(_sums[b]) / ((double)_texts[a] * _texts[b]) * _days[a].Fade(_days[b]);
        if (likeness < Least)
            _parked.Add((a, b));
        else if (++_lookups > MostLookups * _size.Length)
            Merge(a, b);
        else
            _queue.Enqueue((a, b, _size[a], _size[b]), (-likeness, a, b));
    }

    // DisjointGroups keeps the smaller number, which is a.
    private void Merge(int a, int b)
    {
        _joined.Join(a, b);
        _sums[a] = _sums[a].Plus(_sums[b]);
        _sums[b] = new StoryVector([], []);
        _texts[a] += _texts[b];
        _size[a] += _size[b];
        _days[a] = _days[a].With(_days[b]);
        if (_groups[b].Length > 0)
            _groups[a] = [.. _groups[a].Union(_groups[b]).Order()];
    }
}
