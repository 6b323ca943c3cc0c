namespace Stemma.Reading.Html.Bodies;

/// <summary>One scorer's answer: which blocks of a page are its article.</summary>
/// <param name="How">How it was found, in words a reader follows.</param>
/// <param name="Blocks">For each block whether it is in the body.</param>
internal sealed record BodyCandidate(string How, bool[] Blocks);

/// <summary>
/// Chooses among the bodies that the scorers give for one page. The dense body, which takes in most, is the start; a narrower
/// one takes its place where what it leaves out stands apart, before or after it, and where it keeps most of the text.
/// </summary>
/// <remarks>
/// Set by looking at one half of the pages of the WCXB and fundusml sets, checked on the other half
/// (docs/decisions/reading-bodies.md); re-run `stemma eval reading` on both when anything here changes.
/// </remarks>
internal static class BodyChoice
{
    /// <summary>Part of the wide body's text, 0 to 1, that a narrower body must keep.</summary>
    private const double LeastKept = 0.75;

    /// <summary>The same for the body that linked data give: the page's own word that the rest is none.</summary>
    private const double LeastKeptByLinked = 0.67;

    /// <summary>The same where the rest stands far behind it, and how far that is, in blocks.</summary>
    private const double LeastKeptBeforeGap = 0.4;
    private const int FarBlocks = 15;

    /// <summary>Parts of the wide body's text, 0 to 1, that may be left out before the narrow body and between its blocks, and that it may have more.</summary>
    private const double MostBefore = 0.12, MostBetween = 0.01, MostMore = 0.03;

    /// <summary>The best of the candidates; the first is the wide one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="candidates">At least one.</param>
    /// <param name="kept">For each block whether nothing in the block itself speaks against it.</param>
    /// <param name="linked">The body in linked data as far as the page shows it, null where there is none.</param>
    public static BodyCandidate Of(PageText page, IReadOnlyList<BodyCandidate> candidates, bool[] kept, BodyCandidate? linked)
    {
        BodyCandidate best = candidates[0];
        if (linked is not null && Parts.Of(page, best.Blocks, linked.Blocks, kept) is var parts && parts.Both >= parts.Wide * LeastKeptByLinked)
            return linked;
        for (int i = 1; i < candidates.Count; i++)
        {
            if (IsBetter(Parts.Of(page, best.Blocks, candidates[i].Blocks, kept)))
                best = candidates[i];
        }
        return best;
    }

    private static bool IsBetter(Parts parts)
    {
        if (parts.Both == parts.Wide || parts.More > parts.Wide * MostMore || parts.Between > parts.Wide * MostBetween || parts.Before > parts.Wide * MostBefore)
            return false;
        return parts.Both >= parts.Wide * LeastKept || parts.Gap >= FarBlocks && parts.Both >= parts.Wide * LeastKeptBeforeGap;
    }

    /// <summary>How a narrow body lies in a wide one, in UTF-16 code units of kept text; the gap in blocks from its last to the next of the wide one.</summary>
    private readonly record struct Parts(int Wide, int Both, int More, int Before, int Between, int Gap)
    {
        public static Parts Of(PageText page, bool[] wide, bool[] narrow, bool[] kept)
        {
            int first = -1, last = -1;
            for (int i = 0; i < kept.Length; i++)
            {
                if (!kept[i] || !narrow[i])
                    continue;
                first = first < 0 ? i : first;
                last = i;
            }
            int all = 0, both = 0, more = 0, before = 0, between = 0, gap = 0;
            for (int i = 0; i < kept.Length; i++)
            {
                int length = kept[i] ? page.Blocks[i].Span.Length : 0;
                all += wide[i] ? length : 0;
                both += wide[i] && narrow[i] ? length : 0;
                more += !wide[i] && narrow[i] ? length : 0;
                if (length == 0 || !wide[i] || narrow[i])
                    continue;
                before += i < first ? length : 0;
                between += i > first && i < last ? length : 0;
                gap = gap == 0 && i > last ? i - last : gap;
            }
            return new Parts(all, both, more, before, between, gap);
        }
    }
}
