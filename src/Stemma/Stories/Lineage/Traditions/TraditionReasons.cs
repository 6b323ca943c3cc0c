using System.Globalization;
using Stemma.Reports;

namespace Stemma.Stories.Lineage.Traditions;

/// <summary>What a link of a tradition rests on, in words and in spans.</summary>
internal sealed class TraditionReasons(Tradition tradition, Report[] reports)
{
    // Set on invented traditions (see docs/decisions/lineage-of-traditions.md): how often the two stood side by side in the true tree
    // and the direction was right. Fit anew when the tree is found otherwise.

    /// <summary>In places at which the copy reads otherwise than the source, fewer than otherwise than any other.</summary>
    private const int ClearLead = 3;

    private const double Clear = 0.6, Unclear = 0.45;

    /// <summary>In words: how many are quoted to show a place.</summary>
    private const int Quoted = 4;

    private readonly WitnessTable _table = tradition.Table;

    /// <summary>True for links of the tradition.</summary>
    public bool Covers(int child) => tradition.WitnessOf(child) >= 0;

    /// <summary>The stretch of the child that it has from the source, where it has two that gave one each; else null.</summary>
    public TextSpan? PartOf(int source, int child)
    {
        int witness = tradition.WitnessOf(child);
        if (!tradition.Changes.TryGetValue(witness, out SideChange change) || _table.WordsOf(witness) is not { } words)
            return null;
        int at = _table.PositionOf(witness, change.Place);
        return tradition.WitnessOf(source) == change.First ? new TextSpan(words.Start, EndBefore(child, at)) : new TextSpan(at, words.End);
    }

    /// <summary>The confidence and the reasons of a link.</summary>
    public (double Confidence, List<string> Reasons) Of(int source, int child, double share)
    {
        int to = tradition.WitnessOf(child);
        if (source >= reports.Length)
            return OfLost(to, share);
        int from = tradition.WitnessOf(source);
        var reasons = new List<string> { string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} % of its words are in passages that both have") };
        int first = 0, end = _table.Places;
        if (tradition.Changes.TryGetValue(to, out SideChange change))
        {
            (first, end) = change.First == from ? (0, change.Place) : (change.Place, end);
            int other = change.First == from ? change.Second : change.First;
            string at = Shown(child, _table.PositionOf(to, change.Place));
            (int with, int both) = Agreement(from, to, first, end);
            (int withOther, int bothOther) = Agreement(other, to, first, end);
            string otherwise = bothOther == 0 ? $"“{Id(other)}” has no text there" : string.Create(CultureInfo.InvariantCulture, $"as “{Id(other)}” at {withOther} of {bothOther}");
            reasons.Add(string.Create(CultureInfo.InvariantCulture,
                $"it changes sides: {(change.First == from ? "up to" : "from")} “{at}” it reads as this one at {with} of {both} places where copies differ, {otherwise}"));
        }
        else
        {
            (int with, int both) = Agreement(from, to, first, end);
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"where the copies differ it reads as this one at {with} of {both} places"));
        }
        int rival = Rival(from, to, first, end);
        double lead = double.PositiveInfinity;
        if (rival >= 0)
        {
            (int with, int both) = Agreement(rival, to, first, end);
            (int own, int all) = Agreement(from, to, first, end);
            lead = (both - with) - (all - own);
            reasons.Add(lead < 1 ? $"“{Id(rival)}” stands as near: it may be the source as well" : string.Create(CultureInfo.InvariantCulture, $"nearest other: “{Id(rival)}”, the same at {with} of {both}"));
        }
        reasons.Add("no date tells the direction, only who leaves out more words: it may be the other way round");
        return (lead >= ClearLead ? Clear : Unclear, reasons);
    }

    /// <summary>Why there must have been a copy that is not there.</summary>
    public IReadOnlyList<string> OfLostText(int copies) =>
    [
        string.Create(CultureInfo.InvariantCulture, $"at each place where the {copies} differ most of them go together, and none goes with most everywhere"),
        string.Create(CultureInfo.InvariantCulture, $"with it all copies need about {tradition.Lost!.Saved:0} fewer changes than with any of them as source"),
    ];

    // A link from the copy that is not there.
    private (double Confidence, List<string> Reasons) OfLost(int copy, double share)
    {
        int[] lost = tradition.Lost!.Readings;
        int both = 0, with = 0;
        for (int p = 0; p < lost.Length; p++)
        {
            if (lost[p] == WitnessTable.Absent || _table[p][copy] == WitnessTable.Absent)
                continue;
            both++;
            with += lost[p] == _table[p][copy] ? 1 : 0;
        }
        var reasons = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{share * 100:0} % of its words are in passages that others have from there"),
            string.Create(CultureInfo.InvariantCulture, $"where the copies differ it reads as most of them at {with} of {both} places"),
        };
        int rival = Rival(-1, copy, 0, _table.Places);
        double lead = 0;
        if (rival >= 0)
        {
            (int near, int all) = Agreement(rival, copy, 0, _table.Places);
            lead = (all - near) - (both - with);
            reasons.Add(string.Create(CultureInfo.InvariantCulture, $"nearest copy that is there: “{Id(rival)}”, the same at {near} of {all}"));
        }
        return (lead >= ClearLead ? Clear : Unclear, reasons);
    }

    private string Id(int witness) => reports[tradition.ReportOf(witness)].Id;

    private (int With, int Both) Agreement(int a, int b, int first, int end)
    {
        int with = 0, both = 0;
        for (int p = first; p < end; p++)
        {
            int x = _table[p][a], y = _table[p][b];
            if (x == WitnessTable.Absent || y == WitnessTable.Absent)
                continue;
            both++;
            with += x == y ? 1 : 0;
        }
        return (with, both);
    }

    // The witness nearest to the copy but for the source and the copy's own copies.
    private int Rival(int source, int copy, int first, int end)
    {
        int best = -1;
        double nearest = double.PositiveInfinity;
        for (int w = 0; w < _table.Witnesses; w++)
        {
            if (w == copy || w == source || tradition.SourcesOf(w).Contains(copy) || tradition.SourcesOf(copy).Contains(w))
                continue;
            (int with, int both) = Agreement(w, copy, first, end);
            double distance = 2 * both < end - first ? double.PositiveInfinity : (double)(both - with) / Math.Max(1, both);
            if (distance < nearest)
                (best, nearest) = (w, distance);
        }
        return best;
    }

    private string Shown(int report, int position)
    {
        string text = reports[report].Text;
        int end = position;
        for (int words = 0; end < text.Length && (words < Quoted - 1 || !char.IsWhiteSpace(text[end])) && end - position < Quoted * 20; end++)
            words += char.IsWhiteSpace(text[end]) ? 1 : 0;
        return text[position..end].TrimEnd();
    }

    // Without the space before the position.
    private int EndBefore(int report, int position)
    {
        string text = reports[report].Text;
        while (position > 0 && char.IsWhiteSpace(text[position - 1]))
            position--;
        return position;
    }
}
