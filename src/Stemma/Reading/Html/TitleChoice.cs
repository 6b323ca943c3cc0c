using Stemma.Reports;

namespace Stemma.Reading.Html;

/// <summary>Finds the headline of a page and where the page shows it.</summary>
internal static class TitleChoice
{
    /// <summary>Part of the words, 0 to 1, that a heading and a title of the metadata must share to be one headline.</summary>
    private const double LeastShared = 0.5;

    /// <summary>The same for lower headings and plain text.</summary>
    private const double SurelySame = 0.85;

    /// <summary>The headline, its block and its words in the block; null where there is none.</summary>
    /// <param name="page">The page.</param>
    /// <param name="titles">What the metadata call it.</param>
    /// <param name="outlet">The site's name, null where it is not known.</param>
    /// <param name="host">The name of the site's domain in letters, null where it is not known.</param>
    public static (string? Title, PageBlock? Block, TextSpan? Span) Find(PageText page, IReadOnlyList<string> titles, string? outlet, string? host)
    {
        PageBlock? first = null, best = null;
        double bestShare = 0;
        TitleWords[] wanted = [.. titles.Select(t => new TitleWords(t.Length, WordsOf(t)))];
        foreach (PageBlock block in page.Blocks)
        {
            if (block.Span.Length > 300 || block.Kind != BlockKind.Heading && titles.Count == 0)
                continue;
            bool isHeading = IsHeadline(page, block);
            if (isHeading)
                first ??= block;
            double share = titles.Count == 0 ? 0 : Best(wanted, block.Span.Over(page.Text)) + (isHeading ? 0.05 : block.Kind == BlockKind.Heading ? 0.02 : 0);
            // A heading that is not the first of its page must say the same, not something near it.
            if (share > bestShare && (isHeading || share > SurelySame))
                (best, bestShare) = (block, share);
        }
        if (best is not null && bestShare >= LeastShared)
        {
            TextSpan span = WithoutSite(page.Text, WithoutKicker(page.Text, best.Span, titles), outlet, host);
            return (span.In(page.Text), best, span);
        }
        if (titles.Count > 0 && !(first is not null && IsOnlyHeadline(page, first, outlet)))
            return (titles[0], null, null);
        if (first is null)
            return (null, null, null);
        TextSpan alone = WithoutSite(page.Text, first.Span, outlet, host);
        return (alone.In(page.Text), first, alone);
    }

    private static TextSpan WithoutSite(string text, TextSpan title, string? outlet, string? host) =>
        new(title.Start, title.Start + Metadata.WithoutSite(title.In(text), outlet, host).Length);

    /// <summary>True for a heading of the first level that says nearly what the headline says.</summary>
    public static bool IsAgain(PageText page, PageBlock block, string title) =>
        block.Span.Length <= 300 && IsHeadline(page, block) && Shared(title, block.Span.In(page.Text)) >= LeastShared;

    // Some pages run a kicker and the headline together in one heading: "Port of LindmoorCrane falls into harbour".
    private static TextSpan WithoutKicker(string text, TextSpan block, IReadOnlyList<string> titles)
    {
        FoldedLine folded = FoldedLine.Of(block.Over(text));
        foreach (string title in titles)
        {
            string words = FoldedLine.Fold(title);
            if (words.Length >= folded.Text.Length / 2 && words.Length < folded.Text.Length && folded.Text.EndsWith(words, StringComparison.Ordinal))
                return new TextSpan(block.Start + folded.PlaceOf(folded.Text.Length - words.Length), block.End);
        }
        return block;
    }

    // Search engines are given another headline than readers: the page's only heading of the first level is what readers see.
    private static bool IsOnlyHeadline(PageText page, PageBlock first, string? outlet) =>
        first.Span.Over(page.Text).Count(' ') + 1 >= FewestWords && first.LinkShare < ProseBlocks.MostLinks
        && (outlet is null || Shared(outlet, first.Span.In(page.Text)) < LeastShared)
        && !page.Blocks.Any(b => !ReferenceEquals(b, first) && IsHeadline(page, b));

    /// <summary>In words; a heading with fewer may be the name of the site or of its section.</summary>
    private const int FewestWords = 4;

    private static bool IsHeadline(PageText page, PageBlock block)
    {
        for (int node = block.Node, up = 0; node >= 0 && up < 3; node = page.Nodes[node].Parent, up++)
        {
            if (page.Nodes[node].Tag == "h1")
                return true;
        }
        return false;
    }

    private readonly record struct TitleWords(int Length, HashSet<string> Words);

    private static double Best(TitleWords[] titles, ReadOnlySpan<char> text)
    {
        double best = 0;
        HashSet<string>? words = null;
        foreach (TitleWords title in titles)
        {
            if (!CanBeSame(title.Length, text.Length))
                continue;
            words ??= WordsOf(text);
            int both = 0;
            foreach (string word in words)
                both += title.Words.Contains(word) ? 1 : 0;
            int most = Math.Max(words.Count, title.Words.Count);
            best = most == 0 ? best : Math.Max(best, (double)both / most);
        }
        return best;
    }

    private static bool CanBeSame(int a, int b) => Math.Abs(a - b) <= Math.Max(a, b) * 0.6;

    // Words that both hold, by the longer of the two.
    private static double Shared(string a, string b)
    {
        if (!CanBeSame(a.Length, b.Length))
            return 0;
        HashSet<string> left = WordsOf(a), right = WordsOf(b);
        int most = Math.Max(left.Count, right.Count);
        left.IntersectWith(right);
        return most == 0 ? 0 : (double)left.Count / most;
    }

    private static HashSet<string> WordsOf(ReadOnlySpan<char> text) =>
        [.. FoldedLine.Fold(text).Split([' ', ',', '.', ':', ';', '"', '\'', '!', '?', '(', ')', '|', '-', '–', '—'], StringSplitOptions.RemoveEmptyEntries)];
}
