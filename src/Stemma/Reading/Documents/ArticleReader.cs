using AngleSharp.Dom;
using Stemma.Reading.Documents.Feeds;
using Stemma.Reading.Documents.Mail;
using Stemma.Reading.Html;
using Stemma.Reading.Html.Bodies;
using Stemma.Reports;

namespace Stemma.Reading.Documents;

/// <summary>
/// Reads a text that is an article and nothing else, as feeds, exchange documents and mails carry it: no body is sought in it; only
/// the lines within it that are no part of an article are cut.
/// </summary>
internal static class ArticleReader
{
    /// <summary>In blocks: where a headline that is named from outside stands in the text, it stands here.</summary>
    private const int TitleBlocks = 6;

    /// <summary>In blocks at the head in which the fields of a forwarded mail stand.</summary>
    private const int MailBlocks = 40;

    /// <summary>Reads a fragment of HTML.</summary>
    /// <param name="html">The fragment.</param>
    /// <param name="title">The headline that is named from outside, null for none.</param>
    /// <param name="authors">The authors that are named from outside.</param>
    public static ArticleParts ReadHtml(string html, string? title, IReadOnlyList<string> authors)
    {
        IDocument document = PageGuard.Parse(html);
        var page = PageText.Read(document.Body ?? document.DocumentElement, withHidden: false);
        var tree = new PageTree(page);
        var parts = new ArticleParts(page.Text);
        PageBlock? head = page.Blocks.Take(TitleBlocks).FirstOrDefault(b => title is null ? b.Kind == BlockKind.Heading : IsTitle(page.Text, b.Span, title));
        if (head is not null)
        {
            head.IsTitle = true;
            TakeTitle(parts, head.Span);
        }
        var reasons = new BlockReasons(tree, parts.Title ?? title, authors);
        int last = Array.FindLastIndex(tree.IsProse, isProse => isProse);
        bool isForwarded = page.Blocks.Take(MailBlocks).Any(b => ForwardedMail.IsMark(b.Span.Over(page.Text)));
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            if (block.IsTitle)
                continue;
            block.Why = tree.Parts[block.Node] ?? Why(parts, block.Span, authors, i > last, isForwarded && i < MailBlocks);
            if (block.Why is null && reasons.Of(i) is var reason && reason.Why is not ("label" or "teaser"))
                block.Why = reason.Why;
        }
        Cut(parts, page.Blocks.Where(b => !b.IsTitle).Select(b => (b.Span, b.Why, b.Kind == BlockKind.Heading)));
        return parts;
    }

    /// <summary>Reads plain text, one line a paragraph.</summary>
    /// <param name="text">The text.</param>
    /// <param name="title">As for HTML.</param>
    /// <param name="authors">As for HTML.</param>
    public static ArticleParts ReadPlain(string text, string? title, IReadOnlyList<string> authors)
    {
        var parts = new ArticleParts(text);
        List<TextSpan> lines = Lines(text);
        int head = title is null ? -1 : lines.FindIndex(0, Math.Min(lines.Count, TitleBlocks), l => IsTitle(text, l, title));
        if (head >= 0)
            TakeTitle(parts, lines[head]);
        string? folded = title is null ? null : FoldedLine.Fold(title);
        int last = lines.FindLastIndex(l => l.Length >= LeastProse && JunkLines.EndsLikeASentence(l.Over(text)));
        var read = new List<(TextSpan Span, string? Why, bool IsHeading)>(lines.Count);
        for (int i = 0; i < lines.Count; i++)
        {
            if (i == head)
                continue;
            string? why = Why(parts, lines[i], authors, i > last, isForwarded: false) ?? JunkLines.Why(lines[i].Over(text));
            why ??= folded is not null && lines[i].Length < folded.Length + 20 && string.Equals(FoldedLine.Fold(lines[i].Over(text)), folded, StringComparison.Ordinal) ? "repeated title" : null;
            read.Add((lines[i], why, false));
        }
        Cut(parts, read);
        return parts;
    }

    // Why a line is no part of the article, as far as its own words tell; takes in what it says.
    private static string? Why(ArticleParts parts, TextSpan span, IReadOnlyList<string> authors, bool isTail, bool isForwarded)
    {
        string text = parts.Text;
        if (isForwarded && (ForwardedMail.IsMark(span.Over(text)) || ForwardedMail.IsField(span.Over(text))))
            return "mail header";
        if (span.Length > LongestLine)
            return null;
        if (CreditLines.Read(text, span, isTail) is { } credit)
        {
            parts.TakeCredits(credit.Credits);
            parts.TakeAuthors(authors.Count == 0 ? credit.Authors : []);
            return credit.Why;
        }
        if (Bylines.ReadLine(text, span) is { } byline)
        {
            parts.TakeCredits(byline.Credits);
            parts.TakeAuthors(authors.Count == 0 ? byline.Authors : []);
            return "byline";
        }
        if (DatedLines.Read(span.Over(text)) is { } date)
        {
            parts.Take(date);
            return "date line";
        }
        return FullTexts.IsFooter(FoldedLine.Fold(span.Over(text))) ? "feed footer" : null;
    }

    private static void Cut(ArticleParts parts, IEnumerable<(TextSpan Span, string? Why, bool IsHeading)> blocks)
    {
        bool isFirst = true;
        foreach ((TextSpan span, string? why, bool isHeading) in blocks)
        {
            if (why is not null)
            {
                parts.Cuts.Add(span.Start, span.End, why);
            }
            else if (isFirst && !isHeading)
            {
                isFirst = false;
                if (Datelines.Read(parts.Text, span) is not { } dateline)
                    continue;
                parts.Cuts.Add(dateline.Span.Start, dateline.Span.End, "dateline");
                parts.TakeCredits(dateline.Credits);
                parts.Take(dateline.Date);
            }
        }
    }

    private static bool IsTitle(string text, TextSpan span, string title) =>
        span.Length < title.Length + 20 && string.Equals(FoldedLine.Fold(span.Over(text)), FoldedLine.Fold(title), StringComparison.Ordinal);

    private static void TakeTitle(ArticleParts parts, TextSpan span)
    {
        parts.Title = span.In(parts.Text);
        parts.TitleSpan = span;
    }

    private static List<TextSpan> Lines(string text)
    {
        var lines = new List<TextSpan>();
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (new TextSpan(start, end).Trimmed(text) is { IsEmpty: false } line)
                lines.Add(line);
            start = end + 1;
        }
        return lines;
    }

    /// <summary>In UTF-16 code units: a line of prose has at least so many, and no byline or credit line has more.</summary>
    private const int LeastProse = 50, LongestLine = 300;
}
