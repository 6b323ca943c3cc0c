using System.Globalization;
using System.Text.Json;
using Stemma.Annotation;
using Stemma.Annotation.Times;
using Stemma.Library;
using Stemma.Reports;

namespace Stemma.Cli.Eval;

/// <summary>Tags and resolves the times of texts whose date of publication is given.</summary>
internal static class EvalTime
{
    public static void Run(string input, string output, EvalProgress progress)
    {
        using FileStream stream = File.Create(output);
        foreach (JsonElement document in JsonLines.Read(input))
        {
            string id = document.Text("doc_id") ?? throw new FormatException($"{input}: an object has no doc_id");
            string text = document.Text("text") ?? throw new FormatException($"{input}: {id} has no text");
            Write(stream, id, text, document.Day("dct") is { } day ? new PublicationDate(day, day, DateSource.Stated, []) : null);
            progress.Step();
        }
    }

    private static void Write(Stream stream, string id, string text, PublicationDate? published)
    {
        AnnotatedReport report = Annotator.Annotate(new Report { Id = id, Text = text, Language = "en" });
        int[] points = CodePoints(text);
        foreach (ResolvedTime time in TimeResolver.Resolve(report, published))
        {
            JsonLines.Write(stream, line =>
            {
                line.WriteString("doc_id", id);
                line.WriteNumber("start", points[time.Span.Start]);
                line.WriteNumber("end", points[time.Span.End]);
                line.WriteString("text", time.Span.In(text));
                line.WriteString("type", time.Type.ToString().ToUpperInvariant());
                line.WriteString("value", time.Value);
            });
        }
    }

    // For every UTF-16 offset the offset in code points.
    private static int[] CodePoints(string text)
    {
        var points = new int[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
            points[i + 1] = points[i] + (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]) ? 0 : 1);
        return points;
    }
}
