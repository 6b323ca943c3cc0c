using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>
/// Reads a report that came as plain text, as written or flattened out of a page: marks what is no part of the article
/// and finds headline, authors, credits and date. Prefers leaving junk to cutting article.
/// </summary>
internal static class FlatText
{
    /// <summary>Reads the text; linear in its length.</summary>
    public static ArticleParts Read(string text)
    {
        var parts = new ArticleParts(text);
        List<TextLine> lines = TextLine.Split(text);
        if (lines.Count == 0)
            return parts;
        if (DumpedPage.Read(parts, lines) is { } pieces)
        {
            lines = pieces;
            CutJunkLines(parts, lines, lines.FindLastIndex(l => l.IsProse && l.IsOpen));
            FlatTail.CutNotes(parts, lines);
        }
        else
        {
            ShortSentences.Mark(text, lines);
            int firstProse = lines.FindIndex(l => l.IsProse);
            int lastProse = lines.FindLastIndex(l => l.IsProse);
            FlatHead.Read(parts, lines, firstProse < 0 ? lines.Count : firstProse);
            CutJunkLines(parts, lines, lastProse);
            FlatTail.Read(parts, lines);
        }
        CutDatelines(parts, lines);
        CutRepeatedTitle(parts, lines);
        foreach (TextLine line in lines)
        {
            if (line.Why is { } why)
                parts.Cuts.Add(line.Span.Start, line.Span.End, why);
        }
        return parts;
    }

    private static void CutJunkLines(ArticleParts parts, List<TextLine> lines, int lastProse)
    {
        for (int i = 0; i < lines.Count; i++)
        {
            TextLine line = lines[i];
            if (!line.IsOpen)
                continue;
            // Credit first: "Source: AFP" is more than junk.
            bool isTail = i > lastProse;
            if (CreditLines.Read(parts.Text, line.Span, isTail) is { } credit && (isTail || credit.Why == "credit line"))
            {
                line.Why = credit.Why;
                parts.TakeCredits(credit.Credits);
                parts.TakeAuthors(credit.Authors);
            }
            else
            {
                line.Why = JunkLines.Why(line.Span.Over(parts.Text));
            }
        }
    }

    private static void CutDatelines(ArticleParts parts, List<TextLine> lines)
    {
        TextLine? first = lines.Find(l => l.IsOpen && (l.IsProse || l.Span.Length >= TextLine.LeastProse));
        if (first is null || Datelines.Read(parts.Text, first.Span) is not { } dateline)
            return;
        parts.Cuts.Add(dateline.Span.Start, dateline.Span.End, "dateline");
        parts.TakeCredits(dateline.Credits);
        parts.Take(dateline.Date);
    }

    private static void CutRepeatedTitle(ArticleParts parts, List<TextLine> lines)
    {
        if (parts.Title is not { } title)
            return;
        string folded = FoldedLine.Fold(title);
        foreach (TextLine line in lines)
        {
            if (line.IsOpen && line.Span.Length < folded.Length + 40 && IsTitleAgain(FoldedLine.Fold(line.Span.Over(parts.Text)), folded))
                line.Why = "repeated title";
        }
    }

    // The headline alone or with the outlet's name after a mark, as the title of a browser window has it.
    private static bool IsTitleAgain(string line, string title) =>
        string.Equals(line, title, StringComparison.Ordinal)
        || line.StartsWith(title, StringComparison.Ordinal) && line[title.Length..].TrimStart() is [('|' or '-' or '–' or '—' or '»' or '›'), ' ', ..];
}
