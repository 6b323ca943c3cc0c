namespace Stemma.Stories.Lineage;

/// <summary>The forest of reports and lost texts: numbers below the count of the reports are reports, the following ones lost texts.</summary>
internal sealed class Family
{
    private readonly int[] _parent;

    public Family(int[][] trees, LostText?[] lost, int[] parents)
    {
        Reports = parents.Length - 1;
        _parent = new int[Reports];
        var texts = new List<LostText>();
        for (int t = 0; t < trees.Length; t++)
        {
            foreach (int member in trees[t])
            {
                int parent = lost[t]?.Parents[member] ?? parents[member];
                _parent[member] = parent == Reports ? -1 : parent < 0 ? Reports + texts.Count : parent;
            }
            if (lost[t] is { } text)
                texts.Add(text);
        }
        Lost = texts;
    }

    /// <summary>How many reports there are.</summary>
    public int Reports { get; }

    /// <summary>The lost texts.</summary>
    public IReadOnlyList<LostText> Lost { get; }

    /// <summary>The first parent of a report: a report, a lost text, or -1 for a root.</summary>
    public int ParentOf(int report) => _parent[report];

    /// <summary>The root above a node, a report or a lost text.</summary>
    public int RootOf(int node)
    {
        while (node < Reports && _parent[node] >= 0)
            node = _parent[node];
        return node;
    }

    /// <summary>True where the node is below the other by first parents, or is the other.</summary>
    public bool IsUnder(int node, int other)
    {
        while (node != other)
        {
            if (node >= Reports || _parent[node] < 0)
                return false;
            node = _parent[node];
        }
        return true;
    }
}
