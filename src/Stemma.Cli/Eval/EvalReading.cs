using System.Globalization;
using System.Text;
using System.Text.Json;
using Stemma.Library;
using Stemma.Reading;
using Stemma.Reports;

namespace Stemma.Cli.Eval;

/// <summary>Reads pages or flattened texts and writes the article that is kept, one JSON line a page.</summary>
internal static class EvalReading
{
    public static void Run(string input, string output, EvalProgress progress)
    {
        var results = new List<ReadingResult>();
        foreach (JsonElement page in JsonLines.Read(input))
        {
            string content = page.Text("html") ?? page.Text("text") ?? "";
            results.Add(ReportReader.Read(new ReportInput(page.Text("id") ?? "", Encoding.UTF8.GetBytes(content)) { Charset = "utf-8", Url = page.Text("url") }));
            progress.Step();
        }
        Dictionary<string, Report> reports = OutletMemory.Apply([.. results.Select(r => r.Report).OfType<Report>()]).ToDictionary(r => r.Id, StringComparer.Ordinal);
        using Stream stream = File.Create(output);
        foreach (ReadingResult result in results)
            JsonLines.Write(stream, writer => Write(writer, result.Name, reports.GetValueOrDefault(result.Name)));
    }

    private static void Write(Utf8JsonWriter writer, string id, Report? report)
    {
        writer.WriteString("id", id);
        writer.WriteString("text", report is null ? "" : Kept(report));
        if (report is null)
            return;
        writer.WriteString("title", report.Title);
        writer.WriteStartArray("authors");
        foreach (string author in report.Byline)
            writer.WriteStringValue(author);
        writer.WriteEndArray();
        writer.WriteString("date", report.Published?.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    // The article without its headline, one paragraph a line.
    private static string Kept(Report report)
    {
        var kept = new StringBuilder(report.Text.Length);
        int start = 0;
        IEnumerable<TextSpan> cuts = report.Cuts.Select(c => c.Span);
        if (report.TitleSpan is { } title)
            cuts = cuts.Append(title).Order();
        foreach (TextSpan cut in cuts)
        {
            if (cut.Start > start)
                kept.Append(report.Text, start, cut.Start - start);
            start = Math.Max(start, cut.End);
        }
        kept.Append(report.Text, start, report.Text.Length - start);
        return string.Join('\n', kept.ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }
}
