namespace Stemma.Stories.Lineage;

/// <summary>Who took from whom: numbers below the count of the reports are reports, the following ones places for lost texts.</summary>
internal sealed class Family
{
    /// <summary>Stands for "no source".</summary>
    public const int None = -1;

    private readonly int[] _parent;
    private readonly int[] _second;

    /// <summary>A family in which no report has a source.</summary>
    public Family(int reports)
    {
        Reports = reports;
        _parent = new int[reports];
        _second = new int[reports];
        Array.Fill(_parent, None);
        Array.Fill(_second, None);
    }

    private Family(Family other)
    {
        Reports = other.Reports;
        _parent = [.. other._parent];
        _second = [.. other._second];
    }

    /// <summary>How many reports there are.</summary>
    public int Reports { get; }

    /// <summary>A copy that can be changed.</summary>
    public Family Clone() => new(this);

    /// <summary>The first source of a report: a report, a lost text, or none.</summary>
    public int ParentOf(int report) => _parent[report];

    /// <summary>The second source of a report.</summary>
    public int SecondOf(int report) => _second[report];

    /// <summary>True for the number of a lost text.</summary>
    public bool IsLost(int node) => node >= Reports;

    /// <summary>Gives a report other sources.</summary>
    public void Set(int report, int parent, int second = None)
    {
        _parent[report] = parent;
        _second[report] = second;
    }

    /// <summary>The numbers of the lost texts that have children, in order.</summary>
    public int[] LostTexts()
    {
        var found = new List<int>();
        AddLost(_parent, found);
        found.Sort();
        return [.. found];
    }

    /// <summary>A number for a further lost text.</summary>
    public int FreeLost()
    {
        int number = Reports;
        while (_parent.AsSpan().Contains(number) || _second.AsSpan().Contains(number))
            number++;
        return number;
    }

    /// <summary>The reports whose first source is the node, in order.</summary>
    public int[] ChildrenOf(int node)
    {
        // Looking through all parents many at a time is faster than keeping lists that every change would have to copy.
        ReadOnlySpan<int> parents = _parent;
        int[] children = new int[parents.Count(node)];
        for (int i = 0, from = 0; i < children.Length; i++, from++)
            children[i] = from += parents[from..].IndexOf(node);
        return children;
    }

    /// <summary>True where the node is below the other by first or second sources, or is the other.</summary>
    public bool IsUnder(int node, int other)
    {
        // A chain of first sources is short; second sources are few.
        while (node != other)
        {
            if (node == None || IsLost(node))
                return false;
            if (_second[node] != None && IsUnder(_second[node], other))
                return true;
            node = _parent[node];
        }
        return true;
    }

    /// <summary>The root above a node by first sources: a report or a lost text.</summary>
    public int RootOf(int node)
    {
        while (!IsLost(node) && _parent[node] != None)
            node = _parent[node];
        return node;
    }

    /// <summary>A lost text that is left with one child is none: the child stands for it.</summary>
    public void Tidy()
    {
        var lostTexts = new List<int>();
        AddLost(_parent, lostTexts);
        AddLost(_second, lostTexts);
        lostTexts.Sort();
        foreach (int lost in lostTexts)
        {
            if (_parent.AsSpan().Count(lost) >= 2)
                continue;
            int[] children = ChildrenOf(lost);
            int instead = children.Length == 1 ? children[0] : None;
            if (instead != None)
            {
                // What was its second source is then its first.
                _parent[instead] = _second[instead];
                _second[instead] = None;
            }
            for (int i = 0; i < _second.Length; i++)
            {
                if (_second[i] == lost)
                    _second[i] = instead == i || instead != None && IsUnder(instead, i) ? None : instead;
            }
        }
    }

    // Each once.
    private void AddLost(ReadOnlySpan<int> sources, List<int> found)
    {
        for (int at; (at = sources.IndexOfAnyInRange(Reports, int.MaxValue)) >= 0; sources = sources[(at + 1)..])
        {
            if (!found.Contains(sources[at]))
                found.Add(sources[at]);
        }
    }
}
