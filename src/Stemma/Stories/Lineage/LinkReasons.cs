using System.Globalization;
using Stemma.Comparison.Passages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>Says in words why a link was made, why in this direction, and how sure it is.</summary>
internal sealed class LinkReasons(Report[] reports, ComparedText[] texts, WordLinks links, LinkCosts costs, Family family, LinkMargins margins)
{
    /// <summary>In bits: about what one changed word costs; turns costs into words for the reader.</summary>
    private const double BitsPerChange = 6;

    /// <summary>The confidence and the reasons of one link.</summary>
    public (double Confidence, List<string> Reasons) Of(int source, int child, double share, bool isSecond)
    {
        var reasons = new List<string>();
        string part = string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} % of its words are in passages that both have");
        if (source >= reports.Length)
            part = string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} % of its words are in passages that others have from there");
        reasons.Add(isSecond ? $"second source: {part} and that the first has not" : part);
        double margin = margins.Of(source, child);
        bool isLost = source >= reports.Length;
        double bits = isLost ? 0 : costs.Between(source, child);
        double confidence = LinkConfidence.Of(new LinkEvidence(
            margins.ChanceOf(family, source, child), double.IsFinite(bits) ? bits : 0, isLost, isSecond,
            isLost || Chronology.Compare(reports[source].Published, reports[child].Published) == TimeOrder.Before,
            !isLost && family.ParentOf(source) != Family.None, !isLost && costs.Credited.Names(child, source)));
        if (isLost)
        {
            reasons.Add("no present report can have given all of it");
            return (confidence, reasons);
        }
        if (costs.Credited.Names(child, source))
            reasons.Add($"it names “{reports[source].Outlet}” as its source");
        switch (Chronology.Compare(reports[source].Published, reports[child].Published))
        {
            case TimeOrder.Before:
                reasons.Add("it was published later");
                break;
            case TimeOrder.After:
                reasons.Add("it is dated earlier, but has less text and more changes: the source's date may be that of an update");
                break;
            default:
                reasons.Add(margin < BitsPerChange / 2
                    ? "the dates do not tell the direction and the text hardly does: it may be the other way round"
                    : "the dates do not tell the direction; the text does: it leaves out more than it adds");
                break;
        }
        int rival = costs.Sources[child].Where(s => s != source && !family.IsUnder(s, child)).Append(Family.None).First();
        if (!isSecond && rival != Family.None)
        {
            double more = costs.Between(rival, child) - costs.Between(source, child);
            reasons.Add(more < 1
                ? $"“{reports[rival].Id}” has the same words: it may be the source as well"
                : string.Create(CultureInfo.InvariantCulture, $"nearest other source: “{reports[rival].Id}”, about {Math.Max(1, more / BitsPerChange):0} more changes"));
        }
        return (confidence, reasons);
    }

    /// <summary>Why there must have been a lost text.</summary>
    public IReadOnlyList<string> OfLost(int node, int[] children, string? agency)
    {
        var reasons = new List<string>();
        if (agency is not null)
        {
            int crediting = children.Count(c => costs.Credited.Agencies(c).Contains(agency, StringComparer.OrdinalIgnoreCase));
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{crediting} of {children.Length} credit {agency}, which is not among the reports"));
        }
        foreach (int child in children)
        {
            int lacking = Lacking(child, children);
            if (lacking > 0)
                reasons.Add(string.Create(CultureInfo.InvariantCulture, $"“{reports[child].Id}” lacks {lacking} words that others of them share"));
        }
        for (int i = 0; i < children.Length; i++)
        {
            for (int j = i + 1; j < children.Length; j++)
            {
                int reworded = costs.Reworded(children[i], children[j]);
                if (reworded > 0)
                    reasons.Add(string.Create(CultureInfo.InvariantCulture, $"“{reports[children[i]].Id}” and “{reports[children[j]].Id}” word {reworded} quotations differently, which a copy would keep"));
            }
        }
        double gain = margins.OfLost(node);
        if (double.IsFinite(gain))
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"with it the reports need about {Math.Max(1, gain / BitsPerChange):0} fewer changes than with any of them as source"));
        return reasons;
    }

    // Words that two of the others share and this one lacks, so that it cannot be their source.
    private int Lacking(int child, int[] children)
    {
        int most = 0;
        foreach (int other in children)
        {
            if (other == child)
                continue;
            int count = 0;
            for (int w = 0; w < texts[other].Words.Length; w++)
            {
                if (!links.TryFind(other, w, child, out _) && children.Any(third => third != other && third != child && links.TryFind(other, w, third, out _)))
                    count++;
            }
            most = Math.Max(most, count);
        }
        return most;
    }
}
