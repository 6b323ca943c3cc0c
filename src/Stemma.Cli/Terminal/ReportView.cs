using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Library.Corpus;
using Stemma.Library.Store;
using Stemma.Reports;

namespace Stemma.Cli.Terminal;

/// <summary>A report of the library: what it is, its versions with what changed and who still has the old words, its text.</summary>
internal sealed class ReportView
{
    // Changes of one version that are listed before the rest is only counted. Set by eye.
    private const int MostChanges = 12;

    private readonly StoredReport _report;
    private readonly IReadOnlyList<StoredVersion> _versions;
    private readonly IReadOnlyList<StoredReport> _others;

    private ReportView(StoredReport report, IReadOnlyList<StoredVersion> versions, IReadOnlyList<StoredReport> others) =>
        (_report, _versions, _others) = (report, versions, others);

    /// <summary>Gets it together.</summary>
    /// <param name="store">The library.</param>
    /// <param name="id">The id of a report that is there.</param>
    public static ReportView Of(ILibraryStore store, string id)
    {
        StoredReport report = store.Report(id) ?? throw new LibraryException($"{id}: nothing in the library has this id any more");
        IReadOnlyList<StoredVersion> versions = store.Versions(id);
        return new ReportView(report, versions, versions.Count > 1 ? [.. store.ReportsOf(report.Story).Where(r => r.Id != id)] : []);
    }

    /// <summary>Writes it to standard output.</summary>
    public void Write(bool json)
    {
        if (json)
        {
            using Stream stdout = Console.OpenStandardOutput();
            WriteJson(stdout);
        }
        else
        {
            Print(new SummaryPrinter(SummaryConsole.ForStandardOutput()));
        }
    }

    private void Print(SummaryPrinter printer)
    {
        Report report = _report.Report;
        printer.Print(new Phrase().Add(report.Title ?? report.Id, Ink.Strong));
        printer.Print(new Phrase().Add(_report.Id, Ink.Number)
            .Add($" {report.Outlet ?? "outlet unknown"}, {LibraryValues.Days(report.Published?.From, report.Published?.To)}, story ", Ink.Quiet).Add(LibraryValues.Shown(_report.Story), Ink.Number));
        printer.Print(new Phrase().Add(report.Url ?? report.Id, Ink.Quiet));
        if (report.Byline.Count > 0)
            printer.Print(new Phrase().Add("by " + string.Join(", ", report.Byline), Ink.Quiet));
        if (_versions.Count > 1)
            PrintVersions(printer);
        printer.Blank();
        foreach (string line in ArticleText.Of(report).Split('\n'))
            printer.Print(line);
    }

    private void PrintVersions(SummaryPrinter printer)
    {
        printer.Title("Versions");
        for (int i = 0; i < _versions.Count; i++)
        {
            printer.Print(new Phrase().Add(FormattableString.Invariant($"{_versions[i].Number}"), Ink.Number).Add($" {LibraryValues.Moment(_versions[i].Added)}", Ink.Quiet), "  ", "    ");
            if (i == 0)
                continue;
            Report older = _versions[i - 1].Report, newer = _versions[i].Report;
            if (older.Title != newer.Title)
                printer.Print(new Phrase().Add("headline: ", Ink.Quiet).Add(older.Title ?? "none", Ink.Gone).Add(" → ", Ink.Quiet).Add(newer.Title ?? "none", Ink.Come), "    ", "      ");
            IReadOnlyList<VersionChange> changes = VersionChanges.Between(older, newer);
            foreach (VersionChange change in changes.Take(MostChanges))
                PrintChange(printer, older, newer, change);
            StorySummary.More(printer, changes.Count - MostChanges, "    ", "changes");
        }
    }

    private void PrintChange(SummaryPrinter printer, Report older, Report newer, VersionChange change)
    {
        if (!change.Old.IsEmpty)
            printer.Print(new Phrase().Add("- ", Ink.Quiet).Add(change.Old.In(older.Text), Ink.Gone), "    ", "      ");
        if (!change.New.IsEmpty)
            printer.Print(new Phrase().Add("+ ", Ink.Quiet).Add(change.New.In(newer.Text), Ink.Come), "    ", "      ");
        StoredReport[] still = [.. StillSaying(older, newer, change)];
        if (still.Length > 0)
            printer.Print(new Phrase().Add($"the old words still stand in {string.Join(", ", still.Select(r => $"{r.Report.Outlet ?? r.Report.Id} ({LibraryValues.Shown(r.Id)})"))}", Ink.Warn), "      ", "      ");
    }

    // The other reports of the story that have one of the sentences that are gone.
    private IEnumerable<StoredReport> StillSaying(Report older, Report newer, VersionChange change)
    {
        string[] gone = [.. VersionChanges.SentencesIn(older, change.Old).Where(s => !VersionChanges.Holds(newer, s))];
        return gone.Length == 0 ? [] : _others.Where(o => gone.Any(s => VersionChanges.Holds(o.Report, s)));
    }

    private void WriteJson(Stream stream)
    {
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            LibraryValues.WriteReport(json, _report);
            json.WriteString("added", LibraryValues.Moment(_report.Added));
            json.WriteStartArray("versions");
            for (int i = 0; i < _versions.Count; i++)
                WriteVersion(json, i);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.Write("\n"u8);
    }

    private void WriteVersion(Utf8JsonWriter json, int i)
    {
        StoredVersion version = _versions[i];
        json.WriteStartObject();
        json.WriteNumber("version", version.Number);
        json.WriteString("added", LibraryValues.Moment(version.Added));
        json.WriteString("source", Convert.ToHexStringLower(version.SourceHash.Span));
        json.WriteString("title", version.Report.Title);
        json.WriteString("text", version.Report.Text);
        json.WriteStartArray("changes");
        if (i > 0)
        {
            Report older = _versions[i - 1].Report;
            foreach (VersionChange change in VersionChanges.Between(older, version.Report))
            {
                json.WriteStartObject();
                json.WriteNumber("oldStart", change.Old.Start);
                json.WriteNumber("oldEnd", change.Old.End);
                json.WriteNumber("newStart", change.New.Start);
                json.WriteNumber("newEnd", change.New.End);
                json.WriteStartArray("still");
                foreach (StoredReport other in StillSaying(older, version.Report, change))
                    json.WriteStringValue(other.Id);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
