namespace Stemma.Comparison.Wordings;

/// <summary>What is known of the texts of two reports.</summary>
internal enum TextRelation
{
    /// <summary>Nothing is known of where one of them has its text from.</summary>
    Unknown,

    /// <summary>One took text from the other, or both from a third: what is like is likely the same.</summary>
    Kin,

    /// <summary>They have no text from one another: only a statement that both heard can be the same.</summary>
    Apart,
}

/// <summary>Tells of any two reports of a story whether text went from one to the other.</summary>
internal sealed class TextKinship
{
    private readonly Dictionary<int, int[]> _origins = [];
    private readonly HashSet<(int, int)> _linked = [];

    /// <summary>Makes the table.</summary>
    /// <param name="taken">Who took text from whom.</param>
    /// <param name="origins">For each report that is known, its number and that of an origin its text rests on; a report may stand in several pairs.</param>
    public TextKinship(IReadOnlyList<(int Parent, int Child)> taken, IReadOnlyList<(int Report, int Origin)> origins)
    {
        foreach (IGrouping<int, int> report in origins.GroupBy(o => o.Report, o => o.Origin))
            _origins[report.Key] = [.. report.Distinct().Order()];
        foreach ((int parent, int child) in taken)
        {
            _linked.Add((parent, child));
            _linked.Add((child, parent));
        }
    }

    /// <summary>How the texts of two reports stand to each other.</summary>
    public TextRelation Between(int a, int b)
    {
        if (a == b || _linked.Contains((a, b)))
            return TextRelation.Kin;
        if (!_origins.TryGetValue(a, out int[]? x) || !_origins.TryGetValue(b, out int[]? y))
            return TextRelation.Unknown;
        return x.AsSpan().ContainsAny(y) ? TextRelation.Kin : TextRelation.Apart;
    }
}
