using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Annotation;
using Stemma.Comparison.Passages;
using Stemma.Library;
using Stemma.Reading;
using Stemma.Reports;

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
            AnnotatedReport[] reports = [.. JsonLines.Read(meta).Select(line => Read(story, line)).OfType<Report>().Select(Annotate)];
            IReadOnlyList<Passage> passages = PassageFinder.Find(reports);
            using var file = File.Create(Path.Combine(output, Path.GetFileName(story) + ".json"));
            using var json = new Utf8JsonWriter(file, s_writing);
            json.WriteStartObject();
            WriteCopied(json, reports, passages);
            json.WriteEndObject();
            progress.Step();
        }
    }

    private static Report? Read(string story, JsonElement line)
    {
        string name = line.Text("file") ?? throw new FormatException($"{story}: meta.jsonl: a line without “file”");
        var input = new ReportInput(name, File.ReadAllBytes(Path.Combine(story, name))) { Outlet = line.Text("outlet"), Published = line.Text("published") };
        return ReportReader.Read(input).Report;
    }

    private static AnnotatedReport Annotate(Report report) => Annotator.Annotate(report);

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
