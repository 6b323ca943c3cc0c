using System.Globalization;
using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>Finds who took text from whom, which texts behind the reports are lost, and how many independent origins there are.</summary>
/// <remarks>
/// The lineage is the cheapest way to write all reports (see docs/decisions): a cheapest tree of parents, lost texts where they
/// save more than they cost, second parents for what is left over. A function of its arguments; independent of the reports' order.
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
        var links = new WordLinks(texts, renumbered);
        Report[] ordered = [.. order.Select(i => reports[i].Report)];
        var costs = new LinkCosts(ordered, texts, links);

        int n = ordered.Length;
        int[] parents = Arborescence.Cheapest(costs.Matrix, n);
        int[][] trees = Trees(parents, n);
        LostText?[] lost = new LostTextSearch(texts, links, costs).Search(trees, parents);
        var family = new Family(trees, lost, parents);
        IReadOnlyList<(int Source, int Child)> second = SecondParents.Find(family, texts, costs);
        return new LineageWriter(ordered, texts, links, costs, family, second, renumbered).Write();
    }

    // The members of each tree of the forest in which the roots hang under node n, by their smallest member.
    private static int[][] Trees(int[] parents, int n)
    {
        int[] root = new int[n];
        for (int i = 0; i < n; i++)
        {
            int at = i;
            while (parents[at] != n)
                at = parents[at];
            root[i] = at;
        }
        return [.. Enumerable.Range(0, n).GroupBy(i => root[i]).Select(g => g.ToArray())];
    }
}
