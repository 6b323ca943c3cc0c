using System.Globalization;
using Stemma.Stories;

namespace Stemma.Presentation.Page;

/// <summary>The lineage as a drawing: generations from left to right, origins first.</summary>
internal static class LineageDrawing
{
    // Pixels. A box holds about LabelCells narrow letters of a name and DateCells of the smaller line below it.
    private const int BoxWidth = 212;
    private const int BoxHeight = 52;
    private const int ColumnGap = 104;
    private const int RowGap = 16;
    private const int SmallRowGap = 6;
    private const int Head = 26;
    private const int Edge = 6;

    // The level end of a line, on which its share is written.
    private const int Level = 38;
    private const int LabelCells = 19;
    private const int DateCells = 26;

    // Texts. A drawing of more is no help to anybody, and the table says the same.
    private const int MostNodes = 250;

    // Texts from which on the rows stand closer, and rows that a text stands below the first of its takers at most.
    private const int RoomyNodes = 30;
    private const int RowsDown = 3;

    public static void Write(Html html, PageStory page)
    {
        IReadOnlyList<LineageNode> nodes = page.Story.Lineage.Rows;
        if (nodes.Count > MostNodes)
        {
            html.Write($"<p class=\"note\">{nodes.Count} texts are too many to draw; see the table.</p>\n");
            return;
        }
        Dictionary<LineageNode, (int X, int Y)> places = Places(nodes);
        int width = places.Values.Max(p => p.X) + BoxWidth + Edge;
        int height = places.Values.Max(p => p.Y) + BoxHeight + Edge;
        html.Raw("<div class=\"scroll drawing\" role=\"region\" aria-label=\"Lineage as a drawing\" tabindex=\"0\">\n");
        html.Write($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"group\" aria-label=\"Drawing of who took from whom\">\n");
        for (int generation = 0; generation <= nodes.Max(n => n.Generation); generation++)
            html.Write($"<text class=\"head\" x=\"{Edge + generation * (BoxWidth + ColumnGap)}\" y=\"14\">{(generation == 0 ? "Origins" : StoryWords.Count(generation, "step") + " away")}</text>\n");
        foreach (LineageNode node in nodes)
        {
            for (int i = 0; i < node.Parents.Count; i++)
                WriteLine(html, page, node.Parents[i], places[page.Story.Lineage.Node(node.Parents[i].From)!], places[node], Port(i, node.Parents.Count));
        }
        foreach (LineageNode node in nodes)
            WriteBox(html, page, node, places[node]);
        html.Raw("</svg>\n</div>\n");
    }

    // Leaves take one row each in reading order; a text stands in the middle of those that took from it, or near the first
    // of very many, where a reader starts.
    private static Dictionary<LineageNode, (int X, int Y)> Places(IReadOnlyList<LineageNode> nodes)
    {
        var places = new Dictionary<LineageNode, (int X, int Y)>();
        int step = BoxHeight + (nodes.Count > RoomyNodes ? SmallRowGap : RowGap);
        int row = 0;
        foreach (LineageNode node in nodes.Where(n => n.Children.Count == 0))
            places[node] = (0, Head + row++ * step);
        foreach (LineageNode node in nodes.Reverse())
        {
            int y = node.Children.Count == 0 ? places[node].Y
                : Math.Min((places[node.Children[0]].Y + places[node.Children[^1]].Y) / 2, places[node.Children[0]].Y + RowsDown * step);
            places[node] = (Edge + node.Generation * (BoxWidth + ColumnGap), y);
        }
        return places;
    }

    private static int Port(int index, int count) => (2 * index - (count - 1)) * Math.Min(9, BoxHeight / 2 / Math.Max(1, count));

    private static void WriteLine(Html html, PageStory page, LineageLink link, (int X, int Y) from, (int X, int Y) to, int port)
    {
        int startX = from.X + BoxWidth, startY = from.Y + BoxHeight / 2;
        int endX = to.X, endY = to.Y + BoxHeight / 2 + port;
        int bend = Math.Max(24, (endX - Level - startX) / 2);
        bool lost = page.Story.Lineage.Node(link.From)!.Lost is not null;
        double most = page.Story.Lineage.Rows.Count > RoomyNodes ? 1 : 3.75;
        string thickness = (1.25 + most * (double.IsNaN(link.Share) ? 0 : Math.Clamp(link.Share, 0, 1))).ToString("0.##", CultureInfo.InvariantCulture);
        int bendX = endX - Level;
        html.Write($"<path class=\"line{(lost ? " lost" : "")}\" stroke-width=\"{new Markup(thickness)}\" d=\"M{startX} {startY}C{startX + bend} {startY} {bendX - bend} {endY} {bendX} {endY}H{endX}\"/>\n");
        html.Write($"<text class=\"share\" x=\"{endX - 6}\" y=\"{endY + (port > 0 ? 15 : -6)}\">{StoryWords.Percent(link.Share)}</text>\n");
    }

    private static void WriteBox(Html html, PageStory page, LineageNode node, (int X, int Y) at)
    {
        string second = node.Report is { } report ? Date(report.Report) : node.Lost!.Agency is { } agency ? $"{agency}; not in the set" : "not in the set";
        string first = node.Lost is null ? node.Label : "Lost dispatch";
        html.Write($"<a href=\"{page.Href(PageStory.Node(node))}\" class=\"box{(node.Lost is null ? "" : " lost")}{(node.Generation == 0 ? " root" : "")}\"><title>{node.Label}{(node.Report?.Report.Title is { } title ? ": " + StoryWords.Shorten(title, 100) : "")}</title>");
        html.Write($"<rect x=\"{at.X}\" y=\"{at.Y}\" width=\"{BoxWidth}\" height=\"{BoxHeight}\" rx=\"8\"/>");
        html.Write($"<circle cx=\"{at.X + 22}\" cy=\"{at.Y + 26}\" r=\"13\"/><text class=\"no\" x=\"{at.X + 22}\" y=\"{at.Y + 30}\">{(node.Report is { } r ? r.Number.ToString(CultureInfo.InvariantCulture) : "?")}</text>");
        html.Write($"<text class=\"name\" x=\"{at.X + 43}\" y=\"{at.Y + 22}\">{Fit(first, LabelCells)}</text><text class=\"when\" x=\"{at.X + 43}\" y=\"{at.Y + 40}\">{Fit(second, DateCells)}</text></a>\n");
    }

    private static string Date(DossierReport report) => report.Published is { } date
        ? (date.How == "inferred" ? "≈ " : "") + StoryWords.Days(date.From, date.To, shortMonths: true)
        : "undated";

    // Wide letters (from Hangul on, roughly) count twice: drawn text cannot wrap or cut itself.
    private static string Fit(string text, int cells)
    {
        int used = 0;
        for (int i = 0; i < text.Length; i++)
        {
            used += text[i] < '\u1100' ? 1 : 2;
            if (used > cells && i + 1 < text.Length)
                return text[..(char.IsLowSurrogate(text[i]) ? i - 1 : i)].TrimEnd() + "…";
        }
        return text;
    }
}
