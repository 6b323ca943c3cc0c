using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Comparison;
using Stemma.Comparison.Passages;
using Stemma.Comparison.Similarity;
using Stemma.Languages;
using Stemma.Stories.Lineage;

namespace Stemma.Stories.Timeline;

/// <summary>Orders what the reports of a story tell by the time at which it happened.</summary>
public static class TimelineBuilder
{
    /// <summary>The events, ordered by first day, last day and first telling. Near-linear in the number of times.</summary>
    /// <remarks>
    /// Copied clauses are one event, and their day is that of the text that was there first. Other clauses are one where their days
    /// can be the same and they share most of what their words weigh; where these are surely one act and the days cannot be the same,
    /// the event is a conflict, or was planned for another day than it happened. Lengths, recurring times and decades are no events.
    /// See docs/decisions/timeline.md.
    /// </remarks>
    /// <param name="reports">The reports of one story.</param>
    /// <param name="times">The resolved times of each report, in the same order.</param>
    /// <param name="passages">The passages that the reports share; null for none.</param>
    /// <param name="lineage">Who took text from whom; null where that is not known.</param>
    public static IReadOnlyList<TimelineEvent> Build(
        IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<IReadOnlyList<ResolvedTime>> times, IReadOnlyList<Passage>? passages = null, StoryLineage? lineage = null)
    {
        var forms = new WordForms(Lexicon.English);
        var items = new List<TimelineItem>();
        for (int r = 0; r < reports.Count; r++)
            items.AddRange(ItemReader.Read(reports[r], r, times[r], forms));
        var order = new TellerOrder(reports, lineage ?? new StoryLineage([], [], []));
        (List<EventGroup> groups, List<int> chosen, int[] groupOf) = OfCopies(items, reports, passages ?? [], order);
        var likeness = new ClauseLikeness([.. chosen.Select(i => items[i])]);
        IReadOnlyList<EventPair> pairs = new EventPairs(items, likeness).Find(chosen);
        var joined = new DisjointGroups(groups.Count);
        foreach (EventPair pair in pairs.Where(p => !p.IsApart))
            JoinSame(groups, joined, groupOf[pair.A], groupOf[pair.B], EventReasons.Same(items[pair.A], items[pair.B], pair.Likeness, reports));
        var apart = new DisjointGroups(groups.Count);
        foreach (EventPair pair in pairs.Where(p => p.IsApart))
            apart.Join(joined.Find(groupOf[pair.A]), joined.Find(groupOf[pair.B]));
        ILookup<int, EventGroup> events = Enumerable.Range(0, groups.Count).Where(g => joined.Find(g) == g).ToLookup(apart.Find, g => groups[g]);
        return EventRanking.Ranked(events.Select(e => EventWriter.Write([.. e], reports, order)), reports, order);
    }

    // Copies are one group, or several where the words of the date were changed; of each group and wording one item stands for all.
    private static (List<EventGroup> Groups, List<int> Chosen, int[] GroupOf) OfCopies(
        List<TimelineItem> items, IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<Passage> passages, TellerOrder order)
    {
        var copies = new DisjointGroups(items.Count);
        CopiedItems.Join(items, passages, copies);
        JoinTwins(items, copies);
        var dates = new CopiedDates(reports, order);
        var groups = new List<EventGroup>();
        var numbers = new Dictionary<TimelineItem, int>(ReferenceEqualityComparer.Instance);
        foreach (IGrouping<int, TimelineItem> bundle in items.Index().GroupBy(i => copies.Find(i.Index), i => i.Item))
        {
            foreach (EventGroup group in dates.Groups([.. bundle]))
            {
                foreach (TimelineItem item in group.Items)
                    numbers[item] = groups.Count;
                groups.Add(group);
            }
        }
        var chosen = new List<int>();
        int[] groupOf = new int[items.Count];
        var wordings = new Dictionary<int, HashSet<string>>();
        for (int i = 0; i < items.Count; i++)
        {
            groupOf[i] = numbers[items[i]];
            if (!wordings.TryGetValue(groupOf[i], out HashSet<string>? known))
                wordings[groupOf[i]] = known = new HashSet<string>(StringComparer.Ordinal);
            if (known.Count < MostWordings && known.Add(string.Join(' ', items[i].Words)))
                chosen.Add(i);
        }
        return (groups, chosen, groupOf);
    }

    // The same clause with the same days in several reports, found without comparing the texts.
    private static void JoinTwins(List<TimelineItem> items, DisjointGroups copies)
    {
        var first = new Dictionary<(string Words, DateOnly From, DateOnly To), int>();
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i].Words.Length >= TwinWords && !first.TryAdd((string.Join(' ', items[i].Words), items[i].From, items[i].To), i))
                copies.Join(first[(string.Join(' ', items[i].Words), items[i].From, items[i].To)], i);
        }
    }

    private static void JoinSame(List<EventGroup> groups, DisjointGroups joined, int a, int b, string reason)
    {
        (a, b) = (joined.Find(a), joined.Find(b));
        if (a == b || !groups[a].Fits(groups[b]))
            return;
        joined.Join(a, b);
        int kept = joined.Find(a);
        groups[kept].Take(groups[kept == a ? b : a]);
        if (groups[kept].Reasons.Count < MostReasons)
            groups[kept].Reasons.Add(reason);
    }

    /// <summary>In content words: shorter clauses may be the same by chance.</summary>
    private const int TwinWords = 3;

    /// <summary>In wordings of one copied clause that are compared with other clauses.</summary>
    private const int MostWordings = 4;

    /// <summary>In reasons of one event; more say the same again.</summary>
    private const int MostReasons = 6;
}
