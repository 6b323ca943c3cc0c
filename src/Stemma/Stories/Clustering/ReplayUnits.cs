using Stemma.Comparison;

namespace Stemma.Stories.Clustering;

/// <summary>What a replay starts from: reports, with copies and what a person joined as one, and which of them are worth comparing.</summary>
internal sealed class ReplayUnits
{
    /// <summary>In units that a unit is compared with, of those before it.</summary>
    private const int MostCompared = 64;

    private readonly List<(StoryVector Sum, int Texts, DayRange Days, int[] Groups)> _units = [];
    private readonly List<(int A, int B, double Likeness)> _pairs = [];

    /// <summary>Groups the reports, which are in order of day and id, and compares the groups.</summary>
    public ReplayUnits(PlacedReport[] reports, RuleBook rules, Action? progress, CancellationToken cancellation)
    {
        var frequencies = new TermFrequencies();
        foreach (PlacedReport report in reports)
            frequencies.Add(report.Features);
        (UnitOf, int[] copyOf) = Group(reports, rules);
        var texts = new Dictionary<int, List<int>>();
        for (int i = 0; i < reports.Length; i++)
        {
            if (UnitOf[i] == texts.Count)
                texts[texts.Count] = [];
            texts[UnitOf[i]].Add(i);
        }
        var candidates = new StoryCandidates();
        for (int unit = 0; unit < texts.Count; unit++)
        {
            cancellation.ThrowIfCancellationRequested();
            Add(reports, texts[unit], copyOf, rules, frequencies);
            Compare(unit, candidates);
            for (int n = 0; n < texts[unit].Count; n++)
                progress?.Invoke();
        }
    }

    /// <summary>The unit of each report, numbered from 0 by their first reports.</summary>
    public int[] UnitOf { get; }

    /// <summary>The number of units.</summary>
    public int Count => _units.Count;

    /// <summary>The sum of the vectors of a unit's texts, how many texts those are (copies count as one), their days and rules.</summary>
    public (StoryVector Sum, int Texts, DayRange Days, int[] Groups) this[int unit] => _units[unit];

    /// <summary>Pairs of units that are alike enough to be joined, with their mean likeness, faded. Of two groups that are, some pair is.</summary>
    public IReadOnlyList<(int A, int B, double Likeness)> Pairs => _pairs;

    // The unit of each report, and the first report that it is a copy of (itself where there is none).
    private static (int[] Units, int[] CopyOf) Group(PlacedReport[] reports, RuleBook rules)
    {
        var joined = new DisjointGroups(reports.Length);
        var copies = new DisjointGroups(reports.Length);
        var index = new CopyIndex();
        var firstOfGroup = new Dictionary<int, int>();
        var groups = new Dictionary<int, List<int>>();
        for (int i = 0; i < reports.Length; i++)
        {
            int group = rules.GroupOf(reports[i].Id);
            if (group < 0)
                continue;
            groups[i] = [group];
            if (!firstOfGroup.TryAdd(group, i))
                joined.Join(firstOfGroup[group], i);
        }
        for (int i = 0; i < reports.Length; i++)
        {
            foreach (int copy in index.CopiesOf(reports[i].Features.Sketch))
            {
                (int a, int b) = (joined.Find(i), joined.Find(copy));
                if (a != b)
                {
                    List<int> mine = groups.GetValueOrDefault(a, []), theirs = groups.GetValueOrDefault(b, []);
                    if (rules.AreApart(mine, theirs))
                        continue;
                    joined.Join(a, b);
                    if (mine.Count + theirs.Count > 0)
                        groups[joined.Find(a)] = [.. mine.Union(theirs)];
                }
                copies.Join(i, copy);
                break;
            }
            index.Add(i, reports[i].Features.Sketch);
        }
        var numbers = new Dictionary<int, int>();
        return ([.. Enumerable.Range(0, reports.Length).Select(i => numbers.TryGetValue(joined.Find(i), out int n) ? n : numbers[joined.Find(i)] = numbers.Count)],
            [.. Enumerable.Range(0, reports.Length).Select(copies.Find)]);
    }

    private void Add(PlacedReport[] reports, List<int> members, int[] copyOf, RuleBook rules, TermFrequencies frequencies)
    {
        var sum = new StoryVector([], []);
        DayRange days = DayRange.Of(null);
        int count = 0;
        foreach (IGrouping<int, int> text in members.GroupBy(i => copyOf[i]))
        {
            // A text that fifty outlets print says no more than once what it says.
            sum = sum.Plus(StoryVector.Of(reports[text.Key].Features, frequencies));
            count++;
        }
        foreach (int i in members)
            days = days.With(DayRange.Of(reports[i].Features.Day));
        _units.Add((sum, count, days, [.. members.Select(i => rules.GroupOf(reports[i].Id)).Where(g => g >= 0).Distinct().Order()]));
    }

    private void Compare(int unit, StoryCandidates candidates)
    {
        (StoryVector sum, int texts, DayRange days, _) = _units[unit];
        foreach (int other in candidates.For(sum, MostCompared, n => _units[n].Days.GapTo(days) < DayRange.Horizon))
        {
            double likeness = sum.Times(_units[other].Sum) / ((double)texts * _units[other].Texts) * days.Fade(_units[other].Days);
            if (likeness >= AverageLinkage.Least)
                _pairs.Add((other, unit, likeness));
        }
        candidates.Add(unit, sum);
    }
}
