using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>Who and what is named, with every place that names it.</summary>
internal static class NameSection
{
    private static readonly (string Kind, string Title)[] s_kinds = [("person", "People"), ("organisation", "Organisations"), ("place", "Places"), ("other", "Other names")];

    // Mentions of one name in one report that are linked one by one; the text marks them all.
    private const int LinkedMentions = 5;

    public static void Write(Html html, PageStory page)
    {
        if (page.Dossier.Names.Count == 0)
            return;
        html.Raw("<section id=\"names\" aria-labelledby=\"names-h\">\n<h2 id=\"names-h\">Names</h2>\n<div class=\"names\">\n");
        foreach ((string kind, string title) in s_kinds)
        {
            (int Number, DossierName Name)[] names = [.. page.Dossier.Names.Select((n, i) => (Number: i + 1, Name: n)).Where(n => Kind(n.Name) == kind)
                .OrderByDescending(n => n.Name.Mentions.Count).ThenBy(n => n.Name.Name, StringComparer.Ordinal).ThenBy(n => n.Number)];
            if (names.Length == 0)
                continue;
            html.Write($"<div>\n<h3>{title} <small>{names.Length}</small></h3>\n<ul>\n");
            foreach ((int number, DossierName name) in names)
                WriteName(html, page, number, name);
            html.Raw("</ul>\n</div>\n");
        }
        html.Raw("</div>\n</section>\n");
    }

    private static string Kind(DossierName name) => name.Kind is "person" or "organisation" or "place" ? name.Kind : "other";

    private static void WriteName(Html html, PageStory page, int number, DossierName name)
    {
        html.Write($"<li id=\"{PageStory.Name(number)}\"><details><summary><bdi>{name.Name}</bdi> <small>{StoryWords.Count(name.Mentions.Count, "mention")}</small></summary>");
        if (name.Variants.Count > 0)
            html.Write($"<p class=\"quiet\">also: {string.Join("; ", name.Variants)}</p>");
        html.Raw("<p>");
        foreach (IGrouping<int, int> mentions in Enumerable.Range(0, name.Mentions.Count)
            .GroupBy(i => page.Story.Report(name.Mentions[i].Report)?.Number ?? 0).Where(g => g.Key > 0).OrderBy(g => g.Key))
        {
            NumberedReport report = page.Story.Reports[mentions.Key - 1];
            html.Write($"<span class=\"mentions\"><a class=\"num\" href=\"{page.Href(PageStory.Report(report))}\"><span class=\"vh\">report </span>{report.Number}</a>");
            int count = 0;
            foreach (int mention in mentions.Take(LinkedMentions))
                html.Write($" <a href=\"{page.Href(PageStory.Mention(report, number, mention + 1))}\"><span class=\"vh\">mention </span>{++count}</a>");
            html.Write($"{(mentions.Count() > LinkedMentions ? " …" : "")}</span> ");
        }
        html.Raw("</p></details></li>\n");
    }
}
