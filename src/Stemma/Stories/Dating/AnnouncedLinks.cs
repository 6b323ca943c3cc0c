using Stemma.Annotation;
using Stemma.Annotation.Times;

namespace Stemma.Stories.Dating;

/// <summary>Joins the report that announces an event in its lead with the close one whose lead tells that it came.</summary>
/// <remarks>
/// The two need not share the words beside the times: their leads name the same persons and places. Where the announcing report
/// tells of an earlier event of the kind, or the other looks ahead in its lead as well, nothing is joined.
/// </remarks>
internal static class AnnouncedLinks
{
    /// <summary>The links, in the order of the close pairs.</summary>
    public static IEnumerable<EventLink> Find(IReadOnlyList<IReadOnlyList<DatedMention>> mentions, IReadOnlyList<CloseReports> close)
    {
        foreach (CloseReports pair in close)
        {
            if ((Link(mentions[pair.A], mentions[pair.B]) ?? Link(mentions[pair.B], mentions[pair.A])) is { } link)
                yield return link;
        }
    }

    private static EventLink? Link(IReadOnlyList<DatedMention> announcing, IReadOnlyList<DatedMention> telling)
    {
        DatedMention? plan = announcing.FirstOrDefault(m => m.Sentence < LeadSentences && m.IsSurelyFuture && IsNear(m));
        DatedMention? told = telling.FirstOrDefault(m => m.Sentence < LeadSentences);
        if (plan is null || told is not { BareWeekday: not null, Time.Tense: TimeTense.Past } || told.IsAnnouncement)
            return null;
        string[] shared = [.. plan.Around.Intersect(told.Around, StringComparer.Ordinal)];
        int names = plan.Names.Intersect(told.Names, StringComparer.Ordinal).Count();
        if (names < EnoughNames || shared.Length < EnoughShared)
            return null;
        return new EventLink(plan, told, [.. shared.Take(MostShown)], shared.Length);
    }

    private static bool IsNear(DatedMention mention) =>
        mention.Time.Meaning is RelativeTime { Unit: TimeUnit.Week or TimeUnit.Weekend, Shift: 0 or 1, FromContext: false } or RelativeTime { Unit: TimeUnit.Day, Shift: 1, FromContext: false }
        || mention.BareWeekday is not null;

    /// <summary>In sentences that are no headings.</summary>
    private const int LeadSentences = 2;

    // In words that both leads write with a capital, and in content words of both. Set on invented stories; see
    // docs/decisions/dating.md for how often such a link is wrong.
    private const int EnoughNames = 3, EnoughShared = 4;

    /// <summary>In words of a reason.</summary>
    private const int MostShown = 6;
}
