using Stemma.Comparison.Passages;
using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>What each possible link of a story costs: the words that must be written anew, and what dates and credits say against it.</summary>
internal sealed class LinkCosts
{
    // In words, like CopyCost. Set on newstree seeds 11-13 (easy, medium, hard); re-run "stemma eval lineage" when one changes.

    /// <summary>What a report without a source costs beside its words: one more origin.</summary>
    public const double Root = 10;

    /// <summary>A source that is dated after its copy: pages that are updated later carry such dates, but few do.</summary>
    public const double LaterSource = 60;

    /// <summary>In words, and as part of the report: how much such text shows that a report was put together from two sources.</summary>
    private const int ForeignWords = 25;

    private const double ForeignShare = 0.12;

    /// <summary>
    /// Each quoted sentence that the copy gives in other words than its source, where it does so again and again.
    /// </summary>
    public const double RewordedQuotation = 20;

    /// <summary>A report that credits an agency which is not there, and which its source does not credit: it was not taken from that source alone.</summary>
    public const double CreditNotInSource = 12;

    /// <summary>A report that says it has its text from the outlet of the source: the other sources cost so much more.</summary>
    public const double NamedSource = 20;

    /// <summary>A word of the headline that is not in the headline of the source: many copies keep the headline.</summary>
    public const double OtherTitle = 0.5;

    /// <summary>The words that two reports must share at least for one to be the source of the other.</summary>
    private const int FewestWords = 14;

    /// <summary>The part of a report that must be in its source.</summary>
    private const double SmallestShare = 0.08;

    private readonly IReadOnlyList<Report> _reports;
    private readonly ComparedText[] _texts;
    private readonly WordLinks _links;
    private readonly int[][] _sharing;
    private readonly CopyCost _copying;
    private readonly int[] _rank;
    private readonly HashSet<string>[] _titles;

    public LinkCosts(IReadOnlyList<Report> reports, ComparedText[] texts, WordLinks links)
    {
        _reports = reports;
        _texts = texts;
        _links = links;
        _sharing = [.. Enumerable.Range(0, reports.Count).Select(i => links.Pairs.Where(p => p.Of == i).Select(p => p.In).ToArray())];
        Credited = new CreditedSources(reports);
        Reworded = new RewordedQuotations(texts, links);
        _copying = new CopyCost(texts, links);
        Sources = [.. texts.Select((t, i) => SourceText.Of(i, t.Segments.Length))];
        _titles = [.. reports.Select(TitleWords)];
        int[] order = Chronology.Order(reports);
        _rank = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            _rank[order[i]] = i;
        int n = reports.Count;
        Matrix = new double[n + 1, n + 1];
        for (int p = 0; p <= n; p++)
        {
            for (int c = 0; c <= n; c++)
                Matrix[p, c] = double.PositiveInfinity;
        }
        for (int c = 0; c < n; c++)
            Matrix[n, c] = AsRoot(c);
        foreach ((int child, int parent) in links.Pairs)
            Matrix[parent, child] = Between(parent, child, texts[child].Words.Length);
    }

    /// <summary>Each report as a source.</summary>
    public SourceText[] Sources { get; }

    /// <summary>The costs: [parent, child]; the last index stands for "no source". Infinite where there can be no link.</summary>
    public double[,] Matrix { get; }

    /// <summary>Whom the reports credit.</summary>
    public CreditedSources Credited { get; }

    /// <summary>Which quotations they word differently.</summary>
    public RewordedQuotations Reworded { get; }

    /// <summary>What it takes to write one report from a text.</summary>
    public CopyCost Copying => _copying;

    /// <summary>The place of a report in time, 0 for the earliest; undated ones come last.</summary>
    public int Rank(int report) => _rank[report];

    /// <summary>What it costs that the report hangs under a lost text whose headline is that of a report.</summary>
    public double UnderLost(SourceText lost, int titleOf, int child) =>
        _copying.From(lost, child) + TitleUnder(titleOf, child) + (RewordedQuotation * Reworded.FromLost(lost, child, _copying));

    /// <summary>The part of it that the headline makes.</summary>
    public double TitleUnder(int titleOf, int child) => OtherTitle * TitleWordsNotIn(child, titleOf);

    /// <summary>What the headline of a report costs if it is copied from none.</summary>
    public double TitleAlone(int report) => OtherTitle * _titles[report].Count;

    /// <summary>What the part of a link's cost is that its headline makes; for a root, with the number of the reports as parent.</summary>
    public double TitlePart(int parent, int child) => parent == _reports.Count ? TitleAlone(child) : OtherTitle * TitleWordsNotIn(child, parent);

    /// <summary>What credits say against a link (or a root) where no lost text is assumed.</summary>
    public double CreditPart(int parent, int child) =>
        (parent == _reports.Count ? Credited.Agencies(child).Any() : Credited.CreditsBeyond(child, parent)) ? CreditNotInSource : 0;

    /// <summary>The report whose headline would serve the members best as source.</summary>
    public int BestTitle(int[] members) => members.OrderBy(m => members.Sum(c => TitleWordsNotIn(c, m))).ThenBy(Rank).First();

    // A report that has the child's text and the text of others, which the child has not, was rather put together from both.
    private bool IsPutTogether(int report, int child)
    {
        int words = _texts[report].Words.Length;
        int foreign = 0;
        for (int w = 0; w < words; w++)
        {
            if (_links.TryFind(report, w, child, out _, out _))
                continue;
            foreach (int other in _sharing[report])
            {
                if (other == child || _links.Share(other, child) || !MayHaveGiven(other, report) || !_links.TryFind(report, w, other, out _, out _))
                    continue;
                foreign++;
                break;
            }
        }
        return foreign >= ForeignWords && foreign >= ForeignShare * words;
    }

    // By the dates; where they do not tell, a report that is itself mixed of the report's text and another is none to take from.
    private bool MayHaveGiven(int other, int report) => Chronology.Compare(_reports[other].Published, _reports[report].Published) switch
    {
        TimeOrder.Before => true,
        TimeOrder.After => false,
        _ => _sharing[other].All(y => y == report || _links.Share(y, report)),
    };

    private double TitleWordsNotIn(int child, int parent) => _titles[child].Count == 0 ? 0 : _titles[child].Count(w => !_titles[parent].Contains(w));

    private static HashSet<string> TitleWords(Report report) => (report.Title ?? "")
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Select(w => HouseStyle.Fold(w.AsSpan().Trim("“”\"'‘’.,:;!?()"))).Where(w => w.Length > 0).Take(LongestTitle).ToHashSet(StringComparer.Ordinal);

    /// <summary>In words; a bound for hostile input.</summary>
    private const int LongestTitle = 60;

    /// <summary>True unless the source is dated after the copy.</summary>
    public bool IsInTime(int source, int copy) => Chronology.Compare(_reports[source].Published, _reports[copy].Published) != TimeOrder.After;

    private double AsRoot(int report) => _copying.Alone(report) + TitleAlone(report) + Root + (Credited.NamesAny(report) ? NamedSource : 0);

    private double Between(int parent, int child, int childWords)
    {
        int shared = _copying.Cover(Sources[parent], child, new bool[childWords]);
        if (shared < FewestWords || shared < SmallestShare * childWords)
            return double.PositiveInfinity;
        double cost = _copying.From(Sources[parent], child);
        TimeOrder order = Chronology.Compare(_reports[parent].Published, _reports[child].Published);
        if (IsPutTogether(parent, child))
            return double.PositiveInfinity;
        if (order == TimeOrder.After)
            cost += LaterSource;
        cost += RewordedQuotation * Reworded.Between(parent, child);
        cost += OtherTitle * TitleWordsNotIn(child, parent);
        if (Credited.NamesAny(child) && !Credited.Names(child, parent))
            cost += NamedSource;

        // Among equals the earliest is taken.
        return cost + _rank[parent] * 1e-6;
    }
}
