using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Library;
using Stemma.Reading;
using Stemma.Reports;
using Stemma.Stories;
using Stemma.Stories.Lineage;

namespace Stemma.Cli.Eval;

/// <summary>Reads generated stories whose copying is known (gold/newstree) and writes who copied whom; offsets in UTF-16 code units.</summary>
internal static class EvalLineage
{
    private static readonly JsonWriterOptions s_writing = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Run(string input, string output, EvalProgress progress)
    {
        Directory.CreateDirectory(output);
        foreach (string story in Directory.GetDirectories(input).Order(StringComparer.Ordinal))
        {
            string meta = Path.Combine(story, "meta.jsonl");
            if (!File.Exists(meta))
                continue;
            AnnotatedReport[] reports = [.. JsonLines.Read(meta).Select(line => Read(story, line)).OfType<Report>().Select(r => WithQuotedRuns(Annotator.Annotate(r)))];
            IReadOnlyList<Passage> passages = PassageFinder.Find(reports);
            using var file = File.Create(Path.Combine(output, Path.GetFileName(story) + ".json"));
            using var json = new Utf8JsonWriter(file, s_writing);
            json.WriteStartObject();
            WriteLineage(json, LineageBuilder.Build(reports, passages));
            WriteCopied(json, reports, passages);

            // "quote_groups" and "conflicts" of the scorer's format belong here once wordings and claims are found.
            json.WriteEndObject();
            progress.Step();
        }
    }

    private static Report? Read(string story, JsonElement line)
    {
        string name = line.Text("file") ?? throw new FormatException($"{story}: meta.jsonl: a line without “file”");
        var input = new ReportInput(name, File.ReadAllBytes(Path.Combine(story, name))) { Outlet = line.Text("outlet"), Published = line.Text("published") };
        Report? report = ReportReader.Read(input).Report;
        return report is null ? null : report with { Published = report.Published ?? Dated(line.Text("published")) };
    }

    // Where the annotator gives no quotations, the words between marks in one paragraph stand for them.
    private static AnnotatedReport WithQuotedRuns(AnnotatedReport report)
    {
        if (report.Quotations.Count > 0)
            return report;
        var quotations = new List<Quotation>();
        foreach (Paragraph paragraph in report.Paragraphs)
        {
            int open = -1;
            for (int i = paragraph.Span.Start; i < paragraph.Span.End; i++)
            {
                char c = report.Text[i];
                if (c is not ('"' or '“' or '”'))
                    continue;
                if (open >= 0 && c != '“')
                {
                    quotations.Add(new Quotation { Span = new TextSpan(open + 1, i), Marked = new TextSpan(open, i + 1), Kind = QuotationKind.Direct });
                    open = -1;
                }
                else if (c != '”')
                {
                    open = i;
                }
            }
        }
        return report with { Quotations = quotations };
    }

    private static PublicationDate? Dated(string? moment)
    {
        if (!DateTimeOffset.TryParse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant))
            return null;
        var day = DateOnly.FromDateTime(instant.UtcDateTime);
        return new PublicationDate(day, day, DateSource.File, []) { Instant = instant };
    }

    private static void WriteLineage(Utf8JsonWriter json, StoryLineage lineage)
    {
        json.WriteStartArray("edges");
        foreach (TextLink link in lineage.Links)
        {
            json.WriteStartObject();
            json.WriteString("from", link.From);
            json.WriteString("to", link.To);
            json.WriteNumber("confidence", link.Confidence);
            WriteStrings(json, "reasons", link.Reasons);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("lost");
        foreach (LostDispatch lost in lineage.Lost)
        {
            json.WriteStartObject();
            json.WriteString("id", lost.Id);
            WriteStrings(json, "children", lost.Children);
            WriteStrings(json, "reasons", lost.Reasons);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("origins", lineage.Origins.Count);
        json.WriteStartObject("origin_sets");
        foreach (string report in lineage.Origins.SelectMany(o => o.Reports).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            WriteStrings(json, report, lineage.Origins.Where(o => o.Reports.Contains(report, StringComparer.Ordinal)).Select(o => o.Root));
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static void WriteCopied(Utf8JsonWriter json, AnnotatedReport[] reports, IReadOnlyList<Passage> passages)
    {
        json.WriteStartArray("copied");
        foreach (Passage passage in passages.Where(p => p.Use == PassageUse.Copied))
        {
            json.WriteStartObject();
            WriteSpan("a", passage.A, passage.SpanA);
            WriteSpan("b", passage.B, passage.SpanB);
            json.WriteEndObject();
        }
        json.WriteEndArray();

        void WriteSpan(string name, int report, TextSpan span)
        {
            json.WriteStartObject(name);
            json.WriteString("file", reports[report].Report.Id);
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
            json.WriteEndObject();
        }
    }
}
