using System.Globalization;
using System.Text;

namespace Stemma.Stories.Lineage;

/// <summary>What a whole family costs, in bits: the text of all reports, their dates, headlines and credits.</summary>
/// <remarks>Keeps what it has computed; not safe to share between threads.</remarks>
internal sealed class FamilyCost(StorySentences sentences, LinkCosts costs, LostTexts lostTexts)
{
    // In bits; set on newstree seeds 11-16 with those of LinkCosts.

    /// <summary>A report that credits an agency which is not there, where none of its sources goes back to a lost text or has the credit.</summary>
    private static double Unexplained = 30.293;

    /// <summary>A credit for another agency than most children of the lost text credit.</summary>
    private static double OtherAgency = 2.997;

    /// <summary>A child of a lost text without a credit.</summary>
    private static double Uncredited = 1.05;

    /// <summary>A source that is itself a copy: originals and dispatches are copied more often.</summary>
    private static double SourceIsCopy = 0.913;

    private readonly Dictionary<(int, int, int), double> _pairs = [];
    private readonly bool _anyCredit = Enumerable.Range(0, costs.Count).Any(r => costs.Credited.Agencies(r).Any());

    /// <summary>The costs of the family.</summary>
    public double Of(Family family)
    {
        var lost = new Dictionary<int, LostText>();
        foreach (int node in family.LostTexts())
            lost.Add(node, TextOf(family, node));
        double cost = lost.Values.Sum(l => l.Cost);
        for (int r = 0; r < family.Reports; r++)
        {
            cost += Of(family, r, lost);
            int parent = family.ParentOf(r);
            cost += parent == Family.None || family.IsLost(parent) || family.ParentOf(parent) == Family.None ? 0 : SourceIsCopy;
        }
        return cost + Credits(family);
    }

    /// <summary>The text of a lost node of the family.</summary>
    public LostText TextOf(Family family, int node)
    {
        int[] children = family.ChildrenOf(node);
        var key = new StringBuilder();
        var others = new Dictionary<int, int[]>();
        foreach (int child in children)
        {
            key.Append(CultureInfo.InvariantCulture, $"{child}");
            int second = family.SecondOf(child);
            if (second != Family.None)
            {
                int[] givers = family.IsLost(second) ? family.ChildrenOf(second).Except(children).ToArray() : [second];
                others[child] = givers;
                key.Append(':').AppendJoin(',', givers);
            }
            key.Append(' ');
        }
        return lostTexts.Behind(children, IsForeign, key.ToString());

        bool IsForeign(int child, int sentence) => others.TryGetValue(child, out int[]? givers) && givers.Any(g => sentences.Outlines[g].PlaceOf(sentence) >= 0);
    }

    public double Of(Family family, int report, Dictionary<int, LostText> lost)
    {
        int parent = family.ParentOf(report), second = family.SecondOf(report);
        if (parent == Family.None)
            return costs.Alone[report];
        if (second == Family.None)
            return family.IsLost(parent) ? lost[parent].ChildCosts[Array.IndexOf(lost[parent].Children, report)] : costs.Between(parent, report);
        double both = (family.RootOf(parent) == family.RootOf(second) ? LinkCosts.SecondOfOneOrigin : LinkCosts.Second)
            + (family.IsLost(second) ? 0 : costs.Beside(second, report, isSecond: true));
        if (!family.IsLost(parent) && !family.IsLost(second))
        {
            if (!_pairs.TryGetValue((parent, second, report), out double pair))
            {
                pair = costs.Text(sentences.Outlines[parent], sentences.Outlines[second], report) + costs.Beside(parent, report);
                _pairs.Add((parent, second, report), pair);
            }
            return both + pair;
        }
        TextOutline secondText = family.IsLost(second) ? lost.TryGetValue(second, out LostText? known) ? known.Outline : TextOf(family, second).Outline : sentences.Outlines[second];
        if (!family.IsLost(parent))
            return both + costs.Text(sentences.Outlines[parent], secondText, report) + costs.Beside(parent, report);
        LostText text = lost[parent];
        double alone = text.ChildCosts[Array.IndexOf(text.Children, report)] - costs.Text(text.Outline, null, report);
        return both + alone + costs.Text(text.Outline, secondText, report);
    }

    public double Credits(Family family)
    {
        if (!_anyCredit)
            return 0;
        double cost = 0;
        var agencyOf = new Dictionary<int, string?>();
        foreach (int lost in family.LostTexts())
            agencyOf.Add(lost, costs.Credited.MostCredited(family.ChildrenOf(lost)));
        for (int r = 0; r < family.Reports; r++)
        {
            int parent = family.ParentOf(r), second = family.SecondOf(r);
            bool isCredited = false;
            foreach (string agency in costs.Credited.Agencies(r))
            {
                isCredited = true;
                int root = family.RootOf(r), other = second == Family.None ? Family.None : family.RootOf(second);
                if (family.IsLost(root) || other != Family.None && family.IsLost(other))
                {
                    bool agrees = IsOf(root, agency) || other != Family.None && IsOf(other, agency);
                    cost += agrees ? 0 : OtherAgency;
                }
                else if (!(Carries(parent, agency) || Carries(second, agency)))
                {
                    cost += Unexplained;
                }
            }
            if (!isCredited && parent != Family.None && family.IsLost(parent))
                cost += Uncredited;
        }
        return cost;

        bool IsOf(int root, string agency) => agencyOf.TryGetValue(root, out string? of) && string.Equals(of, agency, StringComparison.OrdinalIgnoreCase);

        bool Carries(int source, string agency) => source != Family.None && !family.IsLost(source) && costs.Credited.Credits(source, agency);
    }
}
