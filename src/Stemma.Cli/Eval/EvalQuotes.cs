using System.Text.Json;
using Stemma.Annotation;
using Stemma.Library;
using Stemma.Reports;

namespace Stemma.Cli.Eval;

/// <summary>
/// JSON lines {id, text, marks} in; one line an attribution out, and one a quotation that lies in none, offsets in Unicode
/// code points. Only quotations that one of <c>marks</c> (parted by blanks) opens are told to be such, without it those in
/// double marks: the public gold knows no others (not '…' and not ''…'').
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
            foreach (Attribution attribution in annotated.Attributions)
            {
                // The public gold gives an attribution inside another's words to nobody.
                if (attribution.Inner)
                    continue;
                Quotation[] marked = [.. annotated.Quotations.Where(q => q.Kind != QuotationKind.Indirect && IsOpenedBy(marks, q, text) && attribution.Content.Any(c => c.Overlaps(q.Span)))];
                bool whole = marked.Length > 0 && attribution.Content.All(c => Array.Exists(marked, q => q.Marked == c));
                // Of words in marks the quotation tells the speaker; the attribution's source has what stands in apposition as well.
                TextSpan? speaker = marked.Select(q => q.Speaker?.Span ?? q.UnclearSpeaker).FirstOrDefault(s => s is not null);
                TextSpan? source = speaker is { } other && attribution.Source?.Overlaps(other) != true ? other : attribution.Source;
                JsonLines.Write(stream, writer =>
                {
                    writer.WriteString("doc_id", id);
                    Write(writer, "content", whole ? [.. attribution.Content.Select(c => marked.First(q => q.Marked == c).Span)] : attribution.Content, codePoints);
                    Write(writer, "source", source is { } told ? [told] : [], codePoints);
                    Write(writer, "cue", [attribution.Cue], codePoints);
                    writer.WriteString("speaker_name", marked.Select(q => q.Speaker?.Name).FirstOrDefault(n => n is not null));
                    writer.WriteString("kind", whole ? "direct" : marked.Length > 0 ? "mixed" : "indirect");
                    writer.WriteString("rule", attribution.Rule);
                });
            }
            TextSpan? toldBefore = null;
            foreach (Quotation quotation in annotated.Quotations)
            {
                toldBefore = quotation.Speaker?.Span ?? quotation.UnclearSpeaker ?? toldBefore;
                if (!IsOpenedBy(marks, quotation, text) || annotated.Attributions.Any(a => !a.Inner && a.Content.Any(c => c.Overlaps(quotation.Span))))
                    continue;
                JsonLines.Write(stream, writer =>
                {
                    writer.WriteString("doc_id", id);
                    Write(writer, "content", [quotation.Span], codePoints);
                    // Speech that goes on has no words of its own for its speaker: the words that told it before stand for them.
                    Write(writer, "source", (quotation.Speaker is null && quotation.UnclearSpeaker is null) || toldBefore is not { } speaker ? [] : [speaker], codePoints);
                    Write(writer, "cue", quotation.Cue is { } cue ? [cue] : [], codePoints);
                    writer.WriteString("speaker_name", quotation.Speaker?.Name);
                    writer.WriteString("kind", quotation.Kind == QuotationKind.Indirect ? "indirect" : "direct");
                    writer.WriteString("rule", string.Join("; ", quotation.Reasons));
                });
            }
            progress.Step();
        }
    }

    private static bool IsOpenedBy(string[] marks, Quotation quotation, string text) =>
        quotation.Kind == QuotationKind.Indirect || marks.Contains(text[quotation.Marked.Start..quotation.Span.Start].Trim());

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<TextSpan> spans, int[] codePoints)
    {
        writer.WriteStartArray(name);
        foreach (TextSpan span in spans)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(codePoints[span.Start]);
            writer.WriteNumberValue(codePoints[span.End]);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
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
