using Stemma.Presentation;
using Stemma.Presentation.Page;
using Stemma.Web.Shelf;

namespace Stemma.Web.Pages;

/// <summary>The collation reader with the choice of the base and of the reports beside it.</summary>
internal static class CollationScreen
{
    /// <summary>Reports beside the base where none are chosen: those that share most with it.</summary>
    private const int Proposed = 8;

    /// <summary>Writes the screen.</summary>
    /// <param name="html">Where to.</param>
    /// <param name="story">A story of two reports or more.</param>
    /// <param name="chosen">The base; null for the report that others share most with.</param>
    /// <param name="with">The others; empty for those that share most with the base.</param>
    public static void Write(Html html, ShelvedStory story, NumberedReport? chosen, IReadOnlyList<NumberedReport> with)
    {
        NumberedReport baseReport = chosen ?? Fullest(story);
        NumberedReport[] others = [.. with.Where(r => !ReferenceEquals(r, baseReport)).Distinct().Take(CollationPlan.MostOthers)];
        if (others.Length == 0)
            others = [.. CollationPlan.Nearest(story.Views, baseReport, Proposed)];
        html.Raw("<section aria-labelledby=\"collation-h\">\n<h2 id=\"collation-h\">Collation</h2>\n<p class=\"note\">One text whole; a number marks each place where others that share the passage read otherwise, and beside it stands who reads what.</p>\n");
        WriteChoice(html, story, baseReport, others);
        if (others.Length == 0)
            html.Raw("<p class=\"note\">No other report shares text with this one.</p>\n");
        else
            CollationSection.Write(html, story.Views, baseReport, others);
        html.Raw("</section>\n");
    }

    // A copy of most others is the best text to read them beside.
    private static NumberedReport Fullest(ShelvedStory story)
    {
        Dictionary<string, int> shared = story.Dossier.Passages.Where(p => p.Use != "stock").SelectMany(p => new[] { p.A, p.B })
            .GroupBy(s => s.Report, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(s => Math.Max(0, s.End - s.Start)), StringComparer.Ordinal);
        return story.Index.Reports.MaxBy(r => shared.GetValueOrDefault(r.Report.Id))!;
    }

    private static void WriteChoice(Html html, ShelvedStory story, NumberedReport baseReport, NumberedReport[] others)
    {
        html.Write($"<form class=\"filter\" method=\"get\" action=\"{StoryLinks.Screen(story.Id, "collation")}\">");
        ReportChoice.Write(html, story, "base", "Base text", baseReport);
        html.Write($"<button>Show</button>\n<details class=\"with-others\"><summary>beside {StoryWords.Count(others.Length, "report")} of {story.Index.Reports.Count - 1}</summary><fieldset><legend>Beside it, at most {CollationPlan.MostOthers}</legend>");
        foreach (NumberedReport report in story.Index.Reports.Where(r => !ReferenceEquals(r, baseReport)))
            html.Write($"<label><input type=\"checkbox\" name=\"with\" value=\"{report.Number}\"{new Markup(Array.IndexOf(others, report) >= 0 ? " checked" : "")}> <span class=\"num\">{report.Number}</span> <bdi>{report.Label}</bdi></label>\n");
        html.Raw("</fieldset></details></form>\n");
    }
}
