namespace Stemma.Stories.Clustering;

/// <summary>The sum of the vectors of the texts of one story and the days they span. Mutable, used inside one run.</summary>
internal sealed class StoryCentre
{
    private readonly Dictionary<int, double> _sum = [];
    private double _squares;
    private DateOnly? _first, _last;

    /// <summary>How many texts it has.</summary>
    public int Count { get; private set; }

    /// <summary>The weight of a term in it.</summary>
    public double this[int term] => _sum.GetValueOrDefault(term);

    /// <summary>The length of the sum.</summary>
    public double Length => Math.Sqrt(Math.Max(_squares, 1e-9));

    /// <summary>Days from the day to the nearest day of the story, 0 where one is not known.</summary>
    public int DaysFrom(DateOnly? day) => day is not { } d || _first is not { } first || _last is not { } last ? 0
        : d < first ? first.DayNumber - d.DayNumber : d > last ? d.DayNumber - last.DayNumber : 0;

    /// <summary>Adds a text.</summary>
    /// <returns>The terms it did not have before.</returns>
    public IReadOnlyList<int> Add(IReadOnlyList<(int Term, double Weight)> vector, DateOnly? day)
    {
        var fresh = new List<int>();
        foreach ((int term, double weight) in vector)
        {
            if (!_sum.ContainsKey(term))
                fresh.Add(term);
            Change(term, weight);
        }
        Count++;
        if (day is { } d)
        {
            _first = _first is { } f && f < d ? f : d;
            _last = _last is { } l && l > d ? l : d;
        }
        return fresh;
    }

    /// <summary>Takes a text out again; the days it spans stay.</summary>
    public void Remove(IReadOnlyList<(int Term, double Weight)> vector)
    {
        foreach ((int term, double weight) in vector)
            Change(term, -weight);
        Count--;
    }

    private void Change(int term, double weight)
    {
        double old = _sum.GetValueOrDefault(term);
        _sum[term] = old + weight;
        _squares += (2 * old * weight) + (weight * weight);
    }
}
