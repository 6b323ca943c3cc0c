namespace Stemma.Stories.Lineage;

/// <summary>Searches the family that costs least, by small changes to what was found so far.</summary>
/// <remarks>
/// Hill climbing from two beginnings for each tree: a report as its root, and a lost text. Each change gives one report another
/// source, turns a link round, or adds or removes a lost text or a second source. Deterministic: changes are tried in the order
/// of the reports, and the first of the best is taken.
/// </remarks>
/// <param name="costs">What the links cost.</param>
/// <param name="price">What a family costs.</param>
/// <param name="members">Reports that share no text with others, in order; only their sources are searched.</param>
internal sealed class FamilySearch(LinkCosts costs, FamilyCost price, int[] members)
{
    /// <summary>In bits: what a change must save to be made.</summary>
    private const double Least = 1e-7;

    /// <summary>How many sources are tried for a report.</summary>
    private const int MostSources = 12;

    /// <summary>In reports: in larger groups fewer sources are tried for each.</summary>
    private const int LargeGroup = 200;

    /// <summary>How many second sources are tried for a report.</summary>
    private const int MostSeconds = 8;

    /// <summary>In reports: for larger groups the cheapest tree, which takes the square of their number, is not computed to begin with.</summary>
    private const int LargestMatrix = 200;

    /// <summary>How often all reports are gone through; a bound that news does not reach.</summary>
    private const int MostPasses = 20;

    /// <summary>The reports whose sources are searched.</summary>
    public int[] Members { get; } = members;

    /// <summary>The cheapest family that was found.</summary>
    /// <param name="family">In which the members have no sources yet.</param>
    public Family Search(Family family)
    {
        family = Climb(Beginning(family), Members);
        double cost = price.Of(family, Members);

        // Each tree with a lost text instead of its root.
        foreach (int root in Members)
        {
            foreach (bool all in (ReadOnlySpan<bool>)[false, true])
            {
                if (family.ParentOf(root) != Family.None)
                    break;
                int[] tree = [.. Members.Where(r => family.RootOf(r) == root)];
                int[] children = all ? tree : [.. tree.Where(r => r == root || family.ParentOf(r) == root)];
                if (children.Length < 2)
                    break;
                Family other = family.Clone();
                int lost = other.FreeLost();
                foreach (int child in children)
                    other.Set(child, lost, family.SecondOf(child));
                other = Climb(other, tree);
                double otherCost = price.Of(other, Members);
                if (otherCost < cost - Least)
                    (family, cost) = (other, otherCost);
            }
        }
        return family;
    }

    // Each report below the cheapest source that came before it; near enough to begin with.
    private Family EarliestFirst(Family family)
    {
        Family found = family.Clone();
        foreach (int child in Members)
        {
            int best = costs.Sources[child].Where(s => costs.Rank(s) < costs.Rank(child)).Append(Family.None).First();
            found.Set(child, best != Family.None && costs.Between(best, child) < costs.Alone[child] ? best : Family.None);
        }
        return found;
    }

    // The cheapest tree over the reports that are there.
    private Family Beginning(Family family)
    {
        if (Members.Length > LargestMatrix)
            return EarliestFirst(family);
        int n = Members.Length;
        var place = new Dictionary<int, int>();
        for (int i = 0; i < n; i++)
            place.Add(Members[i], i);
        var matrix = new double[n + 1, n + 1];
        for (int c = 0; c <= n; c++)
        {
            for (int p = 0; p <= n; p++)
                matrix[p, c] = double.PositiveInfinity;
        }
        for (int c = 0; c < n; c++)
        {
            matrix[n, c] = costs.Alone[Members[c]];
            foreach (int p in costs.Sources[Members[c]])
                matrix[place[p], c] = costs.Between(p, Members[c]);
        }
        int[] parents = Arborescence.Cheapest(matrix, n);
        Family found = family.Clone();
        for (int c = 0; c < n; c++)
            found.Set(Members[c], parents[c] == n ? Family.None : Members[parents[c]]);
        return found;
    }

    private Family Climb(Family family, int[] reports)
    {
        double cost = price.Of(family, Members);
        int[] order = [.. reports.OrderBy(costs.Rank)];
        var waiting = new HashSet<int>(reports);
        for (int pass = 0; waiting.Count > 0 && pass < MostPasses; pass++)
        {
            foreach (int report in order)
            {
                if (!waiting.Remove(report))
                    continue;
                Family best = family;
                double least = cost - Least;
                foreach (Family other in ChangesAt(report, family))
                {
                    double otherCost = cost + price.Change(family, other, Members);
                    if (otherCost < least)
                        (best, least) = (other, otherCost);
                }
                if (ReferenceEquals(best, family))
                    continue;
                Wake(family, best, waiting);
                (family, cost) = (best, price.Of(best, Members));
            }
        }
        return family;
    }

    // Only who has to do with what has changed is looked at again.
    private void Wake(Family before, Family after, HashSet<int> waiting)
    {
        foreach (int r in Members)
        {
            if (before.ParentOf(r) == after.ParentOf(r) && before.SecondOf(r) == after.SecondOf(r))
                continue;
            waiting.Add(r);
            waiting.UnionWith(costs.Sources[r].Take(MostSources));
            foreach (int source in (ReadOnlySpan<int>)[before.ParentOf(r), after.ParentOf(r)])
            {
                if (source != Family.None)
                    waiting.UnionWith(after.ChildrenOf(source));
            }
            waiting.UnionWith(after.ChildrenOf(r));
        }
    }

    /// <summary>The families that differ from one in the sources of one report.</summary>
    public IEnumerable<Family> ChangesAt(int report, Family family)
    {
        int parent = family.ParentOf(report), second = family.SecondOf(report);
        int[] sources = [.. costs.Sources[report].Take(Members.Length > LargeGroup ? MostSources / 3 : MostSources)];
        int[] lost = [.. family.LostTexts().Where(l => family.ChildrenOf(l).Any(c => c == report || sources.Contains(c) || costs.Sources[c].Contains(report)))];
        var tried = sources.Concat(lost).ToArray();
        yield return Changed(report, Family.None, Family.None);
        foreach (int source in tried)
        {
            if (source == parent && second == Family.None || source != parent && family.IsUnder(source, report))
                continue;
            yield return Changed(report, source, Family.None);
            if (second != Family.None && source != second && source != parent)
                yield return Changed(report, source, second);
        }

        // A second source.
        if (parent != Family.None)
        {
            foreach (int source in sources.Take(Members.Length > LargeGroup ? MostSeconds / 4 : MostSeconds).Concat(lost))
            {
                if (source != parent && source != second && !family.IsUnder(source, report))
                    yield return Changed(report, parent, source);
            }
        }

        // The link turned round: the report takes the place of its source, with the other children of that or without.
        if (parent != Family.None && !family.IsLost(parent) && double.IsFinite(costs.Between(report, parent)))
        {
            foreach (bool withChildren in (bool[])[false, true])
            {
                Family turned = family.Clone();
                turned.Set(report, family.ParentOf(parent), family.SecondOf(parent) == report ? Family.None : family.SecondOf(parent));
                turned.Set(parent, report);
                if (withChildren)
                {
                    foreach (int child in family.ChildrenOf(parent))
                    {
                        if (child != report && double.IsFinite(costs.Between(report, child)))
                            turned.Set(child, report, family.SecondOf(child) == report ? Family.None : family.SecondOf(child));
                    }
                }
                if (HasCycle(turned, report, parent))
                    continue;
                turned.Tidy();
                yield return turned;
            }
        }

        // A source that took from the report instead: as its first, its second, or its only source.
        foreach (int source in (int[])[parent, second])
        {
            if (source == Family.None || family.IsLost(source) || !double.IsFinite(costs.Between(report, source)))
                continue;
            int left = source == parent ? second : parent, first = family.ParentOf(source), other = family.SecondOf(source);
            foreach ((int newFirst, int newOther) in ((int, int)[])[(report, Family.None), (first, report), (report, other)])
            {
                if (newFirst == Family.None || newOther == Family.None && newFirst == first || newFirst == newOther)
                    continue;
                Family turned = family.Clone();
                turned.Set(report, left == source ? Family.None : left);
                turned.Set(source, newFirst, newOther);
                if (HasCycle(turned, report, source))
                    continue;
                turned.Tidy();
                yield return turned;
            }
        }

        // A lost text above a root and this report.
        foreach (int root in sources.Append(parent == Family.None ? Family.None : family.RootOf(report)).Distinct())
        {
            if (root == Family.None || family.IsLost(root) || root == report || family.ParentOf(root) != Family.None)
                continue;
            Family other = family.Clone();
            int node = other.FreeLost();
            other.Set(root, node);
            other.Set(report, node, second);
            other.Tidy();
            yield return other;
        }

        // The lost text replaced by this report.
        if (parent != Family.None && family.IsLost(parent))
        {
            Family without = family.Clone();
            without.Set(report, Family.None);
            bool possible = true;
            foreach (int child in family.ChildrenOf(parent))
            {
                if (child == report)
                    continue;
                possible &= double.IsFinite(costs.Between(report, child));
                without.Set(child, report, family.SecondOf(child) == report ? Family.None : family.SecondOf(child));
            }
            if (possible && !HasCycle(without, report, report))
            {
                without.Tidy();
                yield return without;
            }
        }

        Family Changed(int of, int first, int other)
        {
            Family changed = family.Clone();
            changed.Set(of, first, other);
            changed.Tidy();
            return changed;
        }
    }

    // A new cycle goes through one of the reports that have got other sources; their children that moved with them are under them.
    private static bool HasCycle(Family family, int report, int other) => IsInCycle(family, report) || IsInCycle(family, other);

    private static bool IsInCycle(Family family, int report) =>
        family.ParentOf(report) != Family.None && Reaches(family, family.ParentOf(report), report, 0)
        || family.SecondOf(report) != Family.None && Reaches(family, family.SecondOf(report), report, 0);

    private static bool Reaches(Family family, int node, int goal, int depth)
    {
        if (node == goal || depth > family.Reports)
            return true;
        if (node == Family.None || family.IsLost(node))
            return false;
        return family.ParentOf(node) != Family.None && Reaches(family, family.ParentOf(node), goal, depth + 1)
            || family.SecondOf(node) != Family.None && Reaches(family, family.SecondOf(node), goal, depth + 1);
    }
}
