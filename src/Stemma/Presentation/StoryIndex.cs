using System.Collections.Frozen;
using Stemma.Stories;

namespace Stemma.Presentation;

/// <summary>A report with the number and the short name by which every presentation calls it.</summary>
/// <param name="Number">1 for the first in reading order.</param>
/// <param name="Label">The outlet; else the file or the address.</param>
/// <param name="Report">The report.</param>
public sealed record NumberedReport(int Number, string Label, DossierReport Report);

/// <summary>
/// A dossier with what a presentation looks up: reports in reading order (earliest first, undated last) and by id,
/// quotations and passages by id. Immutable, safe to share between threads.
/// </summary>
/// <remarks>It forgives a dossier that was written by hand: ids that name nothing find nothing, spans are held inside their text.</remarks>
public sealed class StoryIndex
{
    // Characters of a name and of a headline. Longer ones would push everything else aside; the whole stands with the report.
    private const int MostLabel = 60;
    private const int MostTitle = 200;

    private readonly FrozenDictionary<string, NumberedReport> _reports;
    private readonly FrozenDictionary<string, DossierQuote> _quotes;
    private readonly FrozenDictionary<string, DossierPassage> _passages;

    /// <summary>Looks everything up once.</summary>
    public StoryIndex(Dossier dossier)
    {
        ArgumentNullException.ThrowIfNull(dossier);
        Dossier = dossier;
        Reports = [.. dossier.Reports
            .OrderBy(r => r.Published?.From ?? "~", StringComparer.Ordinal)
            .ThenBy(r => r.Published?.To ?? "~", StringComparer.Ordinal)
            .ThenBy(r => r.Id, StringComparer.Ordinal)
            .Select((r, i) => new NumberedReport(i + 1, Label(r), r))];
        _reports = ById(Reports, r => r.Report.Id);
        _quotes = ById(dossier.Quotes, q => q.Id);
        _passages = ById(dossier.Passages, p => p.Id);
        Lineage = new LineageTree(this);
    }

    /// <summary>The findings.</summary>
    public Dossier Dossier { get; }

    /// <summary>The reports in reading order.</summary>
    public IReadOnlyList<NumberedReport> Reports { get; }

    /// <summary>The lineage, laid out in rows and generations.</summary>
    public LineageTree Lineage { get; }

    /// <summary>The report with this id, null where there is none.</summary>
    public NumberedReport? Report(string id) => _reports.GetValueOrDefault(id);

    /// <summary>The quotation with this id, null where there is none.</summary>
    public DossierQuote? Quote(string id) => _quotes.GetValueOrDefault(id);

    /// <summary>The passage with this id, null where there is none.</summary>
    public DossierPassage? Passage(string id) => _passages.GetValueOrDefault(id);

    /// <summary>The words of a run of a report, empty where the report is not known.</summary>
    public string Words(string report, int start, int end)
    {
        if (Report(report) is not { } found)
            return "";
        string text = found.Report.Text;
        int from = Math.Clamp(start, 0, text.Length);
        return text[from..Math.Clamp(end, from, text.Length)];
    }

    /// <summary>The words of a quotation.</summary>
    public string Words(DossierQuote quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return Words(quote.Report, quote.Start, quote.End);
    }

    /// <summary>The headline of the earliest report that has one, null where none has.</summary>
    public string? Title => Reports.Select(r => r.Report.Title).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) is { } title ? StoryWords.Shorten(title.Trim(), MostTitle) : null;

    private static string Label(DossierReport report)
    {
        string? label = new[] { report.Outlet, report.File, report.Url, report.Id }.FirstOrDefault(s => !string.IsNullOrWhiteSpace(s));
        return label is null ? "unnamed" : StoryWords.Shorten(label.Trim(), MostLabel);
    }

    private static FrozenDictionary<string, T> ById<T>(IEnumerable<T> items, Func<T, string> id)
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (T item in items)
            found.TryAdd(id(item), item);
        return found.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
