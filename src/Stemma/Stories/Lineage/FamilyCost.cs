using System.Runtime.InteropServices;

namespace Stemma.Stories.Lineage;

/// <summary>What a whole family costs, in bits: the text of all reports, their dates, headlines and credits.</summary>
/// <remarks>Keeps what it has computed; not safe to share between threads.</remarks>
internal sealed class FamilyCost(StorySentences sentences, LinkCosts costs, LostTexts lostTexts)
{
    // In bits, fitted with those of CopyCost; re-run "stemma eval lineage" when one changes.

    /// <summary>A report that credits an agency which is not there, where none of its sources goes back to a lost text or has the credit.</summary>
    private const double Unexplained = 30;

    /// <summary>A source for which nothing could be shown: more than anything saves.</summary>
    private const double Unproven = 1000;

    /// <summary>A credit for another agency than most children of the lost text credit.</summary>
    private const double OtherAgency = 3;

    /// <summary>A child of a lost text without a credit.</summary>
    private const double Uncredited = 0.51;

    /// <summary>A source that is itself a copy: originals and dispatches are copied more often.</summary>
    private const double SourceIsCopy = 1.8;

    // No number of a report.
    private const int GiversFollow = -2;

    private readonly Dictionary<(int, int, int), double> _pairs = [];
    private readonly bool[] _changed = new bool[2 * costs.Count];
    private readonly List<int> _touched = [];
    private readonly bool _anyCredit = Enumerable.Range(0, costs.Count).Any(r => costs.Credited.Agencies(r).Any());

    /// <summary>What some reports of the family cost, with the lost texts above them.</summary>
    /// <param name="family">The family.</param>
    /// <param name="members">Reports that share no text with others, so that the rest of the family cannot change their cost.</param>
    public double Of(Family family, int[] members)
    {
        var lost = new SortedDictionary<int, LostText>();
        foreach (int r in members)
        {
            int parent = family.ParentOf(r);
            if (family.IsLost(parent) && !lost.ContainsKey(parent))
                lost.Add(parent, TextOf(family, parent));
        }
        double cost = lost.Values.Sum(l => l.Cost);
        foreach (int r in members)
        {
            cost += Of(family, r, lost);
            int parent = family.ParentOf(r);
            cost += parent == Family.None || family.IsLost(parent) || family.ParentOf(parent) == Family.None ? 0 : SourceIsCopy;
            cost += IsProven(family, parent, r, lost) && IsProven(family, family.SecondOf(r), r, lost) ? 0 : Unproven;
        }
        return cost + Credits(family, members, lost.Keys);
    }

    /// <summary>How much dearer a family is than another that differs in few sources; negative where it is cheaper.</summary>
    /// <param name="from">The one family.</param>
    /// <param name="to">The other.</param>
    /// <param name="members">Reports that share no text with others, in order; the families differ in their sources alone.</param>
    public double Change(Family from, Family to, int[] members)
    {
        _changed.AsSpan().Clear();
        foreach (int r in members)
        {
            if (from.ParentOf(r) == to.ParentOf(r) && from.SecondOf(r) == to.SecondOf(r))
                continue;
            _changed[r] = true;
            foreach (int source in (ReadOnlySpan<int>)[from.ParentOf(r), from.SecondOf(r), to.ParentOf(r), to.SecondOf(r)])
            {
                if (from.IsLost(source))
                    _changed[source] = true;
            }
        }

        // Who takes from what has changed is touched too, and where there are credits, who takes from those.
        _touched.Clear();
        foreach (int r in members)
        {
            if (IsTouched(from, r) || IsTouched(to, r))
                _touched.Add(r);
        }
        int[] touched = [.. _touched];
        return Of(to, touched) - Of(from, touched);
    }

    private bool IsTouched(Family family, int report)
    {
        int most = _anyCredit ? family.Reports : 2;
        for (int node = report, steps = 0; node != Family.None && steps < most; steps++)
        {
            if (_changed[node])
                return true;
            if (family.IsLost(node))
                return false;
            int second = family.SecondOf(node);
            if (second != Family.None && _changed[second])
                return true;
            node = family.ParentOf(node);
        }
        return false;
    }

    /// <summary>The text of a lost node of the family.</summary>
    public LostText TextOf(Family family, int node)
    {
        int[] children = family.ChildrenOf(node);
        if (children.Length > LostTexts.MostChildren)
            children = [.. children.OrderBy(costs.Rank).Take(LostTexts.MostChildren).Order()];
        // The children, and after each that has another source who gives that.
        var key = new List<int>(children.Length);
        Dictionary<int, int[]>? others = null;
        foreach (int child in children)
        {
            key.Add(child);
            int second = family.SecondOf(child);
            if (second == Family.None)
                continue;
            int[] givers = family.IsLost(second) ? family.ChildrenOf(second).Except(children).ToArray() : [second];
            (others ??= []).Add(child, givers);
            key.Add(GiversFollow);
            key.AddRange(givers);
            key.Add(Family.None);
        }
        return lostTexts.Behind(children, others is null ? null : IsForeign, new string(MemoryMarshal.Cast<int, char>(CollectionsMarshal.AsSpan(key))));

        bool IsForeign(int child, int sentence) => others.TryGetValue(child, out int[]? givers) && givers.Any(g => sentences.Outlines[g].PlaceOf(sentence) >= 0);
    }

    private double Of(Family family, int report, SortedDictionary<int, LostText> lost)
    {
        int parent = family.ParentOf(report), second = family.SecondOf(report);
        if (parent == Family.None)
            return costs.Alone[report];
        if (second == Family.None)
            return family.IsLost(parent) ? lostTexts.CostOf(lost[parent], report) : costs.Between(parent, report);
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
        double alone = lostTexts.CostOf(text, report) - costs.Text(text.Outline, null, report);
        return both + alone + costs.Text(text.Outline, secondText, report);
    }

    // True where passages can be shown: with the source, or with another report that has text from the lost one.
    private bool IsProven(Family family, int source, int report, SortedDictionary<int, LostText> lost)
    {
        if (source == Family.None)
            return true;
        if (!family.IsLost(source))
            return costs.ShareText(source, report);
        return lost.TryGetValue(source, out LostText? text) && SharesWithAny(text.Children) || SharesWithAny(family.ChildrenOf(source));

        bool SharesWithAny(int[] others)
        {
            foreach (int other in others)
            {
                if (other != report && costs.ShareText(other, report))
                    return true;
            }
            return false;
        }
    }

    private double Credits(Family family, int[] members, IEnumerable<int> lostTexts)
    {
        if (!_anyCredit)
            return 0;
        double cost = 0;
        var agencyOf = new Dictionary<int, string?>();
        foreach (int lost in lostTexts)
            agencyOf.Add(lost, costs.Credited.MostCredited(family.ChildrenOf(lost)));
        foreach (int r in members)
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
