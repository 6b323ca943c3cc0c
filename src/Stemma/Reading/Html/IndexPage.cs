using Stemma.Reading.Html.Bodies;

namespace Stemma.Reading.Html;

/// <summary>Tells a page of teasers (a front page, a section, the results of a search) from an article.</summary>
internal static class IndexPage
{
    /// <summary>In UTF-16 code units of a linked headline; shorter links are menus.</summary>
    private const int ShortestHeadline = 25;

    /// <summary>Part of a headline, 0 to 1, that is link.</summary>
    private const double Linked = 0.9;

    /// <summary>In runs of kept prose between linked headlines; an article with links to others inside has few.</summary>
    private const int FewestRuns = 6;

    /// <summary>In UTF-16 code units of the longest run, and its part, 0 to 1, of all that is kept: a teaser is a few sentences, and none stands out.</summary>
    private const int LongestRun = 800;
    private const double MostInOneRun = 0.4;

    /// <summary>In words; sections are called by fewer.</summary>
    private const int WordsOfHeadline = 5;

    /// <summary>True where all that is kept of a page stands in small pieces between linked headlines, and the page has no headline of its own.</summary>
    /// <param name="tree">The page, its blocks marked.</param>
    /// <param name="title">The headline that it shows, null for none.</param>
    public static bool Is(PageTree tree, string? title)
    {
        if (title?.Split(' ').Length >= WordsOfHeadline)
            return false;
        int runs = 0, run = 0, longest = 0, all = 0;
        foreach (PageBlock block in tree.Page.Blocks)
        {
            if (IsLinkedHeadline(block))
            {
                run = 0;
                continue;
            }
            if (block.Why is not null || block.IsTitle || block.Kind == BlockKind.Heading)
                continue;
            runs += run == 0 ? 1 : 0;
            run += block.Span.Length;
            all += block.Span.Length;
            longest = Math.Max(longest, run);
        }
        return runs >= FewestRuns && longest <= LongestRun && longest <= all * MostInOneRun;
    }

    private static bool IsLinkedHeadline(PageBlock block) => block.Span.Length >= ShortestHeadline && block.LinkShare >= Linked;
}
