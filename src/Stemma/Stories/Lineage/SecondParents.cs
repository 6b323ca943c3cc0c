using Stemma.Comparison.Passages;

namespace Stemma.Stories.Lineage;

/// <summary>Finds a second parent for reports of which the first leaves much unexplained.</summary>
internal static class SecondParents
{
    // Set on newstree seeds 11-13; re-run "stemma eval lineage" when one changes.

    /// <summary>The words that a second parent must explain at least.</summary>
    private const int FewestWords = 24;

    /// <summary>The part of the report's words that it must explain at least.</summary>
    private const double SmallestShare = 0.08;

    /// <summary>The links from second parents, by child.</summary>
    public static IReadOnlyList<(int Source, int Child)> Find(Family family, ComparedText[] texts, LinkCosts costs)
    {
        var found = new List<(int, int)>();
        for (int child = 0; child < family.Reports; child++)
        {
            int parent = family.ParentOf(child);
            if (parent < 0)
                continue;
            bool[] covered = new bool[texts[child].Words.Length];
            costs.Copying.Cover(SourceOf(parent), child, covered);
            int best = -1;
            double most = 0;
            for (int other = 0; other < family.Reports + family.Lost.Count; other++)
            {
                bool possible = other < family.Reports
                    ? other != child && !family.IsUnder(other, child) && double.IsFinite(costs.Matrix[other, child]) && costs.IsInTime(other, child)
                    : true;
                if (!possible || family.RootOf(other) == family.RootOf(child))
                    continue;
                bool[] both = (bool[])covered.Clone();
                double fresh = costs.Copying.Cover(SourceOf(other), child, both);
                if (fresh < FewestWords || fresh < SmallestShare * covered.Length)
                    continue;
                // Among equals the root of a tree is taken, then the earliest.
                fresh += other >= family.Reports ? 1 : family.ParentOf(other) < 0 ? 0.5 : 0;
                if (fresh > most)
                    (best, most) = (other, fresh);
            }
            if (best >= 0)
                found.Add((best, child));
        }
        return found;

        SourceText SourceOf(int node) => node < family.Reports ? costs.Sources[node] : family.Lost[node - family.Reports].Text;
    }
}
