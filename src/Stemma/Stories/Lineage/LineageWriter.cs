using System.Globalization;
using Stemma.Comparison.Passages;
using Stemma.Reports;
using Stemma.Stories.Lineage.Traditions;

namespace Stemma.Stories.Lineage;

/// <summary>Writes down what was found: links with shares, confidence and reasons, lost dispatches, origins.</summary>
internal sealed class LineageWriter(
    Report[] reports, ComparedText[] texts, WordLinks links, LinkCosts costs, Family family, LinkMargins margins,
    IReadOnlyList<TraditionReasons> traditions, Passage[] passages)
{
    private readonly int[] _lost = family.LostTexts();
    private readonly ILookup<int, int> _passagesOf = Enumerable.Range(0, passages.Length).Where(i => passages[i].Use == PassageUse.Copied)
        .SelectMany(i => new[] { (passages[i].A, i), (passages[i].B, i) }).ToLookup(p => p.Item1, p => p.Item2);

    /// <summary>The lineage as data.</summary>
    public StoryLineage Write()
    {
        var reasons = new LinkReasons(reports, texts, links, costs, family, margins);
        var found = new List<TextLink>();
        for (int child = 0; child < reports.Length; child++)
        {
            int parent = family.ParentOf(child), second = family.SecondOf(child);
            if (parent == Family.None)
                continue;
            // The source that covers more comes first; the other is given what it alone covers.
            bool[] covered = new bool[texts[child].Words.Length];
            (int Source, int[] Proof)[] sources = [.. ((int[])[parent, second]).Where(s => s != Family.None).Select(s => (s, Proof(s, child)))];
            if (sources.Length > 1)
                sources = [.. sources.OrderByDescending(s => Cover(s.Proof, child, new bool[covered.Length], TraditionOf(child)?.PartOf(s.Source, child)))];
            foreach ((int source, int[] proof) in sources)
                found.Add(Link(source, child, proof, covered, source != parent, reasons));
        }
        LostDispatch[] lost = [.. _lost.Select(node => Describe(node, reasons))];
        return new StoryLineage(lost, found, Origins());
    }

    private string IdOf(int node) => node < reports.Length ? reports[node].Id : string.Create(CultureInfo.InvariantCulture, $"lost{Array.IndexOf(_lost, node) + 1}");

    // The share is what the passages that prove the link cover, so that it can be counted again from the dossier.
    private TextLink Link(int source, int child, int[] proof, bool[] covered, bool isSecond, LinkReasons why)
    {
        TraditionReasons? tradition = TraditionOf(child);
        TextSpan? part = tradition?.PartOf(source, child);
        int fresh = Cover(proof, child, covered, part);
        double share = covered.Length == 0 ? 0 : (double)fresh / covered.Length;
        (double confidence, List<string> reasons) = tradition?.Of(source, child, share) ?? why.Of(source, child, share, isSecond);
        return new TextLink(IdOf(source), IdOf(child), Round(share), Round(confidence), proof, reasons) { Part = part };
    }

    private TraditionReasons? TraditionOf(int child) => traditions.FirstOrDefault(t => t.Covers(child));

    private int[] Proof(int source, int child) => [.. _passagesOf[child].Where(i => IsProof(passages[i], source, child))];

    // Marks the words of the child that the passages cover; returns how many were not marked before.
    private int Cover(int[] proof, int child, bool[] covered, TextSpan? part)
    {
        int fresh = 0;
        foreach (int i in proof)
        {
            TextSpan span = passages[i].SpanIn(child);
            if (part is { } within)
                span = new TextSpan(Math.Clamp(span.Start, within.Start, within.End), Math.Clamp(span.End, within.Start, within.End));
            (int first, int end) = WordLinks.WordsIn(texts[child], span);
            for (int w = first; w < end; w++)
            {
                fresh += covered[w] ? 0 : 1;
                covered[w] = true;
            }
        }
        return fresh;
    }

    private bool IsProof(Passage passage, int source, int child)
    {
        int other = passage.OtherThan(child);
        return source < reports.Length ? other == source : family.ParentOf(other) == source || family.SecondOf(other) == source;
    }

    private LostDispatch Describe(int node, LinkReasons why)
    {
        int[] children = [.. Enumerable.Range(0, reports.Length).Where(r => family.ParentOf(r) == node || family.SecondOf(r) == node)];
        string? agency = costs.Credited.MostCredited(children);
        return new LostDispatch(IdOf(node), agency, [.. children.Select(IdOf)],
            TraditionOf(children[0])?.OfLostText(children.Length) ?? why.OfLost(node, children, agency));
    }

    private List<Origin> Origins()
    {
        var rootsOf = new SortedSet<int>[reports.Length];
        for (int i = 0; i < reports.Length; i++)
            rootsOf[i] = RootsOf(i, []);
        var origins = new List<Origin>();
        foreach (int root in rootsOf.SelectMany(r => r).Distinct().OrderBy(IdOf, StringComparer.Ordinal))
        {
            string[] under = [.. Enumerable.Range(0, reports.Length).Where(i => rootsOf[i].Contains(root)).Select(IdOf)];
            origins.Add(new Origin(string.Create(CultureInfo.InvariantCulture, $"o{origins.Count + 1}"), IdOf(root), under));
        }
        return origins;
    }

    private SortedSet<int> RootsOf(int report, HashSet<int> seen)
    {
        var roots = new SortedSet<int>();
        var waiting = new Stack<int>([report]);
        while (waiting.TryPop(out int node))
        {
            if (!seen.Add(node))
                continue;
            if (family.IsLost(node) || family.ParentOf(node) == Family.None)
            {
                roots.Add(node);
                continue;
            }
            waiting.Push(family.ParentOf(node));
            if (family.SecondOf(node) != Family.None)
                waiting.Push(family.SecondOf(node));
        }
        return roots;
    }

    private static double Round(double value) => Math.Round(Math.Clamp(value, 0, 1), 3);
}
