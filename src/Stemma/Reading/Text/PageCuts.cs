using Stemma.Reports;

namespace Stemma.Reading.Text;

/// <summary>Gives each segment of a dumped page that is no part of the article its reason, and reads date and byline near the headline.</summary>
internal static class PageCuts
{
    /// <summary>In segments: how far from the headline its date and byline stand.</summary>
    private const int NearTitle = 12;

    /// <summary>In words; longer segments with a picture's name at the end are paragraphs.</summary>
    private const int LongestCaption = 60;

    /// <summary>In segments: a box inside the article names at most so many related texts.</summary>
    private const int LongestBox = 6;

    /// <summary>In words; a sentence as long as this ends a box of links.</summary>
    private const int Sentence = 8;

    /// <summary>Marks the lines.</summary>
    public static void Mark(ArticleParts parts, IReadOnlyList<TextLine> lines, IReadOnlyList<PageSegment> segments, PagePlace[] places, int title)
    {
        string? part = null;
        int box = 0;
        for (int i = 0; i < places.Length; i++)
        {
            PageSegment segment = segments[i];
            bool isBody = places[i] == PagePlace.Body;
            if (isBody || places[i] == PagePlace.Repeat)
                part = null;
            else if (SegmentScores.IsPartHeading(segment))
                part = segment.Heading;
            box = !isBody || EndsBox(segment) ? 0 : segment.Heading is "read also" ? LongestBox + 1 : Math.Max(0, box - 1);
            if (i == title)
                continue;
            string? why = Known(parts, lines, segment, mayBeHead: title >= 0 && Math.Abs(i - title) <= NearTitle && places[i] != PagePlace.After)
                ?? (isBody ? box > 0 ? "read also" : null : part ?? Reason(segment, places[i]));
            for (int l = segment.First; l < segment.End && why is not null; l++)
                lines[l].Why = why;
        }
    }

    private static bool EndsBox(PageSegment segment) => segment.EndsSoftly || segment.Ends && segment.Words >= Sentence;

    // What the line says by itself, wherever it stands.
    private static string? Known(ArticleParts parts, IReadOnlyList<TextLine> lines, PageSegment segment, bool mayBeHead)
    {
        if (segment.End > segment.First + 1)
            return null;
        TextSpan line = lines[segment.First].Span;
        if (mayBeHead && !segment.IsProse && ReadHead(parts, line) is { } head)
            return head;
        return segment.Junk ?? segment.Heading ?? (segment.Words < LongestCaption && PhotoCaptions.Is(line.Over(parts.Text)) ? "caption" : null);
    }

    private static string Reason(PageSegment segment, PagePlace place) => place switch
    {
        PagePlace.Before => segment.IsLoose ? "navigation" : "page header",
        PagePlace.Repeat => "repeated paragraph",
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
