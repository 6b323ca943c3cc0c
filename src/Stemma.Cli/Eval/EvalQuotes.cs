using System.Text.Json;
using Stemma.Annotation;
using Stemma.Library;
using Stemma.Reports;

namespace Stemma.Cli.Eval;

/// <summary>
/// JSON lines {id, text, marks} in; one line a quotation out, offsets in Unicode code points. Only quotations that one of
/// <c>marks</c> (parted by blanks) opens are written, without it those in double marks: the public gold knows no others
/// (not '…' and not ''…'').
/// </summary>
internal static class EvalQuotes
{
    private const string DoubleMarks = "\" “ ” „";

    public static void Run(string input, string output, EvalProgress progress)
    {
        using Stream stream = File.Create(output);
        foreach (JsonElement line in JsonLines.Read(input))
        {
            string id = line.Text("id") ?? throw new FormatException($"{input}: a line has no \"id\"");
            string text = line.Text("text") ?? throw new FormatException($"{input}: document {id} has no \"text\"");
            string[] marks = (line.Text("marks") ?? DoubleMarks).Split(' ');
            AnnotatedReport annotated = Annotator.Annotate(new Report { Id = id, Text = text, Language = "en" });
            int[] codePoints = CodePoints(text);
            TextSpan? told = null;
            foreach (Quotation quotation in annotated.Quotations)
            {
                told = quotation.Speaker?.Span ?? quotation.UnclearSpeaker ?? told;
                if (!IsOpenedBy(marks, quotation, text))
                    continue;
                JsonLines.Write(stream, writer =>
                {
                    writer.WriteString("doc_id", id);
                    Write(writer, "quote", quotation.Span, codePoints);
                    // Speech that goes on has no words of its own for its speaker: the words that told it before stand for them.
                    Write(writer, "speaker", quotation.Speaker is null && quotation.UnclearSpeaker is null ? null : told, codePoints);
                    Write(writer, "cue", quotation.Cue, codePoints);
                    writer.WriteString("speaker_name", quotation.Speaker?.Name);
                    writer.WriteString("kind", quotation.Kind == QuotationKind.Indirect ? "indirect" : "direct");
                    writer.WriteString("quote", quotation.Span.In(text));
                    writer.WriteString("reasons", string.Join("; ", quotation.Reasons));
                });
            }
            progress.Step();
        }
    }

    private static bool IsOpenedBy(string[] marks, Quotation quotation, string text) =>
        quotation.Kind == QuotationKind.Indirect || marks.Contains(text[quotation.Marked.Start..quotation.Span.Start].Trim());

    private static void Write(Utf8JsonWriter writer, string name, TextSpan? span, int[] codePoints)
    {
        if (span is not { } s)
            return;
        writer.WriteNumber(name + "_start", codePoints[s.Start]);
        writer.WriteNumber(name + "_end", codePoints[s.End]);
    }

    // The number of code points before each code unit and at the end.
    private static int[] CodePoints(string text)
    {
        var counts = new int[text.Length + 1];
        for (int i = 0; i < text.Length; i++)
            counts[i + 1] = counts[i] + (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]) ? 0 : 1);
        return counts;
    }
}
