using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Languages;
using Stemma.Reports;
using Stemma.Stories.Lineage.Traditions;

namespace Stemma.Stories.Lineage;

/// <summary>Finds who took text from whom, which texts behind the reports are lost, and how many independent origins there are.</summary>
/// <remarks>
/// The lineage is the cheapest way to write all reports (see docs/decisions/lineage-by-cost.md): sources, lost texts where they
/// save more than they cost, second sources for what is left over; among families that are nearly as cheap, the one that has
/// most in common with the others. A function of its arguments; independent of the reports' order.
/// </remarks>
public static class LineageBuilder
{
    /// <summary>Builds the lineage.</summary>
    /// <param name="reports">The reports of one story; their ids differ.</param>
    /// <param name="passages">Their passages, as <see cref="PassageFinder.Find"/> gives them for the same list.</param>
    public static StoryLineage Build(IReadOnlyList<AnnotatedReport> reports, IReadOnlyList<Passage> passages)
    {
        int[] order = [.. Enumerable.Range(0, reports.Count).OrderBy(i => reports[i].Report.Id, StringComparer.Ordinal)];
        int[] place = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            place[order[i]] = i;
        Passage[] renumbered = [.. passages.Select(p => p with { A = place[p.A], B = place[p.B] })];
        var vocabulary = new StoryVocabulary(Lexicon.English);
        ComparedText[] texts = [.. order.Select(i => ComparedText.Of(reports[i], vocabulary))];
        vocabulary.Weigh(texts);
        var links = new WordLinks(texts, renumbered);
        Report[] ordered = [.. order.Select(i => reports[i].Report)];

        var sentences = new StorySentences(texts, links, renumbered, vocabulary);
        var wordings = new WordingCosts(sentences, vocabulary);
        var costs = new LinkCosts(ordered, texts, links, sentences, wordings);
        var price = new FamilyCost(sentences, costs, new LostTexts(sentences, wordings, costs));
        var family = new Family(ordered.Length);
        var margins = new LinkMargins();
        var traditions = new List<TraditionReasons>();
        foreach (int[] group in costs.Groups())
        {
            if (Tradition.Of(group, ordered, texts, links) is { } tradition)
            {
                family = tradition.Join(family);
                traditions.Add(new TraditionReasons(tradition, ordered));
                continue;
            }
            var search = new FamilySearch(costs, price, group);
            family = search.Search(family);
            if (group.Length is > 1 and <= FamilySampler.MostReports)
            {
                (family, SourceChances chances) = new FamilySampler(price, search).Walk(family);
                margins.Add(chances);
            }
            margins.Add(family, price, search);
        }
        return new LineageWriter(ordered, texts, links, costs, family, margins, traditions, renumbered).Write();
    }
}
