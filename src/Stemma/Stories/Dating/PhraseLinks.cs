using Stemma.Annotation;
using Stemma.Annotation.Times;

namespace Stemma.Stories.Dating;

/// <summary>Joins times of reports of one affair that date the same rare phrase in other words: "a third term this month", "last week".</summary>
/// <remarks>
/// Only in reports that tell the same news, directly or by way of others (<see cref="SharedText"/>), and only phrases that each
/// report dates once: what is dated twice names no single event.
/// </remarks>
internal static class PhraseLinks
{
    /// <summary>The links, in the order of the phrases; each phrase leads from the first report that has it to the others.</summary>
    /// <param name="mentions">The mentions of each report.</param>
    /// <param name="affairs">For each report its affair; see <see cref="SharedText.Affairs"/>.</param>
    public static IEnumerable<EventLink> Find(IReadOnlyList<IReadOnlyList<DatedMention>> mentions, int[] affairs)
    {
        var tellings = new SortedDictionary<(int Affair, string Phrase), List<DatedMention>>(Comparer<(int Affair, string Phrase)>.Create(
            (a, b) => a.Affair != b.Affair ? a.Affair.CompareTo(b.Affair) : string.CompareOrdinal(a.Phrase, b.Phrase)));
        for (int r = 0; r < mentions.Count; r++)
        {
            foreach (IGrouping<string, DatedMention> phrase in mentions[r].SelectMany(m => m.Phrases.Select(p => (Phrase: p, Mention: m))).GroupBy(p => p.Phrase, p => p.Mention, StringComparer.Ordinal))
            {
                DatedMention[] times = [.. phrase.Distinct()];
                if (times.Length > 1)
                    continue;
                if (!tellings.TryGetValue((affairs[r], phrase.Key), out List<DatedMention>? list))
                    tellings[(affairs[r], phrase.Key)] = list = [];
                if (list.Count < MostTellings)
                    list.Add(times[0]);
            }
        }
        foreach (((int, string Phrase) key, List<DatedMention> list) in tellings)
        {
            foreach (DatedMention other in list.Skip(1))
            {
                if (Link(list[0], other, key.Phrase) is { } link)
                    yield return link;
            }
        }
    }

    private static EventLink? Link(DatedMention a, DatedMention b, string phrase)
    {
        bool isTurned = (a.IsSurelyFuture && b.Time.Tense == TimeTense.Past) || (b.IsSurelyFuture && a.Time.Tense == TimeTense.Past);
        if (isTurned || (a.IsAbsolute && b.IsAbsolute) || a.Differs(b))
            return null;
        string[] shared = [.. a.Around.Intersect(b.Around, StringComparer.Ordinal)];
        bool hasName = a.Names.Intersect(b.Names, StringComparer.Ordinal).Any();
        return hasName && shared.Length >= EnoughShared ? new EventLink(a, b, [phrase, .. shared.Where(w => !phrase.Contains(w, StringComparison.Ordinal)).Take(MostShown)], shared.Length) : null;
    }

    /// <summary>In content words of both sentences, the two of the phrase among them; set by hand, see docs/decisions/dating.md.</summary>
    private const int EnoughShared = 4;

    /// <summary>In reports under one phrase; more would only repeat what the first ones tell.</summary>
    private const int MostTellings = 24;

    /// <summary>In words of a reason besides the phrase.</summary>
    private const int MostShown = 4;
}
