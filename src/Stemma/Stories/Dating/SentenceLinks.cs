using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Reports;

namespace Stemma.Stories.Dating;

/// <summary>Finds sentences of close reports that tell the same with the same day of the week, however they word the rest.</summary>
/// <remarks>
/// A rewriter keeps "on Tuesday" and changes the words beside it: the whole sentences are compared, but only in reports that
/// tell the same news (<see cref="SharedText"/>), and only times that name the same weekday, or the same week or month, are joined.
/// </remarks>
internal static class SentenceLinks
{
    /// <summary>The links, ordered by report and place; capped for each pair of reports.</summary>
    public static IReadOnlyList<EventLink> Find(IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<IReadOnlyList<DatedMention>> mentions, IReadOnlyList<CloseReports> close)
    {
        List<Telling>[] tellings = [.. reports.Select((r, i) => Read(mentions[i], r.Report.Published))];
        var links = new List<EventLink>();
        foreach (CloseReports pair in close)
        {
            int found = 0;
            foreach (Telling a in tellings[pair.A])
            {
                foreach (Telling b in tellings[pair.B].Where(b => IsSameTime(a, b)))
                {
                    if (found < MostOfPair && Link(a, b) is { } link)
                    {
                        links.Add(link);
                        found++;
                    }
                }
            }
        }
        return links;
    }

    private static List<Telling> Read(IReadOnlyList<DatedMention> mentions, PublicationDate? published)
    {
        DateOnly? day = published is { IsDay: true } known ? known.From : null;
        var tellings = new List<Telling>();
        foreach (DatedMention mention in mentions)
        {
            int? weekday = mention.WeekdayFor(day);
            if (tellings.Count < MostOfReport && (weekday is not null || mention.Time.Meaning is RelativeTime))
                tellings.Add(new Telling(mention, weekday));
        }
        return tellings;
    }

    private static bool IsSameTime(Telling a, Telling b) =>
        a.Weekday is { } day ? b.Weekday == day && !(a.Mention.IsAbsolute && b.Mention.IsAbsolute) : b.Weekday is null && a.Mention.Time.Meaning == b.Mention.Time.Meaning;

    private static EventLink? Link(Telling a, Telling b)
    {
        if (a.Mention.Recurring.Intersect(b.Mention.Recurring, StringComparer.Ordinal).Any())
            return null;
        string[] shared = [.. a.Mention.Around.Intersect(b.Mention.Around, StringComparer.Ordinal)];
        bool isSame = shared.Length >= EnoughShared && shared.Length >= EnoughShare * Math.Min(a.Mention.Around.Count, b.Mention.Around.Count);
        return isSame ? new EventLink(a.Mention, b.Mention, [.. shared.Take(MostShown)], shared.Length) : null;
    }

    private readonly record struct Telling(DatedMention Mention, int? Weekday);

    // In shared content words, and as a part of those of the shorter sentence. Set on invented rewritings; re-run the tests
    // of DateNarrower when changed.
    private const int EnoughShared = 5;
    private const double EnoughShare = 0.5;

    /// <summary>In mentions of one report.</summary>
    private const int MostOfReport = 40;

    /// <summary>In links of one pair of reports; more would only repeat what the first ones tell.</summary>
    private const int MostOfPair = 8;

    /// <summary>In words of a reason.</summary>
    private const int MostShown = 6;
}
