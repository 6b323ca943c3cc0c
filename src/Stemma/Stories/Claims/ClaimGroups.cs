namespace Stemma.Stories.Claims;

/// <summary>Gathers pairs of tellings to claims: what agrees or differs in the same place is one claim.</summary>
internal sealed class ClaimGroups
{
    private readonly SortedDictionary<Telling, Telling> _parent = [];
    private readonly List<(Telling A, Telling B, Slot Slot)> _pairs = [];

    /// <summary>Adds two tellings that make one claim.</summary>
    public void Add(Telling a, Telling b, Slot slot)
    {
        _pairs.Add((a, b, slot));
        Telling x = Root(a), y = Root(b);
        if (x != y)
            _parent[x > y ? x : y] = x > y ? y : x;
    }

    private Telling Root(Telling telling)
    {
        if (!_parent.TryGetValue(telling, out Telling parent))
            _parent[telling] = parent = telling;
        while (parent != telling)
        {
            telling = parent;
            parent = _parent[telling];
        }
        return telling;
    }

    /// <summary>
    /// The claims: conflicts, then compatible ones, then those that agree; each by its first telling. Where one report would
    /// tell two values, several things were taken for one, and nothing is claimed.
    /// </summary>
    public IReadOnlyList<Claim> Claims()
    {
        ILookup<Telling, Telling> members = _parent.Keys.ToLookup(Root);
        ILookup<Telling, Slot> slots = _pairs.ToLookup(p => Root(p.A), p => p.Slot);
        return [.. members.Where(m => !m.GroupBy(t => t.Report).Any(r => r.Select(t => t.Key).Distinct(StringComparer.Ordinal).Count() > 1))
            .Select(m => ToClaim([.. m.Order()], [.. slots[m.Key]])).OrderBy(c => c.Verdict).ThenBy(c => c.Tellings[0])];
    }

    // The gravest of the pairs decides, and its reasons are given.
    private static Claim ToClaim(Telling[] tellings, Slot[] slots)
    {
        ClaimVerdict verdict = slots.Min(s => s.Verdict);
        return new Claim(verdict, tellings, [.. slots.Where(s => s.Verdict == verdict).SelectMany(s => s.Reasons).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }
}
