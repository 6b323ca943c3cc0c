using Stemma.Reports;

namespace Stemma.Presentation.Page;

/// <summary>The collation reader: a base text with numbered places, and beside each paragraph who reads what at them.</summary>
internal static class CollationSection
{
    // Characters of a reading or a moved block; more is cut. Set by eye.
    private const int LongestReading = 160;

    // Pixels of the strip, which is scaled to its place.
    private const int StripWidth = 1000, StripHeight = 28;

    public static void Write(Html html, PageStory page, NumberedReport baseReport, IReadOnlyList<NumberedReport> others)
    {
        var plan = CollationPlan.Of(page, baseReport, others);
        WriteStrip(html, plan, others.Count);
        html.Write($"<table class=\"collation\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\"><th role=\"columnheader\" scope=\"col\"><span class=\"num\">{baseReport.Number}</span> <bdi>{baseReport.Label}</bdi></th><th role=\"columnheader\" scope=\"col\">What the others read</th></tr></thead>\n<tbody role=\"rowgroup\">\n");
        for (int i = 0; i < plan.Paragraphs.Count; i++)
            WriteParagraph(html, page, baseReport.Report.Text, i + 1, plan.Paragraphs[i], others);
        html.Raw("</tbody>\n</table>\n");
        WriteMoves(html, page, baseReport.Report.Text, plan);
    }

    // As long as the text: a cell a paragraph, the darker the more of the others share it. The column of numbers tells the same in words.
    private static void WriteStrip(Html html, CollationPlan plan, int others)
    {
        int all = plan.Paragraphs.Sum(p => p.Span.Length);
        if (all == 0 || others == 0)
            return;
        html.Write($"<svg class=\"strip\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {StripWidth} {StripHeight}\" preserveAspectRatio=\"none\" role=\"group\" aria-label=\"Paragraphs, the darker the more reports share them\">\n");
        double x = 0;
        for (int i = 0; i < plan.Paragraphs.Count; i++)
        {
            CollatedParagraph paragraph = plan.Paragraphs[i];
            double width = (double)StripWidth * paragraph.Span.Length / all;
            html.Write($"<a href=\"#k{i + 1}\"><title>Paragraph {i + 1}: in {paragraph.In.Count} of {others}, {StoryWords.Count(paragraph.Places.Count, "place")} that differ</title><rect x=\"{x}\" y=\"0\" width=\"{Math.Max(1, width - 1)}\" height=\"{StripHeight}\" fill-opacity=\"{0.08 + (0.92 * paragraph.In.Count / others)}\"/></a>\n");
            x += width;
        }
        html.Raw("</svg>\n");
    }

    private static void WriteParagraph(Html html, PageStory page, string text, int number, CollatedParagraph paragraph, IReadOnlyList<NumberedReport> others)
    {
        html.Write($"<tr role=\"row\" id=\"k{number}\" class=\"collated\"><td role=\"cell\"><p class=\"words\">");
        int at = paragraph.Span.Start;
        foreach ((int variant, CollatedPlace place) in paragraph.Places)
        {
            if (place.Span.Start < at)
                continue;
            html.Write($"{text.AsSpan(at, place.Span.Start - at)}<a class=\"variant\" id=\"b{variant}\" href=\"#v{variant}\">{place.Span.Over(text)}<sup>{variant}</sup></a>");
            at = place.Span.End;
        }
        html.Write($"{text.AsSpan(at, paragraph.Span.End - at)}</p></td><td role=\"cell\"><p class=\"nums\"><span class=\"quiet\">{(paragraph.In.Count == 0 ? "in this report alone" : paragraph.In.Count == others.Count ? "in all" : "in")}</span> ");
        foreach (NumberedReport report in paragraph.In)
            page.WriteNumber(html, report);
        html.Raw("</p>");
        if (paragraph.Places.Count > 0)
        {
            html.Raw("<ol class=\"apparatus\">\n");
            foreach ((int variant, CollatedPlace place) in paragraph.Places)
                WritePlace(html, page, text, variant, place);
            html.Raw("</ol>");
        }
        html.Raw("</td></tr>\n");
    }

    private static void WritePlace(Html html, PageStory page, string text, int number, CollatedPlace place)
    {
        html.Write($"<li id=\"v{number}\" tabindex=\"-1\"><a class=\"place\" href=\"#b{number}\"><span class=\"vh\">place </span>{number}</a> ");
        if (place.Span.IsEmpty)
            html.Raw("<span class=\"quiet\">added:</span> ");
        else
            html.Write($"<span class=\"lemma\">{StoryWords.Shorten(place.Span.In(text), LongestReading)}</span> <span aria-hidden=\"true\">]</span><span class=\"vh\">is read as</span> ");
        for (int i = 0; i < place.Readings.Count; i++)
        {
            CollatedReading reading = place.Readings[i];
            html.Raw(i > 0 ? "<span class=\"quiet\">;</span> " : "");
            if (reading.Words.Length == 0)
                html.Raw("<del>left out</del> ");
            else
                html.Write($"<ins>{StoryWords.Shorten(reading.Words, LongestReading)}</ins> ");
            foreach (NumberedReport report in reading.Who)
                page.WriteNumber(html, report);
        }
        html.Raw("</li>\n");
    }

    private static void WriteMoves(Html html, PageStory page, string text, CollationPlan plan)
    {
        if (plan.Moves.Count == 0)
            return;
        html.Raw("<h3>Moved</h3>\n<ul class=\"words\">\n");
        foreach (CollatedMove move in plan.Moves)
        {
            int paragraph = plan.Paragraphs.TakeWhile(p => p.Span.End < move.Span.End).Count() + 1;
            html.Write($"<li><a href=\"#k{Math.Min(paragraph, plan.Paragraphs.Count)}\">“{StoryWords.Shorten(move.Span.In(text), LongestReading)}”</a> <span class=\"quiet\">stands {(move.Earlier ? "earlier" : "later")} in</span> ");
            foreach (NumberedReport report in move.Who)
                page.WriteNumber(html, report);
            html.Raw("</li>\n");
        }
        html.Raw("</ul>\n");
    }
}
