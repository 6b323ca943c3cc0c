using Stemma.Presentation;
using Stemma.Presentation.Page;
using Stemma.Web.Shelf;

namespace Stemma.Web.Pages;

/// <summary>The list of a story's reports, and one of them whole.</summary>
internal static class ReportsScreen
{
    /// <summary>The list, in reading order.</summary>
    public static void WriteList(Html html, ShelvedStory story)
    {
        html.Raw("<section aria-labelledby=\"reports-h\">\n<h2 id=\"reports-h\">The reports</h2>\n<ol class=\"board\">\n");
        foreach (NumberedReport report in story.Index.Reports)
        {
            html.Raw("<li>\n<h3>");
            story.Views.WriteReport(html, report);
            html.Write($"</h3>\n<p><bdi>{report.Report.Title ?? "Without a headline"}</bdi></p>\n<p class=\"note\">{StoryWords.Published(report.Report)}</p>\n</li>\n");
        }
        html.Raw("</ol>\n</section>\n");
    }

    /// <summary>One report whole, with the findings marked in its text.</summary>
    public static void WriteReport(Html html, ShelvedStory story, NumberedReport report)
    {
        html.Raw("<section aria-labelledby=\"reports-h\">\n<h2 id=\"reports-h\" class=\"vh\">The report</h2>\n<p class=\"note\">Whole, as it was read. Underlined words are shared, the number behind them says with whom; grey text was left out of the comparison, with the reason.</p>\n");
        ReportSection.WriteReport(html, story.Views, report, ReportMarks.Of(story.Views, [report])[report]);
        html.Raw("<nav class=\"paging\" aria-label=\"Other reports\"><ul>");
        Neighbour(html, story, report.Number - 1, "prev", "Earlier report");
        Neighbour(html, story, report.Number + 1, "next", "Next report");
        html.Raw("</ul></nav>\n</section>\n");
    }

    private static void Neighbour(Html html, ShelvedStory story, int number, string relation, string name)
    {
        if (number >= 1 && number <= story.Index.Reports.Count)
            html.Write($"<li><a rel=\"{relation}\" href=\"{story.Views.Href(PageStory.Report(story.Index.Reports[number - 1]))}\">{name}</a></li>");
    }
}
