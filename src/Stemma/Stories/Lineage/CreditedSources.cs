using Stemma.Languages;
using Stemma.Reports;

namespace Stemma.Stories.Lineage;

/// <summary>Whom the reports of a story credit with their whole text: outlets of the story, and agencies that are not in it.</summary>
internal sealed class CreditedSources
{
    private static readonly string[] s_partial = [.. TableFile.Lines("En/partial-credits.txt")];

    private readonly string[][] _credited;
    private readonly string[][] _agencies;
    private readonly IReadOnlyList<Report> _reports;
    private readonly HashSet<string> _outlets;

    public CreditedSources(IReadOnlyList<Report> reports)
    {
        _reports = reports;
        _outlets = reports.Select(r => r.Outlet).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        _credited = [.. reports.Select(r => r.Credits.Where(c => !IsPartial(r, c) && !IsOwn(r, c)).Select(c => c.Agency).Distinct(StringComparer.OrdinalIgnoreCase).ToArray())];
        _agencies = [.. _credited.Select(c => c.Where(a => !_outlets.Contains(a)).ToArray())];
    }

    /// <summary>The agencies that the report credits and that are no outlet of the story.</summary>
    public IReadOnlyList<string> Agencies(int report) => _agencies[report];

    /// <summary>True where the report credits the agency.</summary>
    public bool Credits(int report, string agency) => _credited[report].Contains(agency, StringComparer.OrdinalIgnoreCase);

    /// <summary>True where the report names the outlet of the other as its source.</summary>
    public bool Names(int report, int source) => report != source && _reports[source].Outlet is { } outlet && Credits(report, outlet);

    /// <summary>True where the report names the outlet of another report of the story as its source.</summary>
    public bool NamesAny(int report) =>
        _credited[report].Any(a => _outlets.Contains(a) && !string.Equals(a, _reports[report].Outlet, StringComparison.OrdinalIgnoreCase));

    /// <summary>True where the report credits an agency that the other does not credit.</summary>
    public bool CreditsBeyond(int report, int source) => Agencies(report).Any(a => !Credits(source, a));

    /// <summary>The agency that most of the reports credit, null where none is.</summary>
    public string? MostCredited(IEnumerable<int> reports) => reports.SelectMany(Agencies).GroupBy(a => a, StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    // "© The Example Times" credits nobody else.
    private static bool IsOwn(Report report, Credit credit) =>
        report.Outlet is { Length: > 0 } outlet && credit.Agency.Contains(outlet, StringComparison.OrdinalIgnoreCase);

    private static bool IsPartial(Report report, Credit credit)
    {
        if (credit.Span is not { } span)
            return false;
        int start = span.Start == 0 ? 0 : report.Text.LastIndexOf('\n', span.Start - 1) + 1;
        ReadOnlySpan<char> before = report.Text.AsSpan(start, span.Start - start);
        if (before.Length > LongestLead)
            return false;
        foreach (string words in s_partial)
        {
            if (before.Contains(words, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    /// <summary>In UTF-16 code units: a credit line is short before the name.</summary>
    private const int LongestLead = 120;
}
