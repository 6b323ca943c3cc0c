using Stemma.Comparison.Passages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>What each possible link of a story costs: the words that must be written anew, and what dates and credits say against it.</summary>
internal sealed class LinkCosts
{
    // In words, like CopyCost. Set on newstree seeds 11-13 (easy, medium, hard); re-run "stemma eval lineage" when one changes.

    /// <summary>What a report without a source costs beside its words: one more origin.</summary>
    public const double Root = 10;

    /// <summary>A source that is dated after its copy: pages that are updated later carry such dates, but few do.</summary>
    public const double LaterSource = 25;

    /// <summary>A copy that credits an agency which its source does not name.</summary>
    public const double CreditNotInSource = 8;

    /// <summary>A report that says it has its text from the outlet of the source: the other sources cost so much more.</summary>
    public const double NamedSource = 20;

    /// <summary>The words that two reports must share at least for one to be the source of the other.</summary>
    private const int FewestWords = 14;

    /// <summary>The part of a report that must be in its source.</summary>
    private const double SmallestShare = 0.08;

    private readonly IReadOnlyList<Report> _reports;
    private readonly CopyCost _copying;
    private readonly int[] _rank;

    public LinkCosts(IReadOnlyList<Report> reports, ComparedText[] texts, WordLinks links)
    {
        _reports = reports;
        _copying = new CopyCost(texts, links);
        Sources = [.. texts.Select((t, i) => SourceText.Of(i, t.Segments.Length))];
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

    /// <summary>What it takes to write one report from a text.</summary>
    public CopyCost Copying => _copying;

    /// <summary>The place of a report in time, 0 for the earliest; undated ones come last.</summary>
    public int Rank(int report) => _rank[report];

    /// <summary>What it costs that the report hangs under a lost text.</summary>
    public double UnderLost(SourceText lost, int child) => _copying.From(lost, child);

    /// <summary>True unless the source is dated after the copy.</summary>
    public bool IsInTime(int source, int copy) => Chronology.Compare(_reports[source].Published, _reports[copy].Published) != TimeOrder.After;

    private double AsRoot(int report) => _copying.Alone(report) + Root + (Agencies(report).Any() ? CreditNotInSource : 0) + (NamesAnySource(report) ? NamedSource : 0);

    private double Between(int parent, int child, int childWords)
    {
        int shared = _copying.Cover(Sources[parent], child, new bool[childWords]);
        if (shared < FewestWords || shared < SmallestShare * childWords)
            return double.PositiveInfinity;
        double cost = _copying.From(Sources[parent], child);
        if (!IsInTime(parent, child))
            cost += LaterSource;
        if (Agencies(child).Any(a => !Credits(parent, a) && !string.Equals(_reports[parent].Outlet, a, StringComparison.OrdinalIgnoreCase)))
            cost += CreditNotInSource;
        if (NamesAnySource(child) && !Names(child, parent))
            cost += NamedSource;

        // Among equals the earliest is taken.
        return cost + _rank[parent] * 1e-6;
    }

    /// <summary>The agencies that the report credits and that are no outlet of the story.</summary>
    public IEnumerable<string> Agencies(int report) => _reports[report].Credits
        .Where(c => !_reports.Any(r => string.Equals(r.Outlet, c.Agency, StringComparison.OrdinalIgnoreCase)))
        .Select(c => c.Agency).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the report names the outlet of the other as its source.</summary>
    public bool Names(int report, int source) => report != source && _reports[source].Outlet is { } outlet && Credits(report, outlet);

    private bool NamesAnySource(int report) => _reports[report].Credits.Count > 0 && Enumerable.Range(0, _reports.Count).Any(other => Names(report, other));

    private bool Credits(int report, string agency) => _reports[report].Credits.Any(c => string.Equals(c.Agency, agency, StringComparison.OrdinalIgnoreCase));
}
