using Stemma.Annotation.Times;

namespace Stemma.Stories.Timeline;

/// <summary>Two clauses that may tell one event.</summary>
/// <param name="A">The index of the earlier item.</param>
/// <param name="B">The index of the later one.</param>
/// <param name="Likeness">What they share.</param>
/// <param name="Score">How sure it is, for the order in which pairs are joined.</param>
/// <param name="IsApart">True where their days cannot be the same, though they tell one act.</param>
internal readonly record struct EventPair(int A, int B, Likeness Likeness, double Score, bool IsApart);

/// <summary>Finds pairs of like clauses by an index of their rarer words.</summary>
internal sealed class EventPairs
{
    private readonly IReadOnlyList<TimelineItem> _items;
    private readonly ClauseLikeness _likeness;

    /// <summary>Makes the finder.</summary>
    /// <param name="items">The items of the story.</param>
    /// <param name="likeness">Compares them.</param>
    public EventPairs(IReadOnlyList<TimelineItem> items, ClauseLikeness likeness) => (_items, _likeness) = (items, likeness);

    /// <summary>The pairs that tell one event, the surest first.</summary>
    /// <param name="chosen">The indexes of the items that are compared: one for each group of copies and wording.</param>
    /// <remarks>Near-linear: words that are in many clauses lead to no pair, and of each clause so many pairs are weighed.</remarks>
    public IReadOnlyList<EventPair> Find(IReadOnlyList<int> chosen)
    {
        var index = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var pairs = new List<EventPair>();
        var counts = new Dictionary<int, int>();
        foreach (int b in chosen)
        {
            counts.Clear();
            foreach (string word in _items[b].Words)
            {
                if (!index.TryGetValue(word, out List<int>? places))
                    index[word] = places = [];
                if (places.Count < LongestList)
                {
                    foreach (int a in places)
                        counts[a] = counts.GetValueOrDefault(a) + 1;
                    places.Add(b);
                }
            }
            foreach ((int a, int shared) in counts.Where(c => c.Value >= FewestWords).OrderByDescending(c => c.Value).ThenBy(c => c.Key).Take(MostWeighed))
            {
                if (Pair(a, b) is { } pair)
                    pairs.Add(pair);
            }
        }
        return [.. pairs.OrderByDescending(p => p.Score).ThenBy(p => p.A).ThenBy(p => p.B)];
    }

    private EventPair? Pair(int a, int b)
    {
        TimelineItem x = _items[a], y = _items[b];
        Likeness likeness = _likeness.Of(x, y);
        if (IsCompatible(x, y))
        {
            bool sameDay = x.IsDay && y.IsDay;
            double needed = likeness.IsSameVerb ? SameVerbShare : OtherVerbShare;
            if (!sameDay)
                needed += OpenDaysShare;
            // "This year" fits every day of it: only the same act is one event with it.
            if (IsCoarse(x) != IsCoarse(y) && !likeness.IsSameVerb)
                return null;
            int words = likeness.Containment >= NearlyAll ? FewestWords : EnoughWords;
            // In one report two sentences tell two things more often than one.
            if (x.Report == y.Report)
                needed = Math.Max(needed, SameReportShare);
            // The same persons do many things: something besides their names must be the same.
            bool sameThing = likeness.Things >= (likeness.IsSameVerb ? 1 : FewestThings);
            return sameThing && likeness.Shared >= words && likeness.Containment >= needed ? new EventPair(a, b, likeness, likeness.Containment + likeness.Dice, false) : null;
        }
        bool isNear = Gap(x, y) <= FarthestConflict && x.To.DayNumber - x.From.DayNumber <= WidestConflict && y.To.DayNumber - y.From.DayNumber <= WidestConflict;
        bool oneAct = isNear && x.Report != y.Report && ClauseLikeness.IsOneAct(x, y, likeness);
        return oneAct && !MayBeOneNight(x, y) ? new EventPair(a, b, likeness, likeness.Dice, true) : null;
    }

    private static bool IsCompatible(TimelineItem a, TimelineItem b) =>
        a.From <= b.To && b.From <= a.To && (a.Weekday is null || b.Weekday is null || a.Weekday == b.Weekday);

    private static bool IsCoarse(TimelineItem item) => item.Precision is TimePrecision.Month or TimePrecision.Season or TimePrecision.Year;

    private static int Gap(TimelineItem a, TimelineItem b) => Math.Max(a.From.DayNumber - b.To.DayNumber, b.From.DayNumber - a.To.DayNumber);

    // "Late on Monday" here is "early on Tuesday" there, by the clock of the place.
    private static bool MayBeOneNight(TimelineItem a, TimelineItem b) =>
        Gap(a, b) <= 1 && (a.Meaning is ClockTime || b.Meaning is ClockTime);

    // Shared words at least, and those of them that are no names; their part of the lighter clause's weight that is needed: with one verb, with two, and how much more
    // where the days are open, or the two stand in one report. Set by hand on invented stories.
    private const int FewestWords = 2, EnoughWords = 3, FewestThings = 2;
    private const double SameVerbShare = 0.45, OtherVerbShare = 0.6, OpenDaysShare = 0.05, SameReportShare = 0.75, NearlyAll = 0.8;

    // In days: a conflict is told of days near each other that are known well.
    private const int FarthestConflict = 60, WidestConflict = 6;

    /// <summary>In clauses under one word; commoner words tell no event.</summary>
    private const int LongestList = 150;

    /// <summary>In pairs of one clause that are weighed.</summary>
    private const int MostWeighed = 40;
}
