namespace Stemma.Reading.Text;

/// <summary>
/// Weighs each segment of a dumped page, in words: how much of an article is gained by keeping it, or lost by keeping junk.
/// Shallow features alone, after Kohlschütter: length, ends, common words, capitals, repeats, known labels; then whether its
/// words are those of the rest. All figures were set by looking at one half of a set of dumped pages and hold on the other
/// (docs/decisions/reading-flat-text.md tells which, and what to run again); none is fine-tuned.
/// </summary>
internal static class SegmentScores
{
    /// <summary>In words: a link costs as much as two words of prose gain.</summary>
    public const double Loose = -2;

    /// <summary>In words: short lines that the page has twice are menus.</summary>
    private const double Repeated = -3;

    /// <summary>In words: a known label of the page.</summary>
    public const double Label = -20;

    /// <summary>In words: to go on after a heading of related links, of an author's portrait or of a cookie notice, so much article must follow.</summary>
    private const double PartHeading = -150;

    /// <summary>In words: the same after the heading of comments, which are prose themselves.</summary>
    private const double CommentHeading = -600;

    /// <summary>In words: a heading that the page has often stands under every item of a list, and tells little.</summary>
    private const double CommonHeading = -5;

    /// <summary>How often a page must have a heading to make it such a one.</summary>
    private const int CommonCount = 3;

    /// <summary>In words of prose that stand before: then a heading of comments can be one, and no link to them under the headline.</summary>
    private const int LeastBefore = 120;

    /// <summary>What prose after the heading of comments, or of related texts, is still worth, 0 to 1.</summary>
    private const double CommentWorth = 0.2, RelatedWorth = 0.8, LeastWorth = 0.1;

    /// <summary>In words: the least of a sentence that counts whole, of a headline or list item, of running text without end.</summary>
    private const int Sentence = 8, Item = 5, LongItem = 12, Running = 25;

    /// <summary>What a word counts that stands in a short or unended segment, 0 to 1.</summary>
    private const double ShortWorth = 0.3, UnendedWorth = 0.5;

    /// <summary>Share of common words: running text has more, names and links fewer.</summary>
    private const double LeastCommon = 0.2, ItemCommon = 0.25;

    /// <summary>Share of capitals: links in title case have more.</summary>
    private const double MostCapitals = 0.5;

    /// <summary>The weights of the segments by themselves.</summary>
    public static double[] Of(IReadOnlyList<PageSegment> segments)
    {
        var weights = new double[segments.Count];
        int before = 0;
        double worth = 1;
        for (int i = 0; i < weights.Length; i++)
        {
            PageSegment segment = segments[i];
            if (before >= LeastBefore && !IsInlineBox(segments, i))
                worth = WorthAfter(segment, worth);
            double weight = IsInlineBox(segments, i) ? InlineHeading : Weight(segment);
            if (IsTeaser(segments, i))
                weight *= TeaserWorth;
            weights[i] = weight > 0 ? weight * worth : weight;
            before += segment.IsProse ? segment.Words : 0;
        }
        return weights;
    }

    /// <summary>In words: the heading of a box with links inside the article; labels that stand inside articles too.</summary>
    private const double InlineHeading = -20, LightLabel = -5;

    /// <summary>In segments: a box inside an article names at most so many related texts.</summary>
    private const int LongestBox = 12;

    /// <summary>True for the heading of a box with links inside the article: soon after it paragraph follows paragraph again.</summary>
    public static bool IsInlineBox(IReadOnlyList<PageSegment> segments, int i)
    {
        if (segments[i].Heading is not "read also")
            return false;
        for (int next = i + 1; next < Math.Min(segments.Count - 1, i + 1 + LongestBox); next++)
        {
            if (segments[next].IsProse && (segments[next + 1].IsProse || next + 2 < segments.Count && segments[next + 1].Ends && segments[next + 2].IsProse))
                return true;
        }
        return false;
    }

    /// <summary>In words: teasers are a sentence or two; a paragraph with headings around it is longer.</summary>
    private const int LongestTeaser = 35;

    /// <summary>What prose is worth that stands alone between links, 0 to 1.</summary>
    private const double TeaserWorth = 0.3;

    // One short piece of prose between a headline and the next headline.
    private static bool IsTeaser(IReadOnlyList<PageSegment> segments, int i) =>
        segments[i].Ends && segments[i].Words < LongestTeaser && IsLink(segments, i - 1) && IsLink(segments, i + 1);

    private static bool IsLink(IReadOnlyList<PageSegment> segments, int i) =>
        i < 0 || i >= segments.Count || !segments[i].Ends && !segments[i].EndsSoftly && segments[i].Words < Running;

    /// <summary>What a segment costs where it is passed over inside the article.</summary>
    public static double Passed(IReadOnlyList<PageSegment> segments, int i) =>
        Passed(segments[i], IsInlineBox(segments, i));

    private static double Passed(PageSegment segment, bool isInline) =>
        isInline ? PassedLine : IsPartHeading(segment) ? HeadingWeight(segment) : segment.Junk is not null || segment.Heading is not null ? PassedLabel : PassedLine;

    /// <summary>In words.</summary>
    private const double PassedLabel = -40, PassedLine = -0.2;

    /// <summary>True for the heading of a part that stands beside or after articles, not for a mere label.</summary>
    public static bool IsPartHeading(PageSegment segment) => segment.Heading is "read also" or "comments" or "comment form" or "author note" or "cookie notice";

    private static double HeadingWeight(PageSegment segment) =>
        segment.Count >= CommonCount ? CommonHeading : segment.Heading is "comments" or "comment form" ? CommentHeading : PartHeading;

    private static double WorthAfter(PageSegment segment, double worth)
    {
        if (segment.Heading is "comments" or "comment form" or "cookie notice" || segment.Junk is "comment form" && segment.Words >= 2)
            return Math.Min(worth, CommentWorth);
        return segment.Heading is "read also" or "author note" && segment.Count < CommonCount ? Math.Max(LeastWorth, worth * RelatedWorth) : worth;
    }

    private static double Weight(PageSegment segment)
    {
        int words = segment.Words;
        if (IsPartHeading(segment))
            return HeadingWeight(segment);
        if (segment.Heading is null && segment.Junk is "advertisement" or "photo credit" or "read also")
            return LightLabel;
        if (segment.Heading is not null || segment.Junk is not null)
            return Label;
        if (segment.Count > 1 && words < Running && !(segment.Ends && words >= 10))
            return Repeated;
        if (segment.Ends)
            return words >= Sentence ? words : words * ShortWorth;
        if (segment.EndsSoftly && words >= 4)
            return words * ShortWorth;
        bool runs = segment.CommonShare < 0 || segment.CommonShare > LeastCommon;
        if (words >= Running)
            return runs ? words * UnendedWorth : Loose;
        if (words >= LongItem)
            return runs ? words * ShortWorth : Loose;
        bool isItem = words >= Item && segment.CapitalShare < MostCapitals && (segment.CommonShare < 0 || segment.CommonShare >= ItemCommon);
        return isItem ? 0 : Loose;
    }

    /// <summary>Weighs again by what the segments speak of: prose of other things counts less, links with the article's words cost less.</summary>
    /// <param name="segments">The segments.</param>
    /// <param name="weights">Their weights, which are changed.</param>
    /// <param name="core">The segments of running text that seem to be the article.</param>
    /// <param name="spread">In how many of them each word stands.</param>
    public static void Weigh(IReadOnlyList<PageSegment> segments, double[] weights, bool[] core, int[] spread)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            PageSegment segment = segments[i];
            if (segment.Keys.Length == 0)
                continue;
            double shared = Shared(segment, core[i] ? 1 : 0, spread);
            if (weights[i] > 0)
                weights[i] *= shared < Foreign ? ForeignWorth : shared < HalfForeign ? HalfForeignWorth : 1;
            else if (shared >= Akin && segment.Junk is null && segment.Heading is null)
                weights[i] *= AkinCost;
        }
    }

    /// <summary>The share of a segment's content words that more than <paramref name="own"/> segments of the core have.</summary>
    public static double Shared(PageSegment segment, int own, int[] spread)
    {
        int hits = 0;
        foreach (int key in segment.Keys)
            hits += spread[key] > own ? 1 : 0;
        return segment.Keys.Length == 0 ? 0 : (double)hits / segment.Keys.Length;
    }

    /// <summary>Shares of words that the rest of the article has too, and what they make of the weight.</summary>
    private const double Foreign = 0.2, HalfForeign = 0.35, Akin = 0.6, ForeignWorth = 0.3, HalfForeignWorth = 0.7, AkinCost = 0.4;
}
