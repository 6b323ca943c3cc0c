namespace Stemma.Stories.Lineage;

/// <summary>Searches the family that costs least, by small changes to what was found so far.</summary>
/// <remarks>
/// Hill climbing from two beginnings for each tree: a report as its root, and a lost text. Each change gives one report another
/// source, turns a link round, or adds or removes a lost text or a second source. Deterministic: changes are tried in the order
/// of the reports, and the first of the best is taken.
/// </remarks>
internal sealed class FamilySearch(LinkCosts costs, FamilyCost price)
{
    /// <summary>In bits: what a change must save to be made.</summary>
    private const double Least = 1e-7;

    /// <summary>How many sources are tried for a report.</summary>
    private const int MostSources = 12;

    /// <summary>How many second sources are tried for a report.</summary>
    private const int MostSeconds = 8;

    /// <summary>How often all reports are gone through; a bound that news does not reach.</summary>
    private const int MostPasses = 20;

    /// <summary>The cheapest family that was found.</summary>
    public Family Search()
    {
        Family family = Climb(Beginning());
        double cost = price.Of(family);

        // Each tree with a lost text instead of its root.
        for (int root = 0; root < family.Reports; root++)
        {
            if (family.ParentOf(root) != Family.None)
                continue;
            foreach (bool all in (ReadOnlySpan<bool>)[false, true])
            {
                Family other = family.Clone();
                int lost = other.FreeLost();
                int[] members = [.. Enumerable.Range(0, family.Reports).Where(r => r == root || (all ? family.RootOf(r) == root : family.ParentOf(r) == root))];
                if (members.Length < 2)
                    break;
                foreach (int member in members)
                    other.Set(member, lost, family.SecondOf(member));
                other = Climb(other);
                double otherCost = price.Of(other);
                if (otherCost < cost - Least)
                    (family, cost) = (other, otherCost);
            }
        }
        return family;
    }

    // The cheapest tree over the reports that are there.
    private Family Beginning()
    {
        int n = costs.Count;
        var matrix = new double[n + 1, n + 1];
        for (int c = 0; c <= n; c++)
        {
            for (int p = 0; p <= n; p++)
                matrix[p, c] = double.PositiveInfinity;
        }
        for (int c = 0; c < n; c++)
        {
            matrix[n, c] = costs.Alone[c];
            foreach (int p in costs.Sources[c])
                matrix[p, c] = costs.Between(p, c);
        }
        int[] parents = Arborescence.Cheapest(matrix, n);
        var family = new Family(n);
        for (int c = 0; c < n; c++)
            family.Set(c, parents[c] == n ? Family.None : parents[c]);
        return family;
    }

    private Family Climb(Family family)
    {
        double cost = price.Of(family);
        int[] order = [.. Enumerable.Range(0, costs.Count).OrderBy(costs.Rank)];
        bool better = true;
        for (int pass = 0; better && pass < MostPasses; pass++)
        {
            better = false;
            foreach (int report in order)
            {
                Family best = family;
                double least = cost - Least;
                foreach (Family other in ChangesAt(report, family))
                {
                    double otherCost = price.Of(other);
                    if (otherCost < least)
                        (best, least) = (other, otherCost);
                }
                if (ReferenceEquals(best, family))
                    continue;
                (family, cost, better) = (best, least, true);
            }
        }
        return family;
    }

    /// <summary>The families that differ from one in the sources of one report.</summary>
    public IEnumerable<Family> ChangesAt(int report, Family family)
    {
        int parent = family.ParentOf(report), second = family.SecondOf(report);
        int[] sources = [.. costs.Sources[report].Take(MostSources)];
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
            foreach (int source in sources.Take(MostSeconds).Concat(lost))
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
                if (!HasCycle(turned))
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
                if (HasCycle(turned))
                    continue;
                turned.Tidy();
                yield return turned;
            }
        }

        // A lost text above a root and this report.
        foreach (int root in sources.Append(parent == Family.None ? Family.None : family.RootOf(report)).Distinct())
        {
            if (root == Family.None || family.IsLost(root) || root == report || family.ParentOf(root) != Family.None || parent == Family.None && family.ParentOf(root) != Family.None)
                continue;
            Family other = family.Clone();
            int node = other.FreeLost();
            other.Set(root, node);
            other.Set(report, node, second);
            if (second == Family.None || !family.IsUnder(second, report))
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
            if (possible && !HasCycle(without))
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

    private static bool HasCycle(Family family)
    {
        for (int r = 0; r < family.Reports; r++)
        {
            int parent = family.ParentOf(r), second = family.SecondOf(r);
            if (parent != Family.None && Reaches(family, parent, r, 0) || second != Family.None && Reaches(family, second, r, 0))
                return true;
        }
        return false;
    }

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
