using System.Globalization;
using Stemma.Comparison.Passages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>Says in words why a link was made, why in this direction, and how sure it is.</summary>
internal static class LinkReasons
{
    // Confidence is the product of three parts, each 0 to 1: that the text was taken, that this is the source, that this is the direction.
    // Set by hand; not calibrated.

    /// <summary>In words of cost: a second-best source that costs so much more leaves no doubt.</summary>
    private const double ClearMargin = 30;

    /// <summary>The part for a direction that rests on what was left out alone.</summary>
    private const double DirectionByText = 0.6;

    /// <summary>The part for a direction against the dates.</summary>
    private const double DirectionAgainstDates = 0.4;

    /// <summary>The confidence and the reasons of one link.</summary>
    public static (double Confidence, List<string> Reasons) Of(int source, int child, double share, bool isSecond, Report[] reports, LinkCosts costs, Family family)
    {
        var reasons = new List<string>();
        string part = string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} % of its words are there");
        reasons.Add(isSecond ? $"second source: {part} and not in the first" : part);
        double taken = Math.Min(1, 0.6 + share);
        if (source >= reports.Length)
        {
            reasons.Add("no present report can have given all of it");
            return (taken * 0.75, reasons);
        }
        if (costs.Credited.Names(child, source))
            reasons.Add($"it names “{reports[source].Outlet}” as its source");
        double direction;
        switch (Chronology.Compare(reports[source].Published, reports[child].Published))
        {
            case TimeOrder.Before:
                reasons.Add("it was published later");
                direction = 1;
                break;
            case TimeOrder.After:
                reasons.Add("it is dated earlier, but has less text and more changes: the source's date may be that of an update");
                direction = DirectionAgainstDates;
                break;
            default:
                double there = costs.Matrix[source, child], back = costs.Matrix[child, source];
                double left = costs.Copying.Alone(child) - there, gained = costs.Copying.Alone(source) - back;
                reasons.Add(Math.Abs(left - gained) < 1
                    ? "the dates do not tell the direction and neither does the text: it may be the other way round"
                    : "the dates do not tell the direction; it leaves out more than it adds");
                direction = DirectionByText;
                break;
        }
        double next = double.PositiveInfinity;
        int rival = -1;
        for (int other = 0; other < reports.Length; other++)
        {
            if (other == source || other == child || family.IsUnder(other, child) || costs.Matrix[other, child] >= next)
                continue;
            (next, rival) = (costs.Matrix[other, child], other);
        }
        double margin = next - costs.Matrix[source, child];
        double sure = isSecond ? 0.8 : double.IsInfinity(margin) ? 1 : 0.5 + 0.5 * Math.Clamp(margin / ClearMargin, 0, 1);
        if (!isSecond && margin < 1 && rival >= 0)
            reasons.Add($"“{reports[rival].Id}” has the same words: it may be the source as well");
        else if (!isSecond && rival >= 0 && !double.IsInfinity(next))
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"nearest other source: “{reports[rival].Id}”, {Math.Max(0, margin):0} more words changed"));
        return (taken * sure * direction, reasons);
    }

    /// <summary>Why there must have been a lost text.</summary>
    public static IReadOnlyList<string> OfLost(LostText text, int[] children, string? agency, Report[] reports, ComparedText[] texts, WordLinks links, LinkCosts costs)
    {
        var reasons = new List<string>();
        if (agency is not null)
        {
            int crediting = children.Count(c => costs.Credited.Agencies(c).Contains(agency, StringComparer.OrdinalIgnoreCase));
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{crediting} of {children.Length} credit {agency}, which is not among the reports"));
        }
        foreach (int child in children)
        {
            // Words that two of the others share and this one lacks, so that it cannot be their source.
            int lacking = 0;
            foreach (int other in children)
            {
                if (other == child)
                    continue;
                int count = 0;
                for (int w = 0; w < texts[other].Words.Length; w++)
                {
                    if (!links.TryFind(other, w, child, out _, out _) && children.Any(third => third != other && third != child && links.TryFind(other, w, third, out _, out _)))
                        count++;
                }
                lacking = Math.Max(lacking, count);
            }
            if (lacking > 0)
                reasons.Add(string.Create(CultureInfo.InvariantCulture, $"“{reports[child].Id}” lacks {lacking} words that others of them share"));
        }
        for (int i = 0; i < children.Length; i++)
        {
            for (int j = i + 1; j < children.Length; j++)
            {
                int reworded = costs.Reworded.Between(children[i], children[j]);
                if (reworded > 0)
                    reasons.Add(string.Create(CultureInfo.InvariantCulture, $"“{reports[children[i]].Id}” and “{reports[children[j]].Id}” word {reworded} quotations differently, which a copy would keep"));
            }
        }
        reasons.Add(string.Create(CultureInfo.InvariantCulture, $"with it the reports need {text.Gain:0} fewer words of change than with any of them as source"));
        return reasons;
    }
}
