using System.Text.Encodings.Web;
using System.Text.Json;
using Stemma.Library;
using Stemma.Reading;
using Stemma.Reports;
using Stemma.Stories;

namespace Stemma.Cli.Eval;

/// <summary>
/// Reads generated stories whose copying is known (one folder each, with meta.jsonl) and writes the dossier's findings in the
/// shape of their scorer; offsets in UTF-16 code units.
/// </summary>
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
            Dossier dossier = StoryReader.Read(JsonLines.Read(meta).Select(line => Read(story, line)).OfType<Report>());
            using FileStream file = File.Create(Path.Combine(output, Path.GetFileName(story) + ".json"));
            using var json = new Utf8JsonWriter(file, s_writing);
            json.WriteStartObject();
            WriteLineage(json, dossier.Lineage);
            WritePairs(json, "copied", dossier.Passages.Where(p => p.Use == "copied").Select(p => (p.A, p.B)));
            WriteGroups(json, "quote_groups", QuoteGroups(dossier));
            WriteGroups(json, "conflicts", dossier.Claims.Where(c => c.Verdict == "conflict").SelectMany(Differing));
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

    private static IEnumerable<IEnumerable<DossierSpan>> QuoteGroups(Dossier dossier)
    {
        Dictionary<string, DossierQuote> quotes = dossier.Quotes.ToDictionary(q => q.Id, StringComparer.Ordinal);
        return dossier.Wordings.Select(w => w.Quotes.Select(id => new DossierSpan(quotes[id].Report, quotes[id].Start, quotes[id].End)));
    }

    // A conflict is scored as pairs of places that give different values.
    private static IEnumerable<DossierSpan[]> Differing(DossierClaim claim) =>
        from a in claim.Tellings
        from b in claim.Tellings
        where string.CompareOrdinal(a.Report, b.Report) < 0 && !string.Equals(a.Key, b.Key, StringComparison.Ordinal)
        select new[] { new DossierSpan(a.Report, a.ValueStart, a.ValueEnd), new DossierSpan(b.Report, b.ValueStart, b.ValueEnd) };

    private static void WriteLineage(Utf8JsonWriter json, DossierLineage lineage)
    {
        json.WriteStartArray("edges");
        foreach (LineageLink link in lineage.Links)
        {
            json.WriteStartObject();
            json.WriteString("from", link.From);
            json.WriteString("to", link.To);
            json.WriteNumber("confidence", link.Confidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("lost");
        foreach (LostDispatch lost in lineage.Lost)
        {
            json.WriteStartObject();
            json.WriteString("id", lost.Id);
            WriteStrings(json, "children", lost.Children);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("origins", lineage.Origins.Count);
        json.WriteStartObject("origin_sets");
        foreach (string report in lineage.Origins.SelectMany(o => o.Reports).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            WriteStrings(json, report, lineage.Origins.Where(o => o.Reports.Contains(report, StringComparer.Ordinal)).Select(o => o.Root));
        json.WriteEndObject();
    }

    private static void WritePairs(Utf8JsonWriter json, string name, IEnumerable<(DossierSpan A, DossierSpan B)> pairs)
    {
        json.WriteStartArray(name);
        foreach ((DossierSpan a, DossierSpan b) in pairs)
        {
            json.WriteStartObject();
            json.WritePropertyName("a");
            WriteSpan(json, a);
            json.WritePropertyName("b");
            WriteSpan(json, b);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteGroups(Utf8JsonWriter json, string name, IEnumerable<IEnumerable<DossierSpan>> groups)
    {
        json.WriteStartArray(name);
        foreach (IEnumerable<DossierSpan> group in groups)
        {
            json.WriteStartArray();
            foreach (DossierSpan span in group)
                WriteSpan(json, span);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void WriteSpan(Utf8JsonWriter json, DossierSpan span)
    {
        json.WriteStartObject();
        json.WriteString("file", span.Report);
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        json.WriteEndObject();
    }

    private static void WriteStrings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
