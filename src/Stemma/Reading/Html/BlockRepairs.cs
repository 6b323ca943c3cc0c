using Stemma.Reading.Html.Bodies;

namespace Stemma.Reading.Html;

/// <summary>Mends the cuts of single blocks by what stands around them: the lead is kept, tail sections and loose headings are cut.</summary>
internal static class BlockRepairs
{
    /// <summary>In UTF-16 code units of a lead.</summary>
    private const int ShortestLead = 40, LongestLead = 1000;

    /// <summary>Part of a lead, 0 to 1, that may be link text.</summary>
    private const double MostLinksInLead = 0.3;

    /// <summary>In elements: how far above a lead its name stands.</summary>
    private const int LeadLevels = 3;

    /// <summary>Part of the page's prose, 0 to 1, that the section under a heading such as "Related articles" may hold.</summary>
    private const double MostOfTail = 0.3;

    /// <summary>In UTF-16 code units of a sentence that announces a list; "More on this:" is shorter.</summary>
    private const int ShortestAnnouncement = 50;

    /// <summary>In items of a list that a sentence announces; one link alone after a colon is a pointer to another article.</summary>
    private const int FewestItems = 2;

    /// <summary>In notes about authors; the text before each is gone through.</summary>
    private const int MostNotes = 5;

    /// <summary>In UTF-16 code units of cut prose between a heading and the next kept paragraph.</summary>
    private const int LongestCutAfterHeading = 300;

    /// <summary>Mends the reasons of the page's blocks.</summary>
    /// <param name="tree">The page.</param>
    /// <param name="body">For each block whether it is in the chosen body.</param>
    /// <param name="summary">The page's own summary, null for none.</param>
    /// <param name="title">The headline's block, null where the page shows none.</param>
    /// <param name="authors">The authors' names.</param>
    public static void Mend(PageTree tree, bool[] body, string? summary, PageBlock? title, IReadOnlyList<string> authors)
    {
        KeepLead(tree, body, summary, title);
        KeepAnnouncedLists(tree.Page);
        CutTailSections(tree, body);
        CutAuthorNotes(tree.Page, authors);
        CutLooseHeadings(tree);
    }

    // The lead under the headline often stands outside the element that holds the article, or calls itself a teaser.
    private static void KeepLead(PageTree tree, bool[] body, string? summary, PageBlock? title)
    {
        if (title is null)
            return;
        PageText page = tree.Page;
        string folded = summary is null ? "" : FoldedLine.Fold(summary);
        bool after = false;
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            after |= block.IsTitle;
            if (!after || block.IsTitle)
                continue;
            if (block.Why is null && body[i])
                return;
            if (block.Why is not ("outside the article" or "read also") || block.Span.Length is < ShortestLead or > LongestLead || block.LinkShare > MostLinksInLead)
                continue;
            ReadOnlySpan<char> text = block.Span.Over(page.Text);
            bool isLead = IsLead(page, block.Node) || folded.Length > ShortestLead && folded.StartsWith(FoldedLine.Fold(text[..ShortestLead]), StringComparison.Ordinal);
            if (isLead && JunkLines.Why(text) is null)
                block.Why = null;
        }
    }

    private static bool IsLead(PageText page, int node)
    {
        for (int up = 0; node >= 0 && up < LeadLevels; node = page.Nodes[node].Parent, up++)
        {
            if (page.Nodes[node].IsLead)
                return true;
        }
        return false;
    }

    // "The council published three maps:" and then a list of links: the list is what the sentence announces.
    private static void KeepAnnouncedLists(PageText page)
    {
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock block = page.Blocks[i];
            if (block.Why is not null || block.Kind == BlockKind.Heading || block.Span.Length < ShortestAnnouncement || !block.Span.Over(page.Text).TrimEnd().EndsWith(":"))
                continue;
            int end = i + 1;
            while (end < page.Blocks.Count && page.Blocks[end] is { Kind: BlockKind.Item, Why: null or "links" })
                end++;
            if (end - i - 1 < FewestItems)
                continue;
            for (int j = i + 1; j < end; j++)
                page.Blocks[j].Why = null;
        }
    }

    // The section under such a heading ends with the element that holds it, or with the next heading of its level.
    private static void CutTailSections(PageTree tree, bool[] body)
    {
        PageText page = tree.Page;
        for (int i = 0; i < page.Blocks.Count; i++)
        {
            PageBlock heading = page.Blocks[i];
            if (!body[i] || tree.Parts[heading.Node] is not null || heading.Kind != BlockKind.Heading || heading.IsTitle || JunkLines.TailHeading(heading.Span.Over(page.Text)) is not { } why)
                continue;
            int end = EndOfSection(tree, i), length = 0;
            for (int j = i + 1; j < end; j++)
                length += tree.IsProse[j] && page.Blocks[j].Why is null ? page.Blocks[j].Span.Length : 0;
            for (int j = i; j < end && length <= tree.ProseLength * MostOfTail; j++)
                page.Blocks[j].Why ??= why;
        }
    }

    // Notes about the author stand last; a line of the article ends the search.
    private static void CutAuthorNotes(PageText page, IReadOnlyList<string> authors)
    {
        int notes = 0;
        for (int i = page.Blocks.Count - 1; i > 0 && notes < MostNotes; i--)
        {
            PageBlock block = page.Blocks[i];
            if (block.Why is not null)
                continue;
            if (block.IsTitle || !AuthorNotes.Is(block.Span.Over(page.Text), Before(page, i), authors))
                return;
            block.Why = "author note";
            notes++;
        }
    }

    // The kept text before a block, without which a name in a menu would count as the article's.
    private static string Before(PageText page, int block) => string.Join('\n', page.Blocks.Take(block).Where(b => b.Why is null && !b.IsTitle).Select(b => b.Span.In(page.Text)));

    private static int EndOfSection(PageTree tree, int heading)
    {
        PageText page = tree.Page;
        int holder = tree.Parent(page.Blocks[heading].Node);
        while (holder > 0 && tree.Range(holder).Last == heading)
            holder = tree.Parent(holder);
        int last = holder < 0 ? heading : tree.Range(holder).Last, level = Level(page, heading);
        for (int j = heading + 1; j <= last; j++)
        {
            if (page.Blocks[j].Kind == BlockKind.Heading && Level(page, j) <= level)
                return j;
        }
        return Math.Max(last, heading) + 1;
    }

    // 1 to 6; text that is no heading stands below all of them.
    private static int Level(PageText page, int block) => page.Nodes[page.Blocks[block].Node].Tag is ['h', var digit] && char.IsAsciiDigit(digit) ? digit - '0' : 0;

    // A heading under which nothing is kept is the heading of something that was cut.
    private static void CutLooseHeadings(PageTree tree)
    {
        bool followed = false;
        int cut = 0;
        for (int i = tree.Page.Blocks.Count - 1; i >= 0; i--)
        {
            PageBlock block = tree.Page.Blocks[i];
            if (block.Why is { } why)
            {
                // Pictures and advertisements stand between a heading and its text; a whole cut part does not.
                cut += tree.IsProse[i] && why is not ("caption" or "advertisement") ? block.Span.Length : 0;
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
}
