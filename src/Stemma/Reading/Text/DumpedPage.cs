using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>
/// Reads a whole web page that was dumped to plain text: menus, teasers, comments and footers around and inside the article.
/// The article is the run of segments with the greatest weight.
/// </summary>
internal static class DumpedPage
{
    /// <summary>Different known labels and headings of page parts that a dumped page has; a copied article keeps one or two.</summary>
    private const int FewestLabels = 3;

    /// <summary>In segments: short ones without end marks. An article has sub-headings and lists, but with known labels beside them so many are menus.</summary>
    private const int FewestLoose = 12;

    /// <summary>In segments: the same where the page's labels are of a language that the tables do not know; menus before the first paragraph.</summary>
    private const int SurelyMenu = 25;

    /// <summary>In UTF-16 code units; no page is longer, and what is longer is read line by line alone, so that memory stays bounded.</summary>
    private const int LongestPage = 4_000_000;

    /// <summary>Parts a dumped page and marks what is no part of the article; null where the text is no dumped page.</summary>
    public static List<TextLine>? Read(ArticleParts parts, List<TextLine> whole)
    {
        string text = parts.Text;
        if (text.Length > LongestPage)
            return null;
        List<TextLine> lines = GluePoints.Split(text, whole);
        if (lines.Count < FewestLoose)
            return null;
        List<PageSegment> segments = PageSegments.Of(text, lines, out int vocabulary);
        if (!IsDumped(text, lines, segments))
            return null;
        double[] weights = SegmentScores.Of(segments);
        PagePlace[] places = BodyPath.Find(segments, weights);
        bool[] core = Core(segments, places);
        int[] spread = Spread(segments, core, vocabulary);
        SegmentScores.Weigh(segments, weights, core, spread);
        places = BodyPath.Find(segments, weights);
        int start = Array.IndexOf(places, PagePlace.Body);
        if (start < 0)
            return null;
        core = Core(segments, places);
        int firstProse = Array.IndexOf(core, true);
        spread = Spread(segments, core, vocabulary);
        int title = firstProse < 0 ? -1 : PageTitle.Find(text, lines, segments, places, firstProse, spread);
        if (title >= 0)
        {
            Array.Fill(places, PagePlace.Before, 0, title + 1);
            SetTitle(parts, lines, segments[title]);
        }
        BodyRepairs.AddStandfirst(segments, places, title, start, spread);
        BodyRepairs.PassBoxes(segments, places, spread);
        BodyRepairs.PassRepeats(text, lines, segments, places);
        PageCuts.Mark(parts, lines, segments, places, title);
        return lines;
    }

    private static bool IsDumped(string text, List<TextLine> lines, List<PageSegment> segments)
    {
        var labels = new HashSet<string>(StringComparer.Ordinal);
        int loose = 0, head = 0;
        bool inHead = true;
        foreach (PageSegment segment in segments)
        {
            if (segment.Junk is not null || segment.Heading is not null)
                labels.Add(PageSegments.Folded(text, lines, segment));
            loose += segment.IsLoose ? 1 : 0;
            inHead &= !segment.IsProse;
            head += inHead && segment.IsLoose ? 1 : 0;
        }
        return labels.Count >= FewestLabels && loose >= FewestLoose || head >= SurelyMenu;
    }

    private static bool[] Core(List<PageSegment> segments, PagePlace[] places)
    {
        var core = new bool[places.Length];
        for (int i = 0; i < core.Length; i++)
            core[i] = places[i] == PagePlace.Body && segments[i].IsProse;
        return core;
    }

    private static int[] Spread(List<PageSegment> segments, bool[] core, int vocabulary)
    {
        var spread = new int[vocabulary];
        for (int i = 0; i < core.Length; i++)
        {
            if (!core[i])
                continue;
            foreach (int key in segments[i].Keys)
                spread[key]++;
        }
        return spread;
    }

    private static void SetTitle(ArticleParts parts, List<TextLine> lines, PageSegment title)
    {
        for (int i = title.First; i < title.End; i++)
            lines[i].IsTitle = true;
        TextSpan span = title.Span(lines);
        if (Breadcrumbs.Is(span.Over(parts.Text), [], out int trail) && trail < span.Length)
        {
            parts.Cuts.Add(span.Start, span.Start + trail, "breadcrumb");
            span = new TextSpan(span.Start + trail, span.End).Trimmed(parts.Text);
        }
        parts.TitleSpan = span;
        parts.Title = span.In(parts.Text).ReplaceLineEndings(" ");
    }
}
