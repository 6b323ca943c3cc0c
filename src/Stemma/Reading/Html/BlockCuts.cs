using Stemma.Reading.Html.Bodies;
using Stemma.Reports;

namespace Stemma.Reading.Html;

/// <summary>Marks the blocks of a page that are no part of its article.</summary>
internal static class BlockCuts
{
    /// <summary>Part of the prose, 0 to 1, that may stand before the headline and be cut as page header.</summary>
    private const double MostBeforeTitle = 0.15;

    /// <summary>Decides on every block and fills <paramref name="parts"/>.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="metadata">What the page says of itself.</param>
    /// <param name="titleBlock">The block that shows the headline, null for none.</param>
    /// <param name="titleSpan">The headline's words in it.</param>
    /// <param name="parts">The findings, the headline and the authors already in them.</param>
    public static void Mark(PageTree tree, Metadata metadata, PageBlock? titleBlock, TextSpan? titleSpan, ArticleParts parts)
    {
        PageText page = tree.Page;
        if (page.Blocks.Count == 0)
            return;
        if (titleBlock is not null)
        {
            titleBlock.IsTitle = true;
            parts.TitleSpan = titleSpan;
            parts.Cuts.Add(titleBlock.Span.Start, titleSpan!.Value.Start, "kicker");
        }
        bool[]? linked = LinkedBody.Of(page, metadata.Body);
        List<BodyCandidate> candidates = Candidates(tree, titleBlock, metadata.IsLive);
        if (titleBlock is not null && HoldsArticleBefore(tree, candidates[0].Blocks, titleBlock))
            titleBlock = null;
        BlockReason[] reasons = Reasons(tree, parts.Title, parts.Authors, candidates, linked);
        bool[] kept = [.. reasons.Select(r => r.Why is null)];
        BodyCandidate body = BodyChoice.Of(page, candidates, kept, linked is null ? null : new BodyCandidate("linked data", LinkedBody.WithShortBlocks(page, linked)));
        int header = titleBlock is not null && body.Blocks[IndexOf(page, titleBlock)] ? titleBlock.Span.Start : 0;
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            if (block.IsTitle || linked is not null && linked[i])
                continue;
            block.Why = tree.Parts[block.Node] ?? (!body.Blocks[i] ? "outside the article" : block.Span.Start < header ? "page header" : reasons[i].Why);
            if (block.Why is not null && ReferenceEquals(block.Why, reasons[i].Why))
                parts.TakeCredits(reasons[i].Credits);
        }
        BlockRepairs.Mend(tree, body.Blocks, metadata.Description, titleBlock, parts.Authors);
        CutDateline(page, parts);
        foreach (PageBlock block in page.Blocks)
        {
            if (block.Why is { } why)
                parts.Cuts.Add(block.Span.Start, block.Span.End, why);
        }
    }

    // The widest first. The posts of a live page are articles of their own to every narrower scorer.
    private static List<BodyCandidate> Candidates(PageTree tree, PageBlock? title, bool isLive)
    {
        var candidates = new List<BodyCandidate> { new("density", tree.BlocksIn(DenseBody.Of(tree, title, isLive))) };
        if (isLive)
            return candidates;
        if (SemanticBody.Of(tree) is { } semantic)
            candidates.Add(new BodyCandidate("the page's own mark", semantic));
        if (ClusterBody.Of(tree) is { } cluster)
            candidates.Add(new BodyCandidate("cluster of paragraphs", cluster));
        return candidates;
    }

    // Blocks that no candidate takes are not looked at: menus are long.
    private static BlockReason[] Reasons(PageTree tree, string? title, IReadOnlyList<string> authors, List<BodyCandidate> candidates, bool[]? linked)
    {
        var reasons = new BlockReason[tree.Page.Blocks.Count];
        var finder = new BlockReasons(tree, title, authors);
        for (int i = 0; i < reasons.Length; i++)
        {
            PageBlock block = tree.Page.Blocks[i];
            if (linked is not null && linked[i])
                reasons[i] = new BlockReason(null, []);
            else if (block.IsTitle || tree.Parts[block.Node] is not null || !candidates.Exists(c => c.Blocks[i]))
                reasons[i] = new BlockReason(block.IsTitle ? "headline" : tree.Parts[block.Node] ?? "outside the article", []);
            else
                reasons[i] = finder.Of(i);
        }
        return reasons;
    }

    private static int IndexOf(PageText page, PageBlock block)
    {
        int at = 0;
        while (!ReferenceEquals(page.Blocks[at], block))
            at++;
        return at;
    }

    // A heading in the middle of the article may repeat the headline: then nothing before it is a page header.
    private static bool HoldsArticleBefore(PageTree tree, bool[] body, PageBlock title)
    {
        int before = 0, all = 0;
        for (int i = 0; i < body.Length; i++)
        {
            PageBlock block = tree.Page.Blocks[i];
            if (!body[i] || !tree.Counts(i))
                continue;
            all += block.Span.Length;
            before += block.Span.Start < title.Span.Start ? block.Span.Length : 0;
        }
        return before > all * MostBeforeTitle;
    }

    private static void CutDateline(PageText page, ArticleParts parts)
    {
        PageBlock? first = page.Blocks.FirstOrDefault(b => b.Why is null && !b.IsTitle && b.Kind != BlockKind.Heading);
        if (first is null || Datelines.Read(page.Text, first.Span) is not { } dateline)
            return;
        parts.Cuts.Add(dateline.Span.Start, dateline.Span.End, "dateline");
        parts.TakeCredits(dateline.Credits);
        parts.Take(dateline.Date);
    }
}
