using Stemma.Presentation;
using Stemma.Presentation.Page;
using Stemma.Web.Shelf;

namespace Stemma.Web.Pages;

/// <summary>A field of a form to choose one of a story's reports.</summary>
internal static class ReportChoice
{
    /// <summary>Writes the label and the field.</summary>
    /// <param name="html">Where to, inside a form.</param>
    /// <param name="story">The story.</param>
    /// <param name="name">The field's name, the report's number its value.</param>
    /// <param name="label">What the reader sees before it.</param>
    /// <param name="chosen">The report that is chosen.</param>
    public static void Write(Html html, ShelvedStory story, string name, string label, NumberedReport chosen)
    {
        html.Write($"<label for=\"{name}\">{label}</label> <select id=\"{name}\" name=\"{name}\">");
        foreach (NumberedReport report in story.Index.Reports)
            html.Write($"<option value=\"{report.Number}\"{new Markup(ReferenceEquals(report, chosen) ? " selected" : "")}>{report.Number} {report.Label}</option>");
        html.Raw("</select> ");
    }
}
