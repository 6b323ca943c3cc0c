using Stemma.Presentation;
using Stemma.Stories;

namespace Stemma.Cli.Terminal;

/// <summary>The lineage as a tree, each text under the one it took most from.</summary>
internal static class SummaryLineage
{
    // Texts that are drawn before the rest is only counted. Set by eye: a screen and a half.
    private const int MostRows = 40;

    // Steps that are indented; a longer chain stays at the last one, so that names keep their room.
    private const int MostDepth = 8;

    // Characters of a headline, which stands where no outlet is known. Set by eye.
    private const int MostTitle = 50;

    public static void Write(SummaryPrinter printer, StoryIndex story)
    {
        if (story.Reports.Count < 2)
            return;
        printer.Title("Who took from whom");
        var open = new List<bool>();
        foreach (LineageNode node in story.Lineage.Rows.Take(MostRows))
        {
            int depth = Math.Min(node.Depth, MostDepth);
            while (open.Count < depth)
                open.Add(true);
            string before = "  " + string.Concat(open.Take(Math.Max(0, depth - 1)).Select(o => o ? "│  " : "   "));
            if (depth > 0)
                open[depth - 1] = !node.IsLast;
            string branch = depth == 0 ? "" : node.IsLast ? "└─ " : "├─ ";
            string under = (depth == 0 ? "" : node.IsLast ? "   " : "│  ") + (node.Children.Count > 0 ? "│  " : "   ");
            printer.Print(Line(story, node), before + branch, before + under);
        }
        StorySummary.More(printer, story.Lineage.Rows.Count - MostRows, "  ", "texts");
    }

    private static Phrase Line(StoryIndex story, LineageNode node)
    {
        if (node.Lost is { } lost)
            return new Phrase().Add("?", Ink.Warn).Add($"\u00A0{node.Label}").Add($" · not in the set, behind {StoryWords.Count(lost.Children.Count, "report")}", Ink.Quiet);
        Phrase line = StorySummary.Report(node.Report!).Add($" · {StoryWords.Published(node.Report!.Report)}", Ink.Quiet);
        if (node.Report.Report is { Outlet: null, Title: { } title })
            line.Add($" · {StoryWords.Shorten(title.Trim(), MostTitle)}", Ink.Quiet);
        if (node.Parents.Count == 0)
            return node.Children.Count == 0 ? line.Add(" · took no text from the others", Ink.Quiet) : line;
        line.Add(" · ", Ink.Quiet).Add(StoryWords.Percent(node.Parents[0].Share), Ink.Strong).Add(How(story, node.Parents[0]));
        foreach (LineageLink link in node.Parents.Skip(1))
            line.Add("; also ").Add(StoryWords.Percent(link.Share), Ink.Strong).Add($"{How(story, link)} from {StoryWords.Named(story.Lineage.Node(link.From)!)}");
        return line;
    }

    private static string How(StoryIndex story, LineageLink link)
    {
        string manner = StoryWords.Manner(story, link);
        string sure = StoryWords.Confidence(link.Confidence);
        return (manner.Length > 0 ? " " + manner : "") + (sure == "sure" ? "" : $" ({sure})");
    }
}
