using Stemma.Comparison.Passages;

namespace Stemma.Stories.Lineage;

/// <summary>A tree of reports that go back to a text which is not in the set.</summary>
/// <param name="Text">The lost text, as far as the reports show it.</param>
/// <param name="Parents">For each member of the tree its parent; -1 for a child of the lost text, the number of reports for a root.</param>
/// <param name="Gain">How many words less the story costs with it than with the best of the reports as root.</param>
internal sealed record LostText(SourceText Text, SortedDictionary<int, int> Parents, double Gain)
{
    /// <summary>The reports that took from it.</summary>
    public IEnumerable<int> Children => Parents.Where(p => p.Value < 0).Select(p => p.Key);
}

/// <summary>
/// Asks of a tree of reports whether it explains itself better from a text that is not there: put together from the wordings
/// that cost the reports least, and dearer by its own words.
/// </summary>
internal sealed class LostTextSearch(ComparedText[] texts, WordLinks links, LinkCosts costs)
{
    /// <summary>In words: what a lost text must save. Set on newstree seeds 11-13; re-run "stemma eval lineage" when it changes.</summary>
    private const double Penalty = 6;

    /// <summary>In words: by so much a child must be nearer to the lost text than to the reports that are there.</summary>
    private const double Child = 1;

    /// <summary>How often the wordings are chosen again by the children that the last round gave.</summary>
    private const int Rounds = 4;

    /// <summary>In reports: in larger trees children are not moved one by one, which prices the whole tree for each.</summary>
    private const int LargestTreeToImprove = 32;

    /// <summary>In reports: larger trees are not searched, for the work grows with the square.</summary>
    private const int LargestTree = 200;

    private readonly SegmentClasses _classes = new(texts, links, costs.Copying);

    /// <summary>The lost text behind each tree, null where a report is the better root.</summary>
    /// <param name="trees">The members of each tree, in order.</param>
    /// <param name="parents">The parent of each report, the number of reports for a root.</param>
    public LostText?[] Search(IReadOnlyList<int[]> trees, int[] parents)
    {
        Dictionary<int, int> home = HomeTrees(trees);
        var result = new LostText?[trees.Count];
        for (int t = 0; t < trees.Count; t++)
        {
            if (trees[t].Length is > 1 and <= LargestTree)
                result[t] = Search(t, trees[t], parents, home);
        }
        return result;
    }

    // The tree to which a sentence belongs is the one in which the largest part of the reports has it: a report that was
    // put together from two texts must not bring the sentences of one into the lost text of the other.
    private Dictionary<int, int> HomeTrees(IReadOnlyList<int[]> trees)
    {
        var best = new Dictionary<int, (double Part, int Tree)>();
        for (int t = 0; t < trees.Count; t++)
        {
            var holders = new Dictionary<int, int>();
            foreach (int report in trees[t])
            {
                foreach (int c in ClassesOf(report).Keys)
                    holders[c] = holders.GetValueOrDefault(c) + 1;
            }
            foreach ((int c, int count) in holders)
            {
                double part = (double)count / trees[t].Length;
                if (!best.TryGetValue(c, out (double Part, int Tree) before) || part > before.Part)
                    best[c] = (part, t);
            }
        }
        return best.ToDictionary(b => b.Key, b => b.Value.Tree);
    }

    private SortedDictionary<int, List<int>> ClassesOf(int report)
    {
        var classes = new SortedDictionary<int, List<int>>();
        for (int s = 0; s < texts[report].Segments.Length; s++)
        {
            int c = _classes.ClassOf(report, s);
            if (!classes.TryGetValue(c, out List<int>? list))
                classes.Add(c, list = []);
            list.Add(s);
        }
        return classes;
    }

    private LostText? Search(int tree, int[] members, int[] parents, Dictionary<int, int> home)
    {
        // Headlines help to choose between parents; whether a text is lost must not hang on them.
        double withReports = members.Sum(m => costs.Matrix[parents[m], m] - costs.TitlePart(parents[m], m) + (IsOfOneTree(m, members) ? costs.CreditPart(parents[m], m) : 0));
        var holders = new SortedDictionary<int, SortedDictionary<int, List<int>>>();
        foreach (int member in members)
        {
            foreach ((int c, List<int> segments) in ClassesOf(member))
            {
                if (home[c] != tree)
                    continue;
                if (!holders.TryGetValue(c, out SortedDictionary<int, List<int>>? of))
                    holders.Add(c, of = []);
                of.Add(member, segments);
            }
        }

        // Two beginnings: the best root and its children are the children of the lost text, or all members are.
        int root = members.First(m => parents[m] == texts.Length);
        LostText? best = null;
        foreach (bool all in (ReadOnlySpan<bool>)[false, true])
        {
            var arranged = new SortedDictionary<int, int>();
            foreach (int m in members)
                arranged.Add(m, all || m == root || parents[m] == root ? -1 : parents[m]);
            for (int round = 0; round < Rounds && ChildrenOf(arranged).Length > 0; round++)
            {
                SortedDictionary<int, int> tried = Arrange(PutTogether(holders, arranged), members, costs.BestTitle(ChildrenOf(arranged)));
                if (members.Length <= LargestTreeToImprove)
                    Improve(tried, holders);
                (SourceText text, double cost) = Price(tried, holders);
                double gain = withReports - cost;
                if (ChildrenOf(tried).Length >= 2 && gain > (best?.Gain ?? 0))
                    best = new LostText(text, tried, gain);
                if (tried.SequenceEqual(arranged))
                    break;
                arranged = tried;
            }
        }
        return best;
    }

    private static int[] ChildrenOf(SortedDictionary<int, int> arranged) => [.. arranged.Where(p => p.Value < 0).Select(p => p.Key)];

    // A copy of a child must not have a say in what the lost text was: moves children of the lost text one by one below the
    // report that is nearest to them, and keeps each move that makes the whole cheaper.
    private void Improve(SortedDictionary<int, int> arranged, SortedDictionary<int, SortedDictionary<int, List<int>>> holders)
    {
        (_, double cost) = Price(arranged, holders);
        bool better = true;
        for (int pass = 0; better && pass < Rounds; pass++)
        {
            better = false;
            foreach (int child in ChildrenOf(arranged).OrderByDescending(costs.Rank))
            {
                int nearest = arranged.Keys.Where(p => p != child && double.IsFinite(costs.Matrix[p, child]) && !IsBelow(p, child, arranged))
                    .OrderBy(p => costs.Matrix[p, child]).FirstOrDefault(-1);
                if (nearest < 0)
                    continue;
                arranged[child] = nearest;
                double moved = ChildrenOf(arranged).Length < 2 ? double.PositiveInfinity : Price(arranged, holders).Cost;
                if (moved < cost)
                    (cost, better) = (moved, true);
                else
                    arranged[child] = -1;
            }
        }
    }

    private static bool IsBelow(int node, int other, SortedDictionary<int, int> arranged)
    {
        while (node != other)
        {
            if (!arranged.TryGetValue(node, out node))
                return false;
        }
        return true;
    }

    // What all members cost in this arrangement, headlines left out.
    private (SourceText Text, double Cost) Price(SortedDictionary<int, int> arranged, SortedDictionary<int, SortedDictionary<int, List<int>>> holders)
    {
        SourceText text = PutTogether(holders, arranged);
        double cost = Own(text);
        foreach ((int child, int parent) in arranged)
            cost += parent < 0 ? costs.Copying.From(text, child) : costs.Matrix[parent, child] - costs.TitlePart(parent, child);
        return (text, cost);
    }

    private double Own(SourceText text)
    {
        double own = LinkCosts.Root + Penalty;
        foreach ((int report, bool[] has) in text.Parts)
        {
            for (int s = 0; s < has.Length; s++)
                own += has[s] ? texts[report].Segments[s].Count : 0;
        }
        return own;
    }

    // A report that shares text with other trees may have its credit from there.
    private bool IsOfOneTree(int member, int[] members) =>
        !links.Pairs.Any(p => p.Of == member && Array.BinarySearch(members, p.In) < 0 && double.IsFinite(costs.Matrix[p.In, member]));

    // For each sentence that reached two children of the lost text (each by itself or by the copies of it that are left), the
    // wording from which the children's wordings are written most cheaply. What one child alone handed on may be its own.
    private SourceText PutTogether(SortedDictionary<int, SortedDictionary<int, List<int>>> holders, SortedDictionary<int, int> arranged)
    {
        var parts = new SortedDictionary<int, bool[]>();
        foreach (SortedDictionary<int, List<int>> of in holders.Values)
        {
            int tops = of.Keys.Count(r => arranged[r] < 0 || arranged[r] == texts.Length || !of.ContainsKey(arranged[r]));
            if (tops < 2)
                continue;
            int[] choosing = [.. of.Keys.Where(r => arranged[r] < 0)];
            if (choosing.Length == 0)
                choosing = [.. of.Keys];
            int chosen = choosing.OrderBy(q => choosing.Sum(r => r == q ? 0 : WritingCost(r, of[r], q, of[q])) + costs.Rank(q) * 1e-6).First();
            if (!parts.TryGetValue(chosen, out bool[]? has))
                parts.Add(chosen, has = new bool[texts[chosen].Segments.Length]);
            foreach (int s in of[chosen])
                has[s] = true;
        }
        return new SourceText(parts);
    }

    private double WritingCost(int report, List<int> segments, int from, List<int> fromSegments)
    {
        double cost = 0;
        int used = 0;
        foreach (int s in segments)
        {
            Segment segment = texts[report].Segments[s];
            for (int w = segment.First; w < segment.End; w++)
            {
                if (links.TryFind(report, w, from, out _, out _))
                    used++;
                else
                    cost++;
            }
        }
        return cost + 0.3 * Math.Max(0, fromSegments.Sum(s => texts[from].Segments[s].Count) - used);
    }

    // The cheapest tree of the members and the lost text; a member may still be a root of its own.
    private SortedDictionary<int, int> Arrange(SourceText text, int[] members, int titleOf)
    {
        int lost = members.Length, root = lost + 1, nobody = texts.Length;
        double[,] matrix = new double[root + 1, root + 1];
        for (int c = 0; c < lost; c++)
        {
            for (int p = 0; p < lost; p++)
                matrix[p, c] = costs.Matrix[members[p], members[c]];
            matrix[lost, c] = costs.UnderLost(text, titleOf, members[c]) + Child;
            matrix[root, c] = costs.Matrix[nobody, members[c]];
            matrix[c, lost] = double.PositiveInfinity;
            matrix[c, root] = double.PositiveInfinity;
        }
        matrix[root, lost] = Own(text);
        matrix[lost, root] = double.PositiveInfinity;
        int[] found = Arborescence.Cheapest(matrix, root);
        var parents = new SortedDictionary<int, int>();
        for (int c = 0; c < lost; c++)
            parents.Add(members[c], found[c] == lost ? -1 : found[c] == root ? nobody : members[found[c]]);
        return parents;
    }
}
