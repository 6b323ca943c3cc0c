using Stemma.Annotation;
using Stemma.Annotation.Times;

namespace Stemma.Stories.Timeline;

/// <summary>Makes an event of the groups of tellings that tell it.</summary>
internal static class EventWriter
{
    /// <summary>The event; without its rank.</summary>
    /// <param name="groups">One or more; where they are several, their days cannot be the same.</param>
    /// <param name="reports">The reports.</param>
    /// <param name="order">Which text was there first.</param>
    public static TimelineEvent Write(IReadOnlyList<EventGroup> groups, IReadOnlyList<AnnotatedReport> reports, TellerOrder order)
    {
        EventGroup[] told = [.. groups.Where(g => !g.IsPlan)], plans = [.. groups.Where(g => g.IsPlan)];
        EventGroup[] main = told.Length > 0 ? told : plans;
        var reasons = new List<string>();
        // A plan beside what happened is no conflict: the day was moved.
        bool conflict = main.Length > 1;
        for (int i = 1; i < main.Length; i++)
            reasons.Add(EventReasons.Conflict(main[0], main[i], told.Length == 0, reports));
        if (told.Length > 0)
            reasons.AddRange(plans.Select(p => EventReasons.OtherDay(p, told[0], reports)));
        TimelineItem[] items = [.. groups.SelectMany(g => g.Items).OrderBy(i => i.Report).ThenBy(i => i.Telling.Time.Start)];
        if (told.Length > 0 && plans.Length == 0 && Array.Exists(items, i => i.Telling.IsPlan))
            reasons.Add(EventReasons.Planned([.. items.Where(i => i.Telling.IsPlan)], [.. items.Where(i => !i.Telling.IsPlan)]));
        reasons.AddRange(groups.SelectMany(g => g.Reasons).Distinct(StringComparer.Ordinal).Take(MostReasons));
        return new TimelineEvent(main.Min(g => g.From), main.Max(g => g.To), main.Length == 1 ? main[0].Precision() : TimePrecision.Interval, [.. items.Select(i => i.Telling)])
        {
            Kind = told.Length > 0 ? EventKind.Happened : EventKind.Planned,
            IsConflict = conflict,
            IsStatement = Array.TrueForAll(items, i => i.Gives),
            Best = Array.IndexOf(items, Best(items, told.Length > 0, order)),
            Undated = [.. main.Where(g => g.IsOpen()).SelectMany(g => g.Items).Where(i => i.IsRelative && reports[i.Report].Report.Published is not { IsDay: true }).Select(i => i.Report).Distinct().Order()],
            Reasons = reasons,
        };
    }

    // The telling that names the event: as happened where any is, of the text that was there first.
    private static TimelineItem Best(TimelineItem[] items, bool told, TellerOrder order) =>
        items.Where(i => !told || !i.Telling.IsPlan).OrderBy(i => i.Words.Length < FewWords).ThenBy(i => order.Of(i.Report)).ThenBy(i => i.Telling.Time.Start).First();

    /// <summary>In content words: a shorter clause hardly names an event.</summary>
    private const int FewWords = 3;

    /// <summary>In reasons of one event.</summary>
    private const int MostReasons = 8;
}
