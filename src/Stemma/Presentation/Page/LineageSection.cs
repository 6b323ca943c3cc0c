using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>Who took text from whom: the drawing, and the same as a table with the reasons.</summary>
internal static class LineageSection
{
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
        html.Raw("<div class=\"scroll\" role=\"region\" aria-label=\"Lineage as a table\" tabindex=\"0\">\n<table class=\"lineage\">\n<thead><tr><th scope=\"col\">Text</th><th scope=\"col\">Published</th><th scope=\"col\">Took from</th><th scope=\"col\" class=\"n\">Share</th><th scope=\"col\">How</th><th scope=\"col\">Evidence</th></tr></thead>\n<tbody>\n");
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
            html.Write($"<tr id=\"{PageStory.Lost(node.LostNumber)}\" class=\"lost\"><th scope=\"row\"><span class=\"report lost\"><span class=\"num\">?</span> <bdi>{node.Label}</bdi></span></th><td>not in the set</td><td>an origin</td><td class=\"n\"></td><td>behind {StoryWords.Count(lost.Children.Count, "report")}</td><td>");
            PageStory.WriteReasons(html, lost.Reasons);
            html.Raw("</td></tr>\n");
            return;
        }
        int rows = Math.Max(1, node.Parents.Count);
        html.Write($"<tr{new Markup(node.Parents.Count == 0 ? "" : $" id=\"{PageStory.Link(numbers[node.Parents[0]])}\"")}><th scope=\"row\"{Span(rows)}>");
        PageStory.WriteNode(html, node);
        html.Write($"</th><td{Span(rows)}>{StoryWords.Published(node.Report!.Report)}</td>");
        if (node.Parents.Count == 0)
            html.Write($"<td>{(node.Children.Count > 0 ? "an origin" : "stands alone")}</td><td class=\"n\"></td><td></td><td></td>");
        for (int i = 0; i < node.Parents.Count; i++)
        {
            if (i > 0)
                html.Write($"</tr>\n<tr id=\"{PageStory.Link(numbers[node.Parents[i]])}\">");
            WriteLink(html, page, node.Parents[i]);
        }
        html.Raw("</tr>\n");
    }

    private static void WriteLink(Html html, PageStory page, LineageLink link)
    {
        html.Raw("<td>");
        PageStory.WriteNode(html, page.Story.Lineage.Node(link.From)!);
        html.Write($"</td><td class=\"n\">{StoryWords.Percent(link.Share)}</td><td>{Manner(page, link)}</td><td>");
        if (page.Pairs.Of(link) is { } pair)
            html.Write($"<a href=\"#{pair.Anchor}\">Side by side<span class=\"vh\"> {pair.Source.Label} and {pair.Taker.Label}</span></a> ");
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
