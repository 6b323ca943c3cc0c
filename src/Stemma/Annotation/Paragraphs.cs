using Stemma.Reports;

namespace Stemma.Annotation;

/// <summary>Finds the paragraphs of an article: its lines, without what was cut.</summary>
internal static class Paragraphs
{
    /// <summary>The paragraphs of the report, in order.</summary>
    public static IReadOnlyList<Paragraph> Of(Report report)
    {
        string text = report.Text;
        var paragraphs = new List<Paragraph>();
        int start = 0;
        foreach (Cut cut in report.Cuts)
        {
            AddLines(text, start, cut.Span.Start, report.TitleSpan, paragraphs);
            start = cut.Span.End;
        }
        AddLines(text, start, text.Length, report.TitleSpan, paragraphs);
        return paragraphs;
    }

    private static void AddLines(string text, int start, int end, TextSpan? title, List<Paragraph> paragraphs)
    {
        while (start < end)
        {
            int newLine = text.IndexOf('\n', start, end - start);
            int lineEnd = newLine < 0 ? end : newLine;
            TextSpan span = new TextSpan(start, lineEnd).Trimmed(text);
            if (!span.IsEmpty)
            {
                bool isTitle = title is { } t && t.Contains(span);
                paragraphs.Add(new Paragraph(span, isTitle ? ParagraphKind.Title : KindOf(span.Over(text))));
            }
            start = lineEnd + 1;
        }
    }

    // A heading is a short line without the mark that ends a sentence, at its end or before a closing quotation mark.
    private static ParagraphKind KindOf(ReadOnlySpan<char> line) =>
        line.Length <= LongestHeading && !EndsLikeASentence(line) && !HoldsSpeech(line) ? ParagraphKind.Heading : ParagraphKind.Body;

    private static bool HoldsSpeech(ReadOnlySpan<char> line)
    {
        for (int i = 1; i + 1 < line.Length; i++)
        {
            if (".,!?…".Contains(line[i]) && ClosingMarks.Contains(line[i + 1]))
                return true;
        }
        return false;
    }

    private static bool EndsLikeASentence(ReadOnlySpan<char> line)
    {
        int i = line.Length - 1;
        while (i > 0 && (line[i] is ')' or ']' || ClosingMarks.Contains(line[i])))
            i--;
        return ".!?…:;,".Contains(line[i]);
    }

    // Those of every style: “…“ and »…« close with marks that open elsewhere.
    private const string ClosingMarks = "\"'”’»“‘«›‹";

    /// <summary>In UTF-16 code units; headings in news rarely fill a line of print.</summary>
    private const int LongestHeading = 80;
}
