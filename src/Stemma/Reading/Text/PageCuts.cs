using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>Gives each segment of a dumped page that is no part of the article its reason, and reads date and byline near the headline.</summary>
internal static class PageCuts
{
    /// <summary>In segments: how far from the headline its date and byline stand.</summary>
    private const int NearTitle = 12;

    /// <summary>Marks the lines.</summary>
    public static void Mark(ArticleParts parts, IReadOnlyList<TextLine> lines, IReadOnlyList<PageSegment> segments, PagePlace[] places, int title)
    {
        string? part = null;
        for (int i = 0; i < places.Length; i++)
        {
            PageSegment segment = segments[i];
            if (places[i] == PagePlace.Body)
                part = null;
            else if (SegmentScores.IsPartHeading(segment))
                part = segment.Heading;
            string? why = segment.Junk ?? segment.Heading;
            if (places[i] != PagePlace.Body)
                why ??= part ?? Reason(segment, places[i]);
            if (i == title || why is null)
                continue;
            bool isNear = title >= 0 && Math.Abs(i - title) <= NearTitle && places[i] != PagePlace.After;
            for (int l = segment.First; l < segment.End; l++)
                lines[l].Why = isNear && ReadHead(parts, lines[l].Span) is { } head ? head : why;
        }
    }

    private static string Reason(PageSegment segment, PagePlace place) => place switch
    {
        PagePlace.Before => segment.IsLoose ? "navigation" : "page header",
        PagePlace.Between => segment.IsLoose ? "links" : "teaser",
        _ => segment.IsLoose ? "links" : "page footer",
    };

    private static string? ReadHead(ArticleParts parts, TextSpan line)
    {
        if (DatedLines.Read(line.Over(parts.Text)) is { } date)
        {
            parts.Take(date);
            return "date line";
        }
        if (Bylines.ReadLine(parts.Text, line) is not { } byline)
            return null;
        parts.TakeAuthors(byline.Authors);
        parts.TakeCredits(byline.Credits);
        return "byline";
    }
}
