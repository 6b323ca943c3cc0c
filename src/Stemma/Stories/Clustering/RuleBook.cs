using Stemma.Comparison;

namespace Stemma.Stories.Clustering;

/// <summary>A person's rules made ready: groups of reports that are one story, and which groups are not. Immutable once made.</summary>
internal sealed class RuleBook
{
    private readonly Dictionary<string, int> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> _pins = [];
    private readonly Dictionary<int, HashSet<int>> _apart = [];
    private readonly List<string> _unmet = [];

    /// <summary>Makes the rules ready; of those that contradict each other the weaker are dropped.</summary>
    public RuleBook(StoryRules rules)
    {
        string[] names = [.. rules.Pinned.Keys.Concat(rules.Together.Concat(rules.Apart).SelectMany(p => (string[])[p.A, p.B])).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        for (int i = 0; i < names.Length; i++)
            _groups[names[i]] = i;
        var joined = new DisjointGroups(names.Length);
        Pin(rules.Pinned, joined);
        Part(rules.Apart, joined);
        Join(rules.Together, joined);
        for (int i = 0; i < names.Length; i++)
            _groups[names[i]] = joined.Find(i);
    }

    /// <summary>The rules that were dropped, one sentence each.</summary>
    public IReadOnlyList<string> Unmet => _unmet;

    /// <summary>The group of a report, -1 for a report of which no rule speaks.</summary>
    public int GroupOf(string report) => _groups.TryGetValue(report, out int group) ? group : -1;

    /// <summary>The story a group is pinned to, null where it is to none.</summary>
    public string? PinOf(int group) => _pins.GetValueOrDefault(group);

    /// <summary>True where some group of the one story must be apart from some group of the other.</summary>
    public bool AreApart(IReadOnlyCollection<int> groups, IReadOnlyCollection<int> others)
    {
        foreach (int group in groups)
        {
            string? pin = PinOf(group);
            _apart.TryGetValue(group, out HashSet<int>? apart);
            foreach (int other in others)
            {
                if (apart?.Contains(other) == true || (pin is not null && PinOf(other) is { } otherPin && !string.Equals(pin, otherPin, StringComparison.Ordinal)))
                    return true;
            }
        }
        return false;
    }

    private void Pin(IReadOnlyDictionary<string, string> pinned, DisjointGroups joined)
    {
        foreach (IGrouping<string, string> story in pinned.GroupBy(p => p.Value, p => p.Key, StringComparer.Ordinal))
        {
            int first = _groups[story.First()];
            foreach (string report in story)
                joined.Join(first, _groups[report]);
            _pins[joined.Find(first)] = story.Key;
        }
    }

    private void Part(IReadOnlyList<ReportPair> pairs, DisjointGroups joined)
    {
        foreach (ReportPair pair in Sorted(pairs))
        {
            int a = joined.Find(_groups[pair.A]), b = joined.Find(_groups[pair.B]);
            if (string.Equals(pair.A, pair.B, StringComparison.Ordinal))
                _unmet.Add($"“{pair.A}” can't be apart from itself");
            else if (a == b)
                _unmet.Add($"“{pair.A}” and “{pair.B}” are to be apart, but both are pinned to the story “{_pins[a]}”");
            else if (ApartFrom(a).Add(b))
                ApartFrom(b).Add(a);
        }
    }

    private void Join(IReadOnlyList<ReportPair> pairs, DisjointGroups joined)
    {
        foreach (ReportPair pair in Sorted(pairs))
        {
            int a = joined.Find(_groups[pair.A]), b = joined.Find(_groups[pair.B]);
            if (a == b)
                continue;
            if (AreApart([a], [b]))
            {
                _unmet.Add($"“{pair.A}” and “{pair.B}” are to be together, but they or reports with them are kept apart or pinned to two stories");
                continue;
            }
            joined.Join(a, b);
            (int kept, int gone) = joined.Find(a) == a ? (a, b) : (b, a);
            if (_pins.Remove(gone, out string? pin))
                _pins[kept] = pin;
            if (!_apart.Remove(gone, out HashSet<int>? others))
                continue;
            foreach (int other in others)
            {
                _apart[other].Remove(gone);
                _apart[other].Add(kept);
            }
            ApartFrom(kept).UnionWith(others);
        }
    }

    private HashSet<int> ApartFrom(int group)
    {
        if (!_apart.TryGetValue(group, out HashSet<int>? others))
            _apart[group] = others = [];
        return others;
    }

    private static IEnumerable<ReportPair> Sorted(IEnumerable<ReportPair> pairs) =>
        pairs.Select(p => string.CompareOrdinal(p.A, p.B) <= 0 ? p : new ReportPair(p.B, p.A)).Distinct()
            .OrderBy(p => p.A, StringComparer.Ordinal).ThenBy(p => p.B, StringComparer.Ordinal);
}
