namespace Stemma.Stories.Lineage;

/// <summary>How much dearer the family gets without a link: the cheapest family that differs in the sources of one report and has it not.</summary>
internal sealed class LinkMargins
{
    private readonly Dictionary<(int Source, int Child), double> _margins = [];
    private readonly Dictionary<int, double> _lost = [];
    private readonly List<SourceChances> _chances = [];

    /// <summary>Adds the links of the reports that a search was for.</summary>
    public void Add(Family family, FamilyCost price, FamilySearch search)
    {
        foreach (int child in search.Members)
        {
            int parent = family.ParentOf(child), second = family.SecondOf(child);
            if (parent == Family.None)
                continue;
            double withoutFirst = double.PositiveInfinity, withoutSecond = double.PositiveInfinity;
            foreach (Family other in search.ChangesAt(child, family))
            {
                double dearer = Math.Max(0, price.Change(family, other, search.Members));
                if (family.IsLost(parent) && other.LostTexts().Length < family.LostTexts().Length)
                    _lost[parent] = Math.Min(_lost.GetValueOrDefault(parent, double.PositiveInfinity), dearer);
                if (!Has(other, child, parent))
                    withoutFirst = Math.Min(withoutFirst, dearer);
                if (!Has(other, child, second))
                    withoutSecond = Math.Min(withoutSecond, dearer);
            }
            _margins[(parent, child)] = withoutFirst;
            if (second != Family.None)
                _margins[(second, child)] = withoutSecond;
        }
    }

    /// <summary>Adds how often the sources of a group of reports were chosen.</summary>
    public void Add(SourceChances chances) => _chances.Add(chances);

    /// <summary>How often the source was chosen among likely families, 0 to 1; null where that was not counted.</summary>
    public double? ChanceOf(Family family, int source, int child) => _chances.FirstOrDefault(c => c.Counts(child))?.Of(family, source, child);

    /// <summary>In bits, 0 or more.</summary>
    public double Of(int source, int child) => _margins[(source, child)];

    /// <summary>The same for a lost text as a whole.</summary>
    public double OfLost(int lost) => _lost.GetValueOrDefault(lost, double.PositiveInfinity);

    private static bool Has(Family family, int child, int source) => family.ParentOf(child) == source || family.SecondOf(child) == source;
}
