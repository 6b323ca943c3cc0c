using Stemma.Reading.Html.Bodies;

namespace Stemma.Reading.Html;

/// <summary>Finds blocks that say again what the page says elsewhere: notices that come again and again, and pull quotes.</summary>
internal sealed class Repeats
{
    /// <summary>In UTF-16 code units; shorter blocks may come often in one article, and longer ones are no notice.</summary>
    private const int ShortestNotice = 100, LongestNotice = 1000;

    /// <summary>The same for scripts without blanks, in which a letter says as much as a syllable or a word.</summary>
    private const int ShortestNoticeWithoutBlanks = 30;

    /// <summary>Times a notice comes.</summary>
    private const int FewestTimes = 3;

    /// <summary>In UTF-16 code units of a pull quote; a heading must be longer, for an article may name its headings in the text.</summary>
    private const int ShortestQuote = 25, ShortestHeading = 50, LongestQuote = 320;

    /// <summary>In blocks: how far from its paragraph a pull quote stands.</summary>
    private const int Near = 12;

    /// <summary>Part of the page's prose, 0 to 1, that notices may hold; where more comes again, the article is written so.</summary>
    private const double MostOfPage = 0.6;

    private readonly PageTree _tree;
    private readonly bool _hasNotices;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _times;

    /// <summary>Counts the blocks of the page.</summary>
    public Repeats(PageTree tree)
    {
        _tree = tree;
        _times = new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (PageBlock block in tree.Page.Blocks)
        {
            if (CanBeNotice(block))
                _times[block.Span.Over(tree.Page.Text)] = Times(block) + 1;
        }
        int again = 0;
        for (int i = 0; i < tree.Page.Blocks.Count; i++)
            again += tree.Counts(i) && IsOften(tree.Page.Blocks[i]) ? tree.Page.Blocks[i].Span.Length : 0;
        _hasNotices = again < tree.ProseLength * MostOfPage;
    }

    /// <summary>Why a block is a repetition, null where it is none.</summary>
    public string? Why(int i)
    {
        PageBlock block = _tree.Page.Blocks[i];
        return _hasNotices && IsOften(block) ? "repeated notice" : IsPullQuote(i) ? "pull quote" : null;
    }

    private bool CanBeNotice(PageBlock block) =>
        block.Span.Length is >= ShortestNotice and <= LongestNotice
        || block.Span.Length is >= ShortestNoticeWithoutBlanks and < ShortestNotice && !block.Span.Over(_tree.Page.Text).Contains(' ');

    private bool IsOften(PageBlock block) => CanBeNotice(block) && Times(block) >= FewestTimes;

    private int Times(PageBlock block) => _times.TryGetValue(block.Span.Over(_tree.Page.Text), out int times) ? times : 0;

    // Its words stand in a longer paragraph near by.
    private bool IsPullQuote(int i)
    {
        PageText page = _tree.Page;
        PageBlock block = page.Blocks[i];
        if (block.Span.Length is < ShortestQuote or > LongestQuote || block.Kind == BlockKind.Heading && block.Span.Length < ShortestHeading || block.LinkShare > ProseBlocks.MostLinks)
            return false;
        ReadOnlySpan<char> words = block.Span.Over(page.Text).Trim(" \"'“”‘’«»„.…–—-");
        if (words.Length < ShortestQuote)
            return false;
        for (int j = Math.Max(0, i - Near); j < Math.Min(page.Blocks.Count, i + Near); j++)
        {
            PageBlock other = page.Blocks[j];
            if (j != i && _tree.Counts(j) && other.Span.Length > block.Span.Length && other.Span.Over(page.Text).Contains(words, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
