namespace Stemma.Stories.Clustering;

/// <summary>Joins the two groups of reports that are most like each other, until no two are like enough.</summary>
/// <remarks>
/// Starts from the pairs that share telling features; the mean likeness of two groups is carried on from their parts where both parts
/// are known (Lance and Williams 1967), else computed from their sums.
/// </remarks>
internal sealed class AverageLinkage
{
    /// <summary>The mean likeness, faded with time, from which two groups are one story.</summary>
    /// <remarks>Set on the odd topics of ECB+ 1-35 and told on the even ones, and the other way round: see docs/decisions/story-clustering.md.</remarks>
    public const double Least = 0.2;

    private readonly RuleBook _rules;
    private readonly StoryVector[] _sums;
    private readonly int[] _texts;
    private readonly DayRange[] _days;
    private readonly int[][] _groups;
    private readonly int[] _version;
    private readonly int[] _into;
    private readonly Dictionary<int, double>?[] _near;
    private readonly PriorityQueue<(int A, int B, int VersionA, int VersionB), (double Less, int A, int B)> _queue = new();

    public AverageLinkage(ReplayUnits units, RuleBook rules)
    {
        _rules = rules;
        int count = units.Count;
        (_sums, _texts, _days, _groups) = (new StoryVector[count], new int[count], new DayRange[count], new int[count][]);
        (_version, _into, _near) = (new int[count], new int[count], new Dictionary<int, double>?[count]);
        for (int i = 0; i < count; i++)
        {
            (_sums[i], _texts[i], _days[i], _groups[i]) = units[i];
            _into[i] = i;
        }
        foreach ((int a, int b, double likeness) in units.Pairs)
        {
            Near(a)[b] = likeness;
            Near(b)[a] = likeness;
            Offer(a, b, likeness);
        }
    }

    /// <summary>The group of each unit: the number of its first unit.</summary>
    public int[] Run(CancellationToken cancellation)
    {
        while (_queue.TryDequeue(out var pair, out _))
        {
            cancellation.ThrowIfCancellationRequested();
            if (_into[pair.A] != pair.A || _into[pair.B] != pair.B || _version[pair.A] != pair.VersionA || _version[pair.B] != pair.VersionB)
                continue;
            Merge(pair.A, pair.B);
        }
        for (int i = 0; i < _into.Length; i++)
            _into[i] = _into[_into[i]];
        return _into;
    }

    private Dictionary<int, double> Near(int unit) => _near[unit] ??= [];

    private void Offer(int a, int b, double likeness)
    {
        double faded = likeness * _days[a].Fade(_days[b]);
        if (faded < Least || _rules.AreApart(_groups[a], _groups[b]))
            return;
        (int first, int second) = a < b ? (a, b) : (b, a);
        _queue.Enqueue((first, second, _version[first], _version[second]), (-faded, first, second));
    }

    private void Merge(int a, int b)
    {
        Dictionary<int, double> nearA = Near(a), nearB = Near(b);
        nearA.Remove(b);
        nearB.Remove(a);
        int[] others = [.. nearA.Keys.Union(nearB.Keys).Order()];
        var near = new Dictionary<int, double>(others.Length);
        DayRange days = _days[a].With(_days[b]);
        foreach (int other in others)
        {
            double toA = nearA.TryGetValue(other, out double known) ? known : Likeness(a, other), toB = nearB.TryGetValue(other, out known) ? known : Likeness(b, other);
            double likeness = ((toA * _texts[a]) + (toB * _texts[b])) / (_texts[a] + _texts[b]);
            Dictionary<int, double> back = Near(other);
            back.Remove(b);
            if (likeness * days.Fade(_days[other]) < ReplayUnits.LeastLikeness)
            {
                back.Remove(a);
                continue;
            }
            near[other] = likeness;
            back[a] = likeness;
        }
        _sums[a] = _sums[a].Plus(_sums[b]);
        _texts[a] += _texts[b];
        _days[a] = days;
        if (_groups[b].Length > 0)
            _groups[a] = [.. _groups[a].Union(_groups[b]).Order()];
        _into[b] = a;
        _version[a]++;
        _near[a] = near;
        _near[b] = null;
        _sums[b] = new StoryVector([], []);
        foreach (int other in others)
        {
            if (near.TryGetValue(other, out double likeness))
                Offer(a, other, likeness);
        }
    }

    private double Likeness(int a, int b) => _sums[a].Times(_sums[b]) / ((double)_texts[a] * _texts[b]);
}
