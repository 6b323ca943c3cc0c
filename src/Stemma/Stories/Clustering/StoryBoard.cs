using System.Globalization;

namespace Stemma.Stories.Clustering;

/// <summary>
/// The stories of a library as reports come in: each report joins the story it is most like, or starts a new one. Copies go where
/// their text is, a person's rules go before all, and what is old fades.
/// </summary>
/// <remarks>
/// Where a report is put depends on those that came before; <see cref="StoryReplay"/> puts right what was not to be seen then. Mutable, for
/// one thread. A board takes some six kilobytes a story and one a report; it keeps no text.
/// </remarks>
public sealed class StoryBoard
{
    /// <summary>The mean likeness from which a report joins a story.</summary>
    /// <remarks>A little more than what a replay asks for: what was parted too soon is merged later, and what was joined too soon draws others in. Of .15 to .24 on both halves of ECB+ 1-35.</remarks>
    private const double Least = 0.22;

    /// <summary>In stories that a report is compared with.</summary>
    private const int MostCompared = 64;

    private readonly TermFrequencies _frequencies = new();
    private readonly StoryCandidates _candidates = new();
    private readonly CopyIndex _copies = new();
    private readonly List<BoardStory> _stories = [];
    private readonly Dictionary<string, int> _storyNumbers = new(StringComparer.Ordinal);
    private readonly List<string> _reports = [];
    private readonly Dictionary<string, (int Number, int Story)> _placed = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _storyOfGroup = [];
    private readonly RuleBook _rules;

    /// <summary>A board with the reports that were placed before; those without a story are placed now, after the others. The order does not matter.</summary>
    /// <param name="rules">What a person has decided. Reports that were placed before stay where they are: replay to make new rules hold for them.</param>
    /// <param name="reports">The reports; their ids differ.</param>
    public StoryBoard(StoryRules rules, IEnumerable<PlacedReport> reports)
    {
        _rules = new RuleBook(rules);
        PlacedReport[] sorted = [.. reports.OrderBy(r => r.Features.Day ?? DateOnly.MaxValue).ThenBy(r => r.Id, StringComparer.Ordinal)];
        foreach (PlacedReport report in sorted.Where(r => r.Story is not null))
            _frequencies.Add(report.Features);
        foreach (PlacedReport report in sorted.Where(r => r.Story is not null))
            Enter(report.Id, report.Features, StoryVector.Of(report.Features, _frequencies), NumberOf(report.Story!));
        foreach (PlacedReport report in sorted.Where(r => r.Story is null))
            Place(report.Id, report.Features);
    }

    /// <summary>An empty board without rules.</summary>
    public StoryBoard()
        : this(StoryRules.None, [])
    {
    }

    /// <summary>The number of reports.</summary>
    public int Count => _placed.Count;

    /// <summary>The story of a report, null where the report is not on the board.</summary>
    public string? StoryOf(string report) => _placed.TryGetValue(report, out var place) ? _stories[place.Story].Id : null;

    /// <summary>Puts a report to its story.</summary>
    /// <param name="id">The report's id.</param>
    /// <param name="features">Its features.</param>
    /// <exception cref="ArgumentException">The report is on the board already: remove it first.</exception>
    public StoryPlacement Place(string id, StoryFeatures features)
    {
        if (_placed.ContainsKey(id))
            throw new ArgumentException($"The report “{id}” is on the board already.", nameof(id));
        _frequencies.Add(features);
        StoryVector vector = StoryVector.Of(features, _frequencies);
        int group = _rules.GroupOf(id);
        StoryPlacement placement = ByRule(group) ?? ByCopy(features, group) ?? ByLikeness(vector, features.Day, group)
            ?? new StoryPlacement(NewId(id), PlacementKind.Alone, 0, null, "no story on the board is like it") { IsNew = true };
        Enter(id, features, vector, NumberOf(placement.Story));
        return placement;
    }

    /// <summary>Takes in a report that was placed elsewhere, whatever this board would say.</summary>
    /// <param name="id">The report's id.</param>
    /// <param name="features">Its features.</param>
    /// <param name="story">The id of its story.</param>
    /// <exception cref="ArgumentException">The report is on the board already: remove it first.</exception>
    public void Enter(string id, StoryFeatures features, string story)
    {
        if (_placed.ContainsKey(id))
            throw new ArgumentException($"The report “{id}” is on the board already.", nameof(id));
        _frequencies.Add(features);
        Enter(id, features, StoryVector.Of(features, _frequencies), NumberOf(story));
    }

    /// <summary>Takes a report off the board.</summary>
    /// <param name="id">The report's id.</param>
    /// <param name="features">The features it was placed with.</param>
    /// <returns>False where it was not on the board.</returns>
    public bool Remove(string id, StoryFeatures features)
    {
        if (!_placed.Remove(id, out var place))
            return false;
        StoryVector vector = StoryVector.Of(features, _frequencies);
        _stories[place.Story].Remove(vector, _rules.GroupOf(id));
        _copies.Remove(place.Number);
        _frequencies.Remove(features);
        return true;
    }

    private StoryPlacement? ByRule(int group)
    {
        if (group < 0)
            return null;
        if (_rules.PinOf(group) is { } pin)
            return new StoryPlacement(pin, PlacementKind.Rule, 0, null, "it is pinned to this story") { IsNew = !_storyNumbers.ContainsKey(pin) };
        return _storyOfGroup.TryGetValue(group, out int story) && _stories[story].Count > 0
            ? new StoryPlacement(_stories[story].Id, PlacementKind.Rule, 0, null, "it is to be together with reports of this story") : null;
    }

    private StoryPlacement? ByCopy(StoryFeatures features, int group)
    {
        foreach (int copy in _copies.CopiesOf(features.Sketch))
        {
            string of = _reports[copy];
            BoardStory story = _stories[_placed[of].Story];
            if (Fits(story, group))
                return new StoryPlacement(story.Id, PlacementKind.Copy, 0, of, $"most of its text is that of “{of}”");
        }
        return null;
    }

    private StoryPlacement? ByLikeness(StoryVector vector, DateOnly? day, int group)
    {
        DayRange days = DayRange.Of(day);
        int best = -1;
        double likeness = 0;
        foreach (int number in _candidates.For(vector, MostCompared, n => _stories[n].Count > 0 && _stories[n].Days.GapTo(days) < DayRange.Horizon && Fits(_stories[n], group)))
        {
            double found = _stories[number].LikenessTo(vector, day);
            if (found > likeness)
                (best, likeness) = (number, found);
        }
        return likeness < Least ? null : new StoryPlacement(_stories[best].Id, PlacementKind.Alike, likeness, null,
            string.Create(CultureInfo.InvariantCulture, $"its likeness to this story is {likeness:0.00}, from {Least:0.00} on a report belongs to it"));
    }

    private bool Fits(BoardStory story, int group) => group < 0 || !_rules.AreApart([group], story.Groups);

    private void Enter(string id, StoryFeatures features, StoryVector vector, int story)
    {
        int number = _reports.Count, group = _rules.GroupOf(id);
        _reports.Add(id);
        if (!_placed.TryAdd(id, (number, story)))
            throw new ArgumentException($"The report “{id}” is given twice.", nameof(id));
        _stories[story].Add(vector, features.Day, group);
        _candidates.Add(story, vector);
        _copies.Add(number, features.Sketch);
        if (group >= 0)
            _storyOfGroup[group] = story;
    }

    private int NumberOf(string story)
    {
        if (!_storyNumbers.TryGetValue(story, out int number))
        {
            _storyNumbers[story] = number = _stories.Count;
            _stories.Add(new BoardStory(story));
        }
        return number;
    }

    private string NewId(string report) => StoryIds.Unused(report, _storyNumbers.ContainsKey);
}
