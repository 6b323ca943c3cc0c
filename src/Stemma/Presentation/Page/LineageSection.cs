using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>Who took text from whom: the drawing, and the same as a table with the reasons.</summary>
internal static class LineageSection
{
    private static readonly string[] s_columns = ["Text", "Published", "Took from", "Share", "How", "Evidence"];

    // Characters of a headline; the report below has the whole. Set by eye.
    private const int MostTitle = 80;

    public static void Write(Html html, PageStory page)
    {
        if (page.Dossier.Reports.Count == 0)
            return;
        html.Raw("<section id=\"lineage\" aria-labelledby=\"lineage-h\">\n<h2 id=\"lineage-h\">Who took from whom</h2>\n");
        if (page.Dossier.Reports.Count > 1)
        {
            html.Raw("<p class=\"note\">Each box is a text; a line leads to the one that took from it, thicker the more it took. Dashed: a dispatch that is not in the set. The table below says the same.</p>\n");
            LineageDrawing.Write(html, page);
        }
        html.Raw("<div class=\"scroll\" role=\"region\" aria-label=\"Lineage as a table\" tabindex=\"0\">\n<table class=\"lineage\" role=\"table\">\n<thead role=\"rowgroup\"><tr role=\"row\">");
        foreach (string column in s_columns)
            html.Write($"<th role=\"columnheader\" scope=\"col\"{new Markup(column == "Share" ? " class=\"n\"" : "")}>{column}</th>");
        html.Raw("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        Dictionary<LineageLink, int> numbers = Numbers(page.Dossier.Lineage.Links);
        foreach (LineageNode node in page.Story.Lineage.Rows)
            WriteNode(html, page, node, numbers);
        html.Raw("</tbody>\n</table>\n</div>\n</section>\n");
    }

    private static Dictionary<LineageLink, int> Numbers(IReadOnlyList<LineageLink> links)
    {
        var numbers = new Dictionary<LineageLink, int>(ReferenceEqualityComparer.Instance);
        foreach (LineageLink link in links)
            numbers.TryAdd(link, numbers.Count + 1);
        return numbers;
    }

    private static void WriteNode(Html html, PageStory page, LineageNode node, Dictionary<LineageLink, int> numbers)
    {
        if (node.Lost is { } lost)
        {
            html.Write($"<tr role=\"row\" id=\"{PageStory.Lost(node.LostNumber)}\" class=\"lost\"><th role=\"rowheader\" scope=\"row\"><span class=\"report lost\"><span class=\"num\">?</span> <bdi>{node.Label}</bdi></span></th><td role=\"cell\">not in the set</td><td role=\"cell\">an origin</td><td role=\"cell\" class=\"n\"></td><td role=\"cell\">behind {StoryWords.Count(lost.Children.Count, "report")}</td><td role=\"cell\">");
            PageStory.WriteReasons(html, lost.Reasons);
            html.Raw("</td></tr>\n");
            return;
        }
        int rows = Math.Max(1, node.Parents.Count);
        html.Write($"<tr role=\"row\"{new Markup(node.Parents.Count == 0 ? "" : $" id=\"{PageStory.Link(numbers[node.Parents[0]])}\"")}><th role=\"rowheader\" scope=\"row\"{Span(rows)}>");
        page.WriteNode(html, node);
        if (node.Report!.Report.Title is { } title)
            html.Write($"<small class=\"title\"><bdi>{StoryWords.Shorten(title.Trim(), MostTitle)}</bdi></small>");
        html.Write($"</th><td role=\"cell\"{Span(rows)}>{StoryWords.Published(node.Report.Report)}</td>");
        if (node.Parents.Count == 0)
            html.Write($"<td role=\"cell\">{(node.Children.Count > 0 ? "an origin" : "stands alone")}</td><td role=\"cell\" class=\"n\"></td><td role=\"cell\"></td><td role=\"cell\"></td>");
        for (int i = 0; i < node.Parents.Count; i++)
        {
            if (i > 0)
                html.Write($"</tr>\n<tr role=\"row\" id=\"{PageStory.Link(numbers[node.Parents[i]])}\">");
            WriteLink(html, page, node.Parents[i]);
        }
        html.Raw("</tr>\n");
    }

    private static void WriteLink(Html html, PageStory page, LineageLink link)
    {
        html.Raw("<td role=\"cell\" data-label=\"took from\">");
        page.WriteNode(html, page.Story.Lineage.Node(link.From)!);
        html.Write($"</td><td role=\"cell\" class=\"n\" data-label=\"share\">{StoryWords.Percent(link.Share)}</td><td role=\"cell\" data-label=\"how\">{Manner(page, link)}</td><td role=\"cell\">");
        if (page.Pairs.Of(link) is { } pair)
            html.Write($"<a href=\"{page.Href(pair.Anchor)}\">Side by side<span class=\"vh\"> {pair.Source.Label} and {pair.Taker.Label}</span></a> ");
        PageStory.WriteReasons(html, link.Reasons);
        html.Raw("</td>");
    }

    private static string Manner(PageStory page, LineageLink link)
    {
        string manner = StoryWords.Manner(page.Story, link);
        string sure = StoryWords.Confidence(link.Confidence);
        return manner.Length == 0 ? sure : $"{manner}; {sure}";
    }

    private static Markup Span(int rows) => new(rows > 1 ? FormattableString.Invariant($" rowspan=\"{rows}\"") : "");
}
