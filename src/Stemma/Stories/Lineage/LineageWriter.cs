using System.Globalization;
using Stemma.Comparison.Passages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>Writes down what was found: links with shares, confidence and reasons, lost dispatches, origins.</summary>
internal sealed class LineageWriter(
    Report[] reports, ComparedText[] texts, WordLinks links, LinkCosts costs, Family family, IReadOnlyList<(int Source, int Child)> second, Passage[] passages)
{
    /// <summary>The lineage as data.</summary>
    public StoryLineage Write()
    {
        ILookup<int, int> secondOf = second.ToLookup(s => s.Child, s => s.Source);
        var found = new List<TextLink>();
        for (int child = 0; child < reports.Length; child++)
        {
            int parent = family.ParentOf(child);
            if (parent < 0)
                continue;
            bool[] covered = new bool[texts[child].Words.Length];
            var own = new List<TextLink> { Link(parent, child, covered, isSecond: false) };
            foreach (int other in secondOf[child])
                own.Add(Link(other, child, covered, isSecond: true));
            found.AddRange(own.OrderByDescending(l => l.Share).ThenBy(l => l.From, StringComparer.Ordinal));
        }
        LostDispatch[] lost = [.. family.Lost.Select((text, i) => Describe(text, i))];
        return new StoryLineage(lost, found, Origins(secondOf));
    }

    private string IdOf(int node) => node < reports.Length ? reports[node].Id : string.Create(CultureInfo.InvariantCulture, $"lost{node - reports.Length + 1}");

    private SourceText SourceOf(int node) => node < reports.Length ? costs.Sources[node] : family.Lost[node - reports.Length].Text;

    private TextLink Link(int source, int child, bool[] covered, bool isSecond)
    {
        int words = texts[child].Words.Length;
        int fresh = costs.Copying.Cover(SourceOf(source), child, covered);
        double share = words == 0 ? 0 : (double)fresh / words;
        int[] proof = [.. Enumerable.Range(0, passages.Length).Where(i => passages[i].Use == PassageUse.Copied && IsProof(passages[i], source, child))];
        (double confidence, List<string> reasons) = LinkReasons.Of(source, child, share, isSecond, reports, costs, family);
        return new TextLink(IdOf(source), IdOf(child), Round(share), Round(confidence), proof, reasons);
    }

    private bool IsProof(Passage passage, int source, int child)
    {
        if (passage.A != child && passage.B != child)
            return false;
        int other = passage.OtherThan(child);
        return source < reports.Length ? other == source : family.ParentOf(other) == source;
    }

    private LostDispatch Describe(LostText text, int index)
    {
        int node = reports.Length + index;
        int[] children = [.. text.Children.Concat(second.Where(s => s.Source == node).Select(s => s.Child)).Distinct().Order()];
        string? agency = children.SelectMany(costs.Credited.Agencies).GroupBy(a => a, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return new LostDispatch(IdOf(node), agency, [.. children.Select(IdOf)], LinkReasons.OfLost(text, children, agency, reports, texts, links, costs));
    }

    private List<Origin> Origins(ILookup<int, int> secondOf)
    {
        var rootsOf = new SortedSet<int>[reports.Length];
        for (int i = 0; i < reports.Length; i++)
            rootsOf[i] = RootsOf(i, secondOf, []);
        var origins = new List<Origin>();
        foreach (int root in rootsOf.SelectMany(r => r).Distinct().OrderBy(IdOf, StringComparer.Ordinal))
        {
            string[] under = [.. Enumerable.Range(0, reports.Length).Where(i => rootsOf[i].Contains(root)).Select(IdOf)];
            origins.Add(new Origin(string.Create(CultureInfo.InvariantCulture, $"o{origins.Count + 1}"), IdOf(root), under));
        }
        return origins;
    }

    private SortedSet<int> RootsOf(int report, ILookup<int, int> secondOf, HashSet<int> seen)
    {
        var roots = new SortedSet<int>();
        var waiting = new Stack<int>([report]);
        while (waiting.TryPop(out int node))
        {
            if (!seen.Add(node))
                continue;
            int parent = node < reports.Length ? family.ParentOf(node) : -1;
            if (parent < 0)
                roots.Add(node);
            else
                waiting.Push(parent);
            if (node < reports.Length)
            {
                foreach (int other in secondOf[node])
                    waiting.Push(other);
            }
        }
        return roots;
    }

    private static double Round(double value) => Math.Round(Math.Clamp(value, 0, 1), 3);
}
