using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Stories.Dating;

namespace Stemma.Stories.Timeline;

/// <summary>Orders what the reports of a story tell by the time at which it happened.</summary>
public static class TimelineBuilder
{
    /// <summary>The events, ordered by first day, last day and first telling. Near-linear in the number of times.</summary>
    /// <remarks>
    /// Sentences of different reports are one event where their times can be the same and they share most of their content
    /// words. Lengths, recurring times and decades are no events.
    /// </remarks>
    /// <param name="reports">The reports of one story.</param>
    /// <param name="times">The resolved times of each report, in the same order.</param>
    public static IReadOnlyList<TimelineEvent> Build(IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<IReadOnlyList<ResolvedTime>> times)
    {
        var items = new List<TimelineItem>();
        for (int r = 0; r < reports.Count; r++)
            items.AddRange(TimelineItem.Read(reports[r], r, times[r]));
        // The narrowest times first: a wide one then joins the event it can be, not the other way round.
        var ordered = items.OrderBy(i => i.To.DayNumber - i.From.DayNumber).ThenBy(i => i.From).ThenBy(i => i.Telling.Report).ThenBy(i => i.Telling.Time);
        var groups = new List<Group>();
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (TimelineItem item in ordered)
        {
            int best = Best(item, groups, index);
            if (best < 0)
            {
                best = groups.Count;
                groups.Add(new Group(item));
                foreach (string word in item.Words)
                {
                    if (!index.TryGetValue(word, out List<int>? list))
                        index[word] = list = [];
                    if (list.Count < LongestList)
                        list.Add(best);
                }
                continue;
            }
            groups[best].Add(item);
        }
        return [.. groups.Select(g => g.Event()).OrderBy(e => e.From).ThenBy(e => e.To).ThenBy(e => e.Tellings[0].Report).ThenBy(e => e.Tellings[0].Time)];
    }

    private static int Best(TimelineItem item, List<Group> groups, Dictionary<string, List<int>> index)
    {
        var counts = new Dictionary<int, int>();
        foreach (string word in item.Words)
        {
            foreach (int group in index.GetValueOrDefault(word) ?? [])
                counts[group] = counts.GetValueOrDefault(group) + 1;
        }
        foreach ((int group, int shared) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key))
        {
            if (shared < EnoughWords)
                break;
            if (shared >= EnoughShare * Math.Min(item.Words.Count, groups[group].Words.Count) && groups[group].Takes(item))
                return group;
        }
        return -1;
    }

    private sealed class Group(TimelineItem first)
    {
        private readonly List<TimelineItem> _items = [first];
        private readonly HashSet<(int Report, int Start)> _sentences = [(first.Telling.Report, first.Telling.Sentence.Start)];
        private DateOnly _from = first.From, _to = first.To;
        private int? _weekday = first.Weekday;

        public IReadOnlyCollection<string> Words { get; } = first.Words;

        // Different days of the week are never one time, however wide their intervals are.
        public bool Takes(TimelineItem item) =>
            item.From <= _to && _from <= item.To && (_weekday is null || item.Weekday is null || _weekday == item.Weekday)
            && !_sentences.Contains((item.Telling.Report, item.Telling.Sentence.Start));

        public void Add(TimelineItem item)
        {
            _items.Add(item);
            _sentences.Add((item.Telling.Report, item.Telling.Sentence.Start));
            _weekday ??= item.Weekday;
            _from = item.From > _from ? item.From : _from;
            _to = item.To < _to ? item.To : _to;
        }

        public TimelineEvent Event()
        {
            TimelineItem? whole = _items.Find(i => i.From == _from && i.To == _to);
            TimePrecision precision = _from == _to ? TimePrecision.Day : whole is { Fills: true } ? whole.Precision : TimePrecision.Interval;
            return new TimelineEvent(_from, _to, precision, [.. _items.Select(i => i.Telling).OrderBy(t => t.Report).ThenBy(t => t.Sentence)]);
        }
    }

    // In shared content words, and as a part of those of the shorter sentence. Set by hand on invented stories; re-run the
    // tests of TimelineBuilder when changed.
    private const int EnoughWords = 4;
    private const double EnoughShare = 0.5;

    /// <summary>In events under one word; commoner words tell no event.</summary>
    private const int LongestList = 100;
}
