namespace Stemma.Stories.Clustering;

/// <summary>Gives the groups of a replay their ids: that of the story that most of a group was, of the pin, or a new one.</summary>
internal sealed class StoryNaming
{
    private readonly PlacedReport[] _reports;
    private readonly int[] _cluster;
    private readonly RuleBook _rules;
    private readonly Dictionary<int, string> _names = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Reports in order of day and id, and the group of each.</summary>
    public StoryNaming(PlacedReport[] reports, int[] cluster, RuleBook rules) => (_reports, _cluster, _rules) = (reports, cluster, rules);

    /// <summary>The id of each group by its number, and what became of the stories before.</summary>
    public (string[] Ids, List<StoryChange> Changes) Name()
    {
        TakePins();
        TakeFormer();
        var former = new HashSet<string>(_reports.Where(r => r.Story is not null).Select(r => r.Story!), StringComparer.Ordinal);
        var ids = new string[_reports.Length];
        for (int i = 0; i < _reports.Length; i++)
        {
            int cluster = _cluster[i];
            if (!_names.TryGetValue(cluster, out string? name))
            {
                // An id that a story had is not given to another one.
                name = StoryIds.Unused(_reports[i].Id, id => _used.Contains(id) || former.Contains(id));
                Take(cluster, name);
            }
            ids[cluster] = name;
        }
        return (ids, Changes(former, ids));
    }

    private void TakePins()
    {
        for (int i = 0; i < _reports.Length; i++)
        {
            if (_rules.GroupOf(_reports[i].Id) is >= 0 and int group && _rules.PinOf(group) is { } pin && !_used.Contains(pin))
                Take(_cluster[i], pin);
        }
    }

    // The group and the story that share most reports first; of equals the story that began first.
    private void TakeFormer()
    {
        var shared = new Dictionary<(int Cluster, string Story), (int Count, int First)>();
        for (int i = 0; i < _reports.Length; i++)
        {
            if (_reports[i].Story is not { } story)
                continue;
            (int count, int first) = shared.GetValueOrDefault((_cluster[i], story), (0, i));
            shared[(_cluster[i], story)] = (count + 1, first);
        }
        foreach (((int cluster, string story), _) in shared.OrderByDescending(s => s.Value.Count).ThenBy(s => s.Value.First))
        {
            if (!_names.ContainsKey(cluster) && !_used.Contains(story))
                Take(cluster, story);
        }
    }

    private void Take(int cluster, string story)
    {
        _names[cluster] = story;
        _used.Add(story);
    }

    private List<StoryChange> Changes(HashSet<string> former, string[] ids)
    {
        var changes = new List<StoryChange>();
        var moved = Enumerable.Range(0, _reports.Length).Where(i => _reports[i].Story is { } story && !string.Equals(story, ids[_cluster[i]], StringComparison.Ordinal))
            .GroupBy(i => (From: _reports[i].Story!, Into: ids[_cluster[i]]));
        var mostOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var group in moved.OrderBy(g => g.Key.From, StringComparer.Ordinal).ThenByDescending(g => g.Count()).ThenBy(g => g.Key.Into, StringComparer.Ordinal))
        {
            (string from, string into) = group.Key;
            // The greatest part of a story that is gone merged; other parts of it moved or are new.
            StoryChangeKind kind = !_used.Contains(from) && mostOf.TryAdd(from, 0) ? StoryChangeKind.Merged : former.Contains(into) ? StoryChangeKind.Moved : StoryChangeKind.Split;
            changes.Add(new StoryChange(kind, from, into, [.. group.Select(i => _reports[i].Id).Order(StringComparer.Ordinal)]));
        }
        return changes;
    }
}
