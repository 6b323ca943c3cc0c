using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>Reads what stands after the last paragraph of a plain text: comment forms, links, self-portraits, agency signs.</summary>
internal static class FlatTail
{
    /// <summary>Part of the text, 0 to 1, that may follow a heading such as "Leave a comment" and be cut with it.</summary>
    private const double MostAfterHeading = 0.4;

    /// <summary>In UTF-16 code units; a longer line after such a heading shows that the article goes on.</summary>
    private const int LongestAfterHeading = 400;

    /// <summary>In lines; so many short lines without end marks after the last paragraph come from a dumped page where a known label stands among them; else they are a list.</summary>
    private const int DumpLines = 4;

    /// <summary>Cuts the tail; expects lines that are junk by themselves to be marked.</summary>
    public static void Read(ArticleParts parts, List<TextLine> lines)
    {
        CutAfterHeading(parts.Text, lines);
        int last = lines.FindLastIndex(l => l.IsOpen && l.IsProse);
        CutDump(parts.Text, lines, last);
        CutNotes(parts, lines);
    }

    /// <summary>Cuts notes about the author and the sign of an agency at the end of what is open.</summary>
    public static void CutNotes(ArticleParts parts, List<TextLine> lines)
    {
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            TextLine line = lines[i];
            if (!line.IsOpen)
                continue;
            // Notes about the author stand last, and an article line ends the search.
            ReadOnlySpan<char> words = line.Span.Over(parts.Text);
            if (!Taglines.Is(words) && !AuthorNotes.Is(words, parts.Text.AsSpan(parts.TitleSpan?.End ?? 0, Math.Max(0, line.Span.Start - (parts.TitleSpan?.End ?? 0))), parts.Authors))
                break;
            line.Why = "author note";
        }
        CutSign(parts, lines);
    }

    private static void CutAfterHeading(string text, List<TextLine> lines)
    {
        int firstProse = lines.FindIndex(l => l.IsProse && l.Why is null);
        if (firstProse < 0)
            return;
        // From the end: the earliest heading after which nothing but short lines comes.
        int longest = 0, heading = -1;
        for (int i = lines.Count - 1; i > firstProse; i--)
        {
            if (JunkLines.TailHeading(lines[i].Span.Over(text)) is { } why)
            {
                bool isComments = why.StartsWith("comment", StringComparison.Ordinal);
                if (isComments || longest <= LongestAfterHeading)
                    heading = i;
            }
            longest = Math.Max(longest, lines[i].Span.Length);
            if (text.Length - lines[i].Span.Start > text.Length * MostAfterHeading)
                break;
        }
        if (heading < 0)
            return;
        string reason = JunkLines.TailHeading(lines[heading].Span.Over(text))!;
        for (int i = heading; i < lines.Count; i++)
        {
            if (lines[i].IsOpen)
                lines[i].Why = reason;
        }
    }

    private static void CutDump(string text, List<TextLine> lines, int last)
    {
        if (last < 0)
            return;
        int count = 0;
        bool isPage = false;
        for (int i = last + 1; i < lines.Count; i++)
        {
            count += IsLoose(text, lines[i]) ? 1 : 0;
            isPage |= lines[i].IsOfPage;
        }
        if (count < DumpLines || !isPage)
            return;
        for (int i = last + 1; i < lines.Count; i++)
        {
            if (IsLoose(text, lines[i]))
                lines[i].Why = "links";
        }
    }

    private static bool IsLoose(string text, TextLine line) =>
        line.IsOpen && line.Span.Length < TextLine.LeastProse && !JunkLines.EndsLikeASentence(line.Span.Over(text));

    // The last paragraph ends with the sign of an agency after a dash or in brackets: "… on Monday. – AFP".
    private static void CutSign(ArticleParts parts, List<TextLine> lines)
    {
        TextLine? last = lines.FindLast(l => l.IsOpen);
        if (last is null || lines.FindLastIndex(l => l.IsOpen) == 0)
            return;
        string text = parts.Text;
        int end = last.Span.End, from = Math.Max(last.Span.Start, end - 40);
        int mark = text.LastIndexOfAny(['-', '–', '—', '('], end - 1, end - from);
        if (mark <= last.Span.Start || !JunkLines.EndsLikeASentence(text.AsSpan(last.Span.Start, mark - last.Span.Start)))
            return;
        if (CreditLines.Read(text, new TextSpan(mark, end), isTail: true) is { } credit && credit.Credits.Count > 0)
        {
            parts.Cuts.Add(mark, end, "credit line");
            parts.TakeCredits(credit.Credits);
        }
    }
}
