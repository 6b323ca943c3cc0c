using System.Text;
using Stemma.Reports;

namespace Stemma.Reading.Html;

/// <summary>Marks the blocks of a page that are no part of its article.</summary>
internal static class BlockCuts
{
    /// <summary>Part of a short block, 0 to 1, that is link text in a list of links.</summary>
    private const double LinkList = 0.6;

    /// <summary>In UTF-16 code units; longer blocks are kept even where much of them is links.</summary>
    private const int LongestLinkLine = 160;

    /// <summary>In UTF-16 code units; loose text shorter than this, without an end mark, is a label of the page.</summary>
    private const int LongestLabel = 40;

    /// <summary>In UTF-16 code units of the article in linked data; shorter ones are cut short for readers who do not pay.</summary>
    private const int LeastLinkedBody = 400;

    /// <summary>In UTF-16 code units; each block is looked up in it, and no news article is as long.</summary>
    private const int MostLinkedBody = 100_000;

    /// <summary>Part of the linked body, 0 to 1, that the page must show for it to decide.</summary>
    private const double LeastShown = 0.75;

    /// <summary>Decides on every block and fills <paramref name="parts"/>.</summary>
    public static void Mark(PageText page, Metadata metadata, ArticleParts parts)
    {
        if (page.Blocks.Count == 0)
            return;
        (string? title, PageBlock? titleBlock, TextSpan? titleSpan) = TitleChoice.Find(page, metadata.Titles, metadata.Outlet);
        BodyChoice choice = BodyChoice.Of(page, titleBlock);
        parts.Title = title;
        if (titleBlock is not null)
        {
            titleBlock.IsTitle = true;
            parts.TitleSpan = titleSpan;
            parts.Cuts.Add(titleBlock.Span.Start, titleSpan!.Value.Start, "kicker");
        }
        if (titleBlock is not null && HoldsArticleBefore(page, choice, titleBlock))
            titleBlock = null;
        bool[] inBody = LinkedBody(page, metadata.Body) ?? [];
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            if (block.IsTitle || inBody.Length > 0 && inBody[i])
                continue;
            block.Why = Why(page, choice, i, titleBlock, title, parts);
        }
        KeepLead(page, choice, metadata, titleBlock);
        CutLooseHeadings(page, choice);
        CutDateline(page, parts);
        foreach (PageBlock block in page.Blocks)
        {
            if (block.Why is { } why)
                parts.Cuts.Add(block.Span.Start, block.Span.End, why);
        }
    }

    private static string? Why(PageText page, BodyChoice choice, int i, PageBlock? title, string? titleText, ArticleParts parts)
    {
        PageBlock block = page.Blocks[i];
        if (choice.PartOf(block.Node) is { } part)
            return part;
        if (!choice.IsIn(block.Node, choice.Root))
            return "outside the article";
        if (title is not null && block.Span.Start < title.Span.Start && choice.IsIn(title.Node, choice.Root))
            return "page header";
        ReadOnlySpan<char> text = block.Span.Over(page.Text);
        if (titleText is not null && block.Span.Length < 300 && string.Equals(FoldedLine.Fold(text), FoldedLine.Fold(titleText), StringComparison.Ordinal))
            return "repeated title";
        if (titleText is not null && TitleChoice.IsAgain(page, block, titleText))
            return "repeated title";
        if (CreditLines.Read(page.Text, block.Span, isTail: false) is { } credit)
        {
            parts.TakeCredits(credit.Credits);
            return credit.Why;
        }
        if (JunkLines.Why(text) is { } junk)
            return junk;
        if (block.LinkShare >= LinkList && block.Span.Length <= LongestLinkLine)
            return "links";
        if (block.Kind != BlockKind.Heading && DatedLines.Read(text) is not null)
            return "date line";
        if (Bylines.ReadLine(page.Text, block.Span) is { } byline)
        {
            parts.TakeCredits(byline.Credits);
            return "byline";
        }
        if (block.Span.Length <= LongestLabel && parts.Authors.Exists(a => page.Text.AsSpan(block.Span.Start, block.Span.Length).Equals(a, StringComparison.OrdinalIgnoreCase)))
            return "byline";
        if (block.Kind == BlockKind.Loose && block.Span.Length <= LongestLabel && !JunkLines.EndsLikeASentence(text))
            return "label";
        return null;
    }

    // A heading in the middle of the article may repeat the headline: then nothing before it is a page header.
    private static bool HoldsArticleBefore(PageText page, BodyChoice choice, PageBlock title)
    {
        int before = 0, all = 0;
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            if (!choice.IsProse(i) || !choice.IsIn(block.Node, choice.Root) || choice.PartOf(block.Node) is not null)
                continue;
            all += block.Span.Length;
            before += block.Span.Start < title.Span.Start ? block.Span.Length : 0;
        }
        return before > all * MostBeforeTitle;
    }

    /// <summary>Part of the prose, 0 to 1, that may stand before the headline and be cut as page header.</summary>
    private const double MostBeforeTitle = 0.15;

    // The lead under the headline often stands outside the element that holds the article.
    private static void KeepLead(PageText page, BodyChoice choice, Metadata metadata, PageBlock? title)
    {
        if (title is null)
            return;
        string summary = metadata.Description is null ? "" : FoldedLine.Fold(metadata.Description);
        bool after = false;
        foreach (PageBlock block in page.Blocks)
        {
            after |= block.IsTitle;
            if (!after || block.IsTitle)
                continue;
            if (block.Why is null && choice.IsIn(block.Node, choice.Root))
                return;
            if (block.Why != "outside the article" || block.Span.Length is < 40 or > 1000 || block.LinkShare > 0.3)
                continue;
            bool isLead = IsLead(page, block.Node) || summary.Length > 40 && summary.StartsWith(FoldedLine.Fold(block.Span.Over(page.Text))[..Math.Min(40, block.Span.Length)], StringComparison.Ordinal);
            if (isLead && JunkLines.Why(block.Span.Over(page.Text)) is null)
                block.Why = null;
        }
    }

    private static bool IsLead(PageText page, int node)
    {
        for (int up = 0; node >= 0 && up < 3; node = page.Nodes[node].Parent, up++)
        {
            if (page.Nodes[node].IsLead)
                return true;
        }
        return false;
    }

    // A heading under which nothing is kept is the heading of something that was cut.
    private static void CutLooseHeadings(PageText page, BodyChoice choice)
    {
        bool followed = false;
        int cut = 0;
        for (int i = page.Blocks.Count - 1; i >= 0; i--)
        {
            PageBlock block = page.Blocks[i];
            if (block.Why is { } why)
            {
                // Pictures and advertisements stand between a heading and its text; a whole cut part does not.
                cut += choice.IsProse(i) && why is not ("caption" or "advertisement") ? block.Span.Length : 0;
            }
            else if (block.Kind != BlockKind.Heading || block.IsTitle)
            {
                followed = !block.IsTitle;
                cut = 0;
            }
            else if (!followed || cut > LongestCutAfterHeading)
            {
                block.Why = "heading of a cut part";
            }
        }
    }

    /// <summary>In UTF-16 code units of cut prose between a heading and the next kept paragraph.</summary>
    private const int LongestCutAfterHeading = 300;

    private static void CutDateline(PageText page, ArticleParts parts)
    {
        PageBlock? first = page.Blocks.FirstOrDefault(b => b.Why is null && !b.IsTitle && b.Kind != BlockKind.Heading);
        if (first is null || Datelines.Read(page.Text, first.Span) is not { } dateline)
            return;
        parts.Cuts.Add(dateline.Span.Start, dateline.Span.End, "dateline");
        parts.TakeCredits(dateline.Credits);
        parts.Take(dateline.Date);
    }

    // The blocks whose letters stand in the article of the linked data, null where it does not decide.
    private static bool[]? LinkedBody(PageText page, string? body)
    {
        if (body is null || body.Length is < LeastLinkedBody or > MostLinkedBody)
            return null;
        string whole = Letters(System.Net.WebUtility.HtmlDecode(body));
        bool[] inside = new bool[page.Blocks.Count];
        int shown = 0;
        for (int i = 0; i < inside.Length; i++)
        {
            PageBlock block = page.Blocks[i];
            if (block.Span.Length < 30 || block.LinkShare > 0.8)
                continue;
            string letters = Letters(block.Span.In(page.Text));
            if (letters.Length > 20 && whole.Contains(letters, StringComparison.Ordinal))
            {
                inside[i] = true;
                shown += letters.Length;
            }
        }
        return shown >= whole.Length * LeastShown ? inside : null;
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (char.IsLetterOrDigit(c))
                letters.Append(char.ToLowerInvariant(c));
        }
        return letters.ToString();
    }
}
