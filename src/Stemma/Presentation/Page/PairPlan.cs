using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>Two reports that are shown side by side: the one that took on the right, what it took from on the left.</summary>
/// <param name="Source">The one on the left.</param>
/// <param name="Taker">The one on the right.</param>
/// <param name="Link">The link of the lineage that says so, null where there is none.</param>
/// <param name="Parent">What the link comes from: the source, or a lost dispatch behind both.</param>
internal sealed record ReportPair(NumberedReport Source, NumberedReport Taker, LineageLink? Link, LineageNode? Parent)
{
    public string Anchor => FormattableString.Invariant($"pair-{Source.Number}-{Taker.Number}");
}

/// <summary>Which reports are shown side by side, and which passages that shows.</summary>
internal sealed class PairPlan
{
    // Pairs and characters of text: what a page of 60 reports can hold and still open at once (about 2 MB). When they
    // change, measure the page of the 60-report fixture again.
    private const int MostPairs = 40;
    private const int MostCharacters = 500_000;

    private readonly Dictionary<string, List<(int Number, DossierPassage Passage)>> _passages = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ReportPair> _pairs = new(StringComparer.Ordinal);
    private readonly Dictionary<LineageLink, ReportPair> _byLink = new(ReferenceEqualityComparer.Instance);

    /// <summary>The pairs, by the number of the report that took.</summary>
    public IReadOnlyList<ReportPair> Shown { get; private init; } = [];

    /// <summary>The number of pairs there was no room for.</summary>
    public int LeftOut { get; private init; }

    /// <summary>Plans the pairs.</summary>
    /// <param name="page">The story.</param>
    /// <param name="all">True where each pair has a page of its own, so that there is room for all.</param>
    public static PairPlan Of(PageStory page, bool all)
    {
        StoryIndex story = page.Story;
        var wanted = new Dictionary<string, ReportPair>(StringComparer.Ordinal);
        var keys = new List<(LineageLink Link, string Key)>();
        foreach (NumberedReport taker in story.Reports)
        {
            foreach (LineageLink link in story.Lineage.Node(taker.Report.Id)!.Parents)
            {
                LineageNode parent = story.Lineage.Node(link.From)!;
                if ((parent.Report ?? NearestSibling(story, link)) is { } source)
                {
                    keys.Add((link, Key(source.Report.Id, taker.Report.Id)));
                    bool swap = parent.Report is null && source.Number > taker.Number;
                    wanted.TryAdd(Key(source.Report.Id, taker.Report.Id), swap ? new ReportPair(taker, source, link, parent) : new ReportPair(source, taker, link, parent));
                }
            }
        }
        ReportPair[] ordered = [.. wanted.Values.OrderBy(p => p.Taker.Number).ThenBy(p => p.Source.Number)];
        var shown = new List<ReportPair>();
        int characters = 0;
        foreach (ReportPair pair in all ? ordered : ordered.Take(MostPairs))
        {
            characters += pair.Taker.Report.Text.Length;
            if (!all && shown.Count > 0 && characters > MostCharacters)
                break;
            shown.Add(pair);
        }
        var plan = new PairPlan { Shown = shown, LeftOut = ordered.Length - shown.Count };
        foreach (ReportPair pair in shown)
            plan._pairs[Key(pair.Source.Report.Id, pair.Taker.Report.Id)] = pair;
        foreach ((LineageLink link, string key) in keys)
        {
            if (plan._pairs.TryGetValue(key, out ReportPair? pair))
                plan._byLink[link] = pair;
        }
        for (int i = 0; i < page.Dossier.Passages.Count; i++)
            plan.Add(i + 1, page.Dossier.Passages[i], all);
        return plan;
    }

    /// <summary>The pair that shows what a link says, null where none does.</summary>
    public ReportPair? Of(LineageLink link) => _byLink.GetValueOrDefault(link);

    /// <summary>The pair that shows a passage, null where none does.</summary>
    public ReportPair? PairOf(DossierPassage passage) => _pairs.GetValueOrDefault(Key(passage.A.Report, passage.B.Report));

    /// <summary>Any two reports as a pair: the one that is shown, else one without a link, the earlier report on the left.</summary>
    public ReportPair Between(NumberedReport a, NumberedReport b) => _pairs.GetValueOrDefault(Key(a.Report.Id, b.Report.Id))
        ?? (a.Number <= b.Number ? new ReportPair(a, b, null, null) : new ReportPair(b, a, null, null));

    /// <summary>The passages that a pair of <see cref="Shown"/> shares, and where there is room for all any pair, with their numbers.</summary>
    public IReadOnlyList<(int Number, DossierPassage Passage)> Passages(ReportPair pair) =>
        _passages.GetValueOrDefault(Key(pair.Source.Report.Id, pair.Taker.Report.Id)) ?? [];

    private void Add(int number, DossierPassage passage, bool all)
    {
        string key = Key(passage.A.Report, passage.B.Report);
        if (!all && !_pairs.ContainsKey(key))
            return;
        if (_passages.TryGetValue(key, out List<(int, DossierPassage)>? list))
            list.Add((number, passage));
        else
            _passages[key] = [(number, passage)];
    }

    private static NumberedReport? NearestSibling(StoryIndex story, LineageLink link)
    {
        var shared = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string id in link.Passages)
        {
            if (story.Passage(id) is not { } passage || (passage.A.Report != link.To && passage.B.Report != link.To))
                continue;
            DossierSpan other = passage.A.Report == link.To ? passage.B : passage.A;
            shared[other.Report] = shared.GetValueOrDefault(other.Report) + Math.Max(0, other.End - other.Start);
        }
        return shared.Where(s => s.Key != link.To).OrderByDescending(s => s.Value).ThenBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => story.Report(s.Key)).FirstOrDefault(r => r is not null);
    }

    private static string Key(string a, string b) => string.CompareOrdinal(a, b) < 0 ? a + "\n" + b : b + "\n" + a;
}
