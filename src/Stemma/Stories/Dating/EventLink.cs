namespace Stemma.Stories.Dating;

/// <summary>Two mentions that date one event.</summary>
/// <param name="A">The one.</param>
/// <param name="B">The other, of a later report or later in the same.</param>
/// <param name="Shared">The words that show it.</param>
/// <param name="Strength">How many words, those near the time twice.</param>
internal sealed record EventLink(DatedMention A, DatedMention B, IReadOnlyList<string> Shared, int Strength)
{
    /// <summary>True where the one looks ahead to what the other tells as done.</summary>
    public bool IsAnnounced { get; init; }
}

/// <summary>Finds the pairs of mentions that date one event, by shared content words.</summary>
internal static class EventLinks
{
    /// <summary>The links, ordered by report and place. Works from an index of the near words, with capped lists.</summary>
    /// <param name="mentions">The mentions of each report.</param>
    /// <param name="affairs">For each report its affair; see <see cref="SharedText.Affairs"/>.</param>
    public static IReadOnlyList<EventLink> Find(IReadOnlyList<IReadOnlyList<DatedMention>> mentions, int[] affairs)
    {
        DatedMention[] all = [.. mentions.SelectMany(m => m)];
        HashSet<string> repeated = Repeated(mentions);
        var earlier = new EarlierWords(LongestList);
        var links = new List<EventLink>();
        for (int b = 0; b < all.Length; b++)
        {
            foreach ((int a, int near) in earlier.CountAndAdd(b, all[b].Near.Where(w => !repeated.Contains(w))))
            {
                if (Link(all[a], all[b], near, repeated, affairs[all[a].Report] == affairs[all[b].Report]) is { } link)
                    links.Add(link);
            }
        }
        return Best(links);
    }

    // Links to a fixed place tell most, links of two different countings next, links of two copies least. Of each kind a
    // mention keeps the strongest few, so that many copies of one report do not crowd out what the others tell.
    private static List<EventLink> Best(List<EventLink> links)
    {
        var ofMention = new Dictionary<(int Report, string Words, int Kind), int>();
        var said = new HashSet<(int, int, string, string)>();
        var kept = new List<EventLink>();
        foreach (EventLink link in links.OrderBy(Kind).ThenByDescending(l => l.Strength))
        {
            (int Report, string Words, int Kind) a = (link.A.Report, link.A.Words, Kind(link)), b = (link.B.Report, link.B.Words, Kind(link));
            if (ofMention.GetValueOrDefault(a) >= MostOfMention && ofMention.GetValueOrDefault(b) >= MostOfMention)
                continue;
            // The same words in the same pair of reports say the same again.
            if (!said.Add((link.A.Report, link.B.Report, link.A.Words, link.B.Words)))
                continue;
            kept.Add(link);
            ofMention[a] = ofMention.GetValueOrDefault(a) + 1;
            ofMention[b] = ofMention.GetValueOrDefault(b) + 1;
        }
        return kept;
    }

    private static int Kind(EventLink link)
    {
        if (link.A.IsAbsolute || link.B.IsAbsolute)
            return 0;
        return link.A.Time.Meaning == link.B.Time.Meaning ? 2 : 1;
    }

    private static EventLink? Link(DatedMention a, DatedMention b, int near, HashSet<string> repeated, bool isOneAffair)
    {
        // Two places that both stand fast tell nothing of the publication; in one report neither do two of one kind.
        if ((a.IsAbsolute && b.IsAbsolute) || (a.Report == b.Report && a.IsAbsolute == b.IsAbsolute))
            return null;
        // Two meetings, two festivals: what they share besides does not make them one.
        if (a.Recurring.Intersect(b.Recurring, StringComparer.Ordinal).Any())
            return null;
        if (a.Differs(b))
            return null;
        string[] shared = [.. a.Around.Intersect(b.Around, StringComparer.Ordinal)];
        bool fresh = a.IsFresh || b.IsFresh;
        int neededNear = isOneAffair && shared.Length - near >= ManyAround ? 1 : EnoughNear;
        if (fresh)
            neededNear = EnoughNear;
        bool hasName = a.Names.Intersect(b.Names, StringComparer.Ordinal).Any();
        if (near < neededNear || !hasName || shared.Length < (fresh ? FreshShared : EnoughShared))
            return null;
        string[] shown = [.. a.Near.Intersect(b.Near, StringComparer.Ordinal).Where(w => !repeated.Contains(w)).Concat(shared).Distinct(StringComparer.Ordinal).Take(MostShown)];
        return new EventLink(a, b, shown, near + shared.Length);
    }

    // A word that one report dates twice, to different times, names no single event.
    private static HashSet<string> Repeated(IReadOnlyList<IReadOnlyList<DatedMention>> mentions)
    {
        var repeated = new HashSet<string>(StringComparer.Ordinal);
        foreach (IReadOnlyList<DatedMention> report in mentions)
        {
            var places = new Dictionary<string, (DateOnly From, DateOnly To)>(StringComparer.Ordinal);
            foreach (DatedMention mention in report)
            {
                if (mention.At(s_anyDay) is not { From: { } from, To: { } to })
                    continue;
                foreach (string word in mention.Near)
                {
                    if (!places.TryGetValue(word, out (DateOnly From, DateOnly To) known))
                        places[word] = (from, to);
                    else if (known.From > to || from > known.To)
                        repeated.Add(word);
                    else
                        places[word] = (from > known.From ? from : known.From, to < known.To ? to : known.To);
                }
            }
        }
        return repeated;
    }

    // Relative times of one report are compared as if it were published this day; any other would do.
    private static readonly DateOnly s_anyDay = new(2001, 6, 13);

    // In shared content words: two near words that are no names, or in reports of one affair one with three more in the sentences; a name among
    // them always. Set on invented stories and on news sets that tell many stories, where every link is a false one;
    // re-run the tests of DateNarrower when changed.
    private const int EnoughNear = 2, ManyAround = 3, EnoughShared = 3, FreshShared = 5;

    /// <summary>In mentions under one word; commoner words tell no event.</summary>
    private const int LongestList = 200;

    /// <summary>In links of one mention and kind; more would only repeat what the first ones tell.</summary>
    private const int MostOfMention = 4;

    /// <summary>In words of a reason.</summary>
    private const int MostShown = 6;
}
