namespace Stemma.Stories.Lineage;

/// <summary>How often each source of a report was chosen in a walk through likely families.</summary>
/// <param name="members">The reports whose sources are counted.</param>
internal sealed class SourceChances(int[] members)
{
    private readonly Dictionary<(int Child, int First, int Second), int> _sets = [];
    private readonly Dictionary<(int Child, int Source), int> _sources = [];
    private int _families;

    private readonly HashSet<int> _members = [.. members];

    /// <summary>True for a report whose sources are counted.</summary>
    public bool Counts(int report) => _members.Contains(report);

    /// <summary>Counts the sources of a family.</summary>
    public void Add(Family family)
    {
        _families++;
        foreach (int child in members)
        {
            (int, int, int) key = Key(family, child);
            _sets[key] = _sets.GetValueOrDefault(key) + 1;
            Count(child, key.Item2);
            if (key.Item3 != Family.None && key.Item3 != key.Item2)
                Count(child, key.Item3);
        }
    }

    /// <summary>The sum over the reports of how often their sources are chosen as in this family, 0 to the number of reports.</summary>
    public double Of(Family family)
    {
        double sum = 0;
        foreach (int child in members)
            sum += (double)_sets.GetValueOrDefault(Key(family, child)) / _families;
        return sum;
    }

    /// <summary>How often the source was chosen for the child, 0 to 1.</summary>
    public double Of(Family family, int source, int child) => (double)_sources.GetValueOrDefault((child, Node(family, source))) / _families;

    private void Count(int child, int source) => _sources[(child, source)] = _sources.GetValueOrDefault((child, source)) + 1;

    // All lost texts count as one: their numbers change in the walk.
    private static int Node(Family family, int source) => family.IsLost(source) ? family.Reports : source;

    private static (int, int, int) Key(Family family, int child)
    {
        int first = Node(family, family.ParentOf(child)), second = Node(family, family.SecondOf(child));
        return second == Family.None || first <= second ? (child, first, second) : (child, second, first);
    }
}
