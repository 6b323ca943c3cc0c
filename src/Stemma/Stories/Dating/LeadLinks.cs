using Stemma.Annotation;
using Stemma.Annotation.Times;

namespace Stemma.Stories.Dating;

/// <summary>Joins the leads of close reports: one announces what the other tells as done, or both tell it with the same weekday.</summary>
/// <remarks>
/// The two need not share the words beside the times: the sentences name the same persons and places. An affair of which every
/// week brings another round is told in the same words, so that these links give way where they contradict others.
/// </remarks>
internal static class LeadLinks
{
    /// <summary>The links, in the order of the close pairs.</summary>
    public static IEnumerable<EventLink> Find(IReadOnlyList<IReadOnlyList<DatedMention>> mentions, IReadOnlyList<CloseReports> close)
    {
        foreach (CloseReports pair in close)
        {
            (IReadOnlyList<DatedMention> a, IReadOnlyList<DatedMention> b) = (mentions[pair.A], mentions[pair.B]);
            if ((Announced(a, b) ?? Announced(b, a) ?? SameDay(a, b)) is { } link)
                yield return link;
        }
    }

    private static EventLink? Announced(IReadOnlyList<DatedMention> announcing, IReadOnlyList<DatedMention> telling)
    {
        DatedMention? plan = announcing.FirstOrDefault(m => m.Sentence < LeadSentences && m.IsSurelyFuture && IsNear(m));
        return plan is not null && Told(telling) is { IsAnnouncement: false } told ? Link(plan, told, isAnnounced: true) : null;
    }

    private static EventLink? SameDay(IReadOnlyList<DatedMention> a, IReadOnlyList<DatedMention> b) =>
        Told(a) is { } here && Told(b) is { } there && here.BareWeekday == there.BareWeekday ? Link(here, there, isAnnounced: false) : null;

    // The first time of the lead, where it is a weekday looked back on.
    private static DatedMention? Told(IReadOnlyList<DatedMention> mentions) =>
        mentions.FirstOrDefault(m => m.Sentence < LeadSentences) is { BareWeekday: not null, Time.Tense: TimeTense.Past } told ? told : null;

    private static EventLink? Link(DatedMention a, DatedMention b, bool isAnnounced)
    {
        string[] shared = [.. a.Around.Intersect(b.Around, StringComparer.Ordinal)];
        int names = a.Names.Intersect(b.Names, StringComparer.Ordinal).Count();
        return names >= EnoughNames && shared.Length >= EnoughShared ? new EventLink(a, b, [.. shared.Take(MostShown)], shared.Length) { IsAnnounced = isAnnounced } : null;
    }

    private static bool IsNear(DatedMention mention) =>
        mention.Time.Meaning is RelativeTime { Unit: TimeUnit.Week or TimeUnit.Weekend, Shift: 0 or 1, FromContext: false } or RelativeTime { Unit: TimeUnit.Day, Shift: 1, FromContext: false }
        || mention.BareWeekday is not null;

    /// <summary>In sentences that are no headings, of which a page may glue one to the first.</summary>
    private const int LeadSentences = 4;

    // In words that both sentences write with a capital, and in content words of both. Set on invented stories; see
    // docs/decisions/dating.md for how often such a link is wrong.
    private const int EnoughNames = 3, EnoughShared = 4;

    /// <summary>In words of a reason.</summary>
    private const int MostShown = 6;
}
