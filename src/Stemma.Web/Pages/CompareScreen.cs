using Stemma.Presentation;
using Stemma.Presentation.Page;
using Stemma.Web.Shelf;

namespace Stemma.Web.Pages;

/// <summary>Two reports side by side: a choice of which, and the pair.</summary>
internal static class CompareScreen
{
    /// <summary>Writes the choice alone (both null), or the pair under it.</summary>
    public static void Write(Html html, ShelvedStory story, NumberedReport? left, NumberedReport? right)
    {
        html.Raw("<section aria-labelledby=\"pairs-h\">\n<h2 id=\"pairs-h\">Side by side</h2>\n<p class=\"note\">Right: the later text in its own order. Left: the words it shares. <del>Struck out</del>: left behind; <ins>underlined</ins>: new.</p>\n");
        WriteChoice(html, story, left, right);
        if (left is not null && right is not null)
        {
            PairSection.WriteKey(html);
            PairSection.WritePair(html, story.Views, story.Views.Pairs.Between(left, right));
        }
        else
        {
            WriteTaken(html, story);
        }
        html.Raw("</section>\n");
    }

    private static void WriteChoice(Html html, ShelvedStory story, NumberedReport? left, NumberedReport? right)
    {
        html.Write($"<form class=\"filter\" method=\"get\" action=\"{StoryLinks.Screen(story.Id, "compare")}\">");
        ReportChoice.Write(html, story, "a", "Compare", left ?? story.Index.Reports[0]);
        ReportChoice.Write(html, story, "b", "with", right ?? story.Index.Reports[^1]);
        html.Raw("<button>Show</button></form>\n");
    }

    private static void WriteTaken(Html html, ShelvedStory story)
    {
        IReadOnlyList<ReportPair> pairs = story.Views.Pairs.Shown;
        if (pairs.Count == 0)
            return;
        html.Raw("<h3>Who took from whom</h3>\n<ul class=\"words\">\n");
        foreach (ReportPair pair in pairs)
            html.Write($"<li><a href=\"{story.Views.Href(pair.Anchor)}\"><span class=\"num\">{pair.Source.Number}</span> <bdi>{pair.Source.Label}</bdi> {(pair.Parent is { Lost: null } ? "→" : "and")} <span class=\"num\">{pair.Taker.Number}</span> <bdi>{pair.Taker.Label}</bdi></a></li>\n");
        html.Raw("</ul>\n");
    }
}
