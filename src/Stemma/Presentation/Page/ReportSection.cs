using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>Every report whole, with the findings marked in its text.</summary>
internal static class ReportSection
{
    public static void Write(Html html, PageStory page)
    {
        if (page.Dossier.Reports.Count == 0)
            return;
        html.Raw("<section id=\"reports\" aria-labelledby=\"reports-h\">\n<h2 id=\"reports-h\">The reports</h2>\n<p class=\"note\">Whole, as they were read. Underlined words are shared, the number behind them says with whom; grey text was left out of the comparison, with the reason.</p>\n");
        IReadOnlyDictionary<NumberedReport, Marks> marks = ReportMarks.Of(page, page.Story.Reports);
        foreach (NumberedReport report in page.Story.Reports)
            WriteReport(html, page, report, marks[report]);
        html.Raw("</section>\n");
    }

    /// <summary>One report whole.</summary>
    public static void WriteReport(Html html, PageStory page, NumberedReport numbered, Marks marks)
    {
        DossierReport report = numbered.Report;
        html.Write($"<article class=\"text\" id=\"{PageStory.Report(numbered)}\" tabindex=\"-1\">\n<header>\n<p class=\"kicker\"><span class=\"num\">{numbered.Number}</span> <bdi>{numbered.Label}</bdi></p>\n<h3><bdi>{report.Title ?? "Without a headline"}</bdi></h3>\n<dl class=\"meta\">");
        html.Write($"<div><dt>Published</dt><dd>{StoryWords.Published(report)}");
        PageStory.WriteReasons(html, report.Published?.Reasons ?? []);
        html.Raw("</dd></div>");
        Entry(html, "Changed", report.Updated);
        Entry(html, "By", string.Join(", ", report.Byline));
        Entry(html, "Credits", string.Join(", ", report.Credits));
        Entry(html, "File", report.File != numbered.Label ? report.File : null);
        Entry(html, "Address", report.Url != numbered.Label ? report.Url : null);
        Entry(html, "Original, by its page", report.Canonical);
        Entry(html, "Section", report.Section);
        WriteLineage(html, page, numbered);
        html.Raw("</dl>\n</header>\n");
        html.Write($"<div class=\"body\" lang=\"{(report.Language == "und" ? "" : report.Language)}\" dir=\"auto\">\n");
        foreach (string anchor in marks.Stray)
            html.Write($"<span id=\"{anchor}\" class=\"at\"></span>");
        MarkedText.Write(html, marks);
        html.Write($"</div>\n<p class=\"back\"><a href=\"{page.Href("lineage")}\">Back to who took from whom</a></p>\n</article>\n");
    }

    private static void WriteLineage(Html html, PageStory page, NumberedReport numbered)
    {
        LineageNode node = page.Story.Lineage.Node(numbered.Report.Id)!;
        if (node.Parents.Count > 0)
        {
            html.Raw("<div><dt>Took from</dt><dd>");
            foreach (LineageLink link in node.Parents)
            {
                page.WriteNode(html, page.Story.Lineage.Node(link.From)!);
                html.Write($" <span class=\"quiet\">{StoryWords.Percent(link.Share)}</span> ");
            }
            html.Raw("</dd></div>");
        }
        LineageLink[] given = [.. page.Dossier.Lineage.Links.Where(l => l.From == numbered.Report.Id && l.To != l.From && page.Story.Report(l.To) is not null)];
        if (given.Length == 0)
            return;
        html.Raw("<div><dt>Taken by</dt><dd class=\"nums\">");
        foreach (LineageLink link in given)
            page.WriteNumber(html, page.Story.Report(link.To)!);
        html.Raw("</dd></div>");
    }

    private static void Entry(Html html, string term, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            html.Write($"<div><dt>{term}</dt><dd><bdi>{value}</bdi></dd></div>");
    }
}
