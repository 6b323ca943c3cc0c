namespace Stemma.Stories.Clustering;

/// <summary>A story on a board: the sum of its reports. Mutable, owned by the board.</summary>
internal sealed class BoardStory(string id)
{
    private readonly Dictionary<int, int> _groups = [];
    private StoryVector _sum = new([], []);

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>How many reports it has.</summary>
    public int Count { get; private set; }

    /// <summary>The days its reports span; they stay when a report leaves.</summary>
    public DayRange Days { get; private set; } = DayRange.Of(null);

    /// <summary>The groups of rules that its reports are in.</summary>
    public IReadOnlyCollection<int> Groups => _groups.Keys;

    /// <summary>Adds a report.</summary>
    public void Add(StoryVector report, DateOnly? day, int group)
    {
        _sum = _sum.Plus(report);
        Count++;
        Days = Days.With(DayRange.Of(day));
        if (group >= 0)
            _groups[group] = _groups.GetValueOrDefault(group) + 1;
    }

    /// <summary>Takes a report out.</summary>
    public void Remove(StoryVector report, int group)
    {
        _sum = _sum.Plus(report, -1);
        Count--;
        if (group >= 0 && --_groups[group] == 0)
            _groups.Remove(group);
    }

    /// <summary>The mean likeness of a report to those of the story, faded with time.</summary>
    public double LikenessTo(StoryVector report, DateOnly? day) => Count == 0 ? 0 : report.Times(_sum) / Count * Days.Fade(DayRange.Of(day));
}
