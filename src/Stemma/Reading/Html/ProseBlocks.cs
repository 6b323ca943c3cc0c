using Stemma.Reading.Text;

namespace Stemma.Reading.Html;

/// <summary>Tells which blocks of a page read like an article's paragraphs.</summary>
internal static class ProseBlocks
{
    /// <summary>In UTF-16 code units; shorter blocks say little about where the article is.</summary>
    private const int LeastProse = 50;

    /// <summary>In UTF-16 code units; a block as long as this is prose without an end mark too.</summary>
    private const int SurelyProse = 120;

    /// <summary>Part of a block, 0 to 1, that may be link text in prose.</summary>
    public const double MostLinks = 0.5;

    /// <summary>In words; shorter sentences ("Log in.") stand in menus too.</summary>
    private const int FewestWords = 4;

    /// <summary>In UTF-16 code units of longer prose; a page with less may be an article of short sentences.</summary>
    private const int LongProse = 400;

    /// <summary>For each block whether it is prose; linear in the number of blocks.</summary>
    public static bool[] Of(PageText page)
    {
        bool[] prose = new bool[page.Blocks.Count];
        int length = 0;
        for (int i = 0; i < prose.Length; i++)
        {
            prose[i] = IsProse(page, page.Blocks[i]);
            length += prose[i] ? page.Blocks[i].Span.Length : 0;
        }
        if (length < LongProse)
            AddShortSentences(page, prose);
        return prose;
    }

    // Sentences one after the other under one element tell a story, however short they are.
    private static void AddShortSentences(PageText page, bool[] prose)
    {
        bool[] sentence = new bool[prose.Length];
        for (int i = 0; i < prose.Length; i++)
            sentence[i] = prose[i] || IsShortSentence(page, page.Blocks[i]);
        for (int i = 0; i < prose.Length; i++)
            prose[i] |= sentence[i] && (i > 0 && sentence[i - 1] && Together(page, i - 1, i) || i + 1 < prose.Length && sentence[i + 1] && Together(page, i, i + 1));
    }

    private static bool IsShortSentence(PageText page, PageBlock block)
    {
        ReadOnlySpan<char> text = block.Span.Over(page.Text);
        return block.Kind is BlockKind.Paragraph or BlockKind.Loose && block.LinkShare <= MostLinks && text.Count(' ') + 1 >= FewestWords
            && ShortSentences.Ends(text) && JunkLines.Why(text) is null;
    }

    private static bool Together(PageText page, int a, int b) =>
        page.Nodes[page.Blocks[a].Node].Parent == page.Nodes[page.Blocks[b].Node].Parent;

    private static bool IsProse(PageText page, PageBlock block)
    {
        if (block.Kind == BlockKind.Heading || block.Span.Length < LeastProse || block.LinkShare > MostLinks)
            return false;
        ReadOnlySpan<char> text = block.Span.Over(page.Text);
        return block.Span.Length >= SurelyProse || JunkLines.EndsLikeASentence(text);
    }
}
