using Stemma.Annotation.Times;

namespace Stemma.Stories.Timeline;

/// <summary>Tellings of one event whose days can be the same.</summary>
internal sealed class EventGroup
{
    private readonly List<TimelineItem> _items = [];
    private readonly HashSet<(int Report, int Time)> _places = [];
    private readonly HashSet<(int Report, int Sentence)> _sentences = [];
    private int? _weekday;

    /// <summary>Its tellings.</summary>
    public IReadOnlyList<TimelineItem> Items => _items;

    /// <summary>The first day that all tellings allow.</summary>
    public DateOnly From { get; private set; } = DateOnly.MinValue;

    /// <summary>The last day that all tellings allow.</summary>
    public DateOnly To { get; private set; } = DateOnly.MaxValue;

    /// <summary>Why its tellings are one.</summary>
    public List<string> Reasons { get; } = [];

    /// <summary>True where every telling looks ahead.</summary>
    public bool IsPlan => _items.TrueForAll(i => i.Telling.IsPlan);

    /// <summary>Adds a telling; <paramref name="counts"/> is false where its own days do not count, because it repeats another's words.</summary>
    public void Add(TimelineItem item, bool counts)
    {
        if (!_places.Add((item.Report, item.Telling.Time.Start)))
            return;
        _items.Add(item);
        _sentences.Add((item.Report, item.Place));
        if (!counts)
            return;
        _weekday ??= item.Weekday;
        From = item.From > From ? item.From : From;
        To = item.To < To ? item.To : To;
    }

    /// <summary>True where the two can be one event on one day.</summary>
    public bool Fits(EventGroup other) =>
        From <= other.To && other.From <= To && (_weekday is null || other._weekday is null || _weekday == other._weekday)
        && !(_sentences.Count < other._sentences.Count ? other._sentences.Overlaps(_sentences) : _sentences.Overlaps(other._sentences));

    /// <summary>True where a telling can give the same day.</summary>
    public bool Fits(TimelineItem item) => item.From <= To && From <= item.To && (_weekday is null || item.Weekday is null || _weekday == item.Weekday);

    /// <summary>Takes all tellings of another group.</summary>
    public void Take(EventGroup other)
    {
        foreach (TimelineItem item in other._items)
        {
            if (!_places.Add((item.Report, item.Telling.Time.Start)))
                continue;
            _items.Add(item);
            _sentences.Add((item.Report, item.Place));
        }
        _weekday ??= other._weekday;
        From = other.From > From ? other.From : From;
        To = other.To < To ? other.To : To;
        Reasons.AddRange(other.Reasons.Where(r => !Reasons.Contains(r, StringComparer.Ordinal)));
    }

    /// <summary>How fine the days are told.</summary>
    public TimePrecision Precision()
    {
        if (From == To)
            return TimePrecision.Day;
        return _items.Find(i => i.From == From && i.To == To) is { Fills: true } whole ? whole.Precision : TimePrecision.Interval;
    }

    /// <summary>True where the days are open because a publication is.</summary>
    public bool IsOpen() => From != To && !_items.Exists(i => i.From == From && i.To == To && i.Fills);
}
