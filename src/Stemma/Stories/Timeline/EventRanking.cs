using Stemma.Annotation;
using Stemma.Annotation.Times;

namespace Stemma.Stories.Timeline;

/// <summary>Tells what a reader wants first, and what lies long before the story.</summary>
internal static class EventRanking
{
    /// <summary>The events in the order of time, with their ranks.</summary>
    public static IReadOnlyList<TimelineEvent> Ranked(IEnumerable<TimelineEvent> events, IReadOnlyList<AnnotatedReport> reports, TellerOrder order)
    {
        DateOnly[] published = [.. reports.Select(r => r.Report.Published).OfType<Reports.PublicationDate>().Select(Middle).Order()];
        DateOnly? first = published.Length > 0 ? published[0] : null, core = published.Length > 0 ? published[published.Length / 2] : null;
        TimelineEvent[] ordered = [.. events.Select(e => WithKind(e, first)).OrderBy(e => e.From).ThenBy(e => e.To).ThenBy(e => e.Tellings[0].Report).ThenBy(e => e.Tellings[0].Time)];
        int[] tellers = [.. ordered.Select(e => e.Tellings.Select(t => t.Report).Distinct().Count())];
        int[] ranked = [.. Enumerable.Range(0, ordered.Length)
            .OrderBy(i => Class(ordered[i]))
            .ThenByDescending(i => ordered[i].IsConflict)
            // One report may rest on two origins; its sentence rests on one of them.
            .ThenByDescending(i => tellers[i] == 1 ? 1 : ordered[i].Tellings.SelectMany(t => order.Origins[t.Report]).Distinct().Count())
            .ThenByDescending(i => tellers[i])
            .ThenBy(i => ordered[i].IsStatement)
            .ThenBy(i => core is { } day ? Distance(ordered[i], day) : 0)
            .ThenBy(i => ordered[i].Tellings.Min(t => t.Sentence.Start))
            .ThenBy(i => i)];
        ranked = Spread(ranked, ordered, tellers);
        for (int rank = 0; rank < ranked.Length; rank++)
            ordered[ranked[rank]] = ordered[ranked[rank]] with { Rank = rank + 1 };
        return ordered;
    }

    // Of what one report alone tells, the first thing of each day comes before the second of any, so that no day crowds out the others.
    private static int[] Spread(int[] ranked, TimelineEvent[] events, int[] tellers)
    {
        var seen = new Dictionary<(int Class, DateOnly From, DateOnly To), int>();
        int[] turn = new int[events.Length];
        foreach (int i in ranked.Where(i => tellers[i] == 1))
        {
            (int, DateOnly, DateOnly) day = (Class(events[i]), events[i].From, events[i].To);
            turn[i] = seen[day] = seen.GetValueOrDefault(day) + 1;
        }
        // A stable sort: what is equal here stays as it was.
        return [.. ranked.OrderBy(i => Class(events[i])).ThenBy(i => turn[i])];
    }

    private static TimelineEvent WithKind(TimelineEvent happening, DateOnly? first) =>
        happening.Kind == EventKind.Happened && first is { } day && happening.To < day.AddDays(-DaysBefore) ? happening with { Kind = EventKind.Background } : happening;

    // What is known to the week comes before what is only known wider, and that before what lies long ago: "this year" in passing,
    // a career, the history of a place.
    private static int Class(TimelineEvent happening)
    {
        if (happening.Kind == EventKind.Background)
            return 2;
        int days = happening.To.DayNumber - happening.From.DayNumber + 1;
        return happening.Precision is TimePrecision.Day or TimePrecision.Week || days <= WideDays ? 0 : 1;
    }

    private static int Distance(TimelineEvent happening, DateOnly core) =>
        Math.Max(0, Math.Max(happening.From.DayNumber - core.DayNumber, core.DayNumber - happening.To.DayNumber));

    private static DateOnly Middle(Reports.PublicationDate date) => date.From.AddDays((date.To.DayNumber - date.From.DayNumber) / 2);

    /// <summary>In days before the first report: what ended earlier is no part of the story. Set by eye on stories that last some weeks.</summary>
    private const int DaysBefore = 60;

    /// <summary>In days: a wider time tells little of when.</summary>
    private const int WideDays = 10;
}
