namespace Stemma.Comparison;

/// <summary>Groups that only ever grow together (union-find with path halving; Tarjan 1975).</summary>
internal sealed class DisjointGroups
{
    private readonly int[] _parents;

    /// <summary>Each of so many items a group of its own.</summary>
    public DisjointGroups(int count)
    {
        _parents = new int[count];
        for (int i = 0; i < count; i++)
            _parents[i] = i;
    }

    /// <summary>The item that stands for the group of this one; changes as groups are joined.</summary>
    public int Find(int item)
    {
        while (_parents[item] != item)
            item = _parents[item] = _parents[_parents[item]];
        return item;
    }

    /// <summary>Joins two groups; false where they were one already.</summary>
    public bool Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b)
            return false;
        _parents[Math.Max(a, b)] = Math.Min(a, b);
        return true;
    }
}
