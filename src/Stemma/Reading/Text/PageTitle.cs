using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>Finds the headline of a dumped page by its words, which the article says again.</summary>
internal static class PageTitle
{
    /// <summary>In segments; the headline stands at most so far before the article.</summary>
    private const int Window = 80;

    /// <summary>In words.</summary>
    private const int Fewest = 3, Most = 30;

    /// <summary>In UTF-16 code units.</summary>
    private const int Longest = 200;

    /// <summary>In segments of the article that have a word: more do not count.</summary>
    private const int EnoughSegments = 4;

    /// <summary>In shared words: more do not count, or long lines would win.</summary>
    private const double EnoughWords = 4;

    /// <summary>In shared words: what a repeat elsewhere is worth (breadcrumb, window title), a byline or date below, and each segment of distance.</summary>
    private const double ForRepeat = 0.7, ForByline = 1, PerSegment = 0.02;

    /// <summary>In segments: how far below a headline its byline or date stands.</summary>
    private const int BylineWindow = 5;

    /// <summary>In words: longer segments with a year are no date line.</summary>
    private const int LongestByline = 12;

    /// <summary>In shared words; with less the page has no headline that can be told.</summary>
    private const double Least = 0.8;

    /// <summary>The segment that is the headline, -1 where none can be told.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="lines">Its lines.</param>
    /// <param name="segments">The segments of the lines.</param>
    /// <param name="places">Where they stand.</param>
    /// <param name="firstProse">The first paragraph of the article.</param>
    /// <param name="spread">In how many segments of the article's prose each word stands.</param>
    public static int Find(string text, IReadOnlyList<TextLine> lines, IReadOnlyList<PageSegment> segments, PagePlace[] places, int firstProse, int[] spread)
    {
        int best = -1, bodyStart = Array.IndexOf(places, PagePlace.Body);
        HashSet<string> headings = SubHeadings(text, lines, segments, places, firstProse);
        double most = Least;
        for (int i = Math.Max(0, bodyStart - Window); i <= firstProse; i++)
        {
            PageSegment segment = segments[i];
            TextSpan span = segment.Span(lines);
            if (segment.Words is < Fewest or > Most || segment.Junk is not null || segment.Heading is not null || segment.Keys.Length == 0 || span.Length > Longest || text[span.End - 1] is '.' or '。' or ':' || PhotoCaptions.Is(span.Over(text)))
                continue;
            double words = 0;
            foreach (int key in segment.Keys)
                words += Math.Min(spread[key], EnoughSegments) / (double)EnoughSegments;
            double weight = Math.Min(words, EnoughWords) * SegmentScores.Shared(segment, 0, spread) + ForRepeats(segment.Count > 1 && headings.Contains(PageSegments.Folded(text, lines, segment)), segment.Count)
                + (HasBylineBelow(text, lines, segments, i) ? ForByline : 0) - Math.Max(0, bodyStart - i) * PerSegment;
            if (weight > most)
            {
                most = weight;
                best = i;
            }
        }
        return best;
    }

    // A contents list before the article names its sub-headings, which stand again inside it.
    private static HashSet<string> SubHeadings(string text, IReadOnlyList<TextLine> lines, IReadOnlyList<PageSegment> segments, PagePlace[] places, int firstProse)
    {
        var headings = new HashSet<string>(StringComparer.Ordinal);
        for (int i = firstProse + 1; i < places.Length; i++)
        {
            if (places[i] == PagePlace.Body && segments[i].Count > 1 && segments[i].Words <= Most)
                headings.Add(PageSegments.Folded(text, lines, segments[i]));
        }
        return headings;
    }

    private static double ForRepeats(bool isSubHeading, int count) => isSubHeading ? -ForRepeat : count > 1 ? ForRepeat : 0;

    private static bool HasBylineBelow(string text, IReadOnlyList<TextLine> lines, IReadOnlyList<PageSegment> segments, int title)
    {
        for (int i = title + 1; i < Math.Min(segments.Count, title + 1 + BylineWindow); i++)
        {
            if (segments[i].Words <= LongestByline && segments[i].End == segments[i].First + 1 && IsByline(text, segments[i].Span(lines)))
                return true;
        }
        return false;
    }

    private static bool IsByline(string text, TextSpan line) =>
        HasYear(line.Over(text)) || DatedLines.Read(line.Over(text)) is not null || Bylines.ReadLine(text, line) is not null;

    private static bool HasYear(ReadOnlySpan<char> line)
    {
        for (int i = 0; i + 4 <= line.Length; i++)
        {
            if (line[i..].StartsWith("19", StringComparison.Ordinal) || line[i..].StartsWith("20", StringComparison.Ordinal))
            {
                bool alone = (i == 0 || !char.IsLetterOrDigit(line[i - 1])) && (i + 4 == line.Length || !char.IsLetterOrDigit(line[i + 4]));
                if (alone && char.IsAsciiDigit(line[i + 2]) && char.IsAsciiDigit(line[i + 3]))
                    return true;
            }
        }
        return false;
    }
}
