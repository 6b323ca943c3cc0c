namespace Stemma.Annotation.Times;

/// <summary>What a matched pattern holds: named values and meanings, and the meaning made of them.</summary>
internal sealed class TimeCapture
{
    private readonly List<(string? Label, decimal Value, TimeMeaning? Meaning)> _items = [];

    /// <summary>The meaning of the whole, null where the group only holds values.</summary>
    public TimeMeaning? Meaning { get; set; }

    public int Count => _items.Count;

    public void Add(string? label, decimal value) => _items.Add((label, value, null));

    public void Add(string? label, TimeMeaning meaning) => _items.Add((label, 0, meaning));

    public void AddAll(TimeCapture other) => _items.AddRange(other._items);

    /// <summary>Forgets what was added after there were so many.</summary>
    public void Cut(int count)
    {
        if (count < _items.Count)
            _items.RemoveRange(count, _items.Count - count);
    }

    /// <summary>The value kept last under the name, null for none.</summary>
    public decimal? this[string label]
    {
        get
        {
            for (int i = _items.Count - 1; i >= 0; i--)
            {
                if (_items[i].Meaning is null && string.Equals(_items[i].Label, label, StringComparison.Ordinal))
                    return _items[i].Value;
            }
            return null;
        }
    }

    /// <summary>The value as a whole number, cut after the point; the nearest there is where it is too large.</summary>
    public int? Whole(string label) => this[label] is { } value ? (int)Math.Clamp(value, int.MinValue, int.MaxValue) : null;

    /// <summary>The meaning kept under the name, null for none.</summary>
    public TimeMeaning? MeaningOf(string label)
    {
        foreach ((string? own, _, TimeMeaning? meaning) in _items)
        {
            if (meaning is not null && string.Equals(own, label, StringComparison.Ordinal))
                return meaning;
        }
        return null;
    }

    /// <summary>The meanings that have no name, in order.</summary>
    public IEnumerable<TimeMeaning> Parts => _items.Where(i => i.Label is null && i.Meaning is not null).Select(i => i.Meaning!);

    /// <summary>The first of them, null where there is none.</summary>
    public TimeMeaning? FirstPart
    {
        get
        {
            foreach ((string? label, _, TimeMeaning? meaning) in _items)
            {
                if (label is null && meaning is not null)
                    return meaning;
            }
            return null;
        }
    }
}
