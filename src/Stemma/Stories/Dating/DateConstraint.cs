using System.Globalization;
using Stemma.Annotation.Times;

namespace Stemma.Stories.Dating;

/// <summary>Something that the days of publication of two reports must fulfil.</summary>
internal abstract class DateConstraint(int a, int b)
{
    /// <summary>The one report.</summary>
    public int A { get; } = a;

    /// <summary>The other report; the same where the constraint lies in one.</summary>
    public int B { get; } = b;

    /// <summary>True for what holds only nearly always: where reasons contradict each other it is given up first.</summary>
    public virtual bool GivesWay => false;

    /// <summary>The reason, in words, told from the side of one of the two reports.</summary>
    /// <param name="report">The report it narrowed.</param>
    /// <param name="ids">The ids of all reports.</param>
    public abstract string Reason(int report, IReadOnlyList<string> ids);

    /// <summary>Takes from <paramref name="own"/> the days that no day of <paramref name="other"/> allows.</summary>
    /// <param name="report">The report whose domain is narrowed.</param>
    /// <param name="own">Its domain.</param>
    /// <param name="other">The domain of the other report.</param>
    public abstract void Narrow(int report, DayDomain own, DayDomain other);
}

/// <summary>Reports that share their text, or tell the same affair, lie near each other.</summary>
internal sealed class NearnessConstraint(CloseReports pair) : DateConstraint(pair.A, pair.B)
{
    private readonly int _reach = pair.IsSameText ? SameTextReachDays : StoryReachDays;

    /// <inheritdoc/>
    public override string Reason(int report, IReadOnlyList<string> ids) => string.Create(CultureInfo.InvariantCulture,
        $"{(pair.IsSameText ? "shares text with" : "tells the same story as")} “{ids[report == A ? B : A]}” ({pair.Share * 100:0} % of the words of the shorter): published within {_reach} days of it");

    /// <inheritdoc/>
    public override void Narrow(int report, DayDomain own, DayDomain other)
    {
        own.Keep(
            other.From.DayNumber - _reach < DayDomain.Earliest.DayNumber ? DayDomain.Earliest : other.From.AddDays(-_reach),
            other.To.AddDays(_reach));
    }

    // In days. Agency text is reprinted within two or three days and by weeklies within seven; twice that leaves room for
    // a late rewrite. Reports of one affair lay up to 147 days apart in AQUAINT. Count again when changed.
    private const int SameTextReachDays = 14, StoryReachDays = 150;
}

/// <summary>Two mentions of one event must be able to mean the same time.</summary>
internal sealed class EventConstraint(EventLink link, bool givesWay = false) : DateConstraint(link.A.Report, link.B.Report)
{
    /// <summary>True where it goes by days or weeks.</summary>
    public bool IsFine { get; } = IsFineTime(link.A) || IsFineTime(link.B);

    /// <inheritdoc/>
    public override bool GivesWay { get; } = givesWay;

    /// <inheritdoc/>
    public override string Reason(int report, IReadOnlyList<string> ids)
    {
        (DatedMention own, DatedMention other) = report == A ? (link.A, link.B) : (link.B, link.A);
        if (link.IsAnnounced)
        {
            string plan = report == link.A.Report ? "here" : $"in “{ids[A]}”", done = report == link.B.Report ? "here" : $"in “{ids[B]}”";
            return $"“{link.A.Words}” {plan} announces what “{link.B.Words}” {done} tells (shared words: {string.Join(", ", link.Shared)})";
        }
        if (A == B)
            (own, other) = link.A.IsAbsolute ? (link.B, link.A) : (link.A, link.B);
        string where = A == B ? "the same report" : $"“{ids[other.Report]}”";
        string copied = _slack > 0 ? $"; a copy may keep the word for a day" : "";
        if (link.Shared.Count == 0)
            return $"“{own.Words}” stands beside “{other.Words}” and tells the same time";
        return $"“{own.Words}” here and “{other.Words}” in {where} date the same event (shared words: {string.Join(", ", link.Shared)}){copied}";
    }

    /// <inheritdoc/>
    public override void Narrow(int report, DayDomain own, DayDomain other)
    {
        if (A == B)
        {
            (DatedMention relative, DatedMention known) = link.A.IsAbsolute ? (link.B, link.A) : (link.A, link.B);
            Narrow(relative, own, known, other);
            return;
        }
        if (report == A)
            Narrow(link.A, own, link.B, other);
        else
            Narrow(link.B, own, link.A, other);
    }

    // "Today" in both: a copy that is printed later seldom changes the word.
    private readonly int _slack = link.A.IsCountedDay && link.B.IsCountedDay ? CopiedDays : 0;

    private static bool IsFineTime(DatedMention mention) => mention.IsFresh || mention.Time.Meaning is RelativeTime { Unit: TimeUnit.Week };

    private void Narrow(DatedMention mention, DayDomain own, DatedMention other, DayDomain otherDays)
    {
        if (mention.IsAbsolute || (!other.IsAbsolute && !otherDays.IsExact))
            return;
        List<(int From, int To)> places = Places(other, otherDays);
        if (places.Count == 0)
            return;
        if (!own.IsExact)
        {
            Bound(mention, own, places);
            if (!own.IsExact || own.IsEmpty)
                return;
        }
        own.Keep(day => mention.At(day) is null || mention.PlacesFor(day).Any(p => Meets(places, p.From!.Value.DayNumber, p.To!.Value.DayNumber)));
    }

    // The different places of the other mention, ordered by start, each end the largest so far; none where one is unknown.
    private List<(int From, int To)> Places(DatedMention mention, DayDomain days)
    {
        var places = new SortedSet<(int From, int To)>();
        foreach (DateOnly day in mention.IsAbsolute ? [days.From] : days.Days())
        {
            if (mention.At(day) is null)
                return [];
            foreach (TimePlace place in mention.PlacesFor(day))
                places.Add((place.From!.Value.DayNumber - _slack, place.To!.Value.DayNumber + _slack));
        }
        var ordered = new List<(int From, int To)>(places.Count);
        int largest = int.MinValue;
        foreach ((int from, int to) in places)
            ordered.Add((from, largest = Math.Max(largest, to)));
        return ordered;
    }

    private static bool Meets(List<(int From, int To)> places, int from, int to)
    {
        int low = 0, high = places.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (places[middle].From <= to)
                low = middle + 1;
            else
                high = middle;
        }
        return low > 0 && places[low - 1].To >= from;
    }

    // In a wide domain only meanings that move steadily with the publication can be turned round: "last year" is 2022
    // for the publications of 2023.
    private static void Bound(DatedMention mention, DayDomain own, List<(int From, int To)> places)
    {
        if (mention.Time.Meaning is not (RelativeTime or ShiftedTime or CalendarTime { YearShift: not null }))
            return;
        int first = Search(own, day => mention.At(day)?.To?.DayNumber >= places[0].From);
        int after = Search(own, day => mention.At(day)?.From?.DayNumber > places[^1].To);
        own.Keep(
            first > own.To.DayNumber ? own.To.AddDays(1) : DateOnly.FromDayNumber(first),
            after <= own.From.DayNumber ? own.From.AddDays(-1) : DateOnly.FromDayNumber(after - 1));
    }

    // In days: most agency text is printed on the day it comes or the next. Of 29 generated copies without a date 4 kept a "today" of the day before.
    private const int CopiedDays = 1;

    // The first day from which the test holds, the day after the last where it never does.
    private static int Search(DayDomain domain, Func<DateOnly, bool> test)
    {
        int low = domain.From.DayNumber, high = domain.To.DayNumber + 1;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (test(DateOnly.FromDayNumber(middle)))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
