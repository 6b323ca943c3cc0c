using System.Security.Cryptography;
using System.Text;
using Stemma.Presentation.Page;
using Stemma.Stories;

namespace Stemma.Presentation;

/// <summary>Writes a dossier as one page that needs nothing else: no network, no script, any width from 320 pixels up, paper too.</summary>
/// <remarks>All text of reports is encoded; the page's own policy forbids every request and every script but its own.</remarks>
public static class DossierHtml
{
    private static readonly string s_style = Resource.Text("Presentation/Page/page.css");
    private static readonly string s_script = Resource.Text("Presentation/Page/page.js");

    /// <summary>Writes the page; the same dossier gives the same characters. The writer stays open.</summary>
    public static void Write(Dossier dossier, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var page = new PageStory(new StoryIndex(dossier));
        var html = new Html(writer);
        Head(html, page);
        html.Raw("<body>\n<a class=\"skip\" href=\"#main\">Skip to the findings</a>\n");
        OverviewSection.WriteHeader(html, page);
        WriteNavigation(html, page);
        html.Raw("<main id=\"main\" tabindex=\"-1\">\n");
        OverviewSection.Write(html, page);
        LineageSection.Write(html, page);
        PairSection.Write(html, page);
        QuoteSection.Write(html, page);
        ClaimSection.Write(html, page);
        TimelineSection.Write(html, page);
        NameSection.Write(html, page);
        ReportSection.Write(html, page);
        UnreadSection.Write(html, page);
        html.Raw("</main>\n");
        html.Write($"<footer><p>Made by Stemma {dossier.Stemma}. Every finding links to the words it rests on; where the evidence is thin, nothing is said.</p></footer>\n");
        html.Raw("<script>");
        html.Raw(s_script);
        html.Raw("</script>\n</body>\n</html>\n");
    }

    private static void Head(Html html, PageStory page)
    {
        string title = page.Story.Title is { } first ? $"{StoryWords.Headline(page.Dossier)}: {first}" : StoryWords.Headline(page.Dossier);
        html.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        html.Write($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src '{Hash(s_style)}'; script-src '{Hash(s_script)}'; base-uri 'none'; form-action 'none'\">\n");
        html.Raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n");
        html.Write($"<meta name=\"generator\" content=\"Stemma {page.Dossier.Stemma}\">\n<title>{title}</title>\n");
        html.Raw("<style>");
        html.Raw(s_style);
        html.Raw("</style>\n</head>\n");
    }

    private static void WriteNavigation(Html html, PageStory page)
    {
        html.Raw("<nav aria-label=\"Sections\"><ul>\n");
        foreach ((string anchor, string name) in page.Sections())
            html.Write($"<li><a href=\"#{anchor}\">{name}</a></li>\n");
        html.Raw("</ul></nav>\n");
    }

    private static Markup Hash(string text) => new("sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
