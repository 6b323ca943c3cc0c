namespace Stemma.Stories.Clustering;

/// <summary>The days of publication that some reports span; of reports whose day is not known, none.</summary>
/// <param name="First">The first day's number, <see cref="int.MaxValue"/> for none.</param>
/// <param name="Last">The last day's number, <see cref="int.MinValue"/> for none.</param>
internal readonly record struct DayRange(int First, int Last)
{
    /// <summary>
    /// In days: the standard deviation of the time between a report and the others of its story. Set by hand: after a week a like
    /// text is more often the next story of its kind. No public set with days and whole texts was at hand to measure it by.
    /// </summary>
    private const double Spread = 5;

    /// <summary>In days: from here on nothing is left of a likeness (e^-8).</summary>
    public const int Horizon = 20;

    /// <summary>The range of one day or none.</summary>
    public static DayRange Of(DateOnly? day) => day is { } d ? new DayRange(d.DayNumber, d.DayNumber) : new DayRange(int.MaxValue, int.MinValue);

    /// <summary>The range that holds both.</summary>
    public DayRange With(DayRange other) => new(Math.Min(First, other.First), Math.Max(Last, other.Last));

    /// <summary>The days between the two, 0 where they touch or one of them is not known.</summary>
    public int GapTo(DayRange other) =>
        First > Last || other.First > other.Last ? 0 : Math.Max(0, Math.Max(First - other.Last, other.First - Last));

    /// <summary>What is left of the likeness of two texts that are so far apart, 0 to 1 (a Gauss curve).</summary>
    public double Fade(DayRange other)
    {
        double gap = GapTo(other) / Spread;
        return Math.Exp(-gap * gap / 2);
    }
}
