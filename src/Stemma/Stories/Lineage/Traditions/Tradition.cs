using Stemma.Comparison.Passages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage.Traditions;

/// <summary>
/// Copies of one text that neither sentence marks nor dates put in order: a transcript that went from hand to hand, a poem, a
/// list. They are read as stemmatology reads manuscripts, from the places at which the copies differ.
/// </summary>
/// <remarks>
/// The tree is the one with the fewest changes (<see cref="WitnessTree"/>), a copy that changes sides gets two sources
/// (<see cref="SideChanges"/>), a copy that is not there is put in where that saves most (<see cref="LostCopy"/>), and else the root is
/// where the fewest words must have been put in later. See
/// docs/decisions/lineage-of-traditions.md.
/// </remarks>
internal sealed class Tradition
{
    /// <summary>In reports: two or three are told apart as well sentence by sentence; more than the second take too long.</summary>
    private const int FewestWitnesses = 4, MostWitnesses = 64;

    /// <summary>In words of all reports; a bound for hostile input.</summary>
    private const int MostWords = 400_000;

    /// <summary>In places of variation; a bound for hostile input.</summary>
    private const int MostPlaces = 20_000;

    /// <summary>The part of the words that stands in stretches without sentence marks.</summary>
    private const double LeastUnmarked = 0.5;

    /// <summary>The part of the shorter text that each must share with another one at least: all are copies of one text.</summary>
    private const double LeastShared = 0.6;

    /// <summary>As part of the witnesses: how many may have two sources; where nearly all seem to, the tree is no tree.</summary>
    private const double MostMixed = 0.25;

    private readonly int[] _members;
    private readonly Dictionary<int, int[]> _sourcesOf = [];

    private Tradition(int[] members, WitnessTable table, double[][] distances)
    {
        (_members, Table, Distances) = (members, table, distances);
        int n = table.Witnesses;
        int[] rest = [.. Enumerable.Range(0, n)];
        while (Changes.Count < MostMixed * n && SideChanges.Find(table, rest, distances) is { } change)
        {
            Changes.Add(change.Witness, change);
            rest = [.. rest.Where(w => w != change.Witness)];
        }
        List<(int A, int B)> tree = WitnessTree.Over(rest, distances);
        Lost = LostCopy.Find(table, rest, tree, distances);
        foreach ((int parent, int child) in Lost is null ? Rooted(rest, tree) : From(table.Witnesses, Lost.Tree))
            _sourcesOf.Add(child, [parent]);
        foreach (SideChange change in Changes.Values)
            _sourcesOf.Add(change.Witness, [change.First, change.Second]);
    }

    /// <summary>The places of variation; witnesses are numbered as the members.</summary>
    public WitnessTable Table { get; }

    /// <summary>How far the witnesses stand from each other.</summary>
    public double[][] Distances { get; }

    /// <summary>The witnesses that have two sources.</summary>
    public SortedDictionary<int, SideChange> Changes { get; } = [];

    /// <summary>The copy that is not there and from which the others come; null where there need be none. Its number is that after the last witness.</summary>
    public LostCopy? Lost { get; }

    /// <summary>The witness that a report is, -1 where it is none.</summary>
    public int WitnessOf(int report) => Array.IndexOf(_members, report);

    /// <summary>The report that a witness is.</summary>
    public int ReportOf(int witness) => _members[witness];

    /// <summary>The sources of a witness, none for the root.</summary>
    public int[] SourcesOf(int witness) => _sourcesOf.GetValueOrDefault(witness, []);

    /// <summary>Reads the reports as a tradition; null where they are none.</summary>
    /// <param name="members">Reports that share text with each other, by their places in the lists, in the ordinal order of their ids.</param>
    /// <param name="reports">All reports.</param>
    /// <param name="texts">Their words.</param>
    /// <param name="links">Their words, linked by the copied passages.</param>
    public static Tradition? Of(int[] members, Report[] reports, ComparedText[] texts, WordLinks links)
    {
        if (members.Length is < FewestWitnesses or > MostWitnesses)
            return null;
        int words = members.Sum(m => texts[m].Words.Length);
        if (words > MostWords || members.Sum(m => CommonCuts.Unmarked(texts[m])) < LeastUnmarked * words || !AreUndated(members, reports) || !AreCopies(members, texts, links))
            return null;
        var table = WitnessTable.Of([.. members.Select(m => reports[m])]);
        return table.Places is 0 or > MostPlaces ? null : new Tradition(members, table, WitnessTree.Distances(table));
    }

    /// <summary>The same family with the sources of the members.</summary>
    public Family Join(Family family)
    {
        Family joined = family.Clone();
        int lost = family.FreeLost();
        for (int w = 0; w < _members.Length; w++)
        {
            int[] sources = SourcesOf(w);
            if (sources.Length > 0)
                joined.Set(_members[w], sources[0] < _members.Length ? _members[sources[0]] : lost, sources.Length > 1 ? _members[sources[1]] : Family.None);
        }
        return joined;
    }

    private static bool AreUndated(int[] members, Report[] reports) => members.All(x => members.All(y =>
        x >= y || Chronology.Compare(reports[x].Published, reports[y].Published) is not (TimeOrder.Before or TimeOrder.After)));

    private static bool AreCopies(int[] members, ComparedText[] texts, WordLinks links) => members.All(x => members.Any(y =>
        x != y && links.CountShared(x, y) >= LeastShared * Math.Min(texts[x].Words.Length, texts[y].Words.Length)));

    // Copyists leave words out by oversight and seldom put any in: the root is the witness from which the fewest are put in.
    private List<(int Parent, int Child)> Rooted(int[] witnesses, List<(int A, int B)> tree)
    {
        List<(int Parent, int Child)> best = [];
        int least = int.MaxValue;
        double centre = double.PositiveInfinity;
        foreach (int root in witnesses)
        {
            List<(int Parent, int Child)> links = From(root, tree);
            int put = links.Sum(l => Omitted(l.Parent, l.Child) - Omitted(l.Child, l.Parent));
            double far = witnesses.Sum(w => Distances[root][w]);
            if (put < least || put == least && far < centre)
                (best, least, centre) = (links, put, far);
        }
        return best;
    }

    private static List<(int Parent, int Child)> From(int root, List<(int A, int B)> tree)
    {
        ILookup<int, int> beside = tree.Concat(tree.Select(e => (A: e.B, B: e.A))).ToLookup(e => e.A, e => e.B);
        var links = new List<(int Parent, int Child)>();
        var waiting = new Stack<(int Node, int From)>([(root, -1)]);
        while (waiting.TryPop(out (int Node, int From) at))
        {
            if (at.From >= 0)
                links.Add((at.From, at.Node));
            foreach (int next in beside[at.Node])
            {
                if (next != at.From)
                    waiting.Push((next, at.Node));
            }
        }
        return links;
    }

    // How many words of the second the first leaves out.
    private int Omitted(int first, int second)
    {
        int omitted = 0;
        for (int p = 0; p < Table.Places; p++)
            omitted += Table[p][first] == WitnessTable.Omission && Table[p][second] > WitnessTable.Omission ? 1 : 0;
        return omitted;
    }
}
