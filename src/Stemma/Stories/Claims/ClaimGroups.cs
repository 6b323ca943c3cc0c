namespace Stemma.Stories.Claims;

/// <summary>Gathers pairs of tellings to claims: what agrees or differs in the same place is one claim.</summary>
/// <remarks>
/// One report tells one value of a claim. Where all pairs together would give a report two, the pairs whose sentences are most alike
/// are joined first, and a pair that would bring a second value into a report is left out: it took two things for one.
/// </remarks>
internal sealed class ClaimGroups
{
    /// <summary>In likeness: pairs that differ by less fit as well as each other.</summary>
    private const double Unclear = .05;

    private readonly Dictionary<Telling, int> _numbers = new(new SamePlace());
    private readonly List<Telling> _tellings = [];
    private readonly List<int> _parents = [];
    private readonly List<(int A, int B, Slot Slot)> _pairs = [];
    private readonly HashSet<(int A, int B)> _told = [];

    /// <summary>Adds two tellings that make one claim.</summary>
    public void Add(Telling a, Telling b, Slot slot)
    {
        (int x, int y) = (NumberOf(a), NumberOf(b));
        _pairs.Add((x, y, slot));
        Join(x, y);
    }

    // The first telling stands for the group.
    private void Join(int a, int b)
    {
        (int x, int y) = (Root(a), Root(b));
        if (x == y)
            return;
        if (_tellings[x] > _tellings[y])
            (x, y) = (y, x);
        _parents[y] = x;
    }

    private int NumberOf(Telling telling)
    {
        if (!_numbers.TryGetValue(telling, out int number))
        {
            _numbers.Add(telling, number = _tellings.Count);
            _tellings.Add(telling);
            _parents.Add(number);
        }
        return number;
    }

    private int Root(int telling)
    {
        while (_parents[telling] != telling)
            telling = _parents[telling] = _parents[_parents[telling]];
        return telling;
    }

    /// <summary>The claims: conflicts, then compatible ones, then those that agree; each by its first telling. To be asked once.</summary>
    public IReadOnlyList<Claim> Claims()
    {
        ILookup<int, (int A, int B, Slot Slot)> pairs = _pairs.ToLookup(p => Root(p.A));
        ILookup<int, int> members = Enumerable.Range(0, _tellings.Count).ToLookup(Root);
        var claims = new List<Claim>();
        foreach (IGrouping<int, int> group in members)
        {
            if (TellsOnce([.. group]))
                claims.Add(ToClaim(group, pairs[group.Key]));
            else
                AddParts([.. group], [.. pairs[group.Key]], claims);
        }
        return [.. claims.OrderBy(c => c.Verdict).ThenBy(c => c.Tellings[0])];
    }

    /// <summary>The pairs that were added, and whether a claim was made of them; after <see cref="Claims"/>.</summary>
    public IEnumerable<(Telling A, Telling B, bool IsTold)> Pairs() => _pairs.Select(p => (_tellings[p.A], _tellings[p.B], _told.Contains((p.A, p.B))));

    private bool TellsOnce(IReadOnlyCollection<int> group) =>
        !group.GroupBy(t => _tellings[t].Report).Any(r => r.Select(t => _tellings[t].Key).Distinct(StringComparer.Ordinal).Skip(1).Any());

    // The most alike first; equal ones in the order of the tellings, whatever the order in which they were found.
    private void AddParts(int[] group, (int A, int B, Slot Slot)[] pairs, List<Claim> claims)
    {
        var parts = group.ToDictionary(t => t, t => new Part([t], new Dictionary<int, (string, double)> { [_tellings[t].Report] = (_tellings[t].Key, double.MaxValue) }, []));
        foreach ((int a, int b, Slot slot) in pairs.OrderByDescending(p => p.Slot.Likeness).ThenBy(p => _tellings[p.A]).ThenBy(p => _tellings[p.B]))
        {
            (Part x, Part y) = (parts[a], parts[b]);
            if (x != y)
            {
                if (x.Members.Count < y.Members.Count)
                    (x, y) = (y, x);
                if (Clash(x, y) is { } clash)
                {
                    // Of two values that fit as well nobody knows which one is meant.
                    if (slot.Likeness > clash - Unclear)
                        x.IsUnclear = y.IsUnclear = true;
                    continue;
                }
                foreach ((int report, (string key, double likeness)) in y.Keys)
                    x.Keys[report] = (key, Math.Min(likeness, slot.Likeness));
                foreach ((int report, (string key, double likeness)) in x.Keys.ToArray())
                    x.Keys[report] = (key, Math.Min(likeness, slot.Likeness));
                x.IsUnclear |= y.IsUnclear;
                foreach (int member in y.Members)
                    parts[member] = x;
                x.Members.AddRange(y.Members);
                x.Pairs.AddRange(y.Pairs);
            }
            x.Pairs.Add((a, b, slot));
        }
        claims.AddRange(parts.Values.Distinct().Where(p => p.Pairs.Count > 0 && !p.IsUnclear).Select(p => ToClaim(p.Members, p.Pairs)));
    }

    // How well the values fitted that are at odds; null where none are.
    private static double? Clash(Part x, Part y)
    {
        double? best = null;
        foreach ((int report, (string key, double likeness)) in y.Keys)
        {
            if (x.Keys.TryGetValue(report, out (string Key, double Likeness) own) && own.Key != key)
                best = Math.Max(best ?? 0, Math.Min(own.Likeness, likeness));
        }
        return best;
    }

    // The gravest of the pairs decides, and its reasons are given.
    private Claim ToClaim(IEnumerable<int> members, IEnumerable<(int A, int B, Slot Slot)> pairs)
    {
        (int A, int B, Slot Slot)[] all = [.. pairs];
        _told.UnionWith(all.Select(p => (p.A, p.B)));
        ClaimVerdict verdict = all.Min(p => p.Slot.Verdict);
        return new Claim(verdict, [.. members.Select(t => _tellings[t]).Order()], [.. all.Where(p => p.Slot.Verdict == verdict).SelectMany(p => p.Slot.Reasons).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    /// <summary>A part of a group in which each report tells one value.</summary>
    private sealed class Part(List<int> members, Dictionary<int, (string Key, double Likeness)> keys, List<(int A, int B, Slot Slot)> pairs)
    {
        public List<int> Members { get; } = members;

        public Dictionary<int, (string Key, double Likeness)> Keys { get; } = keys;

        public bool IsUnclear { get; set; }

        public List<(int A, int B, Slot Slot)> Pairs { get; } = pairs;
    }

    // As the order of tellings has it: one report tells one thing at one place.
    private sealed class SamePlace : IEqualityComparer<Telling>
    {
        public bool Equals(Telling x, Telling y) => x.Report == y.Report && x.Value == y.Value;

        public int GetHashCode(Telling obj) => HashCode.Combine(obj.Report, obj.Value.Start, obj.Value.End);
    }
}
