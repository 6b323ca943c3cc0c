namespace Stemma.Reading.Text;

/// <summary>Mends the body of a dumped page: takes in the standfirst, passes over boxes of links that speak of other things and paragraphs that stand twice.</summary>
internal static class BodyRepairs
{
    /// <summary>The share of a standfirst's content words that the article says again.</summary>
    private const double StandfirstShare = 0.5;

    /// <summary>In words; shorter sentences between headline and article are buttons and notices.</summary>
    private const int LeastStandfirst = 8;

    /// <summary>In content words; of fewer no share can be told.</summary>
    private const int LeastStandfirstKeys = 4, LeastBoxKeys = 6;

    /// <summary>In segments: so many links one after the other are a box, fewer are headings.</summary>
    private const int LeastBox = 3;

    /// <summary>In words; longer segments without end marks are no links.</summary>
    private const int LongestLink = 25;

    /// <summary>The share of the content words of a box's links that the article has: lists of its own have more.</summary>
    private const double BoxShare = 0.2;

    /// <summary>In words; shorter lines may stand twice in an article.</summary>
    private const int LeastRepeat = 12;

    /// <summary>Takes in what stands between headline and article and is told in it again.</summary>
    public static void AddStandfirst(IReadOnlyList<PageSegment> segments, PagePlace[] places, int title, int start, int[] spread)
    {
        for (int i = title + 1; title >= 0 && i < start; i++)
        {
            PageSegment segment = segments[i];
            bool isProse = segment.Ends && segment.Words >= LeastStandfirst && segment.Junk is null && segment.Heading is null;
            if (isProse && segment.Keys.Length >= LeastStandfirstKeys && SegmentScores.Shared(segment, 0, spread) >= StandfirstShare)
                places[i] = PagePlace.Body;
        }
    }

    /// <summary>Passes over runs of links inside the article whose words are not the article's.</summary>
    public static void PassBoxes(IReadOnlyList<PageSegment> segments, PagePlace[] places, int[] spread)
    {
        int run = 0;
        for (int i = 0; i <= places.Length; i++)
        {
            if (i < places.Length && places[i] == PagePlace.Body && !segments[i].Ends && !segments[i].EndsSoftly && segments[i].Words < LongestLink)
            {
                run++;
                continue;
            }
            if (run >= LeastBox && IsForeign(segments, i - run, i, spread))
                Array.Fill(places, PagePlace.Between, i - run, run);
            run = 0;
        }
    }

    private static bool IsForeign(IReadOnlyList<PageSegment> segments, int start, int end, int[] spread)
    {
        int keys = 0;
        double shared = 0;
        for (int i = start; i < end; i++)
        {
            keys += segments[i].Keys.Length;
            shared += SegmentScores.Shared(segments[i], 0, spread) * segments[i].Keys.Length;
        }
        return keys >= LeastBoxKeys && shared < BoxShare * keys;
    }

    /// <summary>Passes over paragraphs that the body has before: some pages hold their article twice, for narrow and wide screens.</summary>
    public static void PassRepeats(string text, IReadOnlyList<TextLine> lines, IReadOnlyList<PageSegment> segments, PagePlace[] places)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] == PagePlace.Body && segments[i].Count > 1 && segments[i].Words >= LeastRepeat && !seen.Add(PageSegments.Folded(text, lines, segments[i])))
                places[i] = PagePlace.Repeat;
        }
    }
}
