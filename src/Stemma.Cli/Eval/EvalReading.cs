using System.Globalization;
using System.Text;
using System.Text.Json;
using Stemma.Library;
using Stemma.Library.Corpus;
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
        writer.WriteString("text", report is null ? "" : ArticleText.Of(report));
        if (report is null)
            return;
        writer.WriteString("title", report.Title);
        writer.WriteStartArray("authors");
        foreach (string author in report.Byline)
            writer.WriteStringValue(author);
        writer.WriteEndArray();
        writer.WriteString("date", report.Published?.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
