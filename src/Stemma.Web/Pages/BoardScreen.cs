using System.Globalization;
using Stemma.Presentation;
using Stemma.Presentation.Page;
using Stemma.Stories;
using Stemma.Web.Shelf;

namespace Stemma.Web.Pages;

/// <summary>All stories, the newest first, with a filter.</summary>
internal static class BoardScreen
{
    // Outlets that are named before the rest is only counted. Set by eye.
    private const int NamedOutlets = 6;

    public static void Write(Html html, StoryShelf shelf, BoardQuery query)
    {
        (IReadOnlyList<ShelvedStory> stories, int all) = query.Of(shelf);
        Shell.Write(html, "Stories", inner =>
        {
            inner.Write($"<header class=\"top\">\n<p class=\"kicker\">Stemma</p>\n<h1>{StoryWords.Count(shelf.Stories.Count, "story", "stories")}</h1>\n</header>\n<main id=\"main\" tabindex=\"-1\">\n<section aria-labelledby=\"board-h\">\n<h2 id=\"board-h\">{(all == shelf.Stories.Count ? "Newest first" : $"{StoryWords.Count(all, "story fits", "stories fit")}, newest first")}</h2>\n");
            WriteFilter(inner, query);
            inner.Raw("<ol class=\"board\">\n");
            foreach (ShelvedStory story in stories)
                WriteStory(inner, story);
            inner.Raw("</ol>\n");
            if (stories.Count == 0)
                inner.Raw("<p class=\"note\">No story fits. <a href=\"/\">Show all</a></p>\n");
            WritePaging(inner, query, all);
            inner.Raw("</section>\n</main>\n");
        });
    }

    private static void WriteFilter(Html html, BoardQuery query) => html.Write(
        $"<form class=\"filter\" role=\"search\" method=\"get\" action=\"/\"><label for=\"q\">Words of a title, an outlet or a name</label> <input id=\"q\" name=\"q\" type=\"search\" value=\"{query.Words}\" maxlength=\"200\"> <label><input type=\"checkbox\" name=\"conflicts\" value=\"1\"{new Markup(query.OnlyConflicts ? " checked" : "")}> with conflicts only</label> <button>Filter</button></form>\n");

    private static void WriteStory(Html html, ShelvedStory story)
    {
        Dossier dossier = story.Dossier;
        html.Write($"<li>\n<h3><a href=\"{StoryLinks.Screen(story.Id, "")}\"><bdi>{story.Title}</bdi></a></h3>\n<p class=\"counts\"><b>{StoryWords.Headline(dossier)}</b>");
        if (story.Conflicts > 0)
            html.Write($", <a class=\"badge conflict\" href=\"{StoryLinks.Screen(story.Id, "claims")}\">≠ {StoryWords.Count(story.Conflicts, "conflict")}</a>");
        html.Raw("</p>\n<p class=\"note\">");
        if (story.Published is { } published)
            html.Write($"{StoryWords.Days(published.From, published.To)} <span aria-hidden=\"true\">·</span> ");
        string[] outlets = [.. story.Index.Reports.Select(r => r.Label).Distinct(StringComparer.Ordinal)];
        html.Write($"<bdi>{string.Join(", ", outlets.Take(NamedOutlets))}</bdi>{(outlets.Length > NamedOutlets ? string.Create(CultureInfo.InvariantCulture, $" and {outlets.Length - NamedOutlets} more") : "")}</p>\n</li>\n");
    }

    private static void WritePaging(Html html, BoardQuery query, int all)
    {
        int pages = (all + BoardQuery.PageSize - 1) / BoardQuery.PageSize;
        if (pages < 2)
            return;
        html.Raw("<nav class=\"paging\" aria-label=\"Pages\"><ul>");
        if (query.Page > 1)
            html.Write($"<li><a rel=\"prev\" href=\"{Address(query, query.Page - 1)}\">Earlier page</a></li>");
        html.Write($"<li>page {Math.Min(query.Page, pages)} of {pages}</li>");
        if (query.Page < pages)
            html.Write($"<li><a rel=\"next\" href=\"{Address(query, query.Page + 1)}\">Next page</a></li>");
        html.Raw("</ul></nav>\n");
    }

    private static string Address(BoardQuery query, int page) =>
        string.Create(CultureInfo.InvariantCulture, $"/?page={page}") + (query.Words is { } words ? "&q=" + Uri.EscapeDataString(words) : "") + (query.OnlyConflicts ? "&conflicts=1" : "");
}
