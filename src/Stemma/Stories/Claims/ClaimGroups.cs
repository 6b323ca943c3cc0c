namespace Stemma.Stories.Claims;

/// <summary>Gathers pairs of tellings to claims: what agrees or differs in the same place is one claim.</summary>
internal sealed class ClaimGroups
{
    private readonly Dictionary<Telling, int> _numbers = new(new SamePlace());
    private readonly List<Telling> _tellings = [];
    private readonly List<int> _parents = [];
    private readonly List<(int Telling, int Other, ClaimVerdict Verdict, IReadOnlyList<string> Reasons)> _pairs = [];

    /// <summary>Adds two tellings that make one claim.</summary>
    public void Add(Telling a, Telling b, Slot slot)
    {
        int first = NumberOf(a), second = NumberOf(b), x = Root(first), y = Root(second);
        _pairs.Add((first, second, slot.Verdict, slot.Reasons));
        if (x == y)
            return;
        // The first telling stands for the group.
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

    /// <summary>
    /// The claims: conflicts, then compatible ones, then those that agree; each by its first telling. Where one report would
    /// tell two values, several things were taken for one, and nothing is claimed.
    /// </summary>
    public IReadOnlyList<Claim> Claims()
    {
        ILookup<int, Telling> members = Enumerable.Range(0, _tellings.Count).ToLookup(Root, t => _tellings[t]);
        ILookup<int, (int, int, ClaimVerdict Verdict, IReadOnlyList<string> Reasons)> pairs = _pairs.ToLookup(p => Root(p.Telling));
        return [.. members.Where(IsOneThing)
            .Select(m => ToClaim([.. m.Order()], [.. pairs[m.Key].Select(p => (p.Verdict, p.Reasons))])).OrderBy(c => c.Verdict).ThenBy(c => c.Tellings[0])];
    }

    /// <summary>The pairs that were added, and whether a claim was made of them.</summary>
    public IEnumerable<(Telling A, Telling B, bool IsTold)> Pairs()
    {
        HashSet<int> told = [.. Enumerable.Range(0, _tellings.Count).ToLookup(Root, t => _tellings[t]).Where(IsOneThing).Select(m => m.Key)];
        return _pairs.Select(p => (_tellings[p.Telling], _tellings[p.Other], told.Contains(Root(p.Telling))));
    }

    private static bool IsOneThing(IEnumerable<Telling> tellings) => !tellings.GroupBy(t => t.Report).Any(r => r.Select(t => t.Key).Distinct(StringComparer.Ordinal).Count() > 1);

    // The gravest of the pairs decides, and its reasons are given.
    private static Claim ToClaim(Telling[] tellings, (ClaimVerdict Verdict, IReadOnlyList<string> Reasons)[] pairs)
    {
        ClaimVerdict verdict = pairs.Min(p => p.Verdict);
        return new Claim(verdict, tellings, [.. pairs.Where(p => p.Verdict == verdict).SelectMany(p => p.Reasons).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]);
    }

    // As the order of tellings has it: one report tells one thing at one place.
    private sealed class SamePlace : IEqualityComparer<Telling>
    {
        public bool Equals(Telling x, Telling y) => x.Report == y.Report && x.Value == y.Value;

        public int GetHashCode(Telling obj) => HashCode.Combine(obj.Report, obj.Value.Start, obj.Value.End);
    }
}
